import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../standins/origin.ts';
import { SLACK_BOT } from '../standins/slack.ts';
import { startSlackBot } from './rig.ts';

const rig = await startSlackBot();
const { slack, bot } = rig;
afterAll(() => rig.close());
beforeEach(() => rig.clear());

const mention = { type: 'app_mention', user: 'U1', channel: 'C2', text: `<@${SLACK_BOT.user}> <${bot.url}|link>` };

async function refOf(action: string): Promise<string> {
  await slack.command({ command: '/brief', text: bot.url });
  const words = await rig.response();
  rig.clear();
  return new RegExp(`"action_id":"brevier:${action}".*?"value":"([0-9a-f]{24})"`).exec(words)?.[1] ?? '';
}

describe('buttons under a private brief', () => {
  it('change it in place', async () => {
    const ref = await refOf('longer');
    await rig.press('longer', ref);
    const response = await rig.response();
    expect(response).toContain('"replace_original":true');
    expect(response).toContain('brevier:shorter');
  });

  it('leave a message that everybody sees as it is, and answer privately', async () => {
    const ref = await refOf('longer');
    await rig.press('longer', ref, { container: { type: 'message', channel_id: 'C1', is_ephemeral: false } });
    const response = await rig.response();
    expect(response).toContain('"replace_original":false');
    expect(response).toContain('"response_type":"ephemeral"');
  });

  it('take a word on whether it helped', async () => {
    await rig.press('helpful', await refOf('helpful'));
    expect(await rig.response()).toContain('Glad it helped');
  });

  it('share it with a thread of its own, in which nobody has to mention the bot', async () => {
    await rig.press('share', await refOf('share'));
    const { ts } = await rig.post();
    rig.clear();
    await slack.event({
      type: 'message',
      channel: 'C1',
      channel_type: 'channel',
      user: 'U2',
      thread_ts: ts,
      ts: '77.2',
      text: 'Who runs the site?',
    });
    expect(JSON.stringify(await rig.post())).toContain('Anna Berg');
  });

  it('put a copy into direct messages where sharing is for managers', async () => {
    await bot.store.savePolicyChanges('slack:T0001/C1', { share: 'managers' });
    await rig.press('keep', await refOf('keep'));
    expect(await rig.post()).toMatchObject({ channel: 'U1' });
    expect(await rig.response()).toContain('in your direct messages');
    await bot.store.savePolicyChanges('slack:T0001/C1', {});
  });

  it('say so when the brief is no longer kept', async () => {
    await rig.press('figures', '0'.repeat(24));
    expect(await rig.response()).toContain('no longer kept');
  });
});

describe('the card of key figures', () => {
  it('is uploaded as an image with its facts as alt text', async () => {
    await slack.command({ command: '/brief', text: `image ${bot.url}` });
    const response = await rig.response();
    expect(response).toMatch(/"slack_file":\{"id":"F\d+"\}/);
    expect(response).toContain('"alt_text":"Key figures: Plant to open in May');
    expect(slack.uploads.at(-1)?.bytes).toBeGreaterThan(1000);
  });

  it('goes as words where Slack does not take it', async () => {
    slack.fail('files.getUploadURLExternal', { status: 200, body: { ok: false, error: 'missing_scope' } });
    await slack.command({ command: '/brief', text: `image ${bot.url}` });
    const response = await rig.response();
    expect(response).not.toContain('slack_file');
    expect(response).toContain('would employ more than 1,200 people when it opens in May (would employ)');
  });
});

describe('a channel whose policy is public answers', () => {
  it('sees the answer to a command at once, with a thread', async () => {
    await bot.store.savePolicyChanges('slack:T0001/C4', { answers: 'public' });
    await slack.command({ command: '/brief', text: bot.url, channel_id: 'C4' });
    expect(await rig.post()).toMatchObject({ channel: 'C4' });
  });
});

