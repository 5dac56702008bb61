import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BrevierError } from '../errors.ts';
import type { Command, ExitCode } from './command.ts';
import { operate } from './operate.ts';
import { parsed } from './options.ts';

/** `brevier backup <file>`: a copy of the embedded database while it is in use. */
export const backup: Command = async (cli, words) => {
  const [path] = parsed(words, {}).positionals;
  if (path === undefined) throw new BrevierError('command/usage', 'Say where to: brevier backup <file>');
  return await operate<ExitCode>(cli, async ({ context: { store } }) => {
    await store.backup(path);
    cli.stdout.write(`The database is copied to ${path}. To restore it, stop Brevier and put the file in place of brevier.sqlite.\n`);
    return 0;
  });
};

/** `brevier export [file]`: everything as JSON lines, from either database. */
export const exportAll: Command = async (cli, words) => {
  const [path = '-'] = parsed(words, {}).positionals;
  return await operate<ExitCode>(cli, async ({ context: { store } }) => {
    const lines = Readable.from(jsonLines(store.rows()));
    if (path === '-') for await (const line of lines) cli.stdout.write(line);
    else await pipeline(lines, createWriteStream(path, { mode: 0o600 }));
    return 0;
  });
};

async function* jsonLines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** `brevier erase slack:T1 --yes`: all that belongs to a workspace. */
export const erase: Command = async (cli, words) => {
  const { values, positionals } = parsed(words, { yes: { type: 'boolean', default: false } });
  const [workspace = ''] = positionals;
  if (!/^(?:slack|discord):[\w@]+$/.test(workspace))
    throw new BrevierError('command/usage', 'Say which workspace: brevier erase slack:<team id> --yes, or discord:<server id>.');
  if (!values.yes)
    throw new BrevierError(
      'command/usage',
      `This erases every conversation, feed, digest and saved article of ${workspace}, for good. Add --yes.`,
    );
  return await operate<ExitCode>(cli, async ({ context: { store } }) => {
    const count = await store.erase(workspace);
    cli.stdout.write(`${count} rows of ${workspace} are erased.\n`);
    return 0;
  });
};
