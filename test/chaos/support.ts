import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { absorbAnswer, newFeed } from '../../src/feed/refresh.ts';
import { Subscription } from '../../src/model/subscription.ts';
import type { Target } from '../../src/model/target.ts';
import type { Store } from '../../src/ports.ts';
import { postgres } from '../../src/store/postgres.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { BATTERY, FERRY } from '../deliver/rig.ts';
import { startNewsroom } from '../standins/newsroom.ts';
import { engineHere } from '../../src/work/engine.ts';

/** What a worker process is told. */
export interface WorkerOrder {
  /** A folder, or `postgres://…`. */
  database: string;
  newsroom: string;
  slackUrl: string | null;
  discordUrl: string | null;
  discordApp: string;
  crashAt: string | null;
  leaseMs: number;
  log?: string;
}

export async function openDatabase(database: string): Promise<Store> {
  return await openStore(database.startsWith('postgres:') ? postgres(database, () => undefined) : sqlite(database));
}

export function startWorker(order: WorkerOrder): ChildProcess {
  const path = fileURLToPath(new URL('worker.ts', import.meta.url));
  return spawn(process.execPath, [path, JSON.stringify(order)], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Resolves when the process has ended, by itself or because it was killed after `ms`. True when it ended by itself. */
export async function ended(worker: ChildProcess, ms: number): Promise<boolean> {
  let byItself = true;
  const late = setTimeout(() => {
    byItself = false;
    worker.kill('SIGKILL');
  }, ms);
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
  clearTimeout(late);
  return byItself;
}

/** A site with two stories of today. */
export async function startPress() {
  const newsroom = await startNewsroom();
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
  newsroom.publish('post', 'Battery plant opens in Kiruna', BATTERY, hourAgo);
  newsroom.publish('post', 'Harwich ferry to sail again', FERRY, hourAgo);
  return newsroom;
}

/** Subscriptions that are due this minute, all with one feed. */
export async function subscribeAll(store: Store, feedUrl: string, feedBody: string, targets: readonly Target[]): Promise<void> {
  const now = new Date();
  const clock = { now: () => now };
  const answer = {
    type: 'fetched',
    url: feedUrl,
    body: feedBody,
    validators: { etag: null, lastModified: null },
    waitMs: 3_600_000,
  } as const;
  const feed = await absorbAnswer({ store, clock, extractor: engineHere }, newFeed(feedUrl, now), answer);
  await store.saveFeed(feed);
  const at = new Date(now.getTime() - 60_000);
  for (const [index, target] of targets.entries()) {
    await store.addFeed(target, feed.id, 'slack:T1/U1', now);
    await store.saveSubscription(
      Subscription.parse({
        id: `s${index}`,
        target,
        cron: `${at.getUTCMinutes()} ${at.getUTCHours()} * * *`,
        zone: 'UTC',
        settings: { layout: 'message' },
        status: 'active',
        pausedBecause: null,
        createdBy: 'slack:T1/U1',
        createdAt: new Date(at.getTime() - 60_000).toISOString(),
      }),
    );
  }
}

/** How many digests there are, and how many have come to an end. */
export async function progress(store: Store): Promise<{ all: number; done: number; failed: number; uncertain: number }> {
  const digests = await store.digests(null, 5000);
  const ofState = (state: string) => digests.filter((digest) => digest.state === state).length;
  let uncertain = 0;
  for (const { id, state } of digests) {
    if (state === 'done') continue;
    uncertain += (await store.deliveries(id)).filter((delivery) => delivery.state === 'uncertain').length;
  }
  return { all: digests.length, done: ofState('done'), failed: ofState('failed'), uncertain };
}
