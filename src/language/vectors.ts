import type { Lexicon } from './lexicon.ts';
import { lexiconFor } from './lexicons.ts';

interface Vectors {
  /** The most frequent stem is row 0. */
  lexicon: Lexicon;
  /** One axis after the other for each row, each row of length 1: worked out when it is first met. */
  values: Float32Array;
  /** 1 for each row that is worked out. */
  isReady: Uint8Array;
}

/** Rank from which on a word counts as rare. */
const RARE = 500;

let last: Vectors | null = null;

/** How alike two stems are used and defined: 1 for the same, about 0 for strangers; 0 as well when either is not known. */
export function likenessOf(a: string, b: string, language: string): number {
  const vectors = vectorsFor(language);
  if (vectors === null) return 0;
  const [x, y] = [vectors.lexicon.rowOf(a), vectors.lexicon.rowOf(b)];
  if (x < 0 || y < 0) return 0;
  const { width } = vectors.lexicon;
  const { values } = vectors;
  const [one, other] = [startOf(x, vectors), startOf(y, vectors)];
  let sum = 0;
  for (let axis = 0; axis < width; axis += 1) sum += (values[one + axis] as number) * (values[other + axis] as number);
  return sum;
}

/** The direction of several stems together, rare ones counted more; null when none is known. */
export function centreOf(stems: readonly string[], language: string): Float32Array | null {
  const vectors = vectorsFor(language);
  if (vectors === null) return null;
  const { lexicon, values } = vectors;
  const centre = new Float32Array(lexicon.width);
  for (const stem of stems) {
    const row = lexicon.rowOf(stem);
    if (row < 0) continue;
    const weight = Math.log(2 + row / RARE);
    const from = startOf(row, vectors);
    for (let axis = 0; axis < centre.length; axis += 1) {
      centre[axis] = (centre[axis] as number) + weight * (values[from + axis] as number);
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
  const lexicon = lexiconFor(language, 'vectors');
  const row = lexicon?.rowOf(stem) ?? -1;
  return lexicon === null || row < 0 ? 1 : row / lexicon.size;
}

function vectorsFor(language: string): Vectors | null {
  const lexicon = lexiconFor(language, 'vectors');
  if (lexicon === null) return null;
  if (last?.lexicon !== lexicon) {
    last = { lexicon, values: new Float32Array(lexicon.values.length), isReady: new Uint8Array(lexicon.size) };
  }
  return last;
}

/** Where the row begins among the values. */
function startOf(row: number, { lexicon, values, isReady }: Vectors): number {
  const { width } = lexicon;
  const from = row * width;
  if (isReady[row] === 1) return from;
  const own = lexicon.values.subarray(from, from + width);
  const length = Math.hypot(...own) || 1;
  for (let axis = 0; axis < width; axis += 1) values[from + axis] = (own[axis] as number) / length;
  isReady[row] = 1;
  return from;
}
