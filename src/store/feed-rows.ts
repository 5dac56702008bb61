import type { Kysely } from 'kysely';
import { sha256 } from '../hash.ts';
import { Feed, type Entry, type ParsedEntry } from '../model/feed.ts';
import { channelKey, Target } from '../model/target.ts';
import type { Store } from '../ports.ts';
import { stored } from './stored.ts';
import type { Tables } from './tables.ts';

type FeedRows = Pick<
  Store,
  | 'feed'
  | 'saveFeed'
  | 'feedsOf'
  | 'readersOf'
  | 'readingChannels'
  | 'addFeed'
  | 'removeFeed'
  | 'dueFeeds'
  | 'takeFeed'
  | 'addEntries'
  | 'entriesSince'
>;

/** Databases limit the parameters of one statement; SQLite's default is 32,766, https://sqlite.org/limits.html. */
const AT_ONCE = 500;

export function feedRows(db: Kysely<Tables>): FeedRows {
  return {
    async feed(id) {
      const row = await db.selectFrom('feed').select('json').where('id', '=', id).executeTakeFirst();
      return stored(Feed, row?.json);
    },
    async saveFeed(feed) {
      const row = { url: feed.url, next_at: feed.nextAt, status: feed.status, json: JSON.stringify(feed) };
      await db
        .insertInto('feed')
        .values({ id: feed.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async feedsOf(channel) {
      const rows = await db
        .selectFrom('channel_feed')
        .innerJoin('feed', 'feed.id', 'channel_feed.feed_id')
        .select(['feed.json as json', 'channel_feed.added_by as addedBy'])
        .where('channel_feed.channel', '=', channel)
        .orderBy('feed.url')
        .execute();
      return rows.flatMap(({ json, addedBy }) => {
        const feed = stored(Feed, json);
        return feed === null ? [] : [{ ...feed, addedBy }];
      });
    },
    async readingChannels() {
      const rows = await db.selectFrom('channel_feed').select('channel').distinct().orderBy('channel').execute();
      return rows.map(({ channel }) => channel);
    },
    async readersOf(feedId) {
      const rows = await db.selectFrom('channel_feed').selectAll().where('feed_id', '=', feedId).orderBy('at').execute();
      return rows.flatMap(({ channel, target, added_by: addedBy }) => {
        const place = stored(Target, target);
        return place === null ? [] : [{ channel, target: place, addedBy }];
      });
    },
    async addFeed(target, feedId, user, now) {
      const result = await db
        .insertInto('channel_feed')
        .values({
          channel: channelKey(target),
          feed_id: feedId,
          target: JSON.stringify(target),
          added_by: user,
          at: now.toISOString(),
        })
        .onConflict((conflict) => conflict.columns(['channel', 'feed_id']).doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    async removeFeed(channel, feedId) {
      const result = await db.deleteFrom('channel_feed').where('channel', '=', channel).where('feed_id', '=', feedId).executeTakeFirst();
      return Number(result.numDeletedRows) > 0;
    },
    async dueFeeds(now, limit) {
      const rows = await db
        .selectFrom('feed')
        .select('json')
        .where('status', '=', 'active')
        .where('next_at', '<=', now.toISOString())
        .where(({ exists, selectFrom }) =>
          exists(selectFrom('channel_feed').select('channel').whereRef('channel_feed.feed_id', '=', 'feed.id')),
        )
        .orderBy('next_at')
        .limit(limit)
        .execute();
      return rows.flatMap(({ json }) => stored(Feed, json) ?? []);
    },
    async takeFeed(feed, until) {
      const result = await db
        .updateTable('feed')
        .set({ next_at: until.toISOString() })
        .where('id', '=', feed.id)
        .where('next_at', '=', feed.nextAt)
        .executeTakeFirst();
      return Number(result.numUpdatedRows) > 0;
    },
    addEntries: (feedId, entries, now) =>
      db.transaction().execute(async (transaction) => {
        const known = await knownKeys(
          transaction,
          feedId,
          entries.flatMap(({ keys }) => keys),
        );
        const added: Entry[] = [];
        const rows: Tables['entry'][] = [];
        const learnt: Tables['entry_key'][] = [];
        const seenAt = now.toISOString();
        for (const { entry, keys, isOld } of entries) {
          const knownId = keys.map((key) => known.get(key)).find((id) => id !== undefined);
          const id = knownId ?? sha256(feedId, ...keys);
          // An entry is known by its new keys from now on, so that it may change its guid today and its link tomorrow.
          const fresh = keys.filter((key) => !known.has(key));
          for (const key of fresh) {
            known.set(key, id);
            learnt.push({ feed_id: feedId, key, entry_id: id });
          }
          if (knownId !== undefined || keys.length === 0) continue;
          rows.push({ id, feed_id: feedId, seen_at: seenAt, is_old: isOld ? 1 : 0, json: JSON.stringify(entry) });
          added.push(asEntry(id, feedId, seenAt, entry));
        }
        for (let at = 0; at < learnt.length; at += AT_ONCE) {
          await transaction
            .insertInto('entry_key')
            .values(learnt.slice(at, at + AT_ONCE))
            .onConflict((conflict) => conflict.columns(['feed_id', 'key']).doNothing())
            .execute();
        }
        for (let at = 0; at < rows.length; at += AT_ONCE) {
          await transaction
            .insertInto('entry')
            .values(rows.slice(at, at + AT_ONCE))
            .onConflict((conflict) => conflict.column('id').doNothing())
            .execute();
        }
        return added;
      }),
    async entriesSince(feedIds, since, limit) {
      if (feedIds.length === 0) return [];
      const rows = await db
        .selectFrom('entry')
        .selectAll()
        .where('feed_id', 'in', feedIds)
        .where('seen_at', '>', since.toISOString())
        .where('is_old', '=', 0)
        .orderBy('seen_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => asEntry(row.id, row.feed_id, row.seen_at, JSON.parse(row.json) as ParsedEntry));
    },
  };
}

async function knownKeys(db: Kysely<Tables>, feedId: string, keys: readonly string[]): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom('entry_key')
      .select(['key', 'entry_id'])
      .where('feed_id', '=', feedId)
      .where('key', 'in', keys.slice(at, at + AT_ONCE))
      .execute();
    for (const row of rows) known.set(row.key, row.entry_id);
  }
  return known;
}

function asEntry(id: string, feedId: string, seenAt: string, { link, title, html, publishedAt }: ParsedEntry): Entry {
  return { id, feedId, seenAt, link, title, html, publishedAt };
}
