import { describe, expect, it } from 'vitest';
import { giveBy, insist, type AnswerOutcome, type Way } from '../../adapters/insist.ts';
import { BrevierError, type ErrorCode } from '../../src/errors.ts';
import { silentHost } from '../host.ts';

const quiet = new AbortController().signal;
const fault = (code: ErrorCode, waitMs: number | null = null) => new BrevierError(code, 'no', { waitMs });

/** A host that notes its waits and takes no time over them. */
function noting() {
  const waits: number[] = [];
  const outcomes: AnswerOutcome[] = [];
  let now = 0;
  const host = silentHost({
    now: () => new Date(now),
    answered: (_platform, outcome) => outcomes.push(outcome),
    retrying: {
      callMs: 1000,
      random: () => 0.5,
      pause: async (ms) => {
        waits.push(ms);
        now += ms;
      },
    },
  });
  return { host, waits, outcomes };
}

/** Fails as it is told, then works. */
function failing(...faults: BrevierError[]): Way<string> & { tries: () => number } {
  let tries = 0;
  return {
    name: 'way',
    tries: () => tries,
    async once() {
      tries += 1;
      const next = faults.shift();
      if (next !== undefined) throw next;
      return 'given';
    },
  };
}

describe('trying again', () => {
  it('waits as long as it was told, and a little longer', async () => {
    const { host, waits } = noting();
    await insist(failing(fault('platform/rate-limited', 30_000)), host, quiet);
    expect(waits).toEqual([30_125]);
  });

  it('takes an absurd pause for nonsense and waits its own time', async () => {
    const { host, waits } = noting();
    await insist(failing(fault('platform/rate-limited', 1e13)), host, quiet);
    expect(waits).toEqual([375]);
  });

  it('waits longer each time', async () => {
    const { host, waits } = noting();
    await insist(failing(...Array.from({ length: 4 }, () => fault('platform/uncertain'))), host, quiet);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(4);
  });

  it('ends with the window of the platform', async () => {
    const { host } = noting();
    const way = { ...failing(...Array.from({ length: 99 }, () => fault('platform/uncertain'))), openMs: 2000 };
    await expect(insist(way, host, quiet)).rejects.toMatchObject({ code: 'platform/uncertain' });
    expect(way.tries()).toBe(3);
  });

  it('does not try again what was refused', async () => {
    const { host } = noting();
    const way = failing(fault('platform/refused'));
    await expect(insist(way, host, quiet)).rejects.toMatchObject({ code: 'platform/refused' });
    expect(way.tries()).toBe(1);
  });

  it('looks for what may have arrived before it sends it again', async () => {
    const { host } = noting();
    const way = { ...failing(fault('platform/uncertain')), find: async () => 'found' };
    expect((await insist(way, host, quiet)).value).toBe('found');
    expect(way.tries()).toBe(1);
  });

  it('sends again what cannot be looked for', async () => {
    const { host } = noting();
    const find = () => Promise.reject(fault('platform/uncertain'));
    const way = { ...failing(fault('platform/uncertain')), find };
    expect((await insist(way, host, quiet)).value).toBe('given');
  });

  it('looks for nothing when nothing can have arrived', async () => {
    const { host } = noting();
    const way = { ...failing(fault('platform/rate-limited')), find: async () => 'found' };
    expect((await insist(way, host, quiet)).value).toBe('given');
  });
});

describe('an answer', () => {
  it('goes by another way when the first is closed, with a word on why', async () => {
    const { host, outcomes } = noting();
    const closed = failing(fault('platform/refused'));
    const other: Way<string> = { name: 'other', once: async ({ why }) => `because: ${why?.message}` };
    expect(await giveBy('slack', [closed, other], host, quiet)).toBe('because: no');
    expect(outcomes).toEqual(['elsewhere']);
  });

  it('is counted as lost when the bot stops meanwhile', async () => {
    const { host, outcomes } = noting();
    expect(await giveBy('slack', [failing(fault('platform/uncertain'))], host, AbortSignal.abort())).toBeNull();
    expect(outcomes).toEqual(['lost']);
  });

  it('is counted as lost when a bug is in the way', async () => {
    const { host, outcomes } = noting();
    const broken: Way<string> = { name: 'broken', once: () => Promise.reject(new TypeError('bug')) };
    await expect(giveBy('slack', [broken], host, quiet)).rejects.toThrow('bug');
    expect(outcomes).toEqual(['lost']);
  });
});
