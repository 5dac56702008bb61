import { setTimeout as delay } from 'node:timers/promises';

/** Waits so many milliseconds; rejects with the abort reason when the signal aborts first. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal });
}
