import type { Logger } from '../log.ts';
import type { Queue } from '../ports.ts';

/**
 * One process does everything. The list lives in memory because the ledger is the real one: what a crash takes from
 * it is found again by the sweep (`idleDigests`).
 */
export function createEmbeddedQueue(atOnce: number, log: Logger): Queue {
  const waiting = new Set<string>();
  const running = new Set<Promise<void>>();
  let work: ((digestId: string) => Promise<void>) | null = null;

  const next = () => {
    if (work === null || running.size >= atOnce) return;
    const [id] = waiting;
    if (id === undefined) return;
    waiting.delete(id);
    const job = work(id)
      .catch((err: unknown) => log.error({ err, digest: id }, 'queue: a job failed'))
      .finally(() => {
        running.delete(job);
        next();
      });
    running.add(job);
    next();
  };
  return {
    add(digestId) {
      waiting.add(digestId);
      next();
      return Promise.resolve();
    },
    start(worker) {
      work = worker;
      next();
      return Promise.resolve();
    },
    async stop() {
      work = null;
      waiting.clear();
      await Promise.allSettled(running);
    },
  };
}
