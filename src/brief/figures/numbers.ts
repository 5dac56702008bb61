import { atomsAt, type Atom, type Lexicon } from './number-lexicon.ts';
import { readNumeral } from './numerals.ts';
import { partAt } from './part.ts';
import { Sum } from './sum.ts';
import { attached, type Token } from './tokens.ts';

/** A number in digits, words or both: `3 million and a half`. `end` is the index of the first token behind it. */
export interface NumberReading {
  value: number;
  end: number;
  isOrdinal: boolean;
  isWords: boolean;
  isFraction: boolean;
  /** A whole number in digits alone, without separators: what a year or a version looks like. */
  isPlain: boolean;
  /** "17 of 52": both numbers; `value` is then the one divided by the other. */
  share?: { part: number; whole: number };
}

const HYPHEN = /^[-‐‑–]$/u;
/** Capital letters that scale an attached number: `10M users`, `$1.2B`. Small ones are units (`5m`). */
const LETTER_SCALES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, MM: 1e6, B: 1e9, T: 1e12, mil: 1e6, mill: 1e6 };
/** "the one", "no one": somebody, and not a number. */
const DETERMINER = /^(?:the|this|that|no|any|every|each|another|which)$/u;
const ORDINAL_SUFFIX: Readonly<Record<string, RegExp>> = {
  en: /^(?:st|nd|rd|th)$/u,
  fr: /^(?:er|re|ère|e|è|ème|eme|ième|nd|nde)$/u,
  nl: /^(?:e|de|ste)$/u,
};

/**
 * The number that begins at `at`; null when none does. With `stopAtJoiner` it does not run over `and`, as in
 * `between one thousand and five hundred`.
 */
export function readNumber(tokens: readonly Token[], at: number, lexicon: Lexicon, stopAtJoiner = false): NumberReading | null {
  const numeral = readNumeral(tokens, at, lexicon.table.numbers);
  if (numeral === null) return readWords(tokens, at, lexicon, stopAtJoiner);
  const ordinal = ordinalSuffix(tokens, numeral.end, lexicon);
  if (ordinal !== null && numeral.isPlain) {
    return { value: numeral.value, end: ordinal, isOrdinal: true, isWords: false, isFraction: false, isPlain: false };
  }
  const base = {
    value: numeral.value,
    end: numeral.end,
    isOrdinal: false,
    isWords: false,
    isFraction: numeral.isFraction,
    isPlain: numeral.isPlain,
  };
  const letter = tokens[numeral.end];
  const factor = Object.hasOwn(LETTER_SCALES, letter?.text ?? '') ? LETTER_SCALES[letter?.text ?? ''] : undefined;
  const isOwn = !/^[-/]$/u.test(tokens[numeral.end + 1]?.text ?? '');
  if (isOwn && factor !== undefined && letter !== undefined && (!letter.spaced || /^[Mk]$/u.test(letter.text))) {
    return { ...base, value: exact(numeral.value * factor), end: numeral.end + 1, isPlain: false };
  }
  const sum = new Sum();
  sum.digits(numeral.value);
  const grown = grow(tokens, numeral.end, lexicon, sum, stopAtJoiner);
  if (grown === null || grown.end === numeral.end) return base;
  return { ...grown, isWords: false, isPlain: false };
}

function readWords(tokens: readonly Token[], at: number, lexicon: Lexicon, stopAtJoiner: boolean): NumberReading | null {
  const first = tokens[at];
  if (first === undefined || first.kind !== 'word') return null;
  const sum = new Sum();
  const opening = atomsAt(tokens, at, lexicon);
  const article = lexicon.table.numbers.articles.includes(first.lower);
  if (article) {
    // "a million", "a third", "half a million": one of what follows, never a number of its own.
    const next = atomsAt(tokens, skipHyphen(tokens, at + 1), lexicon)?.atoms[0];
    const part = next?.kind === 'joiner' && !stopAtJoiner ? partAt(tokens, at + 2, lexicon) : null;
    if (part !== null && part.of === null) {
      return { value: 1 + part.value, end: part.end, isOrdinal: false, isWords: true, isFraction: true, isPlain: false };
    }
    if (next?.kind === 'scale' || (next?.kind === 'fraction' && endsFraction(tokens, at + 1, lexicon, next))) sum.article();
    else if (opening === null || next === undefined || next.kind === 'joiner') return null;
    else if (opening.atoms.length === 1 && next.kind !== 'number') return null;
  } else if (opening === null || opening.atoms[0]?.kind === 'joiner') return null;
  const grown = grow(tokens, sum.isEmpty ? at : at + 1, lexicon, sum, stopAtJoiner);
  const isPronoun = grown?.end === at + 1 && first.lower === 'one' && DETERMINER.test(tokens[at - 1]?.lower ?? '');
  return grown === null || isPronoun ? null : { ...grown, isWords: true, isPlain: false };
}

type Growth = Pick<NumberReading, 'value' | 'end' | 'isOrdinal' | 'isFraction'>;

