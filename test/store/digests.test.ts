import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newFeed } from '../../src/feed/refresh.ts';
import { sha256 } from '../../src/hash.ts';
import type { DigestContent } from '../../src/model/digest.ts';
import type { ParsedEntry } from '../../src/model/feed.ts';
import { Subscription } from '../../src/model/subscription.ts';
import { channelKey, type Target } from '../../src/model/target.ts';
import type { Store } from '../../src/ports.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { viewMessage } from '../../src/view/message-view.ts';
import { textArticle } from '../articles.ts';
import { onEveryDatabase } from './databases.ts';

const NOON = new Date('2026-11-23T12:00:00Z');
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);
const LEASE = 60_000;
let run = 0;

await onEveryDatabase(contract);

function contract(name: string, open: () => Promise<Store>): void {
  describe(`digests and feeds on ${name}`, () => {
    let store: Store;
    let target: Target;
    let channel: string;
    beforeEach(async () => {
      run += 1;
      target = { platform: 'slack', team: `T${name}${run}`, channel: 'C1', thread: null };
      channel = channelKey(target);
      store = await open();
    });
    afterEach(() => store.close());

    const entry = (title: string): ParsedEntry => ({ guid: null, link: null, title, html: null, publishedAt: null });
    const keyed = (title: string, isOld = false) => ({ entry: entry(title), keys: [`k${title}`, `t${title}`], isOld });
    const addFeed = async () => {
      const feed = newFeed(`https://example.org/${name}/${run}`, NOON);
      await store.saveFeed(feed);
      await store.addFeed(target, feed.id, 'slack:T/U', NOON);
      return feed;
    };
    const addDigest = async (slot = NOON) => {
      const id = sha256(channel, slot.toISOString());
      await store.addDigest(
        { id, target, subscriptionId: null, slot: slot.toISOString(), kind: 'scheduled', state: 'due', reason: null },
        NOON,
      );
      return id;
    };
    const content = (until: Date): DigestContent => ({
      stories: [],
      read: 0,
      merged: 0,
      skipped: [],
      missing: [],
      until: until.toISOString(),
    });
    const delivery = (part: number) => ({ key: sha256(channel, String(part)), part, view: viewMessage(`Part ${part}`) });

    it('keeps a feed for each channel that reads it, once', async () => {
      const feed = await addFeed();
      expect(await store.addFeed(target, feed.id, 'slack:T/V', NOON)).toBe(false);
      expect(await store.feedsOf(channel)).toEqual([{ ...feed, addedBy: 'slack:T/U' }]);
      expect((await store.readersOf(feed.id)).map((reader) => reader.channel)).toEqual([channel]);
      expect(await store.readingChannels()).toContain(channel);
      expect(await store.removeFeed(channel, feed.id)).toBe(true);
      expect(await store.removeFeed(channel, feed.id)).toBe(false);
      expect(await store.feedsOf(channel)).toEqual([]);
    });

    it('gives a due feed to one reader', async () => {
      const feed = await addFeed();
      expect((await store.dueFeeds(minutes(1), 100)).map(({ id }) => id)).toContain(feed.id);
      const taken = await Promise.all([store.takeFeed(feed, minutes(5)), store.takeFeed(feed, minutes(5))]);
      expect(taken.toSorted()).toEqual([false, true]);
      expect((await store.dueFeeds(minutes(1), 100)).map(({ id }) => id)).not.toContain(feed.id);
    });

    it('knows an entry by any of its keys, and by those it learns later', async () => {
      const { id } = await addFeed();
      expect(await store.addEntries(id, [keyed('a'), keyed('b', true)], NOON)).toHaveLength(2);
      expect(await store.addEntries(id, [{ ...keyed('a'), keys: ['ka', 'later'] }], minutes(1))).toEqual([]);
      expect(await store.addEntries(id, [{ ...keyed('c'), keys: ['later'] }], minutes(2))).toEqual([]);
      expect((await store.entriesSince([id], minutes(-1), 10)).map(({ title }) => title)).toEqual(['a']);
      expect(await store.entriesSince([id], NOON, 10)).toEqual([]);
    });

    it('makes one digest of a slot, whoever adds it', async () => {
      const id = sha256(channel, 'slot');
      const row = { id, target, subscriptionId: null, slot: NOON.toISOString(), kind: 'scheduled', state: 'due', reason: null } as const;
      const added = await Promise.all([store.addDigest(row, NOON), store.addDigest(row, NOON), store.addDigest(row, NOON)]);
      expect(added.toSorted()).toEqual([false, false, true]);
      expect(await store.digest(id)).toMatchObject({ channel, target, state: 'due', fence: 0 });
    });

    it('gives a digest to one worker at a time, and to the next when the lease is over', async () => {
      const id = await addDigest();
      const claims = await Promise.all([
        store.claimDigest(id, NOON, LEASE),
        store.claimDigest(id, NOON, LEASE),
        store.claimDigest(id, NOON, LEASE),
      ]);
      expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
      expect(await store.idleDigests(NOON, 1000)).not.toContain(id);
      expect(await store.idleDigests(minutes(2), 1000)).toContain(id);
      expect((await store.claimDigest(id, minutes(2), LEASE))?.fence).toBe(2);
    });

    it('lets nobody write whose claim another one has taken', async () => {
      const id = await addDigest();
      const old = await store.claimDigest(id, NOON, LEASE);
      const current = await store.claimDigest(id, minutes(2), LEASE);
      if (old === null || current === null) throw new Error('both claims should have been given');
      expect(await store.composeDigest(old, content(NOON), [delivery(0)], NOON)).toBe(false);
      expect(await store.deliveries(id)).toEqual([]);
      expect(await store.composeDigest(current, content(NOON), [delivery(0), delivery(1)], NOON)).toBe(true);
      expect(await store.startSending(old, delivery(0).key, NOON, LEASE)).toBe(false);
      expect(await store.startSending(current, delivery(0).key, NOON, LEASE)).toBe(true);
      const receipt = { target, messageId: 'm' };
      expect(await store.settleDelivery(old, delivery(0).key, { state: 'delivered', receipt, reason: null }, NOON)).toBe(false);
      expect(await store.settleDelivery(current, delivery(0).key, { state: 'delivered', receipt, reason: null }, NOON)).toBe(true);
      expect((await store.deliveries(id)).map(({ part, state, receipt: got }) => [part, state, got])).toEqual([
        [0, 'delivered', receipt],
        [1, 'pending', null],
      ]);
      expect(await store.closeDigest(old, 'done', null, NOON)).toBe(false);
      expect(await store.closeDigest(current, 'done', null, NOON)).toBe(true);
      expect(await store.claimDigest(id, minutes(10), LEASE)).toBeNull();
    });

    it('remembers what was told, and not what never arrived', async () => {
      for (const [slot, state] of [
        [NOON, 'done'],
        [minutes(60), 'failed'],
      ] as const) {
        const claim = await store.claimDigest(await addDigest(slot), slot, LEASE);
        if (claim === null) throw new Error('the claim should have been given');
        await store.composeDigest(claim, content(slot), [], slot);
        await store.closeDigest(claim, state, null, slot);
      }
      expect(await store.toldUntil(channel)).toEqual(NOON);
      expect(await store.toldUntil('slack:T/none')).toBeNull();
    });

    it('keeps subscriptions with what has been decided of them', async () => {
      const subscription = Subscription.parse({
        id: `s${name}${run}`,
        target,
        cron: '0 8 * * *',
        zone: 'UTC',
        settings: {},
        status: 'active',
        pausedBecause: null,
        createdBy: 'slack:T/U',
        createdAt: NOON.toISOString(),
      });
      await store.saveSubscription(subscription);
      await store.setCheckedAt(subscription.id, minutes(5));
      const active = async () => (await store.activeSubscriptions()).filter((one) => one.subscription.id === subscription.id);
      expect(await active()).toEqual([{ subscription, checkedAt: minutes(5) }]);
      await store.saveSubscription({ ...subscription, status: 'paused' });
      expect(await active()).toEqual([]);
      expect(await store.subscriptions(channel)).toEqual([{ ...subscription, status: 'paused' }]);
      expect(await store.removeSubscription(subscription.id)).toBe(true);
      expect(await store.subscription(subscription.id)).toBeNull();
    });

    it('counts each person’s last word on a story', async () => {
      const article = { id: 'a', site: 'example.org' };
      await store.vote(channel, 'U1', article, 1, NOON);
      await store.vote(channel, 'U1', article, -1, NOON);
      await store.vote(channel, 'U2', article, -1, NOON);
      expect(await store.votes(channel)).toEqual(new Map([['example.org', -2]]));
    });

    it('erases a workspace and leaves its neighbours', async () => {
      const article = textArticle(`A text that only ${channel} has read, with a few more words in it.`);
      const neighbour: Target = {
        platform: 'slack',
        team: `${target.platform === 'slack' ? target.team : ''}0`,
        channel: 'C1',
        thread: null,
      };
      const feed = await addFeed();
      await store.addFeed(neighbour, feed.id, 'slack:T/V', NOON);
      await store.saveArticle(article, null);
      await store.remember([channel], article.id, NOON);
      await addDigest();
      expect(await store.erase(channel.split('/')[0] ?? '')).toBeGreaterThanOrEqual(4);
      expect([await store.feedsOf(channel), await store.article(article.id), await store.digests(channel, 5)]).toEqual([[], null, []]);
      expect(await store.feedsOf(channelKey(neighbour))).toHaveLength(1);
    });

    it('forgets what is past its time and keeps what somebody saved', async () => {
      const kept = textArticle(`Kept text of ${channel}, with a few more words in it.`);
      const gone = textArticle(`Forgotten text of ${channel}, with a few more words in it.`);
      for (const article of [kept, gone]) await store.saveArticle(article, null);
      await store.keep('slack:T/U', kept.id, NOON);
      const feed = await addFeed();
      await store.addEntries(feed.id, [keyed('old')], minutes(-10));
      await store.forget({ events: NOON, entries: NOON, digests: NOON, articles: minutes(1) });
      expect([(await store.article(kept.id))?.id, await store.article(gone.id)]).toEqual([kept.id, null]);
      expect(await store.entriesSince([feed.id], minutes(-60), 5)).toEqual([]);
      // It is still known, so that it is not told a second time.
      expect(await store.addEntries(feed.id, [keyed('old')], minutes(5))).toEqual([]);
    });

    it('gives every row for an export', async () => {
      await addFeed();
      await store.vote(channel, 'U1', { id: 'a', site: 'x' }, 1, NOON);
      const tables = new Set<string>();
      for await (const { table } of store.rows()) tables.add(table);
      expect([...tables]).toEqual(expect.arrayContaining(['feed', 'channel_feed', 'vote']));
    });
  });
}

it('copies the SQLite file while it is in use', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-backup-'));
  const store = await openStore(sqlite(join(folder, 'data')));
  await store.firstSight('event', NOON);
  await store.backup(join(folder, 'brevier.sqlite'));
  await store.firstSight('another', NOON);
  const copy = await openStore(sqlite(folder));
  expect([await copy.firstSight('event', NOON), await copy.firstSight('another', NOON)]).toEqual([false, true]);
  await copy.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
