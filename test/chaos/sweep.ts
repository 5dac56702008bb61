// Kills the process at every point of a digest's life, over and over, until fifty digests are through; counts what
// people see. `node test/chaos/sweep.ts [store] [platform]`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { CRASH_POINTS, type CrashPoint } from '../../src/deliver/crash.ts';
import type { Target } from '../../src/model/target.ts';
import { startPostgres } from '../parts.ts';
import { DISCORD_APP, startDiscord } from '../standins/discord.ts';
import { startSlack } from '../standins/slack.ts';
import { ended, openDatabase, progress, startPress, startWorker, subscribeAll } from './support.ts';

const DIGESTS = 50;
const RESTARTS = 40;
const LEASE_MS = 1200;
const [onlyStore, onlyPlatform] = process.argv.slice(2);
const stores = (['sqlite', 'postgres'] as const).filter((name) => onlyStore === undefined || onlyStore === name);
const platforms = (['slack', 'discord'] as const).filter((name) => onlyPlatform === undefined || onlyPlatform === name);

const server = stores.includes('postgres') ? await startPostgres() : null;
const press = await startPress();
const table: Record<string, unknown>[] = [];
for (const store of stores) {
  if (store === 'postgres' && server === null) {
    console.log('No PostgreSQL on this machine: that half of the sweep is left out.');
    continue;
  }
  for (const platform of platforms) {
    for (const point of CRASH_POINTS) {
      const row = { store, platform, ...(await sweep(store, platform, point)) };
      table.push(row);
      console.log(JSON.stringify(row));
    }
  }
}
console.table(table);
await press.close();
await server?.stop();
process.exit(table.some(({ lost, doubled }) => lost !== 0 || doubled !== 0) ? 1 : 0);

async function sweep(storeName: string, platform: 'slack' | 'discord', point: CrashPoint) {
  const database = await freshDatabase(storeName);
  const slack = platform === 'slack' ? await startSlack() : null;
  // Shorter than a lease, so that it is the look-up and not the nonce that has to tell.
  const discord = platform === 'discord' ? await startDiscord({ nonceMs: 500 }) : null;
  const store = await openDatabase(database);
  const targets = Array.from({ length: DIGESTS }, (_, index): Target =>
    platform === 'slack'
      ? { platform, team: `T${index % 10}`, channel: `C${index}`, thread: null }
      : { platform, guild: '42', channel: String(500_000_000_000_000_000n + BigInt(index)) },
  );
  const feedUrl = press.feedUrl('post');
  await subscribeAll(store, feedUrl, await (await fetch(feedUrl)).text(), targets);
  const order = {
    database,
    newsroom: press.host,
    slackUrl: slack?.apiUrl ?? null,
    discordUrl: discord?.apiUrl ?? null,
    discordApp: DISCORD_APP,
    leaseMs: LEASE_MS,
  };
  let kills = 0;
  for (let start = 0; start < RESTARTS; start += 1) {
    const last = start === RESTARTS - 1;
    const worker = startWorker({ ...order, crashAt: last ? null : `${point}:${1 + (start % 5)}` });
    const over = until(async () => (await progress(store)).done >= DIGESTS, last ? 60_000 : 20_000).then(() => worker.kill('SIGKILL'));
    await ended(worker, 65_000);
    if (!(await isOver())) kills += 1;
    void over.catch(() => undefined);
    if (await isOver()) break;
  }
  const { all, done, failed, uncertain } = await progress(store);
  await store.close();
  const posted =
    slack?.posted.map((message) => String(message['channel'])) ?? discord?.posted.map((message) => String(message['channel_id'])) ?? [];
  await slack?.close();
  await discord?.close();
  if (storeName === 'sqlite') rmSync(database, { recursive: true, force: true });
  const seen = new Map<string, number>();
  for (const channel of posted) seen.set(channel, (seen.get(channel) ?? 0) + 1);
  const lost = targets.filter((target) => !('channel' in target) || !seen.has(target.channel)).length;
  return { point, kills, digests: all, done, failed, uncertain, lost, doubled: [...seen.values()].filter((count) => count > 1).length };

  async function isOver(): Promise<boolean> {
    return (await progress(store)).done >= DIGESTS;
  }
}

async function freshDatabase(name: string): Promise<string> {
  if (name === 'sqlite' || server === null) return mkdtempSync(join(tmpdir(), 'brevier-chaos-'));
  const database = `chaos_${Date.now()}`;
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  return server.url.replace(/\/postgres$/, `/${database}`);
}

async function until(check: () => Promise<boolean>, ms: number): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
