import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PER_SECOND = 200;
const SECONDS = 30;
/** Before them, the same load uncounted: what is measured is a process that has run for a while. */
const WARMING_SECONDS = 3;

export interface Load {
  p50: number;
  p99: number;
  unacknowledged: number;
  unanswered: number;
}

/** Starts a script beside this one and waits until it says that it is ready. */
export async function startScript(path: string, args: readonly string[], env: Record<string, string>): Promise<ChildProcess> {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const child = fork(file, args, { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}

/**
 * 200 commands a second for 30 s, each at its own time whether the one before was acknowledged or not. `deliver` resolves
 * when a command was acknowledged; `answered` gives how many have been answered so far.
 */
export async function underLoad(deliver: (index: number) => Promise<unknown>, answered: () => number): Promise<Load> {
  const before = answered();
  const times: number[] = [];
  let unacknowledged = 0;
  const total = PER_SECOND * (WARMING_SECONDS + SECONDS);
  const counted = PER_SECOND * WARMING_SECONDS;
  const begin = performance.now();
  const underWay: Promise<void>[] = [];
  for (let index = 0; index < total; index += 1) {
    const due = begin + (index * 1000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    const sent = performance.now();
    underWay.push(
      deliver(index).then(
        () => void (index >= counted && times.push(performance.now() - sent)),
        () => void (unacknowledged += 1),
      ),
    );
  }
  await Promise.all(underWay);
  for (let tries = 0; tries < 600 && answered() - before < total; tries += 1) await wait(100);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), unacknowledged, unanswered: total - (answered() - before) };
}

/** Rows of a table, the bare app first, and how ours compares. */
export function compared(name: string, bare: Load, ours: Load): Record<string, unknown>[] {
  const row = (who: string, { p50, p99, unacknowledged, unanswered }: Load) => ({
    via: name,
    app: who,
    'p50 ms': p50.toFixed(1),
    'p99 ms': p99.toFixed(1),
    unacknowledged,
    unanswered,
  });
  return [
    row('bare', bare),
    row('Brevier', ours),
    { via: name, app: 'ratio', 'p50 ms': (ours.p50 / bare.p50).toFixed(2), 'p99 ms': (ours.p99 / bare.p99).toFixed(2) },
  ];
}
