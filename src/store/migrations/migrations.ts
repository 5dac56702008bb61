import type { MigrationProvider } from 'kysely/migration';
import { articlesAndConversations } from './0001-articles-and-conversations.ts';
import { feedsAndDigests } from './0002-feeds-and-digests.ts';
import { policies } from './0003-policies.ts';

/** One set for both databases. Names sort in the order they run and never change once released. */
export const migrations: MigrationProvider = {
  getMigrations: () =>
    Promise.resolve({
      '0001-articles-and-conversations': articlesAndConversations,
      '0002-feeds-and-digests': feedsAndDigests,
      '0003-policies': policies,
    }),
};
