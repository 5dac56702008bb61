import { cliConfig } from '../adapters/cli/config.ts';
import { renderCli } from '../adapters/cli/render.ts';
import { PLATFORMS } from '../adapters/registry.ts';
import packageJson from '../package.json' with { type: 'json' };
import { nearestWord } from './bot/suggest.ts';
import type { Cli, Command, ExitCode, Format } from './cli/command.ts';
import { engineIn, modelBriefer } from './cli/engine.ts';
import { HELP } from './cli/help.ts';
import { builtInBriefer, fetcherFor, systemClock } from './compose.ts';
import { processEnvironment, readConfig } from './config.ts';
import { BrevierError, toBrevierError } from './errors.ts';
import { createLogger } from './log.ts';
import { startError } from './start-error.ts';
import { redacted, secretsIn } from './redact.ts';
import { renderHtml } from './render/html.ts';
import { renderMarkdown } from './render/markdown.ts';
import type { View } from './view/view.ts';
import { engineHere } from './work/engine.ts';

/** Each is loaded when it is asked for: a brief of a file needs no database and no chat. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  brief: async () => (await import('./cli/article-commands.ts')).brief,
  ask: async () => (await import('./cli/article-commands.ts')).ask,
  figures: async () => (await import('./cli/article-commands.ts')).figures,
  parse: async () => (await import('./cli/parse.ts')).parse,
  batch: async () => (await import('./cli/batch.ts')).batch,
  chat: async () => (await import('./cli/chat.ts')).chat,
  start: async () => (await import('./cli/start.ts')).start,
  feeds: async () => (await import('./cli/feed-commands.ts')).feeds,
  digest: async () => (await import('./cli/digest-commands.ts')).digest,
  backup: async () => (await import('./cli/keeping-commands.ts')).backup,
  export: async () => (await import('./cli/keeping-commands.ts')).exportAll,
  erase: async () => (await import('./cli/keeping-commands.ts')).erase,
  doctor: async () => {
    const { doctor } = await import('./cli/doctor.ts');
    return (cli) => doctor(cli, PLATFORMS);
  },
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
  const loading = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (loading === undefined) {
    const near = nearestWord(name, Object.keys(COMMANDS));
    throw new BrevierError(
      'command/unknown',
      `There is no command “${name}”.${near === null ? '' : ` Did you mean brevier ${near}?`} Try: brevier help`,
    );
  }
  const command = await loading();
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const { engine, rest: own } = engineIn(rest);
  const cli = cliFor(stopping.signal);
  if (engine === 'built-in') return await command(cli, own);
  const { briefer, hasStoodIn, close } = await modelBriefer(cli.env, cli.briefer);
  try {
    const code = await command(Object.assign(cli, { briefer }), own);
    return code === 0 && hasStoodIn() ? 3 : code;
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
