import { setTimeout } from 'node:timers/promises';
import { toBrevierError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Logger } from '../log.ts';
import type { Feed, ParsedEntry, ParsedFeed } from '../model/feed.ts';
import type { Clock, Extractor, FetchedFeed, Fetcher, Meter, Store } from '../ports.ts';
import { entryKeys } from './identity.ts';

export interface FeedContext {
  store: Store;
  fetcher: Fetcher;
  extractor: Extractor;
  clock: Clock;
  log: Logger;
  meter: Meter;
  /** Readings of this process that are under way, by feed id. */
  underWay: Map<string, Promise<Feed>>;
  /** Hears of a feed that is given up. */
  onPaused(feed: Feed): Promise<void>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How often a feed is read when it does not say, and the bounds of what it may say. */
const EVERY_MS = 30 * MINUTE_MS;
const LEAST_MS = 10 * MINUTE_MS;
const MOST_MS = 6 * HOUR_MS;
/** A reader that dies leaves the feed to others after this time. */
const TAKEN_MS = 5 * MINUTE_MS;
const ELSEWHERE_MS = 25_000;
const LOOK_MS = 200;
const LONGEST_BACK_OFF_MS = 12 * HOUR_MS;
/** Failures in a row, about four days with the back-off, after which a feed is given up. */
const PATIENCE = 12;
/** Of what stands in a feed when it is added, only this much is news: no flood on subscribing. */
const FIRST = { ageMs: 24 * HOUR_MS, entries: 5 };
const GONE = 410;

export function newFeed(url: string, now: Date): Feed {
  return {
    id: sha256('feed', url),
    url,
    title: null,
    siteUrl: null,
    status: 'active',
    etag: null,
    lastModified: null,
    failures: 0,
    problem: null,
    nextAt: now.toISOString(),
    readAt: null,
  };
}

/**
 * Reads a feed, stores its new entries and says when to come again. Whoever asks while it is being read, here or in
 * another process, waits for that reading. Never rejects: a broken feed is noted in it.
 */
export async function refreshFeed(context: FeedContext, feed: Feed, signal: AbortSignal): Promise<Feed> {
  const { underWay } = context;
  const reading = underWay.get(feed.id) ?? readOnce(context, feed, signal).finally(() => underWay.delete(feed.id));
  underWay.set(feed.id, reading);
  return await reading;
}

async function readOnce(context: FeedContext, feed: Feed, signal: AbortSignal): Promise<Feed> {
  const { store, fetcher, clock, log } = context;
  const takenUntil = new Date(clock.now().getTime() + TAKEN_MS);
  if (!(await store.takeFeed(feed, takenUntil))) return await readElsewhere(store, feed, signal);
  let next: Feed;
  try {
    const answer = await fetcher.fetchFeed(feed.url, feed, signal);
    next = await absorbAnswer(context, feed, answer);
  } catch (thrown) {
    if (signal.aborted) return feed;
    const { code, message } = toBrevierError(thrown);
    if (code === 'internal/bug') log.error({ err: thrown, feed: feed.url }, 'a feed could not be read');
    next = failed(feed, message, null, clock.now());
  }
  await store.saveFeed(next);
  context.meter.feedRead(next.status === 'paused' ? 'paused' : next.problem === null ? 'read' : 'failed');
  if (next.status === 'paused') {
    log.warn({ feed: next.url, problem: next.problem }, 'a feed was given up');
    await context.onPaused(next);
  }
  return next;
}

/** Waits until the process that has taken the feed has read it, or for as long as a reading may take. */
async function readElsewhere(store: Store, feed: Feed, signal: AbortSignal): Promise<Feed> {
  for (let waited = 0; waited < ELSEWHERE_MS && !signal.aborted; waited += LOOK_MS) {
    const now = await store.feed(feed.id);
    if (now === null || now.readAt !== feed.readAt || now.failures !== feed.failures || now.status !== feed.status) return now ?? feed;
    await setTimeout(LOOK_MS);
  }
  return feed;
}

/** @throws BrevierError `feed/not-a-feed` */
export async function absorbAnswer(
  context: Pick<FeedContext, 'store' | 'clock' | 'extractor'>,
  feed: Feed,
  answer: FetchedFeed,
): Promise<Feed> {
  const now = context.clock.now();
  switch (answer.type) {
    case 'unchanged':
      // Nothing was read before, so nothing can be unchanged.
      return feed.readAt === null ? failed(feed, UNREAD, answer.waitMs, now) : well(feed, now, answer.waitMs);
    case 'refused':
      return failed(feed, refusal(answer.status), answer.status === GONE ? 'gone' : answer.waitMs, now);
    case 'fetched': {
      const parsed = await context.extractor.parseFeed(answer.body, answer.url);
      await storeEntries(context.store, feed, parsed, now);
      return {
        ...well(feed, now, answer.waitMs),
        title: parsed.title ?? feed.title,
        siteUrl: parsed.siteUrl ?? feed.siteUrl,
        ...answer.validators,
      };
    }
    default:
      return answer satisfies never;
  }
}

async function storeEntries(store: Store, feed: Feed, parsed: ParsedFeed, now: Date): Promise<void> {
  const keys = entryKeys(parsed.entries);
  const entries = parsed.entries.map((entry) => datedBy(entry, now));
  const fresh = new Set(
    entries
      .map((entry, index) => ({ index, at: Date.parse(entry.publishedAt ?? '') }))
      .filter(({ at }) => now.getTime() - at <= FIRST.ageMs)
      .toSorted((a, b) => b.at - a.at)
      .slice(0, FIRST.entries)
      .map(({ index }) => index),
  );
  const isFirst = feed.readAt === null;
  await store.addEntries(
    feed.id,
    entries.map((entry, index) => ({ entry, keys: keys[index] ?? [], isOld: isFirst && !fresh.has(index) })),
    now,
  );
}

/** What is dated ahead of its time was published when it was first seen. */
function datedBy(entry: ParsedEntry, now: Date): ParsedEntry {
  return Date.parse(entry.publishedAt ?? '') > now.getTime() ? { ...entry, publishedAt: now.toISOString() } : entry;
}

function well(feed: Feed, now: Date, waitMs: number | null): Feed {
  const wait = Math.min(MOST_MS, Math.max(LEAST_MS, waitMs ?? EVERY_MS));
  return {
    ...feed,
    status: 'active',
    failures: 0,
    problem: null,
    readAt: now.toISOString(),
    nextAt: new Date(now.getTime() + wait).toISOString(),
  };
}

/** Waits twice as long after each failure, or as long as the site asks. A feed that is gone for good is not asked again. */
function failed(feed: Feed, problem: string, wait: number | null | 'gone', now: Date): Feed {
  const failures = feed.failures + 1;
  const backOff = Math.min(LONGEST_BACK_OFF_MS, EVERY_MS * 2 ** Math.min(failures - 1, 10));
  const waitMs = wait === 'gone' ? LONGEST_BACK_OFF_MS : Math.max(backOff, wait ?? 0);
  return {
    ...feed,
    failures,
    problem,
    status: wait === 'gone' || failures >= PATIENCE ? 'paused' : 'active',
    nextAt: new Date(now.getTime() + waitMs).toISOString(),
  };
}

const UNREAD = 'The site says that nothing has changed (304), although the feed was never read.';

function refusal(status: number): string {
  if (status === GONE) return 'The site says that this feed is gone for good (410).';
  if (status === 404) return 'The site says that this feed does not exist (404).';
  if (status === 401 || status === 403) return `The site does not let Brevier read this feed (${status}).`;
  if (status === 429) return 'The site asks for a pause (429).';
  return `The site answered with an error (${status}).`;
}
