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

/** A word as the lexicon writes it: lower case, without its possessive ending. */
export function formOf(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/u, '');
}
