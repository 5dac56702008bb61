import type { Kysely } from 'kysely';
import { PolicyChanges } from '../model/policy.ts';
import type { Store } from '../ports.ts';
import { stored } from './stored.ts';
import type { Tables } from './tables.ts';

type PolicyRows = Pick<
  Store,
  'policyChanges' | 'savePolicyChanges' | 'countUse' | 'judge' | 'installation' | 'saveInstallation' | 'removeInstallation'
>;

export function policyRows(db: Kysely<Tables>): PolicyRows {
  return {
    async policyChanges(scopes) {
      const rows = await db.selectFrom('policy').select(['scope', 'json']).where('scope', 'in', scopes).execute();
      return scopes.map((wanted) => stored(PolicyChanges, rows.find(({ scope }) => scope === wanted)?.json) ?? {});
    },
    async savePolicyChanges(scope, changes) {
      const json = JSON.stringify(changes);
      await db
        .insertInto('policy')
        .values({ scope, json })
        .onConflict((conflict) => conflict.column('scope').doUpdateSet({ json }))
        .execute();
    },
    async countUse(scopes, day, by = 1) {
      if (scopes.length === 0) return new Map();
      const rows = await db
        .insertInto('usage')
        .values(scopes.map((scope) => ({ scope, day, count: by })))
        .onConflict((conflict) => conflict.columns(['scope', 'day']).doUpdateSet((update) => ({ count: update('usage.count', '+', by) })))
        .returning(['scope', 'count'])
        .execute();
      return new Map(rows.map(({ scope, count }) => [scope, count]));
    },
    async judge(channel, user, articleId, isHelpful, now) {
      const row = { helpful: isHelpful ? 1 : 0, at: now.toISOString() };
      await db
        .insertInto('opinion')
        .values({ channel, user_id: user, article_id: articleId, ...row })
        .onConflict((conflict) => conflict.columns(['user_id', 'article_id']).doUpdateSet(row))
        .execute();
    },
    async installation(key) {
      const row = await db.selectFrom('installation').select('sealed').where('key', '=', key).executeTakeFirst();
      return row?.sealed ?? null;
    },
    async saveInstallation(key, sealed, now) {
      const row = { sealed, at: now.toISOString() };
      await db
        .insertInto('installation')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
    async removeInstallation(key) {
      await db.deleteFrom('installation').where('key', '=', key).execute();
    },
  };
}
