import type { Language } from '../../language/language.ts';
import { languageFor } from '../../language/tables.ts';
import type { Token } from './tokens.ts';

/** One word, or a few, that is part of a number. */
export interface Atom {
  kind: 'number' | 'scale' | 'ordinal' | 'fraction' | 'joiner';
  value: number;
  /** A number with nothing before it: `mille`, `half`. */
  alone: boolean;
}

export interface FoundAtoms {
  /** More than one when the word is a compound: `einundzwanzig`. */
  atoms: readonly Atom[];
  /** Index of the first token behind them. */
  end: number;
  /** An ordinal and a fraction are the same word in many languages; this is the other reading. */
  ordinal: number | null;
}

export interface Lexicon {
  table: Language;
  atoms: ReadonlyMap<string, Atom>;
  ordinals: ReadonlyMap<string, number>;
  /** Most tokens that one entry spans, hyphens included. */
  longest: number;
  /** Lengths of the entries, for cutting compounds. */
  longestWord: number;
}

/** A longer word is no number in any language we read. */
const COMPOUND_MAX = 120;
/** Parts of compounds that mean something else when they stand alone. */
const BOUND = new Set(['sieb', 'sech', 'vent', 'trent', 'quarant', 'cinquant', 'sessant', 'settant', 'ottant', 'novant', 'ën']);
/** "honderdenacht" is a hundred and eight, and not hundreds with something behind them. */
const NEVER_BOUND = new Set(['honderden', 'duizenden']);
const ORDINAL_ENDING = /(?<=t)e[nrsm]$/u;

const lexicons = new Map<string, Lexicon>();

export function lexiconFor(language: string): Lexicon {
  const table = languageFor(language);
  let lexicon = lexicons.get(table.code);
  if (lexicon === undefined) {
    lexicon = buildLexicon(table);
    lexicons.set(table.code, lexicon);
  }
  return lexicon;
}

function buildLexicon(table: Language): Lexicon {
  const { numbers } = table;
  const atoms = new Map<string, Atom>();
  const alone = new Set(numbers.alone);
  const add = (kind: Atom['kind'], words: Readonly<Record<string, number>>) => {
    for (const [word, value] of Object.entries(words)) atoms.set(word, { kind, value, alone: alone.has(word) });
  };
  // Later ones win: a word that is a scale and a number is a number.
  add('ordinal', numbers.ordinals);
  add('fraction', numbers.fractions);
  add('scale', numbers.scales);
  add('number', numbers.words);
  // Unaccented spellings, wherever they are no entry of their own: `millon`, `cinquieme`.
  for (const [word, atom] of atoms.entries().toArray()) {
    for (const plain of plainSpellings(word)) if (!atoms.has(plain)) atoms.set(plain, atom);
  }
  for (const joiner of numbers.joiners) atoms.set(joiner, { kind: 'joiner', value: 0, alone: false });
  const keys = [...atoms.keys()];
  return {
    table,
    atoms,
    ordinals: new Map(
      Object.entries(numbers.ordinals).flatMap(([word, value]) => [word, ...plainSpellings(word)].map((form) => [form, value])),
    ),
    longest: Math.max(1, ...keys.map((key) => key.split(' ').length * 2 - 1)),
    longestWord: Math.max(1, ...keys.map((key) => key.length)),
  };
}

/** `millon` for `millón`, `fuenf` for `fünf`. */
function plainSpellings(word: string): string[] {
  const german = word.replace(/[äöü]/gu, (letter) => `${letter.normalize('NFD').charAt(0)}e`).replaceAll('ß', 'ss');
  return [word.normalize('NFD').replace(/\p{M}/gu, ''), german];
}

/** The atoms that begin at `at`; null when the token is no part of a number. */
export function atomsAt(tokens: readonly Token[], at: number, lexicon: Lexicon): FoundAtoms | null {
  const first = tokens[at];
  if (first === undefined || (first.kind !== 'word' && first.text !== '&')) return null;
  const phrase = longestEntry(tokens, at, lexicon);
  if (phrase !== null) return phrase;
  const { lower } = first;
  const atom = BOUND.has(lower) ? undefined : (lexicon.atoms.get(lower) ?? inflectedOrdinal(lower, lexicon));
  if (atom !== undefined) return { atoms: [atom], end: at + 1, ordinal: lexicon.ordinals.get(lower) ?? null };
  const parts = lexicon.table.numbers.compound ? compoundParts(lower, lexicon) : null;
  return parts === null ? null : { atoms: parts, end: at + 1, ordinal: null };
}

/** Entries of several words: `quatre-vingt dix`. */
function longestEntry(tokens: readonly Token[], at: number, lexicon: Lexicon): FoundAtoms | null {
  if (lexicon.longest === 1) return null;
  let key = tokens[at]?.lower ?? '';
  let best: FoundAtoms | null = null;
  for (let end = at + 1; end < at + lexicon.longest; end += 1) {
    const token = tokens[end];
    if (token === undefined) break;
    if (token.text === '-' || token.text === '‑') continue;
    if (token.kind !== 'word') break;
    key += ` ${token.lower}`;
    const atom = lexicon.atoms.get(key);
    if (atom !== undefined) best = { atoms: [atom], end: end + 1, ordinal: lexicon.ordinals.get(key) ?? null };
  }
  return best;
}

function inflectedOrdinal(word: string, lexicon: Lexicon): Atom | undefined {
  if (!lexicon.table.numbers.compound || !ORDINAL_ENDING.test(word)) return undefined;
  const atom = lexicon.atoms.get(word.slice(0, -1));
  return atom?.kind === 'ordinal' ? atom : undefined;
}

/** Cuts a compound into entries that cover it; null when that cannot be done. Longest entries first, memoised. */
function compoundParts(word: string, lexicon: Lexicon): Atom[] | null {
  if (word.length > COMPOUND_MAX || word.length < 5) return null;
  const failed = new Set<number>();
  const cut = (from: number): Atom[] | null => {
    if (from === word.length) return [];
    if (failed.has(from)) return null;
    for (let size = Math.min(lexicon.longestWord, word.length - from); size >= 2; size -= 1) {
      const part = word.slice(from, from + size);
      const atom = lexicon.atoms.get(part) ?? (from + size === word.length ? inflectedOrdinal(part, lexicon) : undefined);
      // `elf` and `acht` inside another word prove nothing, so the whole word has to be covered.
      if (atom === undefined || NEVER_BOUND.has(part) || (from === 0 && (atom.kind === 'joiner' || atom.kind === 'ordinal'))) continue;
      const rest = cut(from + size);
      if (rest !== null) return [atom, ...rest];
    }
    failed.add(from);
    return null;
  };
  const parts = cut(0);
  return parts === null || parts.length < 2 || parts.at(-1)?.kind === 'joiner' ? null : parts;
}
