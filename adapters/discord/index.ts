import { Client, Events, GatewayIntentBits, Partials, REST, Routes } from 'discord.js';
import { toBrevierError } from '../../src/errors.ts';
import type { Adapter, ChatHost, Capabilities } from '../contract.ts';
import { createRunning } from '../running.ts';
import type { DiscordConfig } from './config.ts';
import { COMMANDS } from './commands/definitions.ts';
import { wireDiscord } from './events.ts';
import { messageFrom } from './places/answering.ts';
import { renderDiscord } from './render.ts';
import { restOptions } from './places/rest.ts';
import { deliver, directTarget, findDelivery, patiently } from './send.ts';

export const DISCORD_CAPABILITIES: Capabilities = {
  ephemeral: true,
  buttons: true,
  forms: true,
  threads: true,
  edit: true,
  dedupe: 'native',
  // discord.js paces itself by Discord's own rate-limit headers.
  pace: { channelMs: 0, workspaceMs: 0 },
};

const READY_MS = 30_000;
const DRAIN_MS = 4_000;

/** discord.js over the gateway. No privileged intent unless the operator asks for Message Content. */
export function createDiscordAdapter(config: DiscordConfig, host: ChatHost): Adapter {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(config.messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    partials: [Partials.Channel],
    rest: restOptions(config.apiUrl, host.retrying.callMs),
    // As many shards as Discord recommends, all in this process.
    shards: 'auto',
    allowedMentions: { parse: [] },
  });
  // discord.js holds every route to 50 requests a second; Discord exempts answers to interactions from that.
  const swift = new REST({ ...restOptions(config.apiUrl, host.retrying.callMs), globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  const running = createRunning((error) => {
    const { code, message } = toBrevierError(error);
    host.log.error({ code, err: error }, `discord: an answer could not be delivered: ${message}`);
  });
  client.on(Events.Error, (err) => host.log.error({ err }, 'discord: the gateway reported an error'));
  client.on(Events.Warn, (warning) => host.log.warn(`discord: ${warning}`));
  client.on(Events.ShardReconnecting, (shard) => host.log.info({ shard }, 'discord: reconnecting'));

  return {
    name: 'discord',
    capabilities: DISCORD_CAPABILITIES,
    render: renderDiscord,
    async start(handler) {
      wireDiscord({ client, swift, handler, running, host, appId: config.appId });
      const ready = new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`Discord was not ready within ${READY_MS / 1000} s`)), READY_MS);
        client.once(Events.ClientReady, () => {
          clearTimeout(late);
          resolve();
        });
      });
      await client.login(config.token);
      await ready;
      await registerCommands(client, config, host, AbortSignal.timeout(READY_MS));
      host.log.info('discord: connected');
    },
    async send(outgoing, signal) {
      const { body, files } = await messageFrom(outgoing.view, host);
      return await deliver(client.rest, outgoing, { body, files }, signal);
    },
    find: (key, place, signal) => findDelivery(client.rest, config.appId, key, place, signal),
    direct: (user, signal) => directTarget(client.rest, user, signal),
    async edit({ target, messageId }, view, signal) {
      if (target.platform !== 'discord') return;
      const { body, files } = await messageFrom(view, host);
      await patiently(() => client.rest.patch(Routes.channelMessage(target.channel, messageId), { body, files, signal }), signal);
    },
    async stop() {
      await running.drain(DRAIN_MS);
      await client.destroy();
    },
  };
}

/** Writes the commands only when they differ from what Discord has: registrations a day are limited. */
async function registerCommands(client: Client, { appId, guildId }: DiscordConfig, host: ChatHost, signal: AbortSignal): Promise<void> {
  const route = guildId === null ? Routes.applicationCommands(appId) : Routes.applicationGuildCommands(appId, guildId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known = (await patiently(() => client.rest.get(route, { query, signal }), signal)) as Record<string, unknown>[];
  if (COMMANDS.length === known.length && COMMANDS.every((command) => known.some((other) => sameCommand(command, other)))) return;
  await patiently(() => client.rest.put(route, { body: COMMANDS, signal }), signal);
  host.log.info({ commands: COMMANDS.length, guildId }, 'discord: commands registered');
}

/** Does Discord's copy hold everything that ours says? It adds ids and defaults of its own. */
function sameCommand(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours)) {
    if (ours.length === 0 && theirs === undefined) return true;
    return Array.isArray(theirs) && ours.length === theirs.length && ours.every((item, index) => sameCommand(item, theirs[index]));
  }
  if (typeof ours !== 'object' || ours === null) return ours === theirs || (ours === false && theirs === undefined);
  if (typeof theirs !== 'object' || theirs === null) return false;
  const other = theirs as Record<string, unknown>;
  return Object.entries(ours).every(([key, value]) => sameCommand(value, other[key]));
}
