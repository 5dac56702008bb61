import type { Lexicon } from './lexicon.ts';
import { lexiconFor } from './lexicons.ts';

/** How much of its direction each word of the lexicon brings into a sentence: worked out when it is first met, 0 before. */
let shares = new Float32Array(0);

/**
 * What a run of words means together, as a direction of length 1: what a sentence encoder makes of it, told by its words
 * alone. Small words count too, order does not. Null in a language without such a lexicon and where no word is known.
 */
export function senseOf(words: readonly { text: string }[], language: string): Float32Array | null {
  const lexicon = lexiconFor(language, 'sense');
  if (lexicon === null) return null;
  const { values, width, size } = lexicon;
  if (shares.length !== size) shares = new Float32Array(size);
  // Behind its axes stands how much a word brings.
  const axes = width - 1;
  const sense = new Float32Array(axes);
  for (const { text } of words) {
    const row = lexicon.rowOf(formOf(text));
    if (row < 0) continue;
    const from = row * width;
    let share = shares[row] as number;
    if (share === 0) {
      shares[row] = (values[from + axes] as number) / (Math.hypot(...values.subarray(from, from + axes)) || 1);
      share = shares[row];
    }
    for (let axis = 0; axis < axes; axis += 1) sense[axis] = (sense[axis] as number) + share * (values[from + axis] as number);
  }
  const length = Math.hypot(...sense);
  return length === 0 ? null : sense.map((value) => value / length);
}

/** Lengths of the words' directions: worked out when they are first met, 0 before. */
let lengths = new Float32Array(0);

/** How near two words come to each other in what they mean, -1 to 1; 1 for the same, 0 where either is not known. */
export function kinshipOfWords(a: string, b: string, language: string): number {
  const [one, other] = [formOf(a), formOf(b)];
  if (one === other) return 1;
  const lexicon = lexiconFor(language, 'sense');
  const [x, y] = lexicon === null ? [-1, -1] : [lexicon.rowOf(one), lexicon.rowOf(other)];
  if (lexicon === null || x < 0 || y < 0) return 0;
  const { values, width } = lexicon;
  let sum = 0;
  for (let axis = 0; axis < width - 1; axis += 1) sum += (values[x * width + axis] as number) * (values[y * width + axis] as number);
  return sum / (lengthOf(lexicon, x) * lengthOf(lexicon, y));
}

function lengthOf({ values, width, size }: Lexicon, row: number): number {
  if (lengths.length !== size) lengths = new Float32Array(size);
  if (lengths[row] === 0) lengths[row] = Math.hypot(...values.subarray(row * width, (row + 1) * width - 1)) || 1;
  return lengths[row] as number;
}

/** The leading axes of what a word means, as parts of its length; zeros for a word that is not known. */
export function axesOf(word: string, language: string, count: number): number[] {
  const lexicon = lexiconFor(language, 'sense');
  const row = lexicon === null ? -1 : lexicon.rowOf(formOf(word));
  if (lexicon === null || row < 0) return Array.from({ length: count }, () => 0);
  const { values, width } = lexicon;
  const length = lengthOf(lexicon, row);
  return Array.from({ length: count }, (_, axis) => (values[row * width + axis] as number) / length);
}

/** A word as the lexicon writes it: lower case, without its possessive ending. */
export function formOf(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/u, '');
}
