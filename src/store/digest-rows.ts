import type { Kysely, Selectable } from 'kysely';
import { DigestContent, type Delivery, type DeliveryState, type Digest, type DigestKind } from '../model/digest.ts';
import { Receipt } from '../model/receipt.ts';
import { channelKey, Target } from '../model/target.ts';
import type { Claim, Store } from '../ports.ts';
import { stored } from './stored.ts';
import type { Tables } from './tables.ts';

type LedgerRows = Pick<
  Store,
  | 'addDigest'
  | 'digest'
  | 'digests'
  | 'idleDigests'
  | 'claimDigest'
  | 'composeDigest'
  | 'closeDigest'
  | 'releaseDigest'
  | 'deliveries'
  | 'startSending'
  | 'settleDelivery'
  | 'toldUntil'
>;

const OPEN = ['due', 'composed'];

/** The ledger: what has to go out, what is on its way, what has arrived. Each step asks whether the claim still holds. */
export function digestRows(db: Kysely<Tables>): LedgerRows {
  return {
    async addDigest({ id, target, subscriptionId, slot, kind, state, reason }, now) {
      const result = await db
        .insertInto('digest')
        .values({
          id,
          channel: channelKey(target),
          target: JSON.stringify(target),
          subscription_id: subscriptionId,
          slot,
          kind,
          state,
          reason,
          told_until: null,
          json: null,
          fence: 0,
          lease_until: null,
          updated_at: now.toISOString(),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    async digest(id) {
      const row = await db.selectFrom('digest').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : asDigest(row);
    },
    async digests(channel, limit) {
      const rows = await db
        .selectFrom('digest')
        .selectAll()
        .$if(channel !== null, (query) => query.where('channel', '=', channel ?? ''))
        .orderBy('slot', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.flatMap((row) => asDigest(row) ?? []);
    },
    async idleDigests(now, limit) {
      const rows = await db
        .selectFrom('digest')
        .select('id')
        .where('state', 'in', OPEN)
        .where(({ eb, or }) => or([eb('lease_until', 'is', null), eb('lease_until', '<', now.toISOString())]))
        .orderBy('slot')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
    async claimDigest(id, now, leaseMs) {
      const row = await db
        .updateTable('digest')
        .set(({ eb }) => ({ fence: eb('fence', '+', 1), lease_until: later(now, leaseMs), updated_at: now.toISOString() }))
        .where('id', '=', id)
        .where('state', 'in', OPEN)
        .where(({ eb, or }) => or([eb('lease_until', 'is', null), eb('lease_until', '<', now.toISOString())]))
        .returningAll()
        .executeTakeFirst();
      const digest = row === undefined ? null : asDigest(row);
      return digest === null ? null : { digest, fence: digest.fence };
    },
    composeDigest: (claim, content, deliveries, now) =>
      db.transaction().execute(async (transaction) => {
        const held = await whileHeld(transaction, claim, {
          state: 'composed',
          json: JSON.stringify(content),
          told_until: content.until,
          updated_at: now.toISOString(),
        });
        if (!held) return false;
        for (const { key, part, view } of deliveries) {
          await transaction
            .insertInto('delivery')
            .values({
              key,
              digest_id: claim.digest.id,
              part,
              state: 'pending',
              receipt: null,
              reason: null,
              view: JSON.stringify(view),
              updated_at: now.toISOString(),
            })
            .onConflict((conflict) => conflict.column('key').doNothing())
            .execute();
        }
        return true;
      }),
    // What did not arrive has not been told, so that its news belong to the next digest.
    closeDigest: (claim, state, reason, now) =>
      whileHeld(db, claim, {
        state,
        reason,
        lease_until: null,
        updated_at: now.toISOString(),
        ...(state === 'done' ? {} : { told_until: null }),
      }),
    releaseDigest: (claim, at) => whileHeld(db, claim, { lease_until: at.toISOString() }),
    async deliveries(digestId) {
      const rows = await db.selectFrom('delivery').selectAll().where('digest_id', '=', digestId).orderBy('part').execute();
      return rows.map(asDelivery);
    },
    startSending: (claim, key, now, leaseMs) =>
      db.transaction().execute(async (transaction) => {
        if (!(await whileHeld(transaction, claim, { lease_until: later(now, leaseMs) }))) return false;
        await settle(transaction, key, { state: 'sending', receipt: null, reason: null }, now);
        return true;
      }),
    settleDelivery: (claim, key, outcome, now) =>
      db.transaction().execute(async (transaction) => {
        const held = await whileHeld(transaction, claim, { updated_at: now.toISOString() });
        if (held) await settle(transaction, key, outcome, now);
        return held;
      }),
    async toldUntil(channel) {
      const row = await db
        .selectFrom('digest')
        .select(({ fn }) => fn.max('told_until').as('until'))
        .where('channel', '=', channel)
        .executeTakeFirst();
      return typeof row?.until === 'string' ? new Date(row.until) : null;
    },
  };
}

/** Changes the digest if the claim still holds: nobody has taken it since, and it is not finished. */
async function whileHeld(db: Kysely<Tables>, { digest, fence }: Claim, change: Partial<Tables['digest']>): Promise<boolean> {
  const result = await db
    .updateTable('digest')
    .set(change)
    .where('id', '=', digest.id)
    .where('fence', '=', fence)
    .where('state', 'in', OPEN)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

async function settle(
  db: Kysely<Tables>,
  key: string,
  { state, receipt, reason }: { state: DeliveryState; receipt: Receipt | null; reason: string | null },
  now: Date,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state, reason, receipt: receipt === null ? null : JSON.stringify(receipt), updated_at: now.toISOString() })
    .where('key', '=', key)
    .execute();
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}

function asDigest(row: Selectable<Tables['digest']>): Digest | null {
  const target = stored(Target, row.target);
  if (target === null) return null;
  return {
    id: row.id,
    channel: row.channel,
    target,
    subscriptionId: row.subscription_id,
    slot: row.slot,
    kind: row.kind as DigestKind,
    state: row.state as Digest['state'],
    reason: row.reason,
    content: stored(DigestContent, row.json),
    fence: row.fence,
  };
}

function asDelivery(row: Selectable<Tables['delivery']>): Delivery {
  return {
    key: row.key,
    digestId: row.digest_id,
    part: row.part,
    state: row.state as DeliveryState,
    receipt: stored(Receipt, row.receipt),
    reason: row.reason,
    view: JSON.parse(row.view),
    updatedAt: row.updated_at,
  };
}
