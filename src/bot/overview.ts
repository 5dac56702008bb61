import { channelKey } from '../model/target.ts';
import type { Store } from '../ports.ts';
import { feedLine } from './feeds.ts';
import { described, logged } from './schedule.ts';

/** A line of one of the operator's pages. */
export interface OverviewRow {
  place: string;
  text: string;
  /** Does somebody have to look? */
  isBad: boolean;
}

const DIGESTS = 100;

/** Scheduled digests first, then what was due, newest first. */
export async function deliveriesOverview(store: Store): Promise<OverviewRow[]> {
  const now = new Date();
  const subscriptions = await store.subscriptions(null);
  const zones = new Map(subscriptions.map(({ id, zone }) => [id, zone]));
  const rows = subscriptions.map((subscription) => ({
    place: channelKey(subscription.target),
    text: described(subscription, now),
    isBad: subscription.pausedBecause !== null,
  }));
  for (const digest of await store.digests(null, DIGESTS)) {
    const deliveries = await store.deliveries(digest.id);
    rows.push({
      place: digest.channel,
      text: logged(digest, deliveries, zones.get(digest.subscriptionId ?? '') ?? 'UTC'),
      isBad: digest.state === 'failed' || deliveries.some(({ state }) => state === 'uncertain'),
    });
  }
  return rows;
}

/** Every feed of every channel that has a digest or has had one, or that reads a feed. */
export async function feedsOverview(store: Store): Promise<OverviewRow[]> {
  const rows: OverviewRow[] = [];
  for (const channel of await store.readingChannels()) {
    for (const feed of await store.feedsOf(channel)) {
      rows.push({ place: channel, text: feedLine(feed), isBad: feed.problem !== null });
    }
  }
  return rows;
}
