import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { limitFaults as slackFaults, type SlackMessage } from '../../adapters/slack/limits.ts';
import { limitFaults as discordFaults, type DiscordMessage } from '../../adapters/discord/limits.ts';
import type { Target } from '../../src/model/target.ts';
import { viewMessage } from '../../src/view/message-view.ts';
import { bodyChecker } from '../discord/openapi.ts';
import { DISCORD_APP, DISCORD_FORUM, startDiscord } from '../standins/discord.ts';
import { startSlack } from '../standins/slack.ts';
import { BATTERY, FERRY, QUIET, startDigests } from './rig.ts';
import { silentHost } from '../host.ts';

const host = silentHost();
const slack = await startSlack();
const discord = await startDiscord({ nonceMs: 0 });
const onSlack = createSlackAdapter({ apiUrl: slack.apiUrl, mode: { type: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' } }, host);
const onDiscord = createDiscordAdapter(
  { token: 'x'.repeat(40), appId: DISCORD_APP, guildId: null, apiUrl: discord.apiUrl, messageContent: false },
  host,
);
await onDiscord.start(async () => null);
const checkBody = bodyChecker();

afterAll(async () => {
  await onSlack.stop();
  await onDiscord.stop();
  await slack.close();
  await discord.close();
});
beforeEach(() => {
  slack.posted.length = 0;
  discord.posted.length = 0;
  discord.calls.length = 0;
});

const SLACK: Target = { platform: 'slack', team: 'T1', channel: 'C1', thread: null };
const DISCORD: Target = { platform: 'discord', guild: '42', channel: '200000000000000003' };

/** One morning with two stories, through the real adapter. */
async function morning(target: Target, layout: 'thread' | 'message' = 'thread') {
  const rig = await startDigests();
  rig.context.senders = new Map([
    ['slack', onSlack],
    ['discord', onDiscord],
  ]);
  rig.newsroom.publish('post', 'Battery plant opens in Kiruna', BATTERY, '2026-11-23T05:00:00Z');
  rig.newsroom.publish('herald', 'Harwich ferry to sail again', FERRY, '2026-11-23T06:00:00Z');
  for (const site of ['post', 'herald']) await rig.desk.addFeed({ url: rig.newsroom.feedUrl(site), target, user: 'slack:T1/U1' }, QUIET);
  const subscription = await rig.subscribe({ target });
  await rig.store.saveSubscription({ ...subscription, settings: { ...subscription.settings, layout } });
  await rig.desk.now(target, await rig.store.subscription(subscription.id));
  await rig.work();
  return rig;
}

describe('a digest in Slack', () => {
  it('is one message with a reply a story in its thread, inside every limit, each under its key', async () => {
    const rig = await morning(SLACK);
    const [top, ...replies] = slack.posted;
    expect(replies.map((reply) => reply['thread_ts'])).toEqual([top?.['ts'], top?.['ts']]);
    expect(JSON.stringify(top)).toContain('Harwich ferry to sail again');
    for (const message of slack.posted) {
      expect(slackFaults(message as unknown as SlackMessage)).toEqual([]);
      expect(message).toMatchObject({
        unfurl_links: 'false',
        metadata: { event_type: 'brevier_delivery', event_payload: { key: expect.any(String) } },
      });
    }
    const thread = `slack:T1/C1#${String(top?.['ts'])}`;
    expect(await rig.store.recall(thread, new Date(0), 5)).toHaveLength(2);
    await rig.close();
  });

  it('tells a person in their direct messages', async () => {
    expect(await onSlack.direct?.('slack:T1/U7', QUIET)).toEqual({ platform: 'slack', team: 'T1', channel: 'U7', thread: null });
    expect(await onSlack.direct?.('operator', QUIET)).toBeNull();
  });
});

describe('a digest in Discord', () => {
  it('is one message with a thread, inside every limit and as Discord’s own description has it', async () => {
    const rig = await morning(DISCORD);
    const [top, ...replies] = discord.posted;
    expect(replies.map((reply) => reply['channel_id'])).toEqual([top?.['id'], top?.['id']]);
    expect(await rig.store.recall(`discord:42/${String(top?.['id'])}`, new Date(0), 5)).toHaveLength(2);
    const sent = discord.calls.filter(({ route }) => /^POST \/channels\/\d+\/messages$/.test(route)).map(({ body }) => body);
    expect(sent).toHaveLength(3);
    for (const body of sent) {
      expect(discordFaults(body as unknown as DiscordMessage)).toEqual([]);
      expect(body['allowed_mentions']).toEqual({ parse: [] });
      if (checkBody !== null) expect(checkBody('/channels/{channel_id}/messages', 'post', body)).toBeNull();
    }
    await rig.close();
  });

  it('is found again by what stands in the message, long after Discord has forgotten the nonce', async () => {
    const key = 'a1b2c3d4e5'.padEnd(64, '0');
    const outgoing = { key, target: DISCORD, view: viewMessage('Morning'), parent: null };
    expect(await onDiscord.find?.(key, outgoing, QUIET)).toBeNull();
    const receipt = await onDiscord.send(outgoing, QUIET);
    expect(await onDiscord.find?.(key, outgoing, QUIET)).toEqual(receipt);
    expect(await onDiscord.find?.('f'.repeat(64), outgoing, QUIET)).toBeNull();
  });

  it('replies in the channel where it may open no thread', async () => {
    discord.fail('POST /channels/200000000000000003/messages/', { status: 403, body: { code: 50013, message: 'Missing Permissions' } });
    const parent = await onDiscord.send({ key: '1'.repeat(64), target: DISCORD, view: viewMessage('Top'), parent: null }, QUIET);
    const reply = await onDiscord.send({ key: '2'.repeat(64), target: DISCORD, view: viewMessage('Story'), parent }, QUIET);
    expect(reply.target).toEqual(DISCORD);
    expect(discord.posted[1]).toMatchObject({ channel_id: '200000000000000003', message_reference: { message_id: parent.messageId } });
  });

  it('goes on in the thread that an earlier attempt has opened', async () => {
    discord.fail('POST /channels/200000000000000003/messages/', {
      status: 400,
      body: { code: 160004, message: 'A thread has already been created' },
    });
    const parent = await onDiscord.send({ key: '3'.repeat(64), target: DISCORD, view: viewMessage('Top'), parent: null }, QUIET);
    const reply = await onDiscord.send({ key: '4'.repeat(64), target: DISCORD, view: viewMessage('Story'), parent }, QUIET);
    expect(reply.target).toEqual({ ...DISCORD, channel: parent.messageId });
  });

  it('fits one message where the channel wants that', async () => {
    const rig = await morning(DISCORD, 'message');
    expect(discord.posted).toHaveLength(1);
    expect(JSON.stringify(discord.posted[0])).toContain('Battery plant opens in Kiruna');
    await rig.close();
  });

  it('is a post with its stories in a forum, and is found again there', async () => {
    const forum = { ...DISCORD, channel: DISCORD_FORUM } as typeof DISCORD;
    const rig = await morning(forum);
    const [top, ...replies] = discord.posted;
    expect(String(top?.['name'])).toContain('Digest for Monday 23 November');
    expect(replies.map((reply) => reply['channel_id'])).toEqual([top?.['id'], top?.['id']]);
    const post = discord.calls.find(({ route }) => route === `POST /channels/${DISCORD_FORUM}/threads`);
    if (checkBody !== null) expect(checkBody('/channels/{channel_id}/threads', 'post', post?.body)).toBeNull();
    const [digest] = await rig.store.digests(null, 1);
    const [first] = await rig.store.deliveries(digest?.id ?? '');
    const opened = discord.calls.find(({ route }) => route === `POST /channels/${DISCORD_FORUM}/threads`);
    expect(opened?.body['applied_tags']).toEqual(['72']);
    expect(await onDiscord.find?.(first?.key ?? '', { target: forum, parent: null }, QUIET)).toEqual(first?.receipt);
    expect(await onDiscord.find?.('0'.repeat(64), { target: forum, parent: null }, QUIET)).toBeNull();
    await rig.close();
  });

  it('tells a person in private', async () => {
    expect(await onDiscord.direct?.('discord:123456', QUIET)).toEqual({ platform: 'discord', guild: null, channel: '9123456' });
  });
});
