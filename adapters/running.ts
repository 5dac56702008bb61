import { setImmediate as nextTurn } from 'node:timers/promises';

/** Requests under way. Their signal is aborted when the drain takes too long. */
export interface Running {
  /** Runs to the end in the background; a failure goes to `onError` and nowhere else. */
  run(work: (signal: AbortSignal) => Promise<void>, when?: 'next turn' | 'at once'): void;
  /** Refuses new work, waits for what is under way, aborts it after `limitMs`. */
  drain(limitMs: number): Promise<void>;
}

export function createRunning(onError: (error: unknown) => void): Running {
  const controller = new AbortController();
  const underWay = new Set<Promise<void>>();
  let closed = false;
  return {
    run(work, when = 'next turn') {
      if (closed) return;
      // In the next turn of the event loop: an acknowledgement that was just written goes out first.
      const task = (when === 'at once' ? work(controller.signal) : nextTurn().then(() => work(controller.signal)))
        .catch(onError)
        .finally(() => underWay.delete(task));
      underWay.add(task);
    },
    async drain(limitMs) {
      closed = true;
      const late = setTimeout(() => controller.abort(), limitMs);
      await Promise.allSettled(underWay);
      clearTimeout(late);
    },
  };
}
