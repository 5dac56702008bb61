import { PassThrough } from 'node:stream';
import { createCliAdapter } from '../../adapters/cli/index.ts';
import { createLogger } from '../../src/log.ts';
import { viewMessage } from '../../src/view/message-view.ts';
import { eventually } from '../standins/origin.ts';
import { FAULT_NAMES, type FaultHarness, type FaultName } from './faults.ts';

/** No network stands between: all that a terminal can do is to stop reading for a while. */
const STALL: FaultName = 'a time-out';

export const cliFaults: FaultHarness = {
  name: 'cli',
  calls: { print: { spared: FAULT_NAMES.filter((name) => name !== STALL), ofAsker: true } },
  async open() {
    const input = new PassThrough();
    const output = new PassThrough({ highWaterMark: 1 });
    const printed: string[] = [];
    let isStalled = false;
    const adapter = createCliAdapter(
      { colour: false, links: false, width: 80 },
      { log: createLogger('silent'), now: () => new Date(), input, output },
    );
    await adapter.start(async () => ({ view: viewMessage('the answer'), visibility: 'public' }));
    return {
      strike: () => {
        isStalled = true;
      },
      async ask() {
        input.write('/brief x\n');
        if (isStalled) await eventually('a full terminal', () => output.writableNeedDrain);
        output.on('data', (chunk: Buffer) => printed.push(String(chunk)));
        await eventually('the answer', () => printed.length > 0);
      },
      seen: () => printed.filter((words) => words.includes('the answer')),
      outcomes: () => [],
      codes: () => [],
      close: () => adapter.stop(),
    };
  },
};
