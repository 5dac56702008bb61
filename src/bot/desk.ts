import type { Feed } from '../model/feed.ts';
import type { Subscription } from '../model/subscription.ts';
import type { Target } from '../model/target.ts';
import type { View } from '../view/view.ts';

/** What the digest machinery does when somebody asks. */
export interface DigestDesk {
  /** What the next digest would say. Notes nothing. */
  preview(target: Target, subscription: Subscription | null, signal: AbortSignal): Promise<View>;
  /** Puts a digest of all that is new into the ledger, to be delivered at once. Gives its id. */
  now(target: Target, subscription: Subscription | null): Promise<string>;
  /** @throws BrevierError `feed/none`, `source/*` */
  addFeed(request: { url: string; target: Target; user: string }, signal: AbortSignal): Promise<{ feed: Feed; isNew: boolean }>;
  /** Gives a paused feed another chance. */
  resumeFeed(feed: Feed, signal: AbortSignal): Promise<Feed>;
}
