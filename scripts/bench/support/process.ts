import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';

/** Megabytes of memory that a process holds, as Linux counts it; NaN elsewhere. */
export function residentMb(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1000;
  } catch {
    return NaN;
  }
}

/** A Node process of this version. `env` is all that it gets beside PATH. */
export function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

/** Resolves when the process has written words that fit. What it writes later is let go. */
export async function until(child: ChildProcess, words: RegExp): Promise<void> {
  let said = '';
  const { promise, resolve } = Promise.withResolvers<void>();
  child.stdout?.on('data', (chunk: Buffer) => {
    if (!words.test(said)) said += String(chunk);
    if (words.test(said)) resolve();
  });
  child.once('exit', () => resolve());
  await promise;
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
