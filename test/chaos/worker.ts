// One replica, as small as it can be: the real store, queue and adapters, with leases short enough to test.
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { ReadContext } from '../../src/bot/context.ts';
import { builtInBriefer, systemClock } from '../../src/compose.ts';
import { crashFrom } from '../../src/deliver/crash.ts';
import { createPacer } from '../../src/deliver/pacer.ts';
import { createDigestService } from '../../src/deliver/service.ts';
import { createFetcher } from '../../src/fetch/fetch.ts';
import { createLogger } from '../../src/log.ts';
import type { Target } from '../../src/model/target.ts';
import { NO_METER, type Sender } from '../../src/ports.ts';
import { createEmbeddedQueue } from '../../src/queue/embedded.ts';
import { createSharedQueue } from '../../src/queue/pg-boss.ts';
import { openDatabase, type WorkerOrder } from './support.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { silentHost } from '../host.ts';
import { engineHere } from '../../src/work/engine.ts';

const order = JSON.parse(process.argv[2] ?? '{}') as WorkerOrder;
const log = createLogger(order.log ?? 'silent');
const store = await openDatabase(order.database);
const bot: ReadContext = {
  store,
  log,
  fetcher: createFetcher(new Set([order.newsroom])),
  briefer: builtInBriefer,
  extractor: engineHere,
  clock: systemClock,
  meter: NO_METER,
  publicUrl: null,
};
const host = silentHost({ log });
const senders = new Map<Target['platform'], Sender>();
if (order.slackUrl !== null) {
  const mode = { type: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' } as const;
  senders.set('slack', createSlackAdapter({ apiUrl: order.slackUrl, mode }, host));
}
if (order.discordUrl !== null) {
  const config = { token: 'token', appId: order.discordApp, guildId: null, apiUrl: order.discordUrl, messageContent: false };
  const adapter = createDiscordAdapter(config, host);
  await adapter.start(async () => null);
  senders.set('discord', adapter);
}
const queue = order.database.startsWith('postgres:') ? createSharedQueue(order.database, 25, log) : createEmbeddedQueue(25, log);
const service = createDigestService({
  bot,
  queue,
  senders,
  pacer: createPacer(
    () => performance.now(),
    async (ms, signal) => {
      await wait(ms, undefined, { signal });
    },
  ),
  crash: crashFrom(order.crashAt ?? undefined, () => process.kill(process.pid, 'SIGKILL')),
  timing: { leaseMs: order.leaseMs, retryMs: 200 },
});
await service.start();
process.stdout.write('ready\n');
for (;;) {
  await wait(300);
  await service.tick().catch((err: unknown) => log.warn({ err }, 'worker: a tick failed'));
}
