import { atomsAt, type Atom, type Lexicon } from './number-lexicon.ts';
import type { Token } from './tokens.ts';

/** A part of one in words, numerator and all: `three fifths`, `a half`, `a quarter million`. */
export interface Part {
  value: number;
  end: number;
  /** What it is a part of, where that is said: 1e6 in `a quarter million`; null otherwise. */
  of: number | null;
}

const HYPHEN = /^[-‐‑–]$/u;
const NUMERATOR_MAX = 99;

/** The part that begins at `at`, as it follows `and` in `three million and a half`; null when none does. */
export function partAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Part | null {
  const isArticle = lexicon.table.numbers.articles.includes(tokens[at]?.lower ?? '');
  const numerator = isArticle ? { value: 1, end: at + 1 } : numeratorAt(tokens, at, lexicon);
  const from = HYPHEN.test(tokens[numerator?.end ?? at]?.text ?? '') ? (numerator?.end ?? at) + 1 : (numerator?.end ?? at);
  const found = atomsAt(tokens, from, lexicon);
  const atom = found?.atoms[0];
  if (found === null || found.atoms.length !== 1 || atom?.kind !== 'fraction' || atom.value >= 1) return null;
  // "and third" is a rank; "and half" is a part.
  if (numerator === null && found.ordinal !== null) return null;
  // "44 million and half lives in towns": a bare half behind a scale begins something new.
  if (numerator === null && lexicon.table.code === 'en' && soleAtom(tokens, at - 2, lexicon)?.kind === 'scale') return null;
  const value = (numerator?.value ?? 1) * atom.value;
  // "one hundred and thirty fifths" is 130 / 5.
  if (value >= 1) return null;
  const scale = soleAtom(tokens, found.end, lexicon);
  const of = scale?.kind === 'scale' && scale.value >= 1000 ? scale.value : null;
  return { value, end: of === null ? found.end : found.end + 1, of };
}

/** One or two number words: `three`, `twenty-one`. */
function numeratorAt(tokens: readonly Token[], at: number, lexicon: Lexicon): { value: number; end: number } | null {
  const first = soleAtom(tokens, at, lexicon);
  if (first?.kind !== 'number' || first.value > NUMERATOR_MAX || first.value === 0) return null;
  const end = at + 1;
  const next = HYPHEN.test(tokens[end]?.text ?? '') ? end + 1 : end;
  const second = soleAtom(tokens, next, lexicon);
  const isTen = first.value >= 20 && first.value % 10 === 0;
  return isTen && second?.kind === 'number' && second.value < 10
    ? { value: first.value + second.value, end: next + 1 }
    : { value: first.value, end };
}

function soleAtom(tokens: readonly Token[], at: number, lexicon: Lexicon): Atom | undefined {
  const found = atomsAt(tokens, at, lexicon);
  return found?.atoms.length === 1 && found.end === at + 1 ? found.atoms[0] : undefined;
}
