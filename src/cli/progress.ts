import type { Cli } from './command.ts';

/** Waiting longer than this without a word makes people wonder, in milliseconds. */
const SILENT_MS = 1000;

/** Says on stderr what is going on once it takes longer than a second, and takes it back when it is done. */
export async function withProgress<T>({ stderr }: Cli, doing: string, work: Promise<T>): Promise<T> {
  let said = false;
  const timer = setTimeout(() => {
    said = true;
    stderr.write(stderr.isTTY ? `${doing} …` : `${doing} …\n`);
  }, SILENT_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    if (said && stderr.isTTY) stderr.write('\r\u001B[2K');
  }
}