describe('what goes wrong', () => {
  it.each([
    ['is_archived', 'That channel is archived'],
    ['restricted_action', 'does not let Brevier post there'],
    ['channel_not_found', 'I cannot see that channel'],
  ])('is told to whoever asked when Slack says %s', async (error, sentence) => {
    slack.fail('chat.postMessage', { status: 200, body: { ok: false, error } });
    await slack.event({ ...mention, ts: `50.${error}` });
    const told = await rig.post();
    expect(told).toMatchObject({ channel: 'U1' });
    expect(JSON.stringify(told)).toContain(sentence);
  });

  it('waits as long as a rate limit says', async () => {
    slack.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } });
    await slack.event({ ...mention, ts: '60.1' });
    await rig.post();
    const [first, second] = slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(990);
  });
});

describe('a mention', () => {
  it('that arrives as a message too is answered once', async () => {
    await slack.event({ ...mention, ts: '70.1' });
    await slack.event({ ...mention, type: 'message', channel_type: 'channel', thread_ts: '70.0', ts: '70.1' });
    await rig.post();
    await slack.event({ ...mention, ts: '70.9', text: `<@${SLACK_BOT.user}> help` });
    await eventually('the second answer', () => slack.posted.length >= 2);
    expect(slack.posted).toHaveLength(2);
  });

  it('with the words of a command does what the command does', async () => {
    await slack.event({ ...mention, ts: '71.1', text: `<@${SLACK_BOT.user}> digest list` });
    const told = JSON.stringify(await eventually('an answer', () => slack.calls.find(({ method }) => method === 'chat.postEphemeral')));
    expect(told).toContain('No digest is scheduled here');
  });

  it('by a bot is left alone', async () => {
    await slack.event({ ...mention, ts: '72.1', bot_id: 'BOTHER' });
    await slack.event({ ...mention, ts: '72.2', text: `<@${SLACK_BOT.user}> help` });
    await rig.post();
    expect(slack.posted).toHaveLength(1);
  });
});

describe('Socket Mode', () => {
  it('holds two connections', async () => {
    await eventually('two connections', () => slack.connections.length === 2);
  });

  it('loses no command and answers none twice when a connection breaks before it is acknowledged', async () => {
    await eventually('two connections', () => slack.connections.length === 2);
    const commands = ['one', 'two', 'three'].map((trigger) => slack.command({ command: '/brief', text: bot.url, trigger_id: trigger }));
    const [broken] = slack.connections;
    broken?.terminate();
    await eventually('the connection to be gone', () => !slack.connections.includes(broken as never));
    await slack.sendAgain();
    await Promise.all(commands);
    await eventually('three answers', () => slack.responses.length >= 3);
    await slack.command({ command: '/brief', text: 'help', trigger_id: 'last' });
    await eventually('the last answer', () => slack.responses.length >= 4);
    expect(slack.responses).toHaveLength(4);
  });

  it('comes back after the network was away, and nothing breaks meanwhile', async () => {
    await eventually('two connections', () => slack.connections.length === 2);
    const away = { status: 503, body: {} };
    slack.fail('apps.connections.open', away, away, { status: 200, body: { ok: false, error: 'internal_error' } });
    for (const connection of slack.connections.slice()) connection.terminate();
    await eventually('no connection', () => slack.connections.length === 0);
    await eventually('two connections again', () => slack.connections.length === 2, 15_000);
    await slack.command({ command: '/brief', text: bot.url, trigger_id: 'after' });
    expect(await rig.response()).toContain('more than 1,200');
  });

  it('goes on over the other connection while Slack refreshes one, and comes back', async () => {
    await eventually('two connections', () => slack.connections.length === 2);
    const [refreshed] = slack.connections;
    refreshed?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'standin' } }));
    await eventually('the refreshed connection to close', () => !slack.connections.includes(refreshed as never));
    await slack.command({ command: '/brief', text: bot.url, trigger_id: 'during' });
    expect(await rig.response()).toContain('more than 1,200');
    await eventually('two connections again', () => slack.connections.length === 2, 20_000);
  });
});

it('sends nothing that Slack would refuse', () => {
  expect(rig.faults()).toEqual([]);
});
