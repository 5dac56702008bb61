import type { Writable } from 'node:stream';
import { cliConfig } from '../adapters/cli/config.ts';
import { createCliAdapter } from '../adapters/cli/index.ts';
import { renderCli } from '../adapters/cli/render.ts';
import { PLATFORMS } from '../adapters/registry.ts';
import packageJson from '../package.json' with { type: 'json' };
import { createBot } from './bot/bot.ts';
import { nearestWord } from './bot/suggest.ts';
import { ask, brief, figures } from './cli/article-commands.ts';
import { batch } from './cli/batch.ts';
import type { Cli, Command, ExitCode, Format } from './cli/command.ts';
import { engineIn, modelBriefer } from './cli/engine.ts';
import { digest } from './cli/digest-commands.ts';
import { doctor } from './cli/doctor.ts';
import { feeds } from './cli/feed-commands.ts';
import { HELP } from './cli/help.ts';
import { backup, erase, exportAll } from './cli/keeping-commands.ts';
import { builtInBriefer, fetcherFor, storeFor, systemClock } from './compose.ts';
import { processEnvironment, readConfig } from './config.ts';
import { BrevierError, toBrevierError } from './errors.ts';
import { digestsFor } from './digests.ts';
import { createLogger } from './log.ts';
import { serve, startError } from './main.ts';
import type { Target } from './model/target.ts';
import { NO_METER, type Sender } from './ports.ts';
import { redacted, secretsIn } from './redact.ts';
import { renderHtml } from './render/html.ts';
import { renderMarkdown } from './render/markdown.ts';
import type { View } from './view/view.ts';
import { engineHere } from './work/engine.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  brief,
  ask,
  figures,
  batch,
  chat,
  start,
  feeds,
  digest,
  backup,
  export: exportAll,
  erase,
  doctor: (cli) => doctor(cli, PLATFORMS),
};
const USAGE = new Set([
  'command/usage',
  'command/unknown',
  'config/invalid',
  'ask/no-question',
  'schedule/time',
  'schedule/zone',
  'schedule/unknown',
]);

/** @throws BrevierError for everything that has a sentence to say. */
async function run(words: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || words.includes('--help') || words.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const near = nearestWord(name, Object.keys(COMMANDS));
    throw new BrevierError(
      'command/unknown',
      `There is no command “${name}”.${near === null ? '' : ` Did you mean brevier ${near}?`} Try: brevier help`,
    );
  }
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const { engine, rest: own } = engineIn(rest);
  const cli = cliFor(stopping.signal);
  if (engine === 'built-in') return await command(cli, own);
  const { briefer, close } = await modelBriefer(cli.env, cli.briefer);
  try {
    return await command(Object.assign(cli, { briefer }), own);
  } finally {
    await close();
  }
}

function cliFor(signal: AbortSignal): Cli {
  const env = processEnvironment();
  const terminal = cliConfig(env, process.stdout);
  return {
    env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    // `doctor` explains a faulty configuration; the other commands refuse to start with one.
    get fetcher() {
      return fetcherFor(readConfig(env).config);
    },
    briefer: builtInBriefer,
    extractor: engineHere,
    clock: systemClock,
    signal,
    show: (view, format) => shown(view, format, terminal),
  };
}

function shown(view: View, format: Exclude<Format, 'json'>, terminal: ReturnType<typeof cliConfig>): string {
  switch (format) {
    case 'terminal':
      return renderCli(view, terminal).payload;
    case 'markdown':
      return renderMarkdown(view);
    case 'html':
      return renderHtml(view);
    case 'slack':
    case 'discord':
      return `${JSON.stringify(PLATFORMS.find((platform) => platform.name === format)?.render(view).payload, null, 2)}\n`;
    default:
      return format satisfies never;
  }
}

async function start(cli: Cli): Promise<ExitCode> {
  const { colour, width } = cliConfig(cli.env, process.stdout);
  await serve(cli.env, { write: (text) => cli.stdout.write(text), colour, width }, cli.signal);
  return 0;
}

/** The bot in the terminal, with the same store as the other chats. */
async function chat(cli: Cli): Promise<ExitCode> {
  const { config } = readConfig(cli.env);
  const log = createLogger(config.logLevel);
  const store = await storeFor(config, log);
  const reading = {
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
  const io = { input: process.stdin, output: process.stdout as Writable };
  const adapter = createCliAdapter(cliConfig(cli.env, process.stdout), { log, now: () => cli.clock.now(), ...io });
  if (process.stdin.isTTY) process.stderr.write('Type /brief <link>, /ask <question>, /digest or help. End with Ctrl+D.\n');
  senders.set('cli', adapter);
  await adapter.start(createBot({ ...reading, desk }));
  await service.start();
  cli.signal.addEventListener('abort', () => void adapter.stop(), { once: true });
  await adapter.closed;
  await service.stop();
  await adapter.stop();
  await store.close();
  return 0;
}

// A closed pipe (`brevier … | head`) ends the program, as it does for every other tool.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (thrown) {
  const error = process.argv[2] === 'start' ? startError(thrown) : toBrevierError(thrown);
  process.stderr.write(`${redacted(error.message, secretsIn(processEnvironment()))}\n`);
  if (error.code === 'internal/bug') createLogger('error').error({ err: error.cause }, 'a bug');
  process.exitCode = USAGE.has(error.code) ? 2 : 1;
}
