import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBot } from '../../src/bot/bot.ts';
import type { BotContext } from '../../src/bot/context.ts';
import { systemClock } from '../../src/compose.ts';
import { createFetcher } from '../../src/fetch/fetch.ts';
import { createLogger } from '../../src/log.ts';
import { NO_METER } from '../../src/ports.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { remembering } from '../../src/brief/remembered.ts';
import { createEnginePool } from '../../src/work/pool.ts';
import { slackConfig } from '../../adapters/slack/config.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { startSlack } from '../../test/standins/slack.ts';
import { eventually, startOrigin } from '../../test/standins/origin.ts';
import { storyPage } from './support/story.ts';
import { ms, quantile, timeOf } from './support/times.ts';
import { silentHost } from '../../test/host.ts';

/** The bot under load, from the command to the finished brief, over real HTTP on loopback and a real SQLite file: `npm run bench`. */
const BRIEFS = Number(process.argv[2] ?? 10_000);
const ASKED = 400;
const AT_ONCE = 8;

if (process.argv[2] === 'origin') await serveStories();
else await measure();

/** In a process of its own: what the site needs is not Brevier's. */
async function serveStories(): Promise<void> {
  const origin = await startOrigin((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(storyPage(Number(request.url?.slice(1))));
  });
  process.send?.(origin.host);
}

async function measure(): Promise<void> {
  const site = fork(import.meta.filename, ['origin']);
  const [host] = (await once(site, 'message')) as [string];
  const folder = mkdtempSync(join(tmpdir(), 'brevier-load-'));
  const store = await openStore(sqlite(folder));
  const pool = createEnginePool();
  const log = createLogger('error');
  const context: BotContext = {
    store,
    log,
    fetcher: createFetcher(new Set([host])),
    extractor: pool.engine,
    briefer: remembering(pool.engine),
    clock: systemClock,
    meter: NO_METER,
    publicUrl: null,
    desk: null as unknown as BotContext['desk'],
  };
  const bot = createBot(context);
  let events = 0;
  const say = async (name: string, text: string) => {
    const target = { platform: 'slack', team: 'T1', channel: `C${events % 50}`, thread: null } as const;
    const answer = await bot(
      { eventId: `e${(events += 1)}`, target, user: `slack:T1/U${events % 500}`, act: { type: 'command', name, text } },
      new AbortController().signal,
    );
    const words = JSON.stringify(answer?.view ?? null);
    if (!words.includes('KEY FIGURES') && !words.includes('Key figures') && name === 'brief')
      throw new Error(`no brief: ${words.slice(0, 300)}`);
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const story = (n: number) => `http://${host}/${n}`;
  for (let n = 0; n < 100; n += 1) await say('brief', story(n));
  delay.enable();

  const one = async (count: number, work: (n: number) => Promise<unknown>) => {
    const took: number[] = [];
    for (let n = 0; n < count; n += 1) took.push(await timeOf(() => work(n)));
    return took;
  };
  const latency = {
    'brief of a cached article': await one(ASKED, (n) => say('brief', story(n % 100))),
    'brief of a page that is fetched': await one(ASKED, (n) => say('brief', story(100 + n))),
    'the same page asked of the origin alone': await one(ASKED, async (n) => (await fetch(story(n))).text()),
    'answer to a question': await one(ASKED, () => say('ask', 'How much does the harbour battery cost?')),
    'acknowledgement by Slack’s adapter, eight briefs under way': await acknowledgements((n) => story(500 + n)),
  };
  console.log(`From the command to the answer, one after the other, ${ASKED} each. Others share the machine.`);
  console.table(
    Object.fromEntries(
      Object.entries(latency).map(([name, took]) => [
        name,
        { median: ms(quantile(took, 0.5)), p95: ms(quantile(took, 0.95)), p99: ms(quantile(took, 0.99)) },
      ]),
    ),
  );

  const memory: Record<string, Record<string, string>> = {};
  delay.reset();
  const began = performance.now();
  const before = process.cpuUsage();
  const checks = [0, 0.1, 0.25, 0.5, 0.75, 1].map((share) => Math.floor(BRIEFS * share));
  let done = 0;
  const note = () => {
    if (checks[0] === undefined || done < checks[0]) return;
    checks.shift();
    const { rss, heapUsed } = process.memoryUsage();
    const seconds = (performance.now() - began) / 1000;
    // Of all threads: others on the machine make a brief slower, and no dearer.
    const { user, system } = process.cpuUsage(before);
    memory[`${done} briefs`] = {
      'resident MB': (rss / 1e6).toFixed(0),
      'heap MB': (heapUsed / 1e6).toFixed(0),
      'briefs a second': done === 0 ? '' : (done / seconds).toFixed(0),
      'CPU ms a brief': done === 0 ? '' : ((user + system) / 1000 / done).toFixed(1),
    };
  };
  const worker = async () => {
    while (done < BRIEFS) {
      note();
      done += 1;
      await say('brief', story(1000 + done));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  note();
  console.log(`${BRIEFS} different articles fetched, extracted, stored, briefed; ${AT_ONCE} at a time.`);
  console.table(memory);
  console.log(`Longest wait of the event loop ${ms(delay.max / 1e6)}, p99.9 ${ms(delay.percentile(99.9) / 1e6)}.`);

  await pool.close();
  await store.close();
  site.kill();
  rmSync(folder, { recursive: true, force: true });

  async function acknowledgements(address: (n: number) => string): Promise<number[]> {
    const standin = await startSlack();
    const parsed = slackConfig({ SLACK_API_URL: standin.apiUrl, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    if (parsed.status !== 'ready') throw new Error('the configuration of the stand-in must be good');
    const adapter = createSlackAdapter(parsed.config, silentHost());
    await adapter.start(bot);
    const took: number[] = [];
    for (let n = 0; n < 100; n += 1) {
      took.push(await timeOf(() => standin.command({ text: address(n), trigger_id: `t${n}` })));
      if (n % AT_ONCE === AT_ONCE - 1)
        await eventually('the answers', () => standin.responses.length + standin.posted.length > n - AT_ONCE);
    }
    await eventually('all answers', () => standin.responses.length === 100, 60_000);
    await adapter.stop();
    await standin.close();
    return took;
  }
}
