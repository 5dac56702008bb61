import type { Logger } from '../log.ts';
import type { Subscription } from '../model/subscription.ts';
import { channelKey, type Target } from '../model/target.ts';
import type { Sender, Store } from '../ports.ts';
import { sha256 } from '../hash.ts';
import { viewMessage } from '../view/message-view.ts';

const TELL_MS = 15_000;

/** Pauses a subscription whose channel takes no messages, and tells whoever set it up. */
export async function pauseAndTell(
  { store, sender, log }: { store: Store; sender: Sender; log: Logger },
  subscription: Subscription,
  reason: string,
  signal: AbortSignal,
): Promise<void> {
  await store.saveSubscription({ ...subscription, status: 'paused', pausedBecause: reason });
  const place = channelKey(subscription.target);
  await tellPerson(
    { sender, log },
    subscription.createdBy,
    `The digest for ${place} is paused. ${reason} When that is put right, resume it with /digest resume ${subscription.id}.`,
    signal,
  );
}

/** Tells one person in private. Not being able to is worth a log line and nothing more: the state says it, too. */
export async function tellPerson(
  { sender, log }: { sender: Sender; log: Logger },
  user: string,
  words: string,
  signal: AbortSignal,
): Promise<boolean> {
  const either = AbortSignal.any([signal, AbortSignal.timeout(TELL_MS)]);
  try {
    const target: Target | null = (await sender.direct?.(user, either)) ?? null;
    if (target === null) return false;
    await sender.send({ key: sha256('tell', user, words), target, view: viewMessage(words), parent: null }, either);
    return true;
  } catch (err) {
    log.warn({ err, user }, 'a person could not be told');
    return false;
  }
}
