import { PassThrough } from 'node:stream';
import { createCliAdapter } from '../../adapters/cli/index.ts';
import { renderCli } from '../../adapters/cli/render.ts';
import { createLogger } from '../../src/log.ts';
import { CONTROL, type Harness } from './harness.ts';

const CONFIG = { colour: false, links: false, width: 80 };

export const cliHarness: Harness = {
  name: 'cli',
  target: { platform: 'cli' },
  // With links, so that no citation is quoted a second time below.
  render: (view) => renderCli(view, { ...CONFIG, links: true }),
  // A terminal takes any length.
  limitFaults: () => [],
  // Without links no escape sequence may be left, not even one of our own.
  alive: (_payload, view) => (CONTROL.test(renderCli(view, CONFIG).payload.replaceAll('\n', '')) ? ['control character'] : []),
  async open(handler) {
    const input = new PassThrough();
    const output = new PassThrough({ highWaterMark: 1_000_000 });
    const printed: string[] = [];
    output.on('data', (chunk: Buffer) => printed.push(String(chunk)));
    const adapter = createCliAdapter(CONFIG, { log: createLogger('silent'), now: () => new Date(), input, output });
    await adapter.start(handler);
    const asked = new Set<string>();
    return {
      adapter,
      async ask(id, text) {
        // A person who types a line twice means it twice: a terminal repeats nothing by itself.
        if (asked.has(id)) return;
        asked.add(id);
        input.write(`/brief ${text}\n`);
      },
      answers: () => printed.filter((words) => words.includes('answer to')),
      posted: () => printed.filter((words) => !words.includes('answer to')),
      attempts: () => [],
      hearSelf: null,
      failNext: null,
      close: () => adapter.stop(),
    };
  },
};
