import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const feedsAndDigests: Migration = {
  async up(db: Kysely<unknown>) {
    await feeds(db);
    await digests(db);
  },
};

async function feeds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feed')
    .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('next_at', 'varchar(32)', (column) => column.notNull())
    .addColumn('status', 'varchar(16)', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('feed_due').on('feed').columns(['status', 'next_at']).execute();
  await db.schema
    .createTable('channel_feed')
    .addColumn('channel', 'varchar(255)', (column) => column.notNull())
    .addColumn('feed_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('added_by', 'varchar(255)', (column) => column.notNull())
    .addColumn('at', 'varchar(32)', (column) => column.notNull())
    .addPrimaryKeyConstraint('channel_feed_key', ['channel', 'feed_id'])
    .execute();
  await db.schema.createIndex('channel_feed_feed').on('channel_feed').column('feed_id').execute();
  await db.schema
    .createTable('entry')
    .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('feed_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('seen_at', 'varchar(32)', (column) => column.notNull())
    .addColumn('is_old', 'integer', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('entry_seen').on('entry').columns(['feed_id', 'seen_at']).execute();
  await db.schema
    .createTable('entry_key')
    .addColumn('feed_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('key', 'varchar(64)', (column) => column.notNull())
    .addColumn('entry_id', 'varchar(64)', (column) => column.notNull())
    .addPrimaryKeyConstraint('entry_key_key', ['feed_id', 'key'])
    .execute();
  await db.schema.createIndex('entry_key_entry').on('entry_key').column('entry_id').execute();
}

async function digests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscription')
    .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('channel', 'varchar(255)', (column) => column.notNull())
    .addColumn('status', 'varchar(16)', (column) => column.notNull())
    .addColumn('checked_at', 'varchar(32)')
    .addColumn('created_at', 'varchar(32)', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('subscription_channel').on('subscription').column('channel').execute();
  await db.schema
    .createTable('digest')
    .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('channel', 'varchar(255)', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('subscription_id', 'varchar(64)')
    .addColumn('slot', 'varchar(32)', (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('told_until', 'varchar(32)')
    .addColumn('json', 'text')
    .addColumn('fence', 'integer', (column) => column.notNull())
    .addColumn('lease_until', 'varchar(32)')
    .addColumn('updated_at', 'varchar(32)', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('digest_channel').on('digest').columns(['channel', 'slot']).execute();
  await db.schema.createIndex('digest_idle').on('digest').columns(['state', 'lease_until']).execute();
  await db.schema
    .createTable('delivery')
    .addColumn('key', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('digest_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('receipt', 'text')
    .addColumn('reason', 'text')
    .addColumn('view', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'varchar(32)', (column) => column.notNull())
    .addUniqueConstraint('delivery_part', ['digest_id', 'part'])
    .execute();
  await db.schema
    .createTable('vote')
    .addColumn('channel', 'varchar(255)', (column) => column.notNull())
    .addColumn('user_id', 'varchar(255)', (column) => column.notNull())
    .addColumn('article_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('site', 'varchar(255)', (column) => column.notNull())
    .addColumn('vote', 'integer', (column) => column.notNull())
    .addColumn('at', 'varchar(32)', (column) => column.notNull())
    .addPrimaryKeyConstraint('vote_key', ['channel', 'user_id', 'article_id'])
    .execute();
}
