import { slackConfig } from '../../adapters/slack/config.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { Adapter } from '../../adapters/contract.ts';
import { cardPng, builtInBriefer } from '../../src/compose.ts';
import { silentHost } from '../host.ts';
import { startBot, type BotOptions } from '../rig.ts';
import { eventually } from '../standins/origin.ts';
import { SLACK_BOT, startSlack } from '../standins/slack.ts';
import { sentFaults } from './payloads.ts';

/** The real bot behind the real adapter, in a workspace on loopback. */
export async function startSlackBot(
  env: Record<string, string> = { SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN: 'xoxb-1' },
  options: BotOptions = {},
) {
  const slack = await startSlack();
  const bot = await startBot(options);
  const adapter = adapterOn(slack, bot, env);
  await adapter.start(bot.handler);
  const faults: string[] = [];
  const blank = { type: 'block_actions', team: { id: SLACK_BOT.team } };
  return {
    slack,
    bot,
    adapter,
    /** What Slack would have refused among all that was sent so far, as sentences. */
    faults: () => [...faults, ...sentFaults(slack)],
    clear() {
      faults.push(...sentFaults(slack));
      slack.calls.length = 0;
      slack.posted.length = 0;
      slack.responses.length = 0;
    },
    /** The next message by a response URL, as text. */
    response: async () => JSON.stringify((await eventually('a response', () => slack.responses[0])).message),
    /** The next message that the bot posts. */
    post: () => eventually('a message', () => slack.posted[0]),
    /** The latest call of a method, once there is one. */
    call: async (method: string) =>
      (await eventually(`a call of ${method}`, () => slack.calls.findLast((call) => call.method === method))).args,
    /** A person presses a button. */
    press: (action: string, value: string, more: Record<string, unknown> = {}) =>
      slack.interaction({
        ...blank,
        trigger_id: `t${Math.random()}`,
        user: { id: 'U1', team_id: SLACK_BOT.team },
        channel: { id: 'C1' },
        container: { type: 'message', channel_id: 'C1', is_ephemeral: true },
        actions: [{ type: 'button', action_id: `brevier:${action}`, block_id: 'b', value }],
        ...more,
      }),
    /** A person presses a button on the home page. */
    pressAtHome: (action: string, value: string, user = 'U1', element = 'button') =>
      slack.interaction(
        {
          ...blank,
          trigger_id: `t${Math.random()}`,
          user: { id: user, team_id: SLACK_BOT.team },
          container: { type: 'view', view_id: 'VHOME' },
          view: { id: 'VHOME', type: 'home' },
          actions: [{ type: element, action_id: `brevier:${action}`, block_id: 'b', value }],
        },
        { responseUrl: false },
      ),
    /** A person fills in the form that was opened last. Gives what the adapter acknowledged with. */
    async submit(values: Record<string, Record<string, unknown>>, user = 'U1') {
      const opened = await eventually('a form', () => slack.calls.findLast(({ method }) => method === 'views.open'));
      const view = opened.args['view'] as Record<string, unknown>;
      const state = { values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { [field]: value }])) };
      return await slack.interaction(
        {
          type: 'view_submission',
          team: blank.team,
          user: { id: user, team_id: SLACK_BOT.team },
          view: { ...view, id: `V${Math.random()}`, state },
        },
        { responseUrl: false },
      );
    },
    async close() {
      await adapter.stop();
      await slack.close();
      await bot.close();
    },
  };
}

function adapterOn(
  slack: Awaited<ReturnType<typeof startSlack>>,
  { store }: Awaited<ReturnType<typeof startBot>>,
  env: Record<string, string>,
): Adapter {
  const parsed = slackConfig({ SLACK_API_URL: slack.apiUrl, ...env });
  if (parsed.status !== 'ready') throw new Error(`not ready: ${JSON.stringify(parsed)}`);
  const host = silentHost({
    installations: store,
    erase: (workspace) => store.erase(workspace),
    async card(id) {
      const article = await store.article(id);
      return article === null ? null : await cardPng(builtInBriefer, article);
    },
  });
  return createSlackAdapter(parsed.config, host);
}
