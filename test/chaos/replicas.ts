// Four replicas on one PostgreSQL with pg-boss, a thousand digests, random kills and server restarts; counts what
// people see. `node test/chaos/replicas.ts [digests]`
import type { ChildProcess } from 'node:child_process';
import type { Target } from '../../src/model/target.ts';
import { startPostgres } from '../parts.ts';
import { DISCORD_APP } from '../standins/discord.ts';
import { startSlack } from '../standins/slack.ts';
import { openDatabase, progress, startPress, startWorker, subscribeAll } from './support.ts';

const DIGESTS = Number(process.argv[2] ?? 1000);
const TEAMS = 40;
const REPLICAS = 4;
const LONGEST_MS = 20 * 60_000;
const server = await startPostgres();
if (server === null) {
  console.log('No PostgreSQL on this machine: nothing to do.');
  process.exit(0);
}
const press = await startPress();
const slack = await startSlack();
const store = await openDatabase(server.url);
const targets = Array.from({ length: DIGESTS }, (_, index): Target => ({
  platform: 'slack',
  team: `T${index % TEAMS}`,
  channel: `C${index}`,
  thread: null,
}));
const feedUrl = press.feedUrl('post');
await subscribeAll(store, feedUrl, await (await fetch(feedUrl)).text(), targets);
const order = {
  database: server.url,
  newsroom: press.host,
  slackUrl: slack.apiUrl,
  discordUrl: null,
  discordApp: DISCORD_APP,
  crashAt: null,
  leaseMs: 8000,
};
const since = Date.now();
let kills = 0;
let restarts = 0;
let over = false;
const workers: ChildProcess[] = Array.from({ length: REPLICAS }, () => keptAlive());

/** A replica that an operator's supervisor starts again whenever it dies. */
function keptAlive(): ChildProcess {
  const worker = startWorker(order);
  worker.once('exit', () => {
    const at = workers.indexOf(worker);
    if (!over && at >= 0) workers[at] = keptAlive();
  });
  return worker;
}

const killing = setInterval(() => {
  if (Math.random() < 0.3) return;
  kills += 1;
  workers[Math.floor(Math.random() * REPLICAS)]?.kill('SIGKILL');
}, 1500);
const restarting = setInterval(() => {
  restarts += 1;
  server.restart(1500).catch((error: unknown) => console.error('the server did not come back', error));
}, 12_000);

let state = { all: 0, done: 0, failed: 0, uncertain: 0 };
while (Date.now() - since < LONGEST_MS && state.done + state.failed < DIGESTS) {
  await new Promise((resolve) => setTimeout(resolve, 2000));
  state = await progress(store).catch(() => state);
}
const seconds = Math.round((Date.now() - since) / 1000);
over = true;
clearInterval(killing);
clearInterval(restarting);
for (const worker of workers) worker.kill('SIGKILL');
const seen = new Map<string, number>();
for (const { channel } of slack.posted) seen.set(String(channel), (seen.get(String(channel)) ?? 0) + 1);
const lost = targets.filter((target) => !('channel' in target) || !seen.has(target.channel)).length;
const doubled = [...seen.values()].filter((count) => count > 1).length;
console.table([{ digests: DIGESTS, replicas: REPLICAS, kills, restarts, ...state, lost, doubled, seconds }]);
process.exit(lost === 0 && doubled === 0 ? 0 : 1);
