import type { KeptBlock } from './keep.ts';

/** What is said of authors below their articles, behind the name. */
const TELLS =
  /^,?\s(?:is|was|writes|wrote|covers|lives|works|reports|has (?:been|written|covered|worked)|joined|ist|war|schreibt|arbeitet|lebt|berichtet|est|écrit|vit|travaille|couvre|es|escribe|trabaja|vive|è|scrive|lavora|é|escreve|trabalha|schrijft|werkt|woont)(?!\p{L})/u;
const LAST = 3;
const MOST_WORDS = 90;

/** The blocks without those at their end that tell who wrote them. */
export function withoutBio(kept: readonly KeptBlock[], byline: string | null): readonly KeptBlock[] {
  const names = (byline ?? '').split(/\s*,\s*|\s(?:and|und|et|y|e|en|&)\s/u).filter((name) => name.includes(' '));
  const isBio = ({ text, raw, kind }: KeptBlock): boolean =>
    kind === 'paragraph' &&
    raw.wording.words < MOST_WORDS &&
    names.some((name) => text.startsWith(name) && TELLS.test(text.slice(name.length)));
  const told = kept.filter(({ kind }) => kind !== 'reference').slice(-LAST);
  const bios = new Set(told.filter(isBio));
  return bios.size === 0 || bios.size === kept.length ? kept : kept.filter((block) => !bios.has(block));
}
