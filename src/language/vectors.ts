import english from './data/en-vectors.json' with { type: 'json' };
import { languageFor } from './tables.ts';

interface Vectors {
  /** Stem -> its row; the most frequent stem is row 0. */
  rows: ReadonlyMap<string, number>;
  /** One axis after the other for each row, each row of length 1. */
  values: Float32Array;
}

/** The middle of the 64 levels in which an axis is written. */
const ZERO = 35 + 32;

/** Rank from which on a word counts as rare. */
const RARE = 500;

let decoded: Vectors | null = null;

/** How alike two stems are used and defined: 1 for the same, about 0 for strangers; 0 as well when either is not known. */
export function likenessOf(a: string, b: string, language: string): number {
  const vectors = vectorsFor(language);
  const [x, y] = [vectors?.rows.get(a), vectors?.rows.get(b)];
  if (vectors === null || x === undefined || y === undefined) return 0;
  let sum = 0;
  for (let axis = 0; axis < english.axes; axis += 1) {
    sum += (vectors.values[x * english.axes + axis] ?? 0) * (vectors.values[y * english.axes + axis] ?? 0);
  }
  return sum;
}

/** The direction of several stems together, rare ones counted more; null when none is known. */
export function centreOf(stems: readonly string[], language: string): Float32Array | null {
  const vectors = vectorsFor(language);
  if (vectors === null) return null;
  const centre = new Float32Array(english.axes);
  for (const stem of stems) {
    const row = vectors.rows.get(stem);
    if (row === undefined) continue;
    const weight = Math.log(2 + row / RARE);
    for (let axis = 0; axis < centre.length; axis += 1) {
      centre[axis] = (centre[axis] ?? 0) + weight * (vectors.values[row * english.axes + axis] ?? 0);
    }
  }
  const length = Math.hypot(...centre);
  return length === 0 ? null : centre.map((value) => value / length);
}

/** The likeness of two centres; 0 when either knows no word. */
export function likenessBetween(a: Float32Array | null, b: Float32Array | null): number {
  return a === null || b === null ? 0 : a.reduce((sum, value, axis) => sum + value * (b[axis] ?? 0), 0);
}

/** 0 for the most frequent stem to 1 for the rarest and for those that are not known. */
export function rarityOf(stem: string, language: string): number {
  const vectors = vectorsFor(language);
  return vectors === null ? 1 : (vectors.rows.get(stem) ?? vectors.rows.size) / vectors.rows.size;
}

function vectorsFor(language: string): Vectors | null {
  return languageFor(language).code === 'en' ? (decoded ??= decode()) : null;
}

function decode(): Vectors {
  const rows = new Map(english.words.split(' ').map((stem, row) => [stem, row]));
  const values = new Float32Array(rows.size * english.axes);
  for (let at = 0; at < values.length; at += 1) values[at] = english.vectors.charCodeAt(at) - ZERO;
  for (let row = 0; row < rows.size; row += 1) {
    const own = values.subarray(row * english.axes, (row + 1) * english.axes);
    const length = Math.hypot(...own) || 1;
    for (let axis = 0; axis < own.length; axis += 1) own[axis] = (own[axis] ?? 0) / length;
  }
  return { rows, values };
}
