import type { Client, Interaction, REST } from 'discord.js';
import type { Asking, Handler } from '../../../src/bot/request.ts';
import type { Target } from '../../../src/model/target.ts';
import type { ChatHost } from '../../contract.ts';
import type { Running } from '../../running.ts';

/** What the listeners of every surface work with. */
export interface DiscordWiring {
  client: Client;
  /** For answers to interactions: Discord counts them apart from everything else, so they wait for nothing. */
  swift: REST;
  handler: Handler;
  running: Running;
  host: ChatHost;
  appId: string;
}

export type DiscordPlace = Extract<Target, { platform: 'discord' }>;

export function placeOf({ guildId, channelId, user }: Interaction): DiscordPlace {
  return { platform: 'discord', guild: guildId, channel: channelId ?? user.id };
}

/** The request of a person, without what they did. Alone with the bot everybody is their own manager. */
export function asking(interaction: Interaction): Asking {
  const roles = interaction.member?.roles;
  const asker = {
    isManager: interaction.guildId === null || (interaction.memberPermissions?.has('ManageGuild') ?? false),
    roles: Array.isArray(roles) ? roles : [...(roles?.cache.keys() ?? [])],
  };
  return { target: placeOf(interaction), user: `discord:${interaction.user.id}`, asker: () => Promise.resolve(asker) };
}
