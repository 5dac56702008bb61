/** How much of one text stands in another: runs of four words, counted. */
export function shinglesOf(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const shingles = new Map<string, number>();
  // A text of fewer than four tokens is one shingle.
  for (let at = 0; at < Math.max(tokens.length - 3, Math.min(tokens.length, 1)); at++) {
    const shingle = tokens.slice(at, at + 4).join(' ');
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

export function overlap(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [shingle, count] of left) common += Math.min(count, right.get(shingle) ?? 0);
  return common;
}

export function sizeOf(shingles: ReadonlyMap<string, number>): number {
  return [...shingles.values()].reduce((sum, count) => sum + count, 0);
}

export function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
