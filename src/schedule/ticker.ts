import { schedule } from 'node-cron';
import type { Logger } from '../log.ts';

/** Calls `look` now and at every full minute, never twice at a time. Gives what ends it. */
export function startTicker(look: () => Promise<void>, log: Logger): () => Promise<void> {
  let looking: Promise<void> | null = null;
  const once = () => {
    looking ??= look()
      .catch((err: unknown) => log.error({ err }, 'tick: failed; the next minute tries again'))
      .finally(() => {
        looking = null;
      });
    return looking;
  };
  const task = schedule('* * * * *', once);
  void once();
  return async () => {
    await task.destroy();
    await looking;
  };
}
