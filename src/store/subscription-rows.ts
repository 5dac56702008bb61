import type { Kysely } from 'kysely';
import { Subscription } from '../model/subscription.ts';
import { channelKey } from '../model/target.ts';
import type { Store } from '../ports.ts';
import { stored } from './stored.ts';
import type { Tables } from './tables.ts';

type SubscriptionRows = Pick<
  Store,
  'saveSubscription' | 'subscription' | 'subscriptions' | 'removeSubscription' | 'activeSubscriptions' | 'setCheckedAt' | 'vote' | 'votes'
>;

export function subscriptionRows(db: Kysely<Tables>): SubscriptionRows {
  return {
    async saveSubscription(subscription) {
      const row = { status: subscription.status, json: JSON.stringify(subscription) };
      const { id, target, createdAt } = subscription;
      await db
        .insertInto('subscription')
        .values({ id, channel: channelKey(target), checked_at: createdAt, created_at: createdAt, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async subscription(id) {
      const row = await db.selectFrom('subscription').select('json').where('id', '=', id).executeTakeFirst();
      return stored(Subscription, row?.json);
    },
    async subscriptions(channel) {
      const rows = await db
        .selectFrom('subscription')
        .select('json')
        .$if(channel !== null, (query) => query.where('channel', '=', channel ?? ''))
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.flatMap(({ json }) => stored(Subscription, json) ?? []);
    },
    async removeSubscription(id) {
      const result = await db.deleteFrom('subscription').where('id', '=', id).executeTakeFirst();
      return Number(result.numDeletedRows) > 0;
    },
    async activeSubscriptions() {
      const rows = await db
        .selectFrom('subscription')
        .select(['json', 'checked_at', 'created_at'])
        .where('status', '=', 'active')
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.flatMap((row) => {
        const subscription = stored(Subscription, row.json);
        return subscription === null ? [] : [{ subscription, checkedAt: new Date(row.checked_at ?? row.created_at) }];
      });
    },
    async setCheckedAt(id, at) {
      await db.updateTable('subscription').set({ checked_at: at.toISOString() }).where('id', '=', id).execute();
    },
    async vote(channel, user, { id, site }, vote, now) {
      const row = { site, vote, at: now.toISOString() };
      await db
        .insertInto('vote')
        .values({ channel, user_id: user, article_id: id, ...row })
        .onConflict((conflict) => conflict.columns(['channel', 'user_id', 'article_id']).doUpdateSet(row))
        .execute();
    },
    async votes(channel) {
      const rows = await db
        .selectFrom('vote')
        .select(({ fn }) => ['site', fn.sum('vote').as('sum')])
        .where('channel', '=', channel)
        .groupBy('site')
        .execute();
      return new Map(rows.map(({ site, sum }) => [site, Number(sum)]));
    },
  };
}
