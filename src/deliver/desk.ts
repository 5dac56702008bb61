import { refreshFeed } from '../feed/refresh.ts';
import { subscribeToFeed } from '../feed/subscribe.ts';
import { sha256 } from '../hash.ts';
import type { Subscription } from '../model/subscription.ts';
import { channelKey } from '../model/target.ts';
import type { Queue } from '../ports.ts';
import { composeDigest, type ComposeContext } from './compose.ts';
import { viewMessage } from '../view/message-view.ts';
import type { DigestDesk } from '../bot/desk.ts';

/** What people can ask for between the slots. */
export function createDesk(context: ComposeContext, queue: Queue): DigestDesk {
  const { store, clock } = context.bot;
  return {
    async preview(target, subscription, signal) {
      const slot = clock.now().toISOString();
      const digest = { id: sha256('preview', slot), channel: channelKey(target), target, slot, kind: 'manual' } as const;
      const { deliveries } = await composeDigest(context, digest, oneMessage(subscription), signal);
      return deliveries[0]?.view ?? viewMessage('Nothing new since the last digest.');
    },
    async now(target, subscription) {
      const at = clock.now();
      const id = sha256('digest', 'manual', channelKey(target), at.toISOString());
      await store.addDigest(
        { id, target, subscriptionId: subscription?.id ?? null, slot: at.toISOString(), kind: 'manual', state: 'due', reason: null },
        at,
      );
      await queue.add(id);
      return id;
    },
    addFeed: async (request, signal) => await subscribeToFeed(context.feeds, request, signal),
    resumeFeed: async (feed, signal) => {
      const active = { ...feed, status: 'active' as const, failures: 0, nextAt: clock.now().toISOString() };
      await store.saveFeed(active);
      return await refreshFeed(context.feeds, active, signal);
    },
  };
}

/** A preview is one private message, however the channel has its digests. */
function oneMessage(subscription: Subscription | null): Subscription | null {
  return subscription === null ? null : { ...subscription, settings: { ...subscription.settings, layout: 'message' } };
}
