/** After so many milliseconds without an answer, somebody who waits is told that there will be one. */
const PATIENCE_MS = 2500;

/** Waits for the work; calls `notify` once when it takes long. `wasSlow` says whether it did. */
export async function noticing<T>(work: Promise<T>, notify: () => Promise<unknown>): Promise<{ value: T; wasSlow: boolean }> {
  const told: Promise<unknown>[] = [];
  // Not being able to say "wait" must not cost the answer.
  const timer = setTimeout(() => told.push(notify().catch(() => undefined)), PATIENCE_MS);
  try {
    const value = await work;
    clearTimeout(timer);
    // The note has to stand before it is replaced.
    await Promise.all(told);
    return { value, wasSlow: told.length > 0 };
  } finally {
    clearTimeout(timer);
  }
}
