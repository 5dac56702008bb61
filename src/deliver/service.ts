import type { ReadContext } from '../bot/context.ts';
import { createReader } from '../digest/reader.ts';
import { refreshFeed, type FeedContext } from '../feed/refresh.ts';
import type { Feed } from '../model/feed.ts';
import type { Target } from '../model/target.ts';
import type { Queue, Sender } from '../ports.ts';
import { startTicker, steadiness } from '../schedule/ticker.ts';
import type { Crash } from './crash.ts';
import { deliverDigest, type DeliverContext } from './deliver.ts';
import type { Pacer } from './pacer.ts';
import { tellPerson } from './tell.ts';
import { tick } from './tick.ts';

export interface DigestService {
  start(): Promise<void>;
  /** Takes nothing new, waits for what is under way. */
  stop(): Promise<void>;
  /** One look at the clock, as the ticker makes it every minute. */
  tick(): Promise<void>;
}

interface ServiceParts {
  bot: ReadContext;
  pagesFor?(target: Target): string | null;
  queue: Queue;
  senders: ReadonlyMap<Target['platform'], Sender>;
  pacer: Pacer;
  crash: Crash;
  timing: DeliverContext['timing'];
}

const FEEDS_A_TICK = 200;
const FEEDS_AT_ONCE = 6;
const DRAIN_MS = 3000;

export function createDigestService(parts: ServiceParts): DigestService {
  const { bot, queue } = parts;
  const { store, clock, log } = bot;
  const stopping = new AbortController();
  const feeds = feedContext(bot, parts.senders, stopping.signal);
  const context: DeliverContext = { ...parts, feeds, reader: createReader(bot) };
  let reading: Promise<void> | null = null;

  const isSteady = steadiness();
  const lookAround = async () => {
    const now = clock.now();
    if (!isSteady(now)) {
      log.warn({ now }, 'tick: the clock has jumped; nothing is decided until the next minute says the same');
      return;
    }
    await tick({ store, clock, queue, crash: parts.crash, log });
    // Feeds are read beside the digests: a slow site must not keep a slot waiting.
    reading ??= readFeeds(feeds, stopping.signal).finally(() => {
      reading = null;
    });
  };
  let endTicker: (() => Promise<void>) | null = null;
  return {
    tick: lookAround,
    async start() {
      await queue.start(async (id) => deliverDigest(context, id, stopping.signal));
      endTicker = startTicker(lookAround, log);
    },
    async stop() {
      await endTicker?.();
      // What is under way may finish; what takes too long is broken off and taken up again after the next start.
      const late = setTimeout(() => stopping.abort(), DRAIN_MS);
      await queue.stop();
      clearTimeout(late);
      stopping.abort();
      await reading;
    },
  };
}

/** Feeds that are due, some at a time. */
async function readFeeds(context: FeedContext, signal: AbortSignal): Promise<void> {
  try {
    const due = await context.store.dueFeeds(context.clock.now(), FEEDS_A_TICK);
    for (let at = 0; at < due.length && !signal.aborted; at += FEEDS_AT_ONCE) {
      await Promise.all(due.slice(at, at + FEEDS_AT_ONCE).map(async (feed) => refreshFeed(context, feed, signal)));
    }
  } catch (err) {
    if (!signal.aborted) context.log.error({ err }, 'feeds could not be read; the next minute tries again');
  }
}

/** A feed that is given up is told to those who added it. */
export function feedContext(bot: ReadContext, senders: ReadonlyMap<Target['platform'], Sender>, signal: AbortSignal): FeedContext {
  const { store, fetcher, extractor, clock, log, meter } = bot;
  return {
    store,
    meter,
    underWay: new Map(),
    fetcher,
    extractor,
    clock,
    log,
    async onPaused(feed: Feed) {
      const words = `I have stopped reading the feed ${feed.url}. ${feed.problem ?? ''} Give it another chance with /digest feeds resume ${feed.url}, or remove it with /digest feeds remove ${feed.url}.`;
      for (const { target, addedBy } of await store.readersOf(feed.id)) {
        const sender = senders.get(target.platform);
        if (sender !== undefined) await tellPerson({ sender, log }, addedBy, words, signal);
      }
    },
  };
}
