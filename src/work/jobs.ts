import { BrevierError, type ErrorCode } from '../errors.ts';
import type { Engine } from '../ports.ts';

/** A method of the engine and what it is given, as it crosses to another thread. */
export type Job = { [Name in keyof Engine]: { name: Name; given: Parameters<Engine[Name]> } }[keyof Engine];

/** Asks for nothing but that the next job finds everything loaded. */
export interface WarmUp {
  name: 'warm';
}

/** Asks for nothing but that the thread lets go of what it does not need. */
export interface Rest {
  name: 'rest';
}

/** Classes do not cross between threads: a refusal goes as data. */
export type Outcome = { type: 'done'; value: unknown } | { type: 'refused'; code: ErrorCode; message: string };

export async function perform(engine: Engine, job: Job): Promise<Outcome> {
  try {
    const work = engine[job.name] as (...given: unknown[]) => Promise<unknown>;
    return { type: 'done', value: await work(...job.given) };
  } catch (thrown) {
    if (!(thrown instanceof BrevierError)) throw thrown;
    return { type: 'refused', code: thrown.code, message: thrown.message };
  }
}

/** @throws BrevierError the refusal, as it was in the other thread. */
export function unwrap(outcome: Outcome): unknown {
  if (outcome.type === 'done') return outcome.value;
  throw new BrevierError(outcome.code, outcome.message);
}
