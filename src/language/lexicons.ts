import { readLexicon, type Lexicon } from './lexicon.ts';
import { languageFor } from './tables.ts';

export type LexiconName = 'names' | 'relations' | 'sense' | 'thesaurus' | 'vectors';

/** Gives the bytes of a lexicon by its language's code and its name; null where there is none. */
export type LexiconSource = (language: string, name: LexiconName) => Uint8Array | null;

let source: LexiconSource = () => null;
const known = new Map<string, Lexicon | null>();

/** Says where lexicons come from: they are files, and this folder touches none. Each is read when it is first asked for. */
export function provideLexicons(from: LexiconSource): void {
  source = from;
  known.clear();
}

/** What is known of a language's words; null where nothing is. */
export function lexiconFor(language: string, name: LexiconName): Lexicon | null {
  const { code } = languageFor(language);
  const key = `${code}-${name}`;
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  const bytes = source(code, name);
  const lexicon = bytes === null ? null : readLexicon(bytes);
  known.set(key, lexicon);
  return lexicon;
}