/** Adds as many atoms as fit; null when what was read is no number. */
function grow(tokens: readonly Token[], from: number, lexicon: Lexicon, sum: Sum, stopAtJoiner: boolean): Growth | null {
  const { code } = lexicon.table;
  // "$280 million first preferred notes": digits and a rank are two numbers; "34 cents" is money.
  const isDigits = tokens[from - 1]?.kind === 'digits' && !sum.isEmpty;
  let at = from;
  /** The last place where what was read is a number, so that a joiner that leads nowhere can be given back. */
  let good: Growth | null = sum.isEmpty || sum.isArticle ? null : { value: sum.value, end: at, isOrdinal: false, isFraction: false };
  let joined = false;
  while (at < tokens.length) {
    const next = skipHyphen(tokens, at);
    if (at > from && tokens[at]?.broken === true) break;
    const found = atomsAt(tokens, next, lexicon);
    if (found === null) {
      const more = wordless(tokens, next, lexicon, sum, joined);
      if (more === null) break;
      at = more;
      good = { value: sum.value, end: at, isOrdinal: false, isFraction: sum.isFraction };
      joined = false;
      continue;
    }
    if (found.atoms.length === 1 && found.atoms[0]?.kind === 'joiner') {
      if (joined || stopAtJoiner || sum.isEmpty) break;
      // "four-and-a-half" holds hyphens throughout.
      const part = partAt(tokens, next === at ? found.end : skipHyphen(tokens, found.end), lexicon);
      if (part !== null && sum.addPart(part.value, part.of)) {
        return { value: sum.value, end: part.end, isOrdinal: false, isFraction: true };
      }
      if (next !== at) break;
      joined = true;
      at = found.end;
      continue;
    }
    const hyphened = next !== at;
    const last = found.atoms.at(-1);
    if (isDigits && !hyphened && (last?.kind === 'ordinal' || (code === 'fr' && last?.value === 100 && at === from))) break;
    // "€2.6 million two years later": digits take no words of a number behind their scale.
    if (isDigits && !hyphened && !joined && last?.kind === 'number' && sum.endsInScale && !hasScale(tokens, found.end, lexicon)) break;
    // "twenty-third" and "two hundred fifth": an ordinal where one fits, else "one third" is a part.
    if (
      found.ordinal !== null &&
      found.atoms.length === 1 &&
      !sum.isEmpty &&
      !joined &&
      !isDigits &&
      sum.fits(found.ordinal) &&
      sum.ordinal(found.ordinal)
    ) {
      return ordinalAt(tokens, found.end, sum.value, lexicon);
    }
    const step = addAll(sum, found.atoms, { joined, tensTakeJoiner: code !== 'en', hyphened });
    if (step === 'no') {
      const ordinal = last?.kind === 'ordinal' ? last.value : found.ordinal;
      const isOwn = isDigits && !hyphened;
      if (found.atoms.length === 1 && ordinal !== null && !joined && !isOwn && sum.ordinal(ordinal)) {
        return ordinalAt(tokens, found.end, sum.value, lexicon);
      }
      break;
    }
    if (step === 'bare') {
      const scale = found.atoms[0]?.kind === 'fraction' ? atomsAt(tokens, found.end, lexicon)?.atoms[0] : undefined;
      if (scale?.kind === 'scale' && scale.value >= 1000) {
        at = found.end;
        continue;
      }
      if (found.ordinal !== null && found.atoms.length === 1) return ordinalAt(tokens, found.end, found.ordinal, lexicon);
      break;
    }
    at = found.end;
    joined = false;
    if (step === 'ordinal') return ordinalAt(tokens, at, sum.value, lexicon);
    good = { value: sum.value, end: at, isOrdinal: false, isFraction: sum.isFraction };
    at = overOf(tokens, at, lexicon, sum);
  }
  return good;
}

/** "3 million five hundred thousand": does a scale follow the words? */
function hasScale(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  return atomsAt(tokens, at, lexicon)?.atoms[0]?.kind === 'scale';
}

/** The Romance languages put every digit into the ordinal: "cuadragésimo séptimo" is one number. */
function ordinalAt(tokens: readonly Token[], end: number, value: number, lexicon: Lexicon): Growth {
  let [total, next] = [value, end];
  for (let room = placeOf(value); /^(?:es|pt|it)$/u.test(lexicon.table.code) && room > 1; next += 1) {
    const more = lexicon.ordinals.get(tokens[next]?.lower ?? '');
    if (more === undefined || more >= room || tokens[next]?.broken === true) break;
    total += more;
    room = placeOf(more);
  }
  return { value: total, end: next, isOrdinal: true, isFraction: false };
}

/** The last place that is not zero: 10 for 340. */
function placeOf(value: number): number {
  let place = 1;
  while (value > 0 && place < 1e15 && value % (place * 10) === 0) place *= 10;
  return place;
}

/** "half a million", "a quarter of a million": the little words between a fraction and its scale. */
function overOf(tokens: readonly Token[], at: number, lexicon: Lexicon, sum: Sum): number {
  if (!sum.isFraction) return at;
  let next = at;
  if (/^(?:of|di|de|von)$/u.test(tokens[next]?.lower ?? '')) next += 1;
  if (lexicon.table.numbers.articles.includes(tokens[next]?.lower ?? '')) next += 1;
  if (next === at) return at;
  const atom = atomsAt(tokens, next, lexicon)?.atoms[0];
  return atom?.kind === 'scale' && atom.value >= 12 ? next : at;
}

