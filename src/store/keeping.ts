import { sql, type Kysely } from 'kysely';
import type { Store } from '../ports.ts';
import type { Tables } from './tables.ts';

type KeepingRows = Pick<Store, 'forget' | 'rows' | 'erase'>;

/** Each table and the columns that tell its rows apart. */
const TABLES = {
  article: ['id'],
  brief: ['id'],
  ref: ['id'],
  conversation: ['key', 'article_id'],
  exchange: ['conversation', 'article_id', 'at'],
  kept: ['user_id', 'article_id'],
  event: ['id'],
  feed: ['id'],
  channel_feed: ['channel', 'feed_id'],
  entry: ['id'],
  entry_key: ['feed_id', 'key'],
  subscription: ['id'],
  digest: ['id'],
  delivery: ['key'],
  vote: ['channel', 'user_id', 'article_id'],
  policy: ['scope'],
  usage: ['scope', 'day'],
  opinion: ['user_id', 'article_id'],
  installation: ['key'],
} as const satisfies Record<keyof Tables, readonly string[]>;

const PAGE = 500;

export function keepingRows(db: Kysely<Tables>): KeepingRows {
  return {
    async forget({ events, entries, digests, articles }) {
      await db.deleteFrom('event').where('at', '<', events.toISOString()).execute();
      await db.deleteFrom('entry').where('seen_at', '<', entries.toISOString()).execute();
      // Keys outlive their entry, so that an entry that stays in its feed for years is told once.
      await db.deleteFrom('digest').where('slot', '<', digests.toISOString()).where('state', 'not in', ['due', 'composed']).execute();
      await db.deleteFrom('vote').where('at', '<', digests.toISOString()).execute();
      await db.deleteFrom('opinion').where('at', '<', digests.toISOString()).execute();
      await db.deleteFrom('usage').where('day', '<', events.toISOString().slice(0, 10)).execute();
      const before = articles.toISOString();
      await db.deleteFrom('conversation').where('at', '<', before).execute();
      await db.deleteFrom('exchange').where('at', '<', before).execute();
      await db
        .deleteFrom('article')
        .where('fetched_at', '<', before)
        .where('id', 'not in', (from) => from.selectFrom('kept').select('article_id'))
        .where('id', 'not in', (from) => from.selectFrom('conversation').select('article_id'))
        .execute();
      await forgetOrphans(db);
    },
    async *rows() {
      for (const [table, columns] of Object.entries(TABLES)) {
        for (let offset = 0; ; offset += PAGE) {
          const order = sql.join(columns.map((column) => sql.ref(column)));
          const page = await sql<
            Record<string, unknown>
          >`select * from ${sql.table(table)} order by ${order} limit ${sql.lit(PAGE)} offset ${sql.lit(offset)}`.execute(db);
          for (const row of page.rows) yield { table, row };
          if (page.rows.length < PAGE) break;
        }
      }
    },
    erase: (workspace) =>
      db.transaction().execute(async (transaction) => {
        // Everything that begins with `slack:T1/`: `0` follows `/` in the alphabet of both databases' byte order.
        const inside = (column: string) =>
          sql<boolean>`(${sql.ref(column)} >= ${`${workspace}/`} and ${sql.ref(column)} < ${`${workspace}0`})`;
        let erased = 0;
        const count = ({ numAffectedRows }: { numAffectedRows?: bigint }) => {
          erased += Number(numAffectedRows ?? 0);
        };
        const read = await sql<{ article_id: string }>`select distinct article_id from conversation where ${inside('key')}`.execute(
          transaction,
        );
        for (const [table, column] of [
          ['conversation', 'key'],
          ['exchange', 'conversation'],
          ['channel_feed', 'channel'],
          ['subscription', 'channel'],
          ['vote', 'channel'],
          ['digest', 'channel'],
          ['kept', 'user_id'],
          ['policy', 'scope'],
          ['usage', 'scope'],
          ['opinion', 'user_id'],
        ] as const) {
          count(await sql`delete from ${sql.table(table)} where ${inside(column)}`.execute(transaction));
        }
        count(await sql`delete from policy where scope = ${workspace}`.execute(transaction));
        count(await sql`delete from installation where ${sql.ref('key')} = ${workspace}`.execute(transaction));
        for (const { article_id: id } of read.rows) {
          // Another workspace may have read the same article.
          count(
            await sql`delete from article where id = ${id}
              and id not in (select article_id from conversation) and id not in (select article_id from kept)`.execute(transaction),
          );
        }
        erased += await forgetOrphans(transaction);
        return erased;
      }),
  };
}

/** Rows that nothing leads to any more. */
async function forgetOrphans(db: Kysely<Tables>): Promise<number> {
  let erased = 0;
  for (const statement of [
    sql`delete from delivery where digest_id not in (select id from digest)`,
    sql`delete from brief where article_id not in (select id from article)`,
    sql`delete from ref where article_id not in (select id from article)`,
    sql`delete from feed where id not in (select feed_id from channel_feed)`,
    sql`delete from entry where feed_id not in (select id from feed)`,
    sql`delete from entry_key where feed_id not in (select id from feed)`,
  ]) {
    erased += Number((await statement.execute(db)).numAffectedRows ?? 0);
  }
  return erased;
}
