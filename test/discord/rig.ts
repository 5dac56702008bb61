import { discordConfig } from '../../adapters/discord/config.ts';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { suggest } from '../../src/bot/suggestions.ts';
import { pauseWorkspace } from '../../src/bot/leaving.ts';
import { builtInBriefer, cardPng } from '../../src/compose.ts';
import { silentHost } from '../host.ts';
import { startBot, type BotOptions } from '../rig.ts';
import { BLANK_MESSAGE, DISCORD_APP, DISCORD_BOT, startDiscord } from '../standins/discord.ts';
import { eventually } from '../standins/origin.ts';
import { slash, type Options } from './slash.ts';

/** `Manage Server`, https://docs.discord.com/developers/topics/permissions */
export const MANAGER = String(1 << 5);

/** A message of the bot's, under which buttons stand. */
export const MESSAGE = { ...BLANK_MESSAGE, id: '200000000000000077', author: DISCORD_BOT };

/** The real bot behind the real adapter, in a server on loopback. */
export async function startDiscordBot(options: Parameters<typeof startDiscord>[0] & BotOptions = {}) {
  const discord = await startDiscord(options);
  const bot = await startBot(options);
  const parsed = discordConfig({ DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: 'x'.repeat(40), DISCORD_APP_ID: DISCORD_APP });
  if (parsed.status !== 'ready') throw new Error('the configuration must be good');
  const { store } = bot;
  const adapter = createDiscordAdapter(
    parsed.config,
    silentHost({
      suggest: (kind, target, typed, limit) => suggest(store, kind, target, typed, new Date('2026-11-23T12:00:00Z'), limit),
      leave: (workspace, reason) => pauseWorkspace(store, workspace, reason),
      async card(id) {
        const article = await store.article(id);
        return article === null ? null : await cardPng(builtInBriefer, article);
      },
    }),
  );
  await adapter.start(bot.handler);
  const answerTo = async (token: string, method: 'PATCH' | 'POST' | 'DELETE' = 'PATCH') => {
    const route = `${method} /webhooks/${DISCORD_APP}/${token}`;
    return await eventually(`${method} of the answer`, () => discord.calls.find((call) => call.route.startsWith(route)));
  };
  return {
    discord,
    bot,
    adapter,
    answerTo,
    /** How an interaction was acknowledged. */
    acknowledgement: async (id: string) =>
      (await eventually('an acknowledgement', () => discord.calls.find(({ route }) => route.startsWith(`POST /interactions/${id}/`)))).body,
    /** A slash command; `path` names its subcommands. Gives the private answer as text. */
    async command(path: string, values: Options = {}, more: Record<string, unknown> = {}): Promise<string> {
      const { token } = await discord.interaction({ ...slash(path, values), ...more });
      return JSON.stringify((await answerTo(token)).body);
    },
    press: (action: string, ref: string, flags = 64, more: Record<string, unknown> = {}) =>
      discord.interaction({
        type: 3,
        message: { ...MESSAGE, flags },
        data: { component_type: 2, custom_id: `brevier:${action}:${ref}` },
        ...more,
      }),
    /** Somebody sends a form that was opened under this id. */
    submit: (customId: string, values: Readonly<Record<string, string>>) =>
      discord.interaction({
        type: 5,
        message: MESSAGE,
        data: {
          custom_id: customId,
          components: Object.entries(values).map(([field, value], index) => ({
            type: 18,
            id: index * 2 + 1,
            component:
              field === 'days'
                ? { type: 3, id: index * 2 + 2, custom_id: field, values: [value] }
                : { type: 4, id: index * 2 + 2, custom_id: field, value },
          })),
        },
      }),
    async close() {
      await adapter.stop();
      await discord.close();
      await bot.close();
    },
  };
}
