import { expect } from 'vitest';
import type { ChatHost } from '../../adapters/contract.ts';
import type { AnswerOutcome } from '../../adapters/insist.ts';
import { createLogger } from '../../src/log.ts';
import { silentHost } from '../host.ts';
import type { Fault } from '../standins/faults.ts';

/** What a platform, or what stands before it, does wrong once. */
export const FAULTS = {
  'a rate limit': { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited', retry_after: 1 } },
  'an absurd Retry-After': { status: 429, headers: { 'retry-after': '9999999999' }, body: { ok: false, error: 'ratelimited' } },
  'a rate limit without a Retry-After': { status: 429, body: '<html>slow down</html>' },
  'a 500': { status: 500, body: {} },
  'a 502': { status: 502, body: '<html>Bad gateway</html>' },
  'a 500 after it was taken': { status: 500, body: {}, taken: true },
  'a reset': { breaks: 'reset' },
  'a reset after it was taken': { breaks: 'reset', taken: true },
  'a time-out': { breaks: 'silence' },
  'a time-out after it was taken': { breaks: 'silence', taken: true },
  'HTML with 200': { status: 200, body: '<!doctype html><p>Sign in to the network' },
  'an empty body with 200': { status: 200, body: '' },
  'an endless redirect': { status: 302, headers: { location: '/again' }, body: '' },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** One adapter against its stand-in, call by call. */
export interface FaultHarness {
  name: string;
  /** The calls by which answers go out. */
  calls: Readonly<Record<string, Call>>;
  /** Without a host of the caller's own no wait takes any time. */
  open(own?: NotingHost): Promise<FaultRig>;
}

/** A host, and what it was told. */
interface NotingHost {
  host: ChatHost;
  outcomes: AnswerOutcome[];
  codes: string[];
}

interface Call {
  /** Faults that cannot befall it. */
  spared?: readonly FaultName[];
  /** A message that nothing can be looked up about shows twice when the first was taken without a word. */
  mayShowTwice?: true;
  /** It is the asker's own line that breaks: while it is broken nobody can ask. */
  ofAsker?: true;
}

interface FaultRig {
  /** The next `times` calls of this kind meet the fault. */
  strike(call: string, fault: Fault, times: number): void;
  /** Somebody asks for what goes out by this call. Resolves when it is decided what becomes of it. */
  ask(call: string): Promise<void>;
  /** What people see that they asked for, as text, one for each time that it stands somewhere. */
  seen(): string[];
  /** What was counted, and the codes of errors in the log. */
  outcomes(): AnswerOutcome[];
  codes(): string[];
  close(): Promise<void>;
}

/** One cell of the table: the answer comes all the same, and once. */
export async function survives(harness: FaultHarness, call: string, fault: FaultName): Promise<string> {
  return await withRig(harness, async (rig) => {
    rig.strike(call, FAULTS[fault], 1);
    await rig.ask(call);
    const seen = rig.seen().length;
    expect(rig.outcomes()).not.toContain('lost');
    expect(rig.codes()).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(1);
    expect(seen).toBeLessThanOrEqual(harness.calls[call]?.mayShowTwice === true && 'taken' in FAULTS[fault] ? 2 : 1);
    return `${rig.outcomes().at(-1) ?? 'given'}${seen > 1 ? ', twice' : ''}`;
  });
}

/** A call that never works again: the answer comes by another way, or the operator hears of it. */
export async function isNeverSilent(harness: FaultHarness, call: string, fault: FaultName): Promise<string> {
  return await withRig(harness, async (rig) => {
    rig.strike(call, FAULTS[fault], Number.POSITIVE_INFINITY);
    await rig.ask(call);
    const isLost = rig.outcomes().includes('lost');
    const isTold = rig.codes().length > 0 && rig.codes().every((code) => code.startsWith('platform/'));
    expect(isLost).toBe(isTold);
    if (!isLost) expect(rig.seen().length).toBeGreaterThanOrEqual(1);
    return isLost ? 'lost' : (rig.outcomes().at(-1) ?? 'given');
  });
}

/** When nothing works the operator hears of it, once. */
export async function ownsUp(harness: FaultHarness): Promise<void> {
  await withRig(harness, async (rig) => {
    const [first = ''] = Object.keys(harness.calls);
    for (const call of Object.keys(harness.calls)) rig.strike(call, FAULTS['a 500'], Number.POSITIVE_INFINITY);
    await rig.ask(first);
    expect(rig.outcomes()).toEqual(['lost']);
    expect(rig.codes()).toEqual(['platform/uncertain']);
  });
}

async function withRig<T>(harness: FaultHarness, use: (rig: FaultRig) => Promise<T>): Promise<T> {
  const rig = await harness.open();
  try {
    return await use(rig);
  } finally {
    await rig.close();
  }
}

/** Long enough for a slow moment of this machine, short enough to wait for many times. Milliseconds. */
const CALL_MS = 400;

/** A host whose waits take no time, but pass on its clock. */
export function hastyHost(): NotingHost {
  let skipped = 0;
  return notingHost({
    now: () => new Date(Date.now() + skipped),
    retrying: {
      callMs: CALL_MS,
      random: () => 0.5,
      pause: async (ms, signal) => {
        skipped += ms;
        await new Promise(setImmediate);
        signal.throwIfAborted();
      },
    },
  });
}

export function notingHost(more: Partial<ChatHost> = {}): NotingHost {
  const outcomes: AnswerOutcome[] = [];
  const codes: string[] = [];
  const log = createLogger('error', {
    destination: { write: (line) => codes.push((JSON.parse(line) as { code?: string }).code ?? 'none') },
  });
  return { host: silentHost({ log, answered: (_platform, outcome) => outcomes.push(outcome), ...more }), outcomes, codes };
}
