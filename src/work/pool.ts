import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { BrevierError } from '../errors.ts';
import type { Engine } from '../ports.ts';
import { collectGarbage } from './garbage.ts';
import { unwrap, type Job, type Outcome, type Rest, type WarmUp } from './jobs.ts';

export interface PoolOptions {
  /** The file that a thread runs. */
  file?: string;
  threads?: number;
  /** Jobs that may wait; one more is refused. */
  queue?: number;
  /** Milliseconds that a job may take once it has begun to wait. */
  limitMs?: number;
  /** Heap of one thread, in megabytes. */
  memoryMb?: number;
  /** After so many milliseconds without a job memory is given back, where the process takes more bytes than `modest`. */
  quietMs?: number;
  modest?: number;
}

export interface EnginePool {
  engine: Engine;
  /** Starts a thread before somebody waits for it. */
  warm(): void;
  close(): Promise<void>;
}

const IDLE_MS = 60_000;
const QUIET_MS = 10_000;
/** A process that takes less than this has nothing to give back that would be worth a pause. Bytes. */
const MODEST = 150e6;

/**
 * The engine in other threads. A job that takes too long or too much memory ends its thread and nothing else; the pool
 * starts another one.
 */
export function createEnginePool(options: PoolOptions = {}): EnginePool {
  const {
    threads = Math.max(1, Math.min(4, availableParallelism())),
    queue = 200,
    limitMs = 20_000,
    memoryMb = 256,
    quietMs = QUIET_MS,
    modest = MODEST,
  } = options;
  const pool = new Piscina({
    filename: options.file ?? new URL('./thread.ts', import.meta.url).href,
    // A thread holds some 60 MB: after a quiet minute it goes, and the next one to ask waits half a second longer.
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    recordTiming: false,
  });
  // A thread that dies while idle is replaced; its job, if it had one, has been told.
  pool.on('error', () => undefined);
  // What the threads let go of goes into V8's own store of pages, which a collection of the main thread empties.
  const giveBack = async () => {
    if (process.memoryUsage.rss() < modest) return;
    await Promise.all(pool.threads.map(() => pool.run({ name: 'rest' } satisfies Rest)));
    await collectGarbage();
  };
  let quiet: NodeJS.Timeout | undefined;
  const afterwards = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => void giveBack().catch(() => undefined), quietMs).unref();
  };
  const run = async (job: Job): Promise<unknown> => {
    // The pool's own limit does not count jobs that have a deadline.
    if (pool.queueSize >= queue) throw new BrevierError('work/busy', 'Brevier is busy right now. Try again in a minute.');
    clearTimeout(quiet);
    const deadline = AbortSignal.timeout(limitMs);
    let outcome: Outcome;
    try {
      outcome = (await pool.run(job, { signal: deadline })) as Outcome;
    } catch (thrown) {
      throw refusal(thrown, deadline.aborted);
    } finally {
      afterwards();
    }
    return unwrap(outcome);
  };
  return {
    engine: {
      brief: (...given) => run({ name: 'brief', given }) as ReturnType<Engine['brief']>,
      answer: (...given) => run({ name: 'answer', given }) as ReturnType<Engine['answer']>,
      extract: (...given) => run({ name: 'extract', given }) as ReturnType<Engine['extract']>,
      parseFeed: (...given) => run({ name: 'parseFeed', given }) as ReturnType<Engine['parseFeed']>,
    },
    warm: () => void pool.run({ name: 'warm' } satisfies WarmUp).catch(() => undefined),
    async close() {
      clearTimeout(quiet);
      await pool.destroy();
    },
  };
}

function refusal(thrown: unknown, isLate: boolean): unknown {
  const { code } = thrown as { code?: string };
  if (isLate) {
    return new BrevierError('work/too-hard', 'That took too long to read, so I stopped. Send a shorter text, or the part you care about.', {
      cause: thrown,
    });
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new BrevierError('work/too-hard', 'That is too much to read at once. Send the part you care about.', { cause: thrown });
  }
  return thrown;
}
