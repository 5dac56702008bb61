import { languageFor } from '../../language/tables.ts';
import { dependentsOf, isPart, type Reading } from '../../language/reading/reading.ts';
import type { Place } from './place.ts';
import type { Quantity } from './quantity.ts';

/** Languages whose plurals end in -s. */
const ENDS_IN_S = /^(?:fr|es|pt)$/u;

/** Singular of the thing counted: `GPU` in `220,000 Nvidia GPUs`; null when nothing is. */
export function countedUnit({ reading, noun }: Place): string | null {
  if (noun === null || !isPart(reading, noun, 'NOUN', 'PROPN')) return null;
  // "Nvidia GPUs", read as one name, ends with what is counted.
  const last = dependentsOf(reading, noun, 'flat').at(-1) ?? noun;
  const word = reading.words[last]?.text ?? '';
  return /^\p{L}[\p{L}\p{M}-]+$/u.test(word) ? singular(word, reading) : null;
}

/** `picture` in "a three-picture deal", `time` in "a 17-time winner": what a hyphen joins to the number is counted, and no deals or winners. */
export function joinedUnit({ reading }: Place, { span }: Quantity): string | null {
  if (!reading.language.startsWith('en')) return null;
  const word = /^-(\p{L}{3,})(?![\p{L}-])/u.exec(reading.sentence.slice(span.end))?.[1];
  const at = reading.words.findIndex(({ start, text }) => start === span.end + 1 && text === word);
  return word !== undefined && at >= 0 && isPart(reading, at, 'NOUN') ? singular(word, reading) : null;
}

function singular(word: string, { language }: Reading): string | null {
  const { code } = languageFor(language);
  if (ENDS_IN_S.test(code))
    return /[^s]s$/u.test(word) && word.length > 3 ? word.slice(0, code === 'es' && /[^aeiou]es$/u.test(word) ? -2 : -1) : word;
  if (code !== 'en') return word;
  if (word === 'people') return 'person';
  if (/^[A-Z]{2,}s$/u.test(word)) return word.slice(0, -1);
  const lower = /^\p{Lu}\p{Lu}/u.test(word) ? word : word.toLowerCase();
  if (IRREGULAR.has(lower)) return IRREGULAR.get(lower) ?? null;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/u.test(lower)) return lower.slice(0, -2);
  return /[^s]s$/u.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower;
}
const IRREGULAR = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
]);
