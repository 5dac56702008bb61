import { porterStem } from './porter.ts';

export interface Rouge {
  r1: number;
  r2: number;
  rl: number;
}

/** ROUGE-1, ROUGE-2 and ROUGE-Lsum F1 after the conventions of rouge_score, with stemming. A text is its sentences. */
function rouge(found: readonly string[], reference: readonly string[]): Rouge {
  const [a, b] = [found.map(tokensOf), reference.map(tokensOf)];
  return {
    r1: overlapF1(grams(a.flat(), 1), grams(b.flat(), 1)),
    r2: overlapF1(grams(a.flat(), 2), grams(b.flat(), 2)),
    rl: summaryLevel(a, b),
  };
}

/** The mean over several references. */
export function meanRouge(found: readonly string[], references: readonly (readonly string[])[]): Rouge {
  const all = references.map((reference) => rouge(found, reference));
  const mean = (pick: (score: Rouge) => number) => all.reduce((sum, score) => sum + pick(score), 0) / Math.max(1, all.length);
  return { r1: mean(({ r1 }) => r1), r2: mean(({ r2 }) => r2), rl: mean(({ rl }) => rl) };
}

const stems = new Map<string, string>();

function tokensOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((token) => {
    if (token.length <= 3) return token;
    let stem = stems.get(token);
    if (stem === undefined) stems.set(token, (stem = porterStem(token)));
    return stem;
  });
}

function grams(tokens: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= tokens.length; at += 1) {
    const gram = tokens.slice(at, at + size).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function overlapF1(found: ReadonlyMap<string, number>, wanted: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [gram, count] of found) common += Math.min(count, wanted.get(gram) ?? 0);
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  return harmonic(common, total(found), total(wanted));
}

/** The union of each reference sentence's longest common subsequences with every found one. */
function summaryLevel(found: readonly string[][], reference: readonly string[][]): number {
  const [left, right] = [grams(found.flat(), 1), grams(reference.flat(), 1)];
  const sizes = [found.flat().length, reference.flat().length] as const;
  let hits = 0;
  for (const sentence of reference) {
    const matched = new Set<number>();
    for (const other of found) for (const index of commonIndices(sentence, other)) matched.add(index);
    for (const index of [...matched].toSorted((a, b) => a - b)) {
      const token = sentence[index] ?? '';
      if ((left.get(token) ?? 0) > 0 && (right.get(token) ?? 0) > 0) {
        hits += 1;
        left.set(token, (left.get(token) ?? 0) - 1);
        right.set(token, (right.get(token) ?? 0) - 1);
      }
    }
  }
  return harmonic(hits, ...sizes);
}

/** Indices in `a` of one longest common subsequence with `b`. */
function commonIndices(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      table[i * width + j] =
        a[i - 1] === b[j - 1]
          ? (table[(i - 1) * width + j - 1] ?? 0) + 1
          : Math.max(table[(i - 1) * width + j] ?? 0, table[i * width + j - 1] ?? 0);
    }
  }
  const indices: number[] = [];
  for (let i = a.length, j = b.length; i > 0 && j > 0;) {
    if (a[i - 1] === b[j - 1]) {
      indices.push(i - 1);
      i -= 1;
      j -= 1;
    } else if ((table[i * width + j - 1] ?? 0) > (table[(i - 1) * width + j] ?? 0)) j -= 1;
    else i -= 1;
  }
  return indices;
}

function harmonic(common: number, found: number, wanted: number): number {
  return found + wanted === 0 ? 0 : (2 * common) / (found + wanted);
}
