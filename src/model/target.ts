import { z } from 'zod';

/** Where a conversation takes place. Two targets are the same place when `targetKey` gives the same string. */
export const Target = z.discriminatedUnion('platform', [
  z.strictObject({
    platform: z.literal('slack'),
    team: z.string(),
    channel: z.string(),
    thread: z.string().nullable(),
  }),
  z.strictObject({
    platform: z.literal('discord'),
    guild: z.string().nullable(),
    channel: z.string(),
  }),
  z.strictObject({ platform: z.literal('web'), channel: z.string() }),
  z.strictObject({ platform: z.literal('cli') }),
]);
export type Target = z.infer<typeof Target>;

/** The channel, without the thread. */
export function channelKey(target: Target): string {
  switch (target.platform) {
    case 'slack':
      return `slack:${target.team}/${target.channel}`;
    case 'discord':
      return `discord:${target.guild ?? '@me'}/${target.channel}`;
    case 'web':
      return `web:${target.channel}`;
    case 'cli':
      return 'cli:';
    default:
      return target satisfies never;
  }
}

/** The workspace, guild or, where there is none, the platform. */
export function workspaceKey(target: Target): string {
  switch (target.platform) {
    case 'slack':
      return `slack:${target.team}`;
    case 'discord':
      return `discord:${target.guild ?? '@me'}`;
    case 'web':
    case 'cli':
      return target.platform;
    default:
      return target satisfies never;
  }
}

/** The thread where there is one, else the channel. */
export function targetKey(target: Target): string {
  const channel = channelKey(target);
  return target.platform === 'slack' && target.thread !== null ? `${channel}#${target.thread}` : channel;
}

/** The channel that `channelKey` names: `slack:T1/C1`, `discord:42/43`, `discord:@me/43`, `web:general`; null when it is none. */
export function targetFrom(words: string): Target | null {
  const [, platform, workspace = '', channel = ''] = /^(slack|discord):([\w@]+)\/(\w+)$/.exec(words.trim()) ?? [];
  if (platform === 'slack') return { platform, team: workspace, channel, thread: null };
  if (platform === 'discord') return { platform, guild: workspace === '@me' ? null : workspace, channel };
  return /^web:(\w+)$/.test(words.trim()) ? { platform: 'web', channel: words.trim().slice(4) } : null;
}
