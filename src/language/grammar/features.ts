import { hashOf } from '../hashes.ts';

const DIGIT = /\p{Nd}/gu;
const UPPER = /\p{Lu}/u;
const LETTER = /[\p{L}\p{M}]/u;
const NUMERAL = /\p{N}/u;
/** Kinds of characters that are told apart at the front of a word. */
const SHAPE_MAX = 8;
/** Longer words are read by their beginning and their end. */
const WORD_MAX = 60;

/** Ends and beginnings of a word, its shape: so many rows of the table of affixes are added up. */
export const AFFIXES = 9;

/** The word as the tables know it: lower case, every digit a 0. */
export function plainForm(word: string): string {
  const short = word.length > WORD_MAX ? word.slice(0, WORD_MAX / 2) + word.slice(-WORD_MAX / 2) : word;
  return short.toLowerCase().replace(DIGIT, '0');
}

/** Rows of the table of affixes that a word adds up, as 32-bit hashes; `plain` is its plain form. */
export function affixesOf(word: string, plain: string): number[] {
  const whole = (size: number) => (plain.length <= size ? '^' : '');
  return [
    ...[1, 2, 3, 4, 5].map((size) => hashOf(plain.slice(-size) + whole(size), size)),
    ...[1, 2, 3].map((size) => hashOf(plain.slice(0, size), 10 + size)),
    hashOf(shapeOf(word), 20),
  ];
}

/** `Xx`, `X-X`, `d.d`: runs of capitals, letters and digits as one each. */
function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  for (const char of word) {
    const kind = UPPER.test(char) ? 'X' : LETTER.test(char) ? 'x' : NUMERAL.test(char) ? 'd' : char;
    if (kind !== last || !/[Xxd]/u.test(kind)) shape += kind;
    last = kind;
    if (shape.length > SHAPE_MAX) break;
  }
  return shape;
}
