import english from './data/en-sense.json' with { type: 'json' };
import { languageFor } from './tables.ts';

interface Table {
  rows: ReadonlyMap<string, number>;
  /** One axis after the other for each row, as whole numbers around 0. */
  axes: Int8Array;
  /** How much of its direction a word brings into a sentence. */
  sizes: Float32Array;
}

/** The middle of the 64 levels in which an axis is written, and the first level of a size. */
const ZERO = 35 + 32;
const FIRST = 35;

let decoded: Table | null = null;

/**
 * What a run of words means together, as a direction of length 1: what a sentence encoder makes of it, told by its words
 * alone. Small words count too, order does not. Null in a language without such a table and where no word is known.
 */
export function senseOf(words: readonly { text: string }[], language: string): Float32Array | null {
  if (languageFor(language).code !== 'en') return null;
  decoded ??= decode();
  const sense = new Float32Array(english.axes);
  for (const { text } of words) {
    const row = decoded.rows.get(formOf(text));
    if (row === undefined) continue;
    const size = decoded.sizes[row] ?? 0;
    for (let axis = 0; axis < sense.length; axis += 1) {
      sense[axis] = (sense[axis] ?? 0) + size * (decoded.axes[row * english.axes + axis] ?? 0);
    }
  }
  const length = Math.hypot(...sense);
  return length === 0 ? null : sense.map((value) => value / length);
}

/** A word as the table writes it: lower case, without its possessive ending. */
export function formOf(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/u, '');
}

function decode(): Table {
  const rows = new Map(english.words.split(' ').map((word, row) => [word, row]));
  const axes = new Int8Array(rows.size * english.axes);
  for (let at = 0; at < axes.length; at += 1) axes[at] = english.vectors.charCodeAt(at) - ZERO;
  const sizes = Float32Array.from({ length: rows.size }, (_, row) => {
    const own = axes.subarray(row * english.axes, (row + 1) * english.axes);
    return (english.sizes.charCodeAt(row) - FIRST + 1) / (Math.hypot(...own) || 1);
  });
  return { rows, axes, sizes };
}
