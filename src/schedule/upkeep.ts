import { schedule } from 'node-cron';
import type { Logger } from '../log.ts';
import type { Clock, Store } from '../ports.ts';

const DAY_MS = 24 * 3_600_000;
/** How long things are kept, in days. Platforms repeat an event within hours; buttons work on messages months old. */
const KEPT_DAYS = { events: 3, entries: 30, digests: 90, articles: 120 };

/** Forgets what is past its time once an hour. Gives what ends it. */
export function startUpkeep(store: Store, clock: Clock, log: Logger): () => Promise<void> {
  const task = schedule('17 * * * *', async () => {
    try {
      const before = (days: number) => new Date(clock.now().getTime() - days * DAY_MS);
      await store.forget({
        events: before(KEPT_DAYS.events),
        entries: before(KEPT_DAYS.entries),
        digests: before(KEPT_DAYS.digests),
        articles: before(KEPT_DAYS.articles),
      });
    } catch (err) {
      log.warn({ err }, 'upkeep: old rows could not be forgotten; the next hour tries again');
    }
  });
  return async () => {
    await task.destroy();
  };
}
