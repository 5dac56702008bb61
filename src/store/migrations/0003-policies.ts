import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const policies: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('policy')
      .addColumn('scope', 'varchar(255)', (column) => column.primaryKey())
      .addColumn('json', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('usage')
      .addColumn('scope', 'varchar(255)', (column) => column.notNull())
      .addColumn('day', 'varchar(10)', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('usage_key', ['scope', 'day'])
      .execute();
    await db.schema
      .createTable('opinion')
      .addColumn('channel', 'varchar(255)', (column) => column.notNull())
      .addColumn('user_id', 'varchar(255)', (column) => column.notNull())
      .addColumn('article_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('helpful', 'integer', (column) => column.notNull())
      .addColumn('at', 'varchar(32)', (column) => column.notNull())
      .addPrimaryKeyConstraint('opinion_key', ['user_id', 'article_id'])
      .execute();
    await db.schema
      .createTable('installation')
      .addColumn('key', 'varchar(255)', (column) => column.primaryKey())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('at', 'varchar(32)', (column) => column.notNull())
      .execute();
  },
};
