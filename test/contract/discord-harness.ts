import { discordConfig } from '../../adapters/discord/config.ts';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { limitFaults, type DiscordMessage } from '../../adapters/discord/limits.ts';

import { renderDiscord } from '../../adapters/discord/render.ts';
import { DISCORD_APP, DISCORD_BOT, DISCORD_CHANNEL, DISCORD_GUILD, startDiscord } from '../standins/discord.ts';
import { eventually } from '../standins/origin.ts';
import type { Fault } from '../standins/faults.ts';
import { CONTROL, stringsOf, type Failure, type Harness } from './harness.ts';
import { silentHost } from '../host.ts';

const FAILURES: Readonly<Record<Failure, Fault>> = {
  'rate-limit': {
    status: 429,
    headers: { 'retry-after': '1', 'x-ratelimit-scope': 'user' },
    body: { message: 'slow down', retry_after: 1, global: false },
  },
  'server-error': { status: 503, body: {} },
  nonsense: { status: 200, body: '<!doctype html><p>Sign in to the network' },
  refused: { status: 403, body: { code: 50013, message: 'Missing Permissions' } },
};
const IDS = new Map<string, string>();

export const discordHarness: Harness = {
  name: 'discord',
  target: { platform: 'discord', guild: DISCORD_GUILD, channel: DISCORD_CHANNEL },
  render: renderDiscord,
  limitFaults: (payload) => limitFaults(payload as DiscordMessage),
  alive(payload) {
    const message = payload as DiscordMessage;
    const found = stringsOf(payload).filter((words) => CONTROL.test(words.replaceAll('\n', '')));
    if (message.allowed_mentions.parse.length > 0) found.push('allowed_mentions');
    const contents = JSON.stringify(message.components).match(/"content":"(?:[^"\\]|\\.)*"/g) ?? [];
    found.push(...contents.filter((words) => /@(?:everyone|here)\b|(?<!\\)<[@#]/.test(words.replaceAll('\\\\', '\\'))));
    return found;
  },
  async open(handler) {
    const standin = await startDiscord();
    const parsed = discordConfig({ DISCORD_API_URL: standin.apiUrl, DISCORD_TOKEN: 'x'.repeat(40), DISCORD_APP_ID: DISCORD_APP });
    if (parsed.status !== 'ready') throw new Error('the configuration of the stand-in must be good');
    const adapter = createDiscordAdapter(parsed.config, silentHost());
    await adapter.start(handler);
    const patches = () => standin.calls.filter(({ route }) => /^(?:PATCH|POST) \/webhooks\//.test(route));
    IDS.clear();
    return {
      adapter,
      async ask(name, text) {
        const id = IDS.get(name) ?? standin.nextId();
        IDS.set(name, id);
        const before = callbacks(standin.calls, id);
        await standin.interaction({
          id,
          type: 2,
          data: { id: '1', name: 'brief', type: 1, options: [{ name: 'text', type: 3, value: text }] },
        });
        await eventually('the acknowledgement', () => callbacks(standin.calls, id) > before);
      },
      answers: () => patches().map(({ body }) => JSON.stringify(body)),
      posted: () => standin.posted.map((message) => JSON.stringify(message)),
      attempts: () => standin.calls.filter(({ route }) => route.startsWith('POST /channels/')).map(({ at }) => at),
      hearSelf: async () => {
        await standin.message({ author: DISCORD_BOT, content: `<@${DISCORD_APP}> https://example.org`, mentions: [DISCORD_BOT] });
      },
      failNext: (failure) => standin.fail('POST /channels/', FAILURES[failure]),
      async close() {
        await adapter.stop();
        await standin.close();
      },
    };
  },
};

function callbacks(calls: readonly { route: string }[], id: string): number {
  return calls.filter(({ route }) => route === `POST /interactions/${id}/token-${id}/callback`).length;
}
