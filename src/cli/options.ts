import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { BrevierError } from '../errors.ts';
import { FORMATS, type Format } from './command.ts';

/**
 * Options and positionals of one command.
 * @throws BrevierError `command/usage`
 */
export function parsed<const T extends ParseArgsOptionsConfig>(words: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    throw new BrevierError('command/usage', `${reason}. Try: brevier help`, { cause });
  }
}

/** @throws BrevierError `command/usage` */
export function formatFrom(word: string | undefined): Format {
  if (word === undefined) return 'terminal';
  const format = FORMATS.find((known) => known === word.toLowerCase());
  if (format === undefined) throw new BrevierError('command/usage', `--as takes one of ${FORMATS.join(', ')}, not “${word}”.`);
  return format;
}

/** @throws BrevierError `command/usage` */
export function pointsFrom(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1 || count > 20)
    throw new BrevierError('command/usage', `--points takes a number from 1 to 20, not “${word}”.`);
  return count;
}
