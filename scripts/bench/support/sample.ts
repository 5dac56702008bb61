import { existsSync, readFileSync } from 'node:fs';

/** The items of a JSON-lines file; null when it is not here. */
export function readItems(path: string): unknown[] | null {
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The middle 95% of the mean of paired differences, resampled with a fixed seed. */
export function bootstrap(differences: readonly number[], rounds = 2000): { low: number; high: number } {
  const random = seeded(7);
  const means = Array.from({ length: rounds }, () => {
    let sum = 0;
    for (let at = 0; at < differences.length; at += 1) sum += differences[Math.floor(random() * differences.length)] ?? 0;
    return sum / Math.max(1, differences.length);
  }).toSorted((a, b) => a - b);
  return { low: means[Math.floor(rounds * 0.025)] ?? 0, high: means[Math.floor(rounds * 0.975)] ?? 0 };
}

/** Mulberry32: the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
