import { schedule } from 'node-cron';
import type { Logger } from '../log.ts';
import type { Clock, Store } from '../ports.ts';

/** Platforms repeat an event within minutes, at most hours. */
const EVENT_MEMORY_MS = 3 * 24 * 3_600_000;

/** Forgets old event ids once an hour. Gives what ends it. */
export function startUpkeep(store: Store, clock: Clock, log: Logger): () => Promise<void> {
  const task = schedule('17 * * * *', async () => {
    try {
      await store.forgetEvents(new Date(clock.now().getTime() - EVENT_MEMORY_MS));
    } catch (err) {
      log.warn({ err }, 'upkeep: old event ids could not be forgotten; the next hour tries again');
    }
  });
  return async () => {
    await task.destroy();
  };
}
