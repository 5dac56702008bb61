import type { Readable, Writable } from 'node:stream';
import type { Adapter, AdapterHost, Capabilities } from '../contract.ts';
import { createRunning } from '../running.ts';
import type { CliConfig } from './config.ts';
import { readLines } from './events.ts';
import { renderCli } from './render.ts';
import { createPrinter, write } from './send.ts';

const CLI_CAPABILITIES: Capabilities = {
  ephemeral: false,
  buttons: false,
  forms: false,
  threads: false,
  edit: false,
  dedupe: 'none',
  pace: { channelMs: 0, workspaceMs: 0 },
};

const DRAIN_MS = 4_000;

/** A chat in the terminal: one request a line, answers printed in the order they were asked. */
export function createCliAdapter(
  config: CliConfig,
  host: AdapterHost & { input: Readable; output: Writable },
): Adapter & { closed: Promise<void> } {
  const running = createRunning((error) => host.log.error({ err: error }, 'cli: an answer could not be printed'));
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  let lines: ReturnType<typeof readLines> | null = null;
  let last: Promise<void> = Promise.resolve();
  return {
    name: 'cli',
    capabilities: CLI_CAPABILITIES,
    render: (view) => renderCli(view, config),
    closed,
    async start(handler) {
      lines = readLines(host.input, (request) => {
        running.run(async (signal) => {
          const before = last;
          const work = (async () => {
            // A line may lean on the one before it: "feeds add …", then "preview".
            await before;
            const response = await handler(request, signal);
            if (response !== null) await write(host.output, `${renderCli(response.view, config).payload}\n`, signal);
          })();
          last = work.catch(() => undefined);
          await work;
        });
      });
      void lines.closed.then(resolve);
    },
    send: createPrinter(host.output, config),
    async stop() {
      lines?.close();
      await running.drain(DRAIN_MS);
      resolve();
    },
  };
}
