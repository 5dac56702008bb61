import { hasRelation, headOf, isPart, readingOf, wordsIn } from '../language/reading/reading.ts';
import { namesIn } from './names.ts';
import type { Passage } from './passages.ts';

/** "Mr", before a surname that is no longer for it. */
export const TITLE = /^(?:Mr|Mrs|Ms|Miss|Dr|Herr|Frau)\b\.?\s+/u;

/** May the short name stand for the long one, and for no other that the article has? "Lind", "Ole" or "OL" for "Ole Lind (OL)". */
export function isShortFor(short: string, long: string, passages: readonly Passage[], language: string): boolean {
  if (short.length < 2) return false;
  if (/^\p{Lu}{2,6}$/u.test(short)) return passages.some(({ text }) => text.includes(`${long} (${short})`));
  if (!long.endsWith(` ${short}`) && !long.startsWith(`${short} `)) return false;
  if (long.startsWith(`${short} `) && passages.some(({ text }) => isModifier(long, text, language))) return false;
  return passages.every(({ text }) =>
    namesIn(text).every((other) => {
      const name = other.replace(TITLE, '');
      // "the Ole Lind Foundation" is of another Lind than Ada.
      const isSame = name.includes(long) || long.includes(name) || isCalledShort(name, long);
      const isOther = ` ${name} `.includes(` ${short} `) && name !== short && !isSame;
      return !isOther || /\s(?:and|&)\s/u.test(name) || !isName(name, text, language);
    }),
  );
}

/** "Josh Apte" of Joshua Apte. */
export function isCalledShort(name: string, whole: string): boolean {
  const [[first = '', ...rest], [long = '', ...others]] = [name.split(' '), whole.split(' ')];
  return rest.length > 0 && rest.join(' ') === others.join(' ') && long.length > first.length && long.startsWith(first.replace(/\.$/u, ''));
}

/** "Dahl Infinity monitoring systems": goods of Dahl, and no other name of the house. */
function isModifier(name: string, text: string, language: string): boolean {
  const start = text.indexOf(name);
  const reading = start < 0 ? null : readingOf(text, language);
  if (reading === null) return false;
  const last = wordsIn(reading, start, start + name.length).at(-1) ?? -1;
  return hasRelation(reading, last, 'compound', 'flat') && headOf(reading, last) > last && isPart(reading, headOf(reading, last), 'NOUN');
}

/** "Selling Lind’s boat": the first word of a sentence has a capital whatever it is. */
export function isName(name: string, text: string, language: string): boolean {
  const start = text.indexOf(name);
  const reading = start > 2 ? null : readingOf(text, language);
  return reading === null || wordsIn(reading, start, start + 1).every((at) => isPart(reading, at, 'PROPN'));
}
