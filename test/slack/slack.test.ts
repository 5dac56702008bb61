import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkSlack, slackConfig } from '../../adapters/slack/config.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { Adapter } from '../../adapters/contract.ts';
import { startBot } from '../rig.ts';
import { eventually, freePort } from '../standins/origin.ts';
import { eventBody, signedHeaders, SLACK_BOT, slashCommand, startSlack } from '../standins/slack.ts';
import { silentHost } from '../host.ts';
import { sentFaults } from './payloads.ts';

const slack = await startSlack();
const bot = await startBot();
const TOKENS = { SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: 'xoxb-1' };
const host = silentHost();

afterAll(async () => {
  await slack.close();
  await bot.close();
});

afterEach(() => {
  expect(sentFaults(slack)).toEqual([]);
});

function adapterFor(env: Record<string, string>): Adapter {
  const parsed = slackConfig({ ...TOKENS, ...env });
  if (parsed.status !== 'ready') throw new Error(`not ready: ${parsed.status}`);
  return createSlackAdapter(parsed.config, host);
}

describe('over Socket Mode', () => {
  const adapter = adapterFor({ SLACK_APP_TOKEN: 'xapp-1' });
  beforeAll(() => adapter.start(bot.handler));
  afterAll(() => adapter.stop());
  beforeEach(() => {
    slack.responses.length = 0;
    slack.posted.length = 0;
    slack.calls.length = 0;
  });
  const response = async () => JSON.stringify((await eventually('a response', () => slack.responses[0])).message);
  const post = async () => JSON.stringify(await eventually('a message', () => slack.posted[0]));

  it('answers /brief with a link privately, with figures and buttons', async () => {
    await slack.command({ command: '/brief', text: `<${bot.url}>`, channel_id: 'C1' });
    const { message } = await eventually('a response', () => slack.responses[0]);
    expect(message['response_type']).toBe('ephemeral');
    const words = JSON.stringify(message);
    expect(words).toContain('Plant to open in May');
    expect(words).toContain('more than 1,200');
    for (const action of ['figures', 'ask', 'share']) expect(words).toContain(`"action_id":"brevier:${action}"`);
  });

  it('answers /ask about the article last briefed in the channel', async () => {
    await slack.command({ command: '/ask', text: 'Who runs the site?', channel_id: 'C1' });
    expect(await response()).toContain('Anna Berg');
  });

  it('says what to do when nothing was briefed in a channel', async () => {
    await slack.command({ command: '/ask', text: 'Who?', channel_id: 'CEMPTY' });
    expect(await response()).toContain('Brief one first with /brief');
  });

  it('says what is wrong with a page that cannot be read', async () => {
    await slack.command({ command: '/brief', text: `${bot.site}/gone` });
    expect(await response()).toContain('does not exist');
  });

  it('briefs the link of a mention in a thread under it, for everybody', async () => {
    await slack.event({ type: 'app_mention', user: 'U1', channel: 'C2', ts: '100.1', text: `<@${SLACK_BOT.user}> <${bot.url}|link>` });
    const message = await eventually('a message', () => slack.posted[0]);
    expect(message).toMatchObject({ channel: 'C2', thread_ts: '100.1' });
    expect(JSON.stringify(message)).toContain('more than 1,200');
  });

  it('answers a question in its thread without a mention, and stays quiet when people talk', async () => {
    const message = { type: 'message', channel: 'C2', channel_type: 'channel', user: 'U2', thread_ts: '100.1' };
    await slack.event({ ...message, ts: '100.2', text: 'I will be late today.' });
    await slack.event({ ...message, ts: '100.3', text: '<@U9> what do you think?' });
    await slack.event({ ...message, ts: '100.4', text: 'How much will it cost?' });
    expect(await post()).toContain('$86 million');
    expect(slack.posted).toHaveLength(1);
  });

  it('answers a direct message', async () => {
    await slack.event({ type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts: '7.1', text: bot.url });
    expect(await post()).toContain('Plant to open in May');
  });

  it('opens the key figures, privately, from a button', async () => {
    const ref = await refFor();
    await slack.interaction(click('figures', ref));
    expect(await response()).toContain('Key figures');
  });

  it('asks in a modal and answers where the button was', async () => {
    const ref = await refFor();
    await slack.interaction(click('ask', ref));
    const opened = await eventually('a modal', () => slack.calls.find(({ method }) => method === 'views.open'));
    const view = opened.args['view'] as { callback_id: string; private_metadata: string };
    await slack.interaction({
      type: 'view_submission',
      team: { id: SLACK_BOT.team },
      user: { id: 'U1', team_id: SLACK_BOT.team },
      view: {
        ...view,
        id: 'V1',
        type: 'modal',
        state: { values: { words: { words: { type: 'plain_text_input', value: 'Who runs the site?' } } } },
      },
    });
    expect(await response()).toContain('Anna Berg');
  });

  it('shares a brief with the channel', async () => {
    await slack.interaction(click('share', await refFor()));
    expect(await post()).toContain('more than 1,200');
  });

  it('shares through the response URL where the bot is not a member', async () => {
    slack.fail('chat.postMessage', { status: 200, body: { ok: false, error: 'not_in_channel' } });
    await slack.interaction(click('share', await refFor()));
    expect((await eventually('a response', () => slack.responses[0])).message['response_type']).toBe('in_channel');
  });

  async function refFor(): Promise<string> {
    await slack.command({ command: '/brief', text: bot.url });
    const words = await response();
    slack.responses.length = 0;
    return /"action_id":"brevier:share".*?"value":"([0-9a-f]{24})"/.exec(words)?.[1] ?? '';
  }

  function click(action: string, ref: string): Record<string, unknown> {
    return {
      type: 'block_actions',
      trigger_id: `t${Math.random()}`,
      team: { id: SLACK_BOT.team },
      user: { id: 'U1', team_id: SLACK_BOT.team },
      channel: { id: 'C1' },
      container: { type: 'message', channel_id: 'C1' },
      actions: [{ type: 'button', action_id: `brevier:${action}`, block_id: 'b', value: ref }],
    };
  }
});

