import { setTimeout } from 'node:timers/promises';
import type { ReadContext } from './bot/context.ts';
import type { DigestDesk } from './bot/desk.ts';
import type { Config } from './config.ts';
import { crashFrom } from './deliver/crash.ts';
import { createDesk } from './deliver/desk.ts';
import { createPacer } from './deliver/pacer.ts';
import { createDigestService, feedContext, type DigestService } from './deliver/service.ts';
import { createReader } from './digest/reader.ts';
import type { Logger } from './log.ts';
import type { Target } from './model/target.ts';
import type { Queue, Sender } from './ports.ts';
import { createEmbeddedQueue } from './queue/embedded.ts';

/** Digests under way at the same time. Most of their time is waiting for sites and for rate limits. */
const AT_ONCE = 25;
/** A worker that is silent for so long is taken for dead. Longer than any single message may take to send. */
const LEASE_MS = 60_000;
const RETRY_MS = 20_000;

export interface Digests {
  desk: DigestDesk;
  service: DigestService;
}

/** The machinery of scheduled digests. `senders` may fill later, as chats connect. */
export async function digestsFor(
  config: Pick<Config, 'databaseUrl' | 'crashAt'>,
  bot: ReadContext,
  senders: ReadonlyMap<Target['platform'], Sender>,
  pagesFor: (target: Target) => string | null = () => null,
): Promise<Digests> {
  const queue = await queueFor(config, bot.log);
  const feeds = feedContext(bot, senders, new AbortController().signal);
  return {
    desk: createDesk({ bot, feeds, pagesFor, reader: createReader(bot) }, queue),
    service: createDigestService({
      bot,
      pagesFor,
      queue,
      senders,
      pacer: createPacer(() => performance.now(), pause),
      crash: crashFrom(config.crashAt ?? undefined, () => process.kill(process.pid, 'SIGKILL')),
      timing: { leaseMs: LEASE_MS, retryMs: RETRY_MS },
    }),
  };
}

async function queueFor(config: Pick<Config, 'databaseUrl'>, log: Logger): Promise<Queue> {
  if (config.databaseUrl === null) return createEmbeddedQueue(AT_ONCE, log);
  // The library is loaded only where it is used.
  const { createSharedQueue } = await import('./queue/pg-boss.ts');
  return createSharedQueue(config.databaseUrl, AT_ONCE, log);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}
