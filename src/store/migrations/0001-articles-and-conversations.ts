import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const articlesAndConversations: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('article')
      .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('url', 'text')
      .addColumn('fetched_at', 'varchar(32)', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('article_url').on('article').columns(['url', 'fetched_at']).execute();
    await db.schema
      .createTable('brief')
      .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('article_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('ref')
      .addColumn('id', 'varchar(32)', (column) => column.primaryKey())
      .addColumn('article_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('brief_id', 'varchar(64)')
      .addColumn('question', 'text')
      .execute();
    await db.schema
      .createTable('conversation')
      .addColumn('key', 'varchar(255)', (column) => column.notNull())
      .addColumn('article_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('at', 'varchar(32)', (column) => column.notNull())
      .addPrimaryKeyConstraint('conversation_key', ['key', 'article_id'])
      .execute();
    await db.schema
      .createTable('exchange')
      .addColumn('conversation', 'varchar(255)', (column) => column.notNull())
      .addColumn('article_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('at', 'varchar(32)', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('exchange_place').on('exchange').columns(['conversation', 'article_id', 'at']).execute();
    await db.schema
      .createTable('kept')
      .addColumn('user_id', 'varchar(255)', (column) => column.notNull())
      .addColumn('article_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('at', 'varchar(32)', (column) => column.notNull())
      .addPrimaryKeyConstraint('kept_key', ['user_id', 'article_id'])
      .execute();
    await db.schema
      .createTable('event')
      .addColumn('id', 'varchar(255)', (column) => column.primaryKey())
      .addColumn('at', 'varchar(32)', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('event_at').on('event').column('at').execute();
  },
};
