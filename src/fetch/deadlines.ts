import { BrevierError } from '../errors.ts';

/** The time limits of one piece of work: one for all of it, and one for the step that it is at. */
export interface Deadlines {
  /** Aborts when the asker gives up or a limit passes. */
  signal: AbortSignal;
  /** From now on the next step has this long. */
  step(ms: number): void;
}

/** @throws BrevierError `source/timeout`, `source/unreachable`, and what the work itself throws as one. */
export async function withinTime<T>(totalMs: number, asker: AbortSignal, work: (deadlines: Deadlines) => Promise<T>): Promise<T> {
  const late = new AbortController();
  let passed: number | null = null;
  const limit = (ms: number) =>
    setTimeout(() => {
      passed ??= ms;
      late.abort();
    }, ms);
  const total = limit(totalMs);
  let current: NodeJS.Timeout | undefined;
  try {
    return await work({
      signal: AbortSignal.any([asker, late.signal]),
      step(ms) {
        clearTimeout(current);
        current = limit(ms);
      },
    });
  } catch (thrown) {
    if (passed !== null && !asker.aborted) {
      throw new BrevierError(
        'source/timeout',
        `The site did not answer within ${passed / 1000} seconds. Try again later, or paste the text.`,
        { cause: thrown },
      );
    }
    if (thrown instanceof BrevierError || asker.aborted) throw thrown;
    throw new BrevierError('source/unreachable', 'The site could not be reached. Check the address, or paste the text.', {
      cause: thrown,
    });
  } finally {
    clearTimeout(total);
    clearTimeout(current);
  }
}
