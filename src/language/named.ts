import { lexiconFor } from './lexicons.ts';

/** What a name may be of. `person`: a given name of women and men. */
export const NAMED = ['woman', 'man', 'person', 'place', 'body'] as const;
export type Named = (typeof NAMED)[number];

/** What everybody takes the name for, given names by themselves; null for others, and in a language without such a list. */
export function knownName(name: string, language: string): Named | null {
  const line = lexiconFor(language, 'names')?.lineOf(nameKey(name));
  return NAMED.find((kind) => line?.endsWith(` ${kind}`) === true) ?? null;
}

/** A name as the list has it: small letters, one word, no full stops and no accents. */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[.]/gu, '')
    .replace(/’/gu, "'")
    .trim()
    .replace(/\s+/gu, '_');
}
