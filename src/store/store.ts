import { Kysely, sql, type Dialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { BrevierError } from '../errors.ts';
import { Article } from '../model/article.ts';
import { Brief } from '../model/brief.ts';
import type { Store } from '../ports.ts';
import { digestRows } from './digest-rows.ts';
import { feedRows } from './feed-rows.ts';
import { keepingRows } from './keeping.ts';
import { migrations } from './migrations/migrations.ts';
import { policyRows } from './policy-rows.ts';
import { refId } from './ref-id.ts';
import { stored } from './stored.ts';
import { subscriptionRows } from './subscription-rows.ts';
import type { Tables } from './tables.ts';

/** A database and how to copy it while it is in use. */
export interface Database {
  dialect: Dialect;
  backup(path: string): Promise<void>;
}

/**
 * Opens the store and brings its tables up to date.
 * @throws BrevierError `store/unavailable` when the database cannot be reached or migrated.
 */
export async function openStore({ dialect, backup }: Database): Promise<Store> {
  const db = new Kysely<Tables>({ dialect });
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error !== undefined) {
    await db.destroy().catch(() => undefined);
    throw new BrevierError(
      'store/unavailable',
      'The database cannot be opened. Check DATABASE_URL, or that the BREVIER_DATA folder can be written.',
      { cause: error },
    );
  }
  return createStore(db, backup);
}

function createStore(db: Kysely<Tables>, backup: Database['backup']): Store {
  return {
    ...feedRows(db),
    ...subscriptionRows(db),
    ...digestRows(db),
    ...keepingRows(db),
    ...policyRows(db),
    backup,
    async saveArticle(article, askedUrl) {
      const row = {
        id: article.id,
        url: askedUrl ?? article.canonicalUrl,
        fetched_at: article.fetchedAt ?? '',
        json: JSON.stringify(article),
      };
      await db
        .insertInto('article')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ url: row.url, fetched_at: row.fetched_at, json: row.json }))
        .execute();
    },
    async article(id) {
      const row = await db.selectFrom('article').select('json').where('id', '=', id).executeTakeFirst();
      return stored(Article, row?.json);
    },
    async articleByUrl(url, since) {
      const row = await db
        .selectFrom('article')
        .select('json')
        .where('url', '=', url)
        .where('fetched_at', '>=', since.toISOString())
        .orderBy('fetched_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return stored(Article, row?.json);
    },
    async saveBrief(brief) {
      await db
        .insertInto('brief')
        .values({ id: brief.id, article_id: brief.articleId, json: JSON.stringify(brief) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    async brief(id) {
      const row = await db.selectFrom('brief').select('json').where('id', '=', id).executeTakeFirst();
      return stored(Brief, row?.json);
    },
    async saveRef({ articleId, briefId, question }) {
      const id = refId({ articleId, briefId, question });
      await db
        .insertInto('ref')
        .values({ id, article_id: articleId, brief_id: briefId, question })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      return id;
    },
    async ref(id) {
      const row = await db.selectFrom('ref').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : { articleId: row.article_id, briefId: row.brief_id, question: row.question };
    },
    async remember(keys, articleId, now) {
      const at = now.toISOString();
      await db
        .insertInto('conversation')
        .values(keys.map((key) => ({ key, article_id: articleId, at })))
        .onConflict((conflict) => conflict.columns(['key', 'article_id']).doUpdateSet({ at }))
        .execute();
    },
    async recall(key, since, limit) {
      const rows = await db
        .selectFrom('conversation')
        .select('article_id')
        .where('key', '=', key)
        .where('at', '>=', since.toISOString())
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => row.article_id);
    },
    async keep(user, articleId, now) {
      const result = await db
        .insertInto('kept')
        .values({ user_id: user, article_id: articleId, at: now.toISOString() })
        .onConflict((conflict) => conflict.columns(['user_id', 'article_id']).doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    async unkeep(user, articleId) {
      const result = await db.deleteFrom('kept').where('user_id', '=', user).where('article_id', '=', articleId).executeTakeFirst();
      return Number(result.numDeletedRows) > 0;
    },
    async kept(user, limit) {
      const rows = await db
        .selectFrom('kept')
        .innerJoin('article', 'article.id', 'kept.article_id')
        .select(['article.json', 'kept.at'])
        .where('kept.user_id', '=', user)
        .orderBy('kept.at', 'desc')
        .limit(limit)
        .execute();
      return rows.flatMap(({ json }) => stored(Article, json) ?? []);
    },
    async exchanges(conversation, articleId, limit) {
      const rows = await db
        .selectFrom('exchange')
        .select(['question', 'answer'])
        .where('conversation', '=', conversation)
        .where('article_id', '=', articleId)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.toReversed();
    },
    async saveExchange(conversation, articleId, { question, answer }, now) {
      await db.insertInto('exchange').values({ conversation, article_id: articleId, at: now.toISOString(), question, answer }).execute();
    },
    async firstSight(eventId, now) {
      const result = await db
        .insertInto('event')
        .values({ id: eventId, at: now.toISOString() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    async ping() {
      try {
        await sql`select 1`.execute(db);
      } catch (cause) {
        throw new BrevierError('store/unavailable', 'The database does not answer.', { cause });
      }
    },
    close: () => db.destroy(),
  };
}
