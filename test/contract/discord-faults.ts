import { discordConfig } from '../../adapters/discord/config.ts';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import type { Response } from '../../src/bot/request.ts';
import { viewMessage } from '../../src/view/message-view.ts';
import { MESSAGE } from '../discord/rig.ts';
import { DISCORD_APP, DISCORD_BOT, DISCORD_CHANNEL, startDiscord } from '../standins/discord.ts';
import { eventually } from '../standins/origin.ts';
import { hastyHost, type FaultHarness } from './faults.ts';

type Discord = Awaited<ReturnType<typeof startDiscord>>;

const command = (isPrivate: boolean) => ({
  type: 2,
  data: {
    id: '1',
    name: 'brief',
    type: 1,
    options: [
      { name: 'text', type: 3, value: 'x' },
      { name: 'private', type: 5, value: isPrivate },
    ],
  },
});
const press = (action: string) => ({
  type: 3,
  message: MESSAGE,
  data: { component_type: 2, custom_id: `brevier:${action}:${'a'.repeat(24)}` },
});
const mention = (discord: Discord) => discord.message({ content: `<@${DISCORD_APP}> hi`, mentions: [DISCORD_BOT] });

interface Asked {
  /** Which calls the fault befalls. */
  route: string;
  visibility: Response['visibility'];
  drafts?: true;
  ask(discord: Discord): Promise<unknown>;
}

const ASKED: Readonly<Record<string, Asked>> = {
  'interaction callback': { route: 'POST /interactions/', visibility: 'private', ask: (discord) => discord.interaction(command(true)) },
  'interaction callback with a form': {
    route: 'POST /interactions/',
    visibility: 'private',
    ask: (discord) => discord.interaction(press('ask')),
  },
  'edit of the reply': { route: 'PATCH /webhooks/', visibility: 'private', ask: (discord) => discord.interaction(command(true)) },
  'message beside the reply': { route: 'POST /webhooks/', visibility: 'public', ask: (discord) => discord.interaction(command(true)) },
  'private message beside the reply': {
    route: 'POST /webhooks/',
    visibility: 'private',
    ask: (discord) => discord.interaction(command(false)),
  },
  'removal of the reply': { route: 'DELETE /webhooks/', visibility: 'public', ask: (discord) => discord.interaction(command(true)) },
  'create message': { route: `POST /channels/${DISCORD_CHANNEL}/messages`, visibility: 'public', ask: mention },
  'edit message': { route: `PATCH /channels/${DISCORD_CHANNEL}/messages`, visibility: 'public', drafts: true, ask: mention },
  'create message to a person': { route: 'POST /channels/9', visibility: 'direct', ask: (discord) => discord.interaction(press('keep')) },
  'create DM': { route: 'POST /users/@me/channels', visibility: 'direct', ask: (discord) => discord.interaction(press('keep')) },
  typing: { route: `POST /channels/${DISCORD_CHANNEL}/typing`, visibility: 'public', ask: mention },
};

export const discordFaults: FaultHarness = {
  name: 'discord',
  calls: Object.fromEntries(
    Object.keys(ASKED).map((call) => [call, call === 'private message beside the reply' ? { mayShowTwice: true as const } : {}]),
  ),
  async open({ host, outcomes, codes } = hastyHost()) {
    const standin = await startDiscord();
    const parsed = discordConfig({ DISCORD_API_URL: standin.apiUrl, DISCORD_TOKEN: 'x'.repeat(40), DISCORD_APP_ID: DISCORD_APP });
    if (parsed.status !== 'ready') throw new Error('the configuration of the stand-in must be good');
    const adapter = createDiscordAdapter(parsed.config, host);
    let asked: Asked | undefined;
    await adapter.start(async (request) => {
      if (asked?.drafts === true) {
        request.draft?.(viewMessage('so far'), 'public');
        await eventually('the draft', () => standin.posted.length > 0);
      }
      return { view: viewMessage('the answer'), visibility: asked?.visibility ?? 'private' };
    });
    return {
      strike: (call, fault, times) => standin.failOften(ASKED[call]?.route ?? call, fault, times),
      async ask(call) {
        asked = ASKED[call];
        await asked?.ask(standin);
        await eventually('what became of it', () => outcomes.length > 0, 60_000);
      },
      seen: () =>
        standin
          .seen()
          .map((one) => JSON.stringify(one))
          .filter((words) => /the answer|"title":"Ask|once more|so far/u.test(words)),
      outcomes: () => outcomes,
      codes: () => codes,
      async close() {
        await adapter.stop();
        await standin.close();
      },
    };
  },
};