/** Digits after a scale ("3 hundred and 21", "4 thousand 3 hundred") and spoken decimals ("five point five"). */
function wordless(tokens: readonly Token[], at: number, lexicon: Lexicon, sum: Sum, joined: boolean): number | null {
  const { point } = lexicon.table.numbers;
  const token = tokens[at];
  if (token === undefined) return null;
  if (!joined && point.includes(token.lower) && !sum.isEmpty && sum.isWhole) {
    let end = at + 1;
    let digits = '';
    for (; digits.length < 15; end += 1) {
      const found = atomsAt(tokens, end, lexicon);
      const atom = found?.atoms[0];
      if (
        digits === '' &&
        found !== null &&
        (found.atoms.length > 1 || atom?.kind === 'scale' || (atom?.kind === 'number' && atom.value > 9))
      ) {
        const behind = readWords(tokens, end, lexicon, false);
        if (behind === null || !Number.isInteger(behind.value) || behind.isOrdinal) return null;
        digits = String(behind.value);
        end = behind.end;
        break;
      }
      if (found?.atoms.length !== 1 || atom?.kind !== 'number' || atom.value > 9) break;
      digits += String(atom.value);
    }
    if (digits === '') return null;
    sum.decimals(digits);
    return end;
  }
  if (token.kind !== 'digits' || !sum.endsInScale || sum.isFraction) return null;
  const numeral = readNumeral(tokens, at, lexicon.table.numbers);
  if (numeral === null || !numeral.isPlain) return null;
  const behind = atomsAt(tokens, numeral.end, lexicon)?.atoms[0];
  const isScaled = behind?.kind === 'scale' && behind.value * numeral.value < sum.lastScale;
  // "5 million 3 people" are two numbers; "3 hundred and 21" and "4 thousand 3 hundred" are one.
  if (!isScaled && !(joined && sum.lastScale <= 1000)) return null;
  return sum.addDigits(numeral.value) ? numeral.end : null;
}

interface StepContext {
  joined: boolean;
  tensTakeJoiner: boolean;
  hyphened: boolean;
}

function addAll(sum: Sum, atoms: readonly Atom[], context: StepContext): 'ok' | 'ordinal' | 'bare' | 'no' {
  if (atoms.length === 1) return sum.add(atoms[0] as Atom, context);
  // A compound is whole in itself: German puts the unit before the ten, and the joiner inside the word.
  const own = new Sum();
  let joined = false;
  for (const atom of atoms) {
    if (atom.kind === 'joiner') {
      joined = true;
      continue;
    }
    const step = own.add(atom, { joined, tensTakeJoiner: true, hyphened: false, inverted: true });
    if (step === 'no' || step === 'bare') return 'no';
    if (step === 'ordinal') return sum.isEmpty ? (sum.take(own), 'ordinal') : 'no';
    joined = false;
  }
  return sum.addWhole(own) ? 'ok' : 'no';
}

function skipHyphen(tokens: readonly Token[], at: number): number {
  const hyphen = tokens[at];
  return hyphen !== undefined && HYPHEN.test(hyphen.text) && tokens[at + 1]?.kind === 'word' && hyphen.spaced === tokens[at + 1]?.spaced
    ? at + 1
    : at;
}

/** "a third of", "up by a fifth", but not "a third person". Words that are only fractions always count. */
function endsFraction(tokens: readonly Token[], at: number, lexicon: Lexicon, atom: Atom): boolean {
  if (atom.alone) return true;
  const found = atomsAt(tokens, skipHyphen(tokens, at), lexicon);
  const next = tokens[found?.end ?? at + 1];
  if (next === undefined || (next.kind === 'symbol' && !HYPHEN.test(next.text))) return true;
  if (found?.ordinal === null && lexicon.table.code === 'de') return true;
  // "a third in as many months": one more of its kind.
  if (next.lower === 'in' && /^(?:as|a)$/u.test(tokens[(found?.end ?? at + 1) + 1]?.lower ?? '')) return false;
  return (
    next.kind === 'word' &&
    /^(?:of|more|less|fewer|as|from|in|the|to|than|on|million|billion|trillion|de|des|du|d|di|del|dei|degli|da|do|dos|das|der|van)$/u.test(
      next.lower,
    )
  );
}

function ordinalSuffix(tokens: readonly Token[], at: number, lexicon: Lexicon): number | null {
  const next = tokens[at];
  if (!attached(next)) return null;
  if (/^[ºª°]$/u.test(next.text) && /^(?:es|pt|it)$/u.test(lexicon.table.code) && !/^[CFcf]$/u.test(tokens[at + 1]?.text ?? ''))
    return at + 1;
  return ORDINAL_SUFFIX[lexicon.table.code]?.test(next.lower) === true ? at + 1 : null;
}

/** Floating products such as 2.33 * 1000 are put back to what their digits say. */
export function exact(value: number): number {
  return Number(value.toPrecision(15));
}
