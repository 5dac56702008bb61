import { cliConfig } from '../../adapters/cli/config.ts';
import { createCliAdapter } from '../../adapters/cli/index.ts';
import { createBot } from '../bot/bot.ts';
import { rulesFor } from '../bot/policy.ts';
import { storeFor, writerFor } from '../compose.ts';
import { readConfig } from '../config.ts';
import { digestsFor } from '../digests.ts';
import { createLogger } from '../log.ts';
import { channelKey, type Target } from '../model/target.ts';
import { NO_METER, type Sender, type Store, type Writer } from '../ports.ts';
import type { Command } from './command.ts';

/** The bot in the terminal, with the same store as the other chats. */
export const chat: Command = async (cli) => {
  const { config, env } = readConfig(cli.env);
  const log = createLogger(config.logLevel);
  const store = await storeFor(config, log);
  const writer = await writerFor(env, { builtIn: cli.briefer, store, log, meter: NO_METER });
  const reading = {
    ...(writer === undefined ? {} : { writer }),
    store,
    log,
    fetcher: cli.fetcher,
    briefer: cli.briefer,
    extractor: cli.extractor,
    clock: cli.clock,
    meter: NO_METER,
    publicUrl: null,
  };
  const senders = new Map<Target['platform'], Sender>();
  const { desk, service } = await digestsFor({ databaseUrl: null, crashAt: null }, reading, senders);
  const io = { input: process.stdin, output: process.stdout };
  const adapter = createCliAdapter(cliConfig(cli.env, process.stdout), { log, now: () => cli.clock.now(), ...io });
  if (process.stdin.isTTY) process.stderr.write('Type /brief <link>, /ask <question>, /digest or help. End with Ctrl+D.\n');
  if (writer !== undefined) process.stderr.write(`${await engineLine(writer, store)}\n`);
  senders.set('cli', adapter);
  await adapter.start(createBot({ ...reading, desk }));
  await service.start();
  cli.signal.addEventListener('abort', () => void adapter.stop(), { once: true });
  await adapter.closed;
  await service.stop();
  await adapter.stop();
  await store.close();
  return 0;
};

/** Whether the model writes here, and what is missing where it does not. */
async function engineLine(writer: Writer, store: Store): Promise<string> {
  const here = { platform: 'cli' } as const;
  if (!writer.mayServe(channelKey(here)))
    return `The built-in engine writes: to use the model here, put ${channelKey(here)} into BREVIER_LLM_CHANNELS.`;
  const { engine } = await rulesFor(store, { target: here, user: 'cli' });
  return engine === 'llm'
    ? 'The model writes. /brief settings engine built-in leaves it out.'
    : 'The built-in engine writes: to use the model here, type /brief settings engine llm.';
}
