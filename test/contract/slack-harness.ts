import { slackConfig } from '../../adapters/slack/config.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { limitFaults, type SlackMessage } from '../../adapters/slack/limits.ts';

import { renderSlack } from '../../adapters/slack/render.ts';
import type { Fault } from '../standins/faults.ts';
import { SLACK_BOT, startSlack } from '../standins/slack.ts';
import { CONTROL, stringsOf, type Failure, type Harness } from './harness.ts';
import { silentHost } from '../host.ts';

const FAILURES: Readonly<Record<Failure, Fault>> = {
  'rate-limit': { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } },
  'server-error': { status: 503, body: {} },
  nonsense: { status: 200, body: '<!doctype html><p>Sign in to the network' },
  refused: { status: 200, body: { ok: false, error: 'is_archived' } },
};

export const slackHarness: Harness = {
  name: 'slack',
  target: { platform: 'slack', team: SLACK_BOT.team, channel: 'C1', thread: null },
  render: renderSlack,
  limitFaults: (payload) => limitFaults(payload as SlackMessage),
  alive(payload) {
    const { text, blocks } = payload as SlackMessage;
    const found = stringsOf(payload).filter((words) => CONTROL.test(words));
    // Everything but rich_text leaves and plain_text is read as mrkdwn.
    const mrkdwn = [
      text,
      ...blocks.flatMap((block) =>
        block.type === 'context' ? block.elements.flatMap((part) => (part.type === 'mrkdwn' ? [part.text] : [])) : [],
      ),
    ];
    found.push(...mrkdwn.filter((words) => /<[!@#]|<(?!https?:)[^>|]*\||@(?:here|channel|everyone)\b/.test(words)));
    const kinds = JSON.stringify(blocks).match(/"type":"(?:user|usergroup|broadcast|channel|emoji)"/g) ?? [];
    return [...found, ...kinds];
  },
  async open(handler) {
    const standin = await startSlack();
    const parsed = slackConfig({ SLACK_API_URL: standin.apiUrl, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    if (parsed.status !== 'ready') throw new Error('the configuration of the stand-in must be good');
    const adapter = createSlackAdapter(parsed.config, silentHost());
    await adapter.start(handler);
    return {
      adapter,
      ask: async (id, text) => {
        await standin.command({ text, trigger_id: id });
      },
      answers: () => [...standin.responses.map(({ message }) => message), ...standin.posted].map((message) => JSON.stringify(message)),
      posted: () => standin.posted.map((message) => JSON.stringify(message)),
      attempts: () => standin.calls.filter(({ method }) => method === 'chat.postMessage').map(({ at }) => at),
      hearSelf: async () => {
        await standin.event({
          type: 'message',
          channel: 'D1',
          channel_type: 'im',
          user: SLACK_BOT.user,
          bot_id: SLACK_BOT.bot,
          text: 'https://example.org',
          ts: '1.1',
        });
        await standin.event({
          type: 'app_mention',
          channel: 'C1',
          user: SLACK_BOT.user,
          bot_id: SLACK_BOT.bot,
          text: `<@${SLACK_BOT.user}> hi`,
          ts: '1.2',
        });
      },
      failNext: (failure) => standin.fail('chat.postMessage', FAILURES[failure]),
      async close() {
        await adapter.stop();
        await standin.close();
      },
    };
  },
};
