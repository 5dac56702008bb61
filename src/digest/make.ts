import type { ReadContext } from '../bot/context.ts';
import type { DigestContent } from '../model/digest.ts';
import type { DigestSettings } from '../model/subscription.ts';
import type { ChannelFeed } from '../ports.ts';
import { candidateFrom } from './candidate.ts';
import { choose, skippedFrom } from './choose.ts';
import { clustered } from './cluster.ts';
import { ranked } from './rank.ts';
import type { Reader } from './reader.ts';
import { rarityOf } from './terms.ts';
import { toldStories } from './told.ts';

export interface DigestRequest {
  channel: string;
  /** IANA zone in which days are named. */
  zone: string;
  settings: DigestSettings;
  feeds: readonly ChannelFeed[];
  /** Entries first seen after this are news. */
  since: Date;
}

/** Entries looked at, and left-out ones that are listed. */
const ENTRIES = 1500;
const LISTED = 100;
/** Digests in which a story may have been told. */
const REMEMBERED = 30;

/** Chooses and reads the stories of one digest. What cannot be read is listed with the reason. */
export async function makeDigest(
  context: Pick<ReadContext, 'store' | 'clock'>,
  reader: Reader,
  request: DigestRequest,
  signal: AbortSignal,
): Promise<DigestContent> {
  const { store, clock } = context;
  const { channel, settings, feeds, since } = request;
  const now = clock.now();
  const byId = new Map(feeds.map((feed) => [feed.id, feed]));
  const entries = await store.entriesSince([...byId.keys()], since, ENTRIES);
  const candidates = entries.flatMap((entry) => {
    const feed = byId.get(entry.feedId);
    return feed === undefined ? [] : [candidateFrom(entry, feed)];
  });
  const clusters = clustered(candidates);
  const taste = { settings, votes: await store.votes(channel) };
  const { stories: order, unwanted } = ranked(clusters, taste, now);
  const told = toldStories(await store.digests(channel, REMEMBERED), now);
  const rarity = rarityOf(clusters.map(({ lead }) => lead.terms));
  const choice = await choose({ store, reader, settings, zone: request.zone, told, rarity, now }, order, signal);
  const skipped = [...choice.skipped, ...unwanted.map(([cluster, reason]) => skippedFrom(cluster, reason))];
  return {
    stories: choice.stories,
    read: entries.length,
    merged: clusters.reduce((sum, { others }) => sum + others.length, 0),
    skipped: skipped.slice(0, LISTED),
    missing: feeds.flatMap(({ url, problem }) => (problem === null ? [] : [{ url, problem }])),
    until: now.toISOString(),
  };
}
