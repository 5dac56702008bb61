import { sha256 } from '../hash.ts';
import type { Logger } from '../log.ts';
import type { Subscription } from '../model/subscription.ts';
import type { Clock, Queue, Store } from '../ports.ts';
import { dueSlot, isQuiet } from '../schedule/slots.ts';
import type { Crash } from './crash.ts';

export interface TickContext {
  store: Store;
  clock: Clock;
  queue: Queue;
  crash: Crash;
  log: Logger;
}

const MINUTE_MS = 60_000;
/** A slot found within this time is on time. */
const FRESH_MS = 3 * MINUTE_MS;
/** A missed slot is caught up within this time, and only listed after it. */
const WINDOW_MS = 6 * 60 * MINUTE_MS;
/** Decided slots are noted at least this often, so that no tick looks back over months. */
const NOTE_MS = 6 * 60 * MINUTE_MS;
const SWEPT = 500;

/**
 * Turns due slots into digests in the ledger and hands every digest that nobody works on to the queue. A slot is data:
 * a tick that is missed, doubled, or made by several replicas changes nothing.
 */
export async function tick(context: TickContext): Promise<void> {
  const { store, clock, queue, log } = context;
  for (const { subscription, checkedAt } of await store.activeSubscriptions()) {
    try {
      await decide(context, subscription, checkedAt);
    } catch (err) {
      log.error({ err, subscription: subscription.id }, 'tick: a subscription could not be decided; the next minute tries again');
    }
  }
  for (const id of await store.idleDigests(clock.now(), SWEPT)) await queue.add(id);
}

async function decide({ store, clock, queue, crash, log }: TickContext, subscription: Subscription, checkedAt: Date): Promise<void> {
  const now = clock.now();
  const { id, target, zone, quietHours } = subscription;
  // A clock that ran ahead may have noted a look that is still to come. What was decided then has its digest and is not decided again.
  const isAhead = checkedAt.getTime() > now.getTime() + FRESH_MS;
  const since = isAhead ? new Date(Math.max(now.getTime() - WINDOW_MS, Date.parse(subscription.createdAt))) : checkedAt;
  const { send, skipped } = dueSlot(subscription, { checkedAt: since, now, windowMs: WINDOW_MS, freshMs: FRESH_MS });
  if (send === null && skipped.length === 0) {
    if (isAhead || now.getTime() - checkedAt.getTime() > NOTE_MS) await store.setCheckedAt(id, now);
    return;
  }
  const row = (slot: Date) => ({ id: digestId(id, slot), target, subscriptionId: id, slot: slot.toISOString() });
  for (const slot of skipped) {
    const reason = 'Brevier was not running then, and a later digest brought the news.';
    await store.addDigest({ ...row(slot), kind: 'scheduled', state: 'skipped', reason }, now);
  }
  if (send !== null && isQuiet(now, zone, quietHours)) {
    await store.addDigest(
      { ...row(send.slot), kind: 'scheduled', state: 'skipped', reason: 'It fell into the quiet hours of the channel.' },
      now,
    );
  } else if (send !== null) {
    const due = row(send.slot);
    const isNew = await store.addDigest({ ...due, kind: send.isLate ? 'catch-up' : 'scheduled', state: 'due', reason: null }, now);
    crash('tick');
    if (isNew) {
      log.info({ digest: due.id.slice(0, 12), slot: due.slot, late: send.isLate }, 'digest: due');
      await queue.add(due.id);
    }
  }
  await store.setCheckedAt(id, now);
}

/** The same slot of the same subscription is the same digest, whoever decides it. */
function digestId(subscriptionId: string, slot: Date): string {
  return sha256('digest', subscriptionId, slot.toISOString());
}
