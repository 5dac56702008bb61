import { z } from 'zod';
import type { Environment } from '../../src/config.ts';
import { askPlatform, faulty, fine, type Finding } from '../finding.ts';
import type { Parsed } from '../parsed.ts';

export interface DiscordConfig {
  /** REST base without a version, e.g. `https://discord.com/api`. */
  apiUrl: string;
  token: string;
  appId: string;
  /** Commands are registered in this guild at once; null registers them everywhere. */
  guildId: string | null;
  /** The privileged Message Content intent: replies in threads are then read without a mention. */
  messageContent: boolean;
}

const Variables = z.object({
  DISCORD_API_URL: z.url().endsWith('/api', 'must end in /api').default('https://discord.com/api'),
  DISCORD_TOKEN: z.string().min(20, 'must be the bot token of the Bot page'),
  DISCORD_APP_ID: z.string().regex(/^\d{5,20}$/, 'must be the Application ID of the General Information page'),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{5,20}$/, 'must be the id of a server')
    .optional(),
  DISCORD_MESSAGE_CONTENT: z.enum(['true', 'false']).default('false'),
});

/** Absent without a token; faulty with the fields named. */
export function discordConfig(env: Environment): Parsed<DiscordConfig> {
  if (!env['DISCORD_TOKEN']) {
    return env['DISCORD_APP_ID']
      ? { status: 'faulty', faults: ['DISCORD_APP_ID is set, but DISCORD_TOKEN is not. Copy it from the Bot page.'] }
      : { status: 'absent' };
  }
  const parsed = Variables.safeParse(env);
  if (!parsed.success) {
    return { status: 'faulty', faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }
  const values = parsed.data;
  return {
    status: 'ready',
    config: {
      apiUrl: values.DISCORD_API_URL,
      token: values.DISCORD_TOKEN,
      appId: values.DISCORD_APP_ID,
      guildId: values.DISCORD_GUILD_ID ?? null,
      messageContent: values.DISCORD_MESSAGE_CONTENT === 'true',
    },
  };
}

/** https://docs.discord.com/developers/resources/application#application-object-application-flags */
const MESSAGE_CONTENT_FLAGS = (1 << 18) | (1 << 19);

/** Does Discord take the token, is the id the bot's own, and is the intent allowed that is asked for? */
export async function checkDiscord(config: DiscordConfig, signal: AbortSignal): Promise<Finding[]> {
  const application = await askPlatform(
    `${config.apiUrl}/v10/applications/@me`,
    { method: 'GET', authorization: `Bot ${config.token}` },
    signal,
  );
  if (application === null) return [faulty('Discord cannot be reached', `Check the network and DISCORD_API_URL (${config.apiUrl}).`)];
  if (application.status !== 200) {
    return [faulty(`Discord refuses DISCORD_TOKEN (${application.status})`, 'Reset the token on the Bot page and copy the new one.')];
  }
  const { id, name, flags } = application.body;
  const findings = [fine(`Discord knows the bot as ${String(name)}`), fine(`Invite it with ${inviteLink(config.appId)}`)];
  if (String(id) !== config.appId) {
    findings.push(faulty('DISCORD_APP_ID belongs to another app', `Set it to ${String(id)}, or use the token of the app ${config.appId}.`));
  }
  if (config.messageContent && (Number(flags) & MESSAGE_CONTENT_FLAGS) === 0) {
    findings.push(
      faulty(
        'Discord has not allowed the Message Content intent',
        'Switch it on under Bot, Privileged Gateway Intents, or remove DISCORD_MESSAGE_CONTENT.',
      ),
    );
  }
  return findings;
}

/** What the bot uses, https://docs.discord.com/developers/topics/permissions; docs/discord.md says what for. */
const PERMISSIONS = [10n, 11n, 15n, 16n, 35n, 38n].reduce((sum, bit) => sum | (1n << bit), 0n);

function inviteLink(appId: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${appId}&scope=bot+applications.commands&permissions=${PERMISSIONS}`;
}
