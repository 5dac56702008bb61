import fc from 'fast-check';
import { expect } from 'vitest';
import type { Outgoing } from '../../adapters/contract.ts';
import type { Handler, Request } from '../../src/bot/request.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { sha256 } from '../../src/hash.ts';
import { citesIn } from '../../src/view/fit.ts';
import { viewMessage } from '../../src/view/message-view.ts';
import { eventually } from '../standins/origin.ts';
import { arbitraryView, EVERY_BLOCK, EVERY_WORD } from './arbitrary-view.ts';
import { stringsOf, TOLD_TO_WAIT_MS, type Failure, type Harness, type Rig } from './harness.ts';

/** DESIGN.md section 5. `appliesTo` gives the reason where a platform has nothing that the law is about. */
export interface Law {
  name: string;
  check(harness: Harness): Promise<void>;
  missing?: (rig: Rig) => boolean;
}

const RUNS = { numRuns: 60 };
const quiet = new AbortController().signal;

export const LAWS: readonly Law[] = [
  {
    name: 'renders every block',
    async check({ render, limitFaults }) {
      const { payload, dropped } = render(EVERY_BLOCK);
      const words = stringsOf(payload).join('\n');
      for (const word of EVERY_WORD) expect(words).toContain(word);
      expect(limitFaults(payload)).toEqual([]);
      expect(dropped).toBe(0);
    },
  },
  {
    name: 'keeps every stated limit, whatever the view',
    async check({ render, limitFaults }) {
      fc.assert(
        fc.property(arbitraryView, (view) => {
          expect(limitFaults(render(view).payload)).toEqual([]);
        }),
        RUNS,
      );
    },
  },
  {
    name: 'gives the same payload for the same view',
    async check({ render }) {
      fc.assert(
        fc.property(arbitraryView, (view) => {
          expect(render(structuredClone(view))).toEqual(render(view));
        }),
        RUNS,
      );
    },
  },
  {
    name: 'keeps control characters, mass mentions and markup dead',
    async check({ render, alive }) {
      fc.assert(
        fc.property(arbitraryView, (view) => {
          expect(alive(render(view).payload, view)).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
  },
  {
    name: 'shows or counts every citation',
    async check({ render }) {
      fc.assert(
        fc.property(arbitraryView, (view) => {
          const { payload, droppedCites } = render(view);
          const shown =
            stringsOf(payload)
              .join('\n')
              .match(/\[\d+\\?\]/g)?.length ?? 0;
          const all = view.blocks.reduce((sum, block) => sum + citesIn(block), 0);
          expect(shown + droppedCites).toBe(all);
        }),
        RUNS,
      );
    },
  },
  {
    name: 'acknowledges before it works',
    async check(harness) {
      const gate = Promise.withResolvers<void>();
      await withRig(
        harness,
        async () => gate.promise,
        async (rig) => {
          await rig.ask('e1', 'hello');
          expect(rig.answers()).toEqual([]);
          gate.resolve();
          await eventually('the answer', () => rig.answers().length === 1);
        },
      );
    },
  },
  {
    name: 'handles a repeated event once',
    async check(harness) {
      const handled = await withRig(
        harness,
        async () => undefined,
        async (rig) => {
          await rig.ask('e1', 'hello');
          await eventually('the answer', () => rig.answers().length === 1);
          await rig.ask('e1', 'hello');
          await rig.ask('e2', 'again');
          await eventually('the second answer', () => rig.answers().length === 2);
          expect(rig.answers()).toHaveLength(2);
        },
      );
      expect(new Set(handled.map(({ eventId }) => eventId)).size).toBe(2);
    },
  },
  {
    name: 'does not listen to itself',
    missing: ({ hearSelf }) => hearSelf === null,
    async check(harness) {
      const handled = await withRig(
        harness,
        async () => undefined,
        async (rig) => {
          await rig.hearSelf?.();
          await rig.ask('e1', 'hello');
          await eventually('the answer', () => rig.answers().length === 1);
        },
      );
      expect(handled.map(({ act }) => act.type)).toEqual(['command']);
    },
  },
  {
    name: 'posts nothing twice under one key',
    async check(harness) {
      await withRig(
        harness,
        async () => undefined,
        async (rig) => {
          await deliverOnce(rig, message(harness, 'single'));
          await deliverOnce(rig, message(harness, 'single'));
          await deliverOnce(rig, message(harness, 'other'));
          await eventually('both messages', () => rig.posted().length >= 2);
          expect(rig.posted().filter((words) => words.includes('single'))).toHaveLength(1);
          expect(rig.posted().filter((words) => words.includes('other'))).toHaveLength(1);
        },
      );
    },
  },
  {
    name: 'waits as long as a rate limit says',
    missing: ({ failNext }) => failNext === null,
    async check(harness) {
      await withRig(
        harness,
        async () => undefined,
        async (rig) => {
          rig.failNext?.('rate-limit');
          await rig.adapter.send(message(harness, 'patient'), quiet);
          const [first = 0, second = 0] = rig.attempts();
          expect(second - first).toBeGreaterThanOrEqual(TOLD_TO_WAIT_MS - 20);
          expect(rig.posted()).toHaveLength(1);
        },
      );
    },
  },
  failureLaw('calls a server error uncertain and does not try again', 'server-error', 'platform/uncertain'),
  failureLaw('calls a page of somebody else uncertain and does not try again', 'nonsense', 'platform/uncertain'),
  failureLaw('calls a refusal failed and does not try again', 'refused', 'platform/refused'),
  {
    name: 'stops when it is aborted',
    async check(harness) {
      await withRig(
        harness,
        async () => undefined,
        async (rig) => {
          await expect(rig.adapter.send(message(harness, 'never'), AbortSignal.abort())).rejects.toThrow();
          expect(rig.posted()).toEqual([]);
        },
      );
    },
  },
  {
    name: 'finishes what is under way before it stops',
    async check(harness) {
      const begun = Promise.withResolvers<void>();
      const gate = Promise.withResolvers<void>();
      const work = async () => {
        begun.resolve();
        await gate.promise;
      };
      await withRig(harness, work, async (rig) => {
        await rig.ask('e1', 'hello');
        await begun.promise;
        const stopped = rig.adapter.stop();
        gate.resolve();
        await stopped;
        await eventually('the answer', () => rig.answers().length === 1, 1000);
      });
    },
  },
];

function failureLaw(name: string, failure: Failure, code: ErrorCode): Law {
  return {
    name,
    missing: ({ failNext }) => failNext === null,
    async check(harness) {
      const idle = async () => undefined;
      await withRig(harness, idle, async (rig) => {
        rig.failNext?.(failure);
        await expect(rig.adapter.send(message(harness, failure), quiet)).rejects.toMatchObject({ code });
        expect(rig.attempts()).toHaveLength(1);
      });
    },
  };
}

/** The ledger's way: look first where the platform cannot tell by itself. */
async function deliverOnce({ adapter }: Rig, outgoing: Outgoing): Promise<void> {
  const there = adapter.capabilities.dedupe === 'lookup' ? await adapter.find?.(outgoing.key, outgoing, quiet) : null;
  if (there === null || there === undefined) await adapter.send(outgoing, quiet);
}

function message({ target }: Harness, words: string): Outgoing {
  return { key: sha256(words), target, view: viewMessage(words), parent: null };
}

/** Runs with a handler that drops repeated events, as the bot does, and works as `work` says. Gives what it handled. */
async function withRig(harness: Harness, work: () => Promise<void>, use: (rig: Rig) => Promise<void>): Promise<Request[]> {
  const seen = new Set<string>();
  const handled: Request[] = [];
  const handler: Handler = async (request) => {
    if (seen.has(request.eventId)) return null;
    seen.add(request.eventId);
    handled.push(request);
    await work();
    return { view: viewMessage(`answer to ${handled.length}`), visibility: 'public' };
  };
  const rig = await harness.open(handler);
  try {
    await use(rig);
  } finally {
    await rig.close();
  }
  return handled;
}
