// Load on the digest machinery, in one process: a thousand channels due in the same minute, and a thousand feeds with
// fifty thousand entries. Counts, waits of the event loop and memory; `npm run bench:digests`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReadContext } from '../../src/bot/context.ts';
import { builtInBriefer, systemClock } from '../../src/compose.ts';
import { createPacer } from '../../src/deliver/pacer.ts';
import { createDigestService, feedContext } from '../../src/deliver/service.ts';
import { newFeed, refreshFeed } from '../../src/feed/refresh.ts';
import { createFetcher } from '../../src/fetch/fetch.ts';
import { createLogger } from '../../src/log.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { Subscription } from '../../src/model/subscription.ts';
import type { Target } from '../../src/model/target.ts';
import { NO_METER, type Sender } from '../../src/ports.ts';
import { createEmbeddedQueue } from '../../src/queue/embedded.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { articleFromFile } from '../../src/source/file.ts';
import { openStore } from '../../src/store/store.ts';
import { startNewsroom } from '../../test/standins/newsroom.ts';
import { engineHere } from '../../src/work/engine.ts';

const CHANNELS = Number(process.argv[2] ?? 1000);
const TEAMS = 50;
const FEEDS = Number(process.argv[3] ?? 1000);
const ENTRIES = 50;
const folder = mkdtempSync(join(tmpdir(), 'brevier-bench-'));
const newsroom = await startNewsroom();
const store = await openStore(sqlite(folder));
const log = createLogger('error');
const bot: ReadContext = {
  store,
  fetcher: createFetcher(new Set([newsroom.host])),
  briefer: builtInBriefer,
  extractor: engineHere,
  clock: systemClock,
  log,
  meter: NO_METER,
  publicUrl: null,
};
const delay = monitorEventLoopDelay({ resolution: 5 });
/** Longest wait of the event loop since the last call, in milliseconds; and how many were over 50. */
const blocked = () => {
  const found = { longestMs: Math.round(delay.max / 1e6), p99Ms: Math.round(delay.percentile(99) / 1e6) };
  delay.reset();
  return found;
};
delay.enable();
// As `npm start` does before anything else.
for (const name of ['harbour-battery', 'quiet-hours', 'wochenmarkt']) {
  const article = await articleFromFile(fileURLToPath(new URL(`../../briefs/${name}.md`, import.meta.url)), {
    clock: systemClock,
    extractor: engineHere,
  });
  await builtInBriefer.brief(article, BriefOptions.parse({}));
}

console.log('collecting', await collecting());
console.log('sending', await sending());
await store.close();
await newsroom.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

/** A thousand feeds with fifty entries each, read for the first time. */
async function collecting() {
  const words = 'The council of the harbour town decided on Monday to rebuild the quay for the ferry and to move the market. ';
  const item = (feed: number, entry: number) =>
    `<item><title>Story ${entry} of feed ${feed}</title><link>${newsroom.url}/f${feed}/${entry}</link><guid>f${feed}-${entry}</guid><description>${words.repeat(4)}</description></item>`;
  for (let feed = 0; feed < FEEDS; feed += 1) {
    const body = () =>
      `<rss version="2.0"><channel><title>Feed ${feed}</title>${Array.from({ length: ENTRIES }, (_, entry) => item(feed, entry)).join('')}</channel></rss>`;
    newsroom.answer(`/f${feed}.xml`, () => ({ status: 200, headers: { 'content-type': 'application/rss+xml' }, body: body() }));
    const made = newFeed(`${newsroom.url}/f${feed}.xml`, new Date(0));
    await store.saveFeed(made);
    await store.addFeed({ platform: 'slack', team: 'BENCH', channel: `C${feed % 50}`, thread: null }, made.id, 'bench', new Date());
  }
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  blocked();
  const since = performance.now();
  const context = feedContext(bot, new Map(), new AbortController().signal);
  let peak = before;
  for (;;) {
    const due = await store.dueFeeds(new Date(), 50);
    if (due.length === 0) break;
    for (let at = 0; at < due.length; at += 6) {
      await Promise.all(due.slice(at, at + 6).map((feed) => refreshFeed(context, feed, AbortSignal.timeout(60_000))));
      peak = Math.max(peak, process.memoryUsage().rss);
    }
  }
  const seconds = (performance.now() - since) / 1000;
  return {
    feeds: FEEDS,
    entries: FEEDS * ENTRIES,
    seconds: Math.round(seconds),
    memoryMB: Math.round((peak - before) / 1e6),
    ...blocked(),
  };
}

/** A thousand channels that are due in the same minute, on a platform that answers at once. */
async function sending() {
  const paragraphs = [
    'Northwind opened its new battery plant in Kiruna on Monday and hired 1,200 people from the region for the first shift.',
    'The plant cost $86 million, which the company borrowed from a group of four banks in Stockholm over the past two years.',
    'Anna Berg, who runs the site, said that the first cells would leave the hall before the end of the winter season.',
  ];
  for (let story = 0; story < 8; story += 1)
    newsroom.publish(
      'post',
      `Plant number ${story} opens in Kiruna ${story}`,
      [...paragraphs, `Story ${story}. `.repeat(40)],
      new Date().toISOString(),
    );
  const feed = newFeed(newsroom.feedUrl('post'), new Date(0));
  await store.saveFeed(feed);
  let sent = 0;
  const sender: Sender = {
    name: 'slack',
    capabilities: { dedupe: 'lookup', threads: true, pace: { channelMs: 1100, workspaceMs: 220 } },
    async send({ target }) {
      await wait(20);
      sent += 1;
      return { target, messageId: String(sent) };
    },
    find: async () => null,
  };
  const now = new Date();
  const at = new Date(now.getTime() - 60_000);
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    const target: Target = { platform: 'slack', team: `T${channel % TEAMS}`, channel: `D${channel}`, thread: null };
    await store.addFeed(target, feed.id, 'bench', now);
    await store.saveSubscription(
      Subscription.parse({
        id: `b${channel}`,
        target,
        cron: `${at.getUTCMinutes()} ${at.getUTCHours()} * * *`,
        zone: 'UTC',
        settings: { layout: 'message' },
        status: 'active',
        pausedBecause: null,
        createdBy: 'bench',
        createdAt: new Date(at.getTime() - 60_000).toISOString(),
      }),
    );
  }
  const queue = createEmbeddedQueue(25, log);
  const service = createDigestService({
    bot,
    queue,
    senders: new Map([['slack', sender]]),
    pacer: createPacer(
      () => performance.now(),
      async (ms, signal) => {
        await wait(ms, undefined, { signal });
      },
    ),
    crash: () => undefined,
    timing: { leaseMs: 60_000, retryMs: 20_000 },
  });
  blocked();
  const since = performance.now();
  await service.start();
  while (sent < CHANNELS && performance.now() - since < 600_000) await wait(100);
  const seconds = (performance.now() - since) / 1000;
  await service.stop();
  return { channels: CHANNELS, sent, seconds: Math.round(seconds), memoryMB: Math.round(process.memoryUsage().rss / 1e6), ...blocked() };
}
