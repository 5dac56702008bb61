import type { FaultHarness } from './faults.ts';

/** Posts again without looking, or gives up without a word. */
export const brokenFaults: FaultHarness = {
  name: 'broken',
  calls: { answer: {} },
  async open() {
    let isStruckForEver = false;
    return {
      strike: (_call, _fault, times) => {
        isStruckForEver = times > 1;
      },
      ask: async () => undefined,
      seen: () => (isStruckForEver ? [] : ['the answer', 'the answer']),
      outcomes: () => ['given'],
      codes: () => [],
      close: async () => undefined,
    };
  },
};
