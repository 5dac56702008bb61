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

/** Between two ticks of a minute each, with room for a slow one. */
const TICKS_APART_MS = 5 * 60_000;

/**
 * May this reading of the clock be acted upon? One that is far from the reading before, and from the last one that was
 * believed, waits for the next tick to say the same: a clock may jump for a moment (a wrong time server, a machine that
 * wakes up). The first reading is believed.
 */
export function steadiness(): (now: Date) => boolean {
  let seen: number | null = null;
  let believed: number | null = null;
  return (now) => {
    const at = now.getTime();
    const isNear = (other: number | null) => other === null || Math.abs(at - other) <= TICKS_APART_MS;
    const isSteady = isNear(seen) || isNear(believed);
    seen = at;
    if (isSteady) believed = at;
    return isSteady;
  };
}
