import type { Readable, Writable } from 'node:stream';
import type { Environment } from '../config.ts';
import type { Briefer, Clock, Extractor, Fetcher } from '../ports.ts';
import type { View } from '../view/view.ts';

export const FORMATS = ['terminal', 'slack', 'discord', 'markdown', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** What every command of the terminal works with. */
export interface Cli {
  env: Environment;
  stdin: Readable;
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean };
  fetcher: Fetcher;
  briefer: Briefer;
  clock: Clock;
  extractor: Extractor;
  signal: AbortSignal;
  /** The view as text: what a terminal shows, or exactly what a platform would be sent. */
  show(view: View, format: Exclude<Format, 'json'>): string;
}

/** 0 done · 1 could not be done · 2 wrong usage or configuration · 3 done by the built-in engine, not by the model. */
export type ExitCode = 0 | 1 | 2 | 3;
export type Command = (cli: Cli, words: readonly string[]) => Promise<ExitCode>;