const port = await freePort();

describe('over signed HTTP', () => {
  const secret = 'a-signing-secret';
  const adapter = adapterFor({ SLACK_SIGNING_SECRET: secret, PORT: String(port) });
  beforeAll(() => adapter.start(bot.handler));
  afterAll(() => adapter.stop());
  const url = `http://127.0.0.1:${port}/slack/events`;

  it('acknowledges a signed command and answers it', async () => {
    slack.responses.length = 0;
    const body = new URLSearchParams(slashCommand(slack.apiUrl.replace('/api/', ''), { text: bot.url })).toString();
    const acknowledged = await fetch(url, { method: 'POST', body, headers: signedHeaders(secret, body, Date.now()) });
    expect(acknowledged.status).toBe(200);
    expect(JSON.stringify((await eventually('a response', () => slack.responses[0])).message)).toContain('more than 1,200');
  });

  it('handles a repeated event once', async () => {
    slack.posted.length = 0;
    const body = JSON.stringify(
      eventBody({ type: 'app_mention', user: 'U1', channel: 'C9', ts: '900.1', text: `<@${SLACK_BOT.user}> ${bot.url}` }),
    );
    for (let time = 0; time < 2; time += 1) {
      const headers = { ...signedHeaders(secret, body, Date.now()), 'content-type': 'application/json', 'x-slack-retry-num': String(time) };
      expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(200);
    }
    await eventually('a message', () => slack.posted[0]);
    await adapter.find?.(
      '0',
      { target: { platform: 'slack', team: 'T', channel: 'C9', thread: null }, parent: null },
      new AbortController().signal,
    );
    expect(slack.posted).toHaveLength(1);
  });

  it.each([
    ['a wrong signature', (body: string) => signedHeaders('another-secret', body, Date.now())],
    ['an old signature', (body: string) => signedHeaders(secret, body, Date.now() - 3_600_000)],
  ])('refuses %s', async (_name, headers) => {
    const body = new URLSearchParams(slashCommand('http://127.0.0.1:1', { text: 'x' })).toString();
    expect((await fetch(url, { method: 'POST', body, headers: headers(body) })).status).toBe(401);
  });
});

describe('the configuration', () => {
  it.each([
    [{}, 'absent', /^$/],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'faulty', /SLACK_BOT_TOKEN is not/],
    [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' }, 'faulty', /begins with xoxb-/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'faulty', /SLACK_APP_TOKEN/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://x/' }, 'faulty', /must end in \/api\//],
  ])('%o is %s', (env, status, fault) => {
    const parsed = slackConfig(env);
    expect(parsed.status).toBe(status);
    expect(parsed.status === 'faulty' ? parsed.faults.join() : '').toMatch(fault);
  });

  it('is checked against Slack itself', async () => {
    const parsed = slackConfig({ ...TOKENS, SLACK_APP_TOKEN: 'xapp-1' });
    if (parsed.status !== 'ready') throw new Error('not ready');
    const signal = new AbortController().signal;
    expect((await checkSlack(parsed.config, signal)).filter(({ todo }) => todo !== null)).toEqual([]);
    slack.fail('auth.test', { status: 200, headers: { 'x-oauth-scopes': 'commands' }, body: { ok: true, user: 'b', team: 't' } });
    expect((await checkSlack(parsed.config, signal)).map(({ what }) => what).join()).toContain('has not granted app_mentions:read');
    slack.fail('auth.test', { status: 200, body: { ok: false, error: 'invalid_auth' } });
    expect((await checkSlack(parsed.config, signal))[0]?.todo).toContain('OAuth & Permissions');
  });
});
