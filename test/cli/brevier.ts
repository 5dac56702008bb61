import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** Runs the `brevier` command as a user would and gives what it printed. */
export async function brevier(words: readonly string[], input = '', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [ENTRY, ...words], { env: { PATH: process.env['PATH'] ?? '', ...env } });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number]>]);
  return { stdout, stderr, code };
}
