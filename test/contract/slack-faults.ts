import { slackConfig } from '../../adapters/slack/config.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { Response } from '../../src/bot/request.ts';
import { viewMessage } from '../../src/view/message-view.ts';
import { eventually } from '../standins/origin.ts';
import { SLACK_BOT, startSlack } from '../standins/slack.ts';
import { hastyHost, type FaultHarness } from './faults.ts';

const MENTION = { type: 'app_mention', channel: 'C1', user: 'U1', text: `<@${SLACK_BOT.user}> hi`, ts: '10.1' };
const PRESS = { type: 'block_actions', team: { id: SLACK_BOT.team }, user: { id: 'U1', team_id: SLACK_BOT.team }, trigger_id: 't1' };
const ON_MESSAGE = { channel: { id: 'C1' }, container: { type: 'message', channel_id: 'C1', is_ephemeral: true } };
const AT_HOME = { container: { type: 'view', view_id: 'VHOME' }, view: { id: 'VHOME', type: 'home' } };

/** What is asked for each call, and how the bot answers it. */
type Slack = Awaited<ReturnType<typeof startSlack>>;
const ASKED: Readonly<Record<string, { visibility: Response['visibility']; drafts?: true; ask(slack: Slack): Promise<unknown> }>> = {
  response_url: { visibility: 'private', ask: (slack) => slack.command({ text: 'x' }) },
  'response_url of a button': { visibility: 'private', ask: (slack) => slack.interaction(press('figures', ON_MESSAGE)) },
  'chat.postMessage': { visibility: 'public', ask: (slack) => slack.event(MENTION) },
  'chat.update': { visibility: 'public', drafts: true, ask: (slack) => slack.event(MENTION) },
  'chat.postEphemeral': { visibility: 'private', ask: (slack) => slack.event(MENTION) },
  'chat.delete': { visibility: 'private', drafts: true, ask: (slack) => slack.event(MENTION) },
  'chat.postMessage to a person': { visibility: 'direct', ask: (slack) => slack.interaction(press('keep', ON_MESSAGE)) },
  'views.open': { visibility: 'private', ask: (slack) => slack.interaction(press('ask', ON_MESSAGE)) },
  'views.update': {
    visibility: 'private',
    ask: (slack) => slack.interaction(press('try', AT_HOME, 'plain_text_input'), { responseUrl: false }),
  },
  'views.publish': {
    visibility: 'private',
    ask: (slack) => slack.event({ type: 'app_home_opened', tab: 'home', user: 'U1', event_ts: '1.1' }),
  },
  'assistant.threads.setStatus': { visibility: 'public', ask: (slack) => slack.event(MENTION) },
  'users.info': { visibility: 'private', ask: (slack) => slack.command({ text: 'x' }) },
};

function press(action: string, where: Record<string, unknown>, type = 'button') {
  return { ...PRESS, ...where, actions: [{ type, action_id: `brevier:${action}`, block_id: 'b', value: 'a1' }] };
}

export const slackFaults: FaultHarness = {
  name: 'slack',
  calls: {
    response_url: {},
    'response_url of a button': { mayShowTwice: true },
    'chat.postMessage': {},
    'chat.update': {},
    'chat.postEphemeral': { mayShowTwice: true },
    'chat.delete': {},
    'chat.postMessage to a person': { mayShowTwice: true },
    'views.open': {},
    'views.update': {},
    'views.publish': {},
    'assistant.threads.setStatus': {},
    'users.info': {},
  },
  async open({ host, outcomes, codes } = hastyHost()) {
    const standin = await startSlack();
    const parsed = slackConfig({ SLACK_API_URL: standin.apiUrl, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    if (parsed.status !== 'ready') throw new Error('the configuration of the stand-in must be good');
    const adapter = createSlackAdapter(parsed.config, host);
    let asked = ASKED['response_url'];
    await adapter.start(async (request) => {
      await request.asker?.();
      if (asked?.drafts === true) {
        request.draft?.(viewMessage('so far'), 'public');
        await eventually('the draft', () => standin.posted.length > 0);
      }
      return { view: viewMessage('the answer'), visibility: asked?.visibility ?? 'private' };
    });
    return {
      strike: (call, fault, times) => standin.failOften(call.replace(/ .*/u, ''), fault, times),
      async ask(call) {
        asked = ASKED[call];
        await asked?.ask(standin);
        await eventually('what became of it', () => outcomes.length > 0, 60_000);
      },
      seen: () => {
        const all = [...standin.posted, ...standin.shown.map(({ content }) => content)].map((one) => JSON.stringify(one));
        return all.filter((words) => /the answer|"callback_id":"brevier:form"|once more|so far/u.test(words));
      },
      outcomes: () => outcomes,
      codes: () => codes,
      async close() {
        await adapter.stop();
        await standin.close();
      },
    };
  },
};
