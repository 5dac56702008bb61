import { BrevierError, toBrevierError } from '../src/errors.ts';
import type { Logger } from '../src/log.ts';
import type { Target } from '../src/model/target.ts';
import { pause as sleep } from './pause.ts';

/** What trying again needs of the world. */
export interface Retrying {
  /** From 0 up to 1. */
  random(): number;
  /** Waits; rejects with the abort reason when the signal aborts first. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** How long one call to a platform may take, in milliseconds. */
  callMs: number;
}

export const RETRYING: Retrying = {
  random: () => Math.random(),
  pause: sleep,
  callMs: 10_000,
};

/** Before the second attempt, and at most before any other. Half of it is jitter. Milliseconds. */
const FIRST_MS = 500;
const LONGEST_MS = 20_000;
/** So long one way is tried before another is taken: nobody watches "is reading…" for longer. Milliseconds. */
const PATIENCE_MS = 120_000;

/** Nobody who limits rates asks for so long a pause: it is taken for nonsense. Milliseconds. */
const ABSURD_MS = 3_600_000;

/** What became of an answer: given at once, after another attempt, by another way, or not at all. */
export type AnswerOutcome = 'given' | 'again' | 'elsewhere' | 'lost';

/** One way to give an answer. */
export interface Way<T> {
  /** For the log. */
  name: string;
  /**
   * One attempt. `isAgain`: an attempt before this one may have arrived. `why`: what closed the way before this one.
   * @throws BrevierError `platform/rate-limited` (not taken), `platform/uncertain` (perhaps taken): worth another attempt;
   * `platform/refused`: this way is closed.
   */
  once(state: { isAgain: boolean; why: BrevierError | null }): Promise<T>;
  /** Looks for what an unconfirmed attempt may have left. Absent where a second attempt cannot show twice, or nothing can be looked up. */
  find?(): Promise<T | null>;
  /** How much longer the platform keeps this way open, in milliseconds; for ever when absent. */
  openMs?: number;
}

type Platform = Target['platform'];

/** What an adapter is given for it by the composition root. */
interface Tools {
  now(): Date;
  retrying: Retrying;
  log: Logger;
  /** Counts what became of an answer. */
  answered(platform: Platform, outcome: AnswerOutcome): void;
}

/**
 * Tries one way until it works, is closed, or has been tried for long enough. What may have arrived is looked for first.
 * Where that cannot be found out it is sent again: somebody waits, and twice is better than never.
 * @throws BrevierError the last one
 */
export async function insist<T>(way: Way<T>, tools: Pick<Tools, 'now' | 'retrying'>, signal: AbortSignal, why: BrevierError | null = null) {
  const { pause, random } = tools.retrying;
  const until = tools.now().getTime() + Math.min(way.openMs ?? PATIENCE_MS, PATIENCE_MS);
  let isAgain = false;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return { value: await way.once({ isAgain, why }), attempts };
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      const error = toBrevierError(thrown);
      if (error.code !== 'platform/rate-limited' && error.code !== 'platform/uncertain') throw thrown;
      isAgain ||= error.code === 'platform/uncertain';
      const own = Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
      const told = error.waitMs !== null && error.waitMs <= ABSURD_MS ? error.waitMs : null;
      const wait = (told ?? own / 2) + (random() * Math.min(own, FIRST_MS * 2)) / 2;
      const isOver = tools.now().getTime() + wait > until;
      if (!isOver) await pause(wait, signal);
      const found = isAgain ? await way.find?.().catch(() => null) : null;
      if (found !== null && found !== undefined) return { value: found, attempts };
      if (isOver) throw error;
    }
  }
}

/** Gives an answer by the first way that works, and counts what became of it. Null when none does: then the log has it. */
export async function giveBy<T>(platform: Platform, ways: readonly Way<T>[], tools: Tools, signal: AbortSignal): Promise<T | null> {
  let why: BrevierError | null = null;
  for (const [index, way] of ways.entries()) {
    try {
      const { value, attempts } = await insist(way, tools, signal, why);
      tools.answered(platform, index > 0 ? 'elsewhere' : attempts > 1 ? 'again' : 'given');
      return value;
    } catch (thrown) {
      if (signal.aborted) {
        why = new BrevierError('platform/uncertain', 'Brevier stopped before the platform had confirmed it.', { cause: thrown });
        break;
      }
      why = toBrevierError(thrown);
      const { code, message } = why;
      if (!code.startsWith('platform/')) {
        tools.answered(platform, 'lost');
        throw thrown;
      }
      tools.log.warn({ code, way: way.name, err: why.cause }, `${platform}: an answer could not be given this way: ${message}`);
    }
  }
  tools.answered(platform, 'lost');
  const { code, message } = why ?? new BrevierError('platform/refused', 'There is no way to whoever asked.');
  tools.log.error({ code, ways: ways.map(({ name }) => name), err: why }, `${platform}: an answer is lost: ${message}`);
  return null;
}

/** For what goes with an answer and is none: tried as hard, and its failure costs nothing but a line in the log. */
export async function tryBy(platform: Platform, way: Way<unknown>, tools: Tools, signal: AbortSignal): Promise<boolean> {
  try {
    await insist(way, tools, signal);
    return true;
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    const { code, message } = toBrevierError(thrown);
    tools.log.warn({ code, way: way.name, err: thrown }, `${platform}: what goes with an answer was not taken: ${message}`);
    return false;
  }
}
