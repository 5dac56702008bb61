import type { Lexicon } from './number-lexicon.ts';
import { bareMeasure, type Measure } from './measured.ts';
import { currencyAt, inMillions, MONEY_LETTERS, moneyBehindSign, moneyScaleBehind, pounds, SIGNS } from './money.ts';
import { exact, readNumber, type NumberReading } from './numbers.ts';
import { isAngle, isMillion, isUnitHere } from './plausible.ts';
import { withPer } from './rate.ts';
import { readShare } from './share.ts';
import { attached, type Token } from './tokens.ts';
import { unitAt } from './units/lexicon.ts';

const BRACKETS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

const MINUS = /^[-−‐–]$/u;

const TIMES = /^(?:x|×|times|times\.|fois|veces|vezes|volte|keer|maal|mal)$/u;

/** The number with its unit or currency that begins at `at`; null when none does. */
export function readMeasure(tokens: readonly Token[], at: number, lexicon: Lexicon, stopAtJoiner = false): Measure | null {
  const share = stopAtJoiner ? null : readShare(tokens, at, lexicon);
  if (share !== null) return { ...bareMeasure(at, at, share, 1), kind: 'ratio' };
  // "-$3.2 million"
  const isDebit =
    MINUS.test(tokens[at]?.text ?? '') && isFree(tokens, at) && attached(tokens[at + 1]) && currencyAt(tokens, at + 1) !== null;
  const measure = readSimple(tokens, isDebit ? at + 1 : at, lexicon, stopAtJoiner);
  if (measure === null) return null;
  if (isDebit) return measure.value < 0 ? null : withPer(tokens, { ...measure, start: at, value: -measure.value }, lexicon);
  return withPer(tokens, measure.start === measure.numberStart ? withMinor(tokens, measure, lexicon) : measure, lexicon);
}

/** One number and one unit, without what may follow them. */
function readSimple(tokens: readonly Token[], at: number, lexicon: Lexicon, stopAtJoiner: boolean): Measure | null {
  const sign = currencyAt(tokens, at);
  const numberStart = sign === null ? at : sign.end;
  const signed = readSigned(tokens, numberStart, lexicon, stopAtJoiner);
  if (signed === null) return null;
  const base = bareMeasure(at, numberStart, signed, signed.factor);
  if (signed.isOrdinal) return sign === null ? { ...base, kind: 'rank' } : null;
  return sign === null ? withUnit(tokens, base, lexicon) : moneyBehindSign(tokens, base, sign.code);
}

/** Nothing that a hyphen could tie to stands before it. */
function isFree(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.spaced === true || before === undefined || /^[[({<>=:;,/$€£¥]$/u.test(before.text);
}

const AT_LEAST = /^(?:pelo|ao|al|lo|por|du|au|à|per|almeno|ten)$/u;
type Signed = NumberReading & { factor: number };

function readSigned(tokens: readonly Token[], at: number, lexicon: Lexicon, stopAtJoiner: boolean): Signed | null {
  const first = tokens[at];
  if (first === undefined) return null;
  // "pelo menos um terço", "al menos 40": at least, and not below zero.
  const isLeast = AT_LEAST.test(tokens[at - 1]?.lower ?? '');
  const word = !isLeast && lexicon.table.numbers.minus.includes(first.lower);
  const mark = MINUS.test(first.text) && isFree(tokens, at) && tokens[at + 1]?.spaced === false;
  const reading = readNumber(tokens, word || mark ? at + 1 : at, lexicon, stopAtJoiner);
  if (reading === null || (reading.isOrdinal && (word || mark))) return null;
  const plain = tokens[word || mark ? at + 1 : at];
  const mantissa = plain?.kind === 'digits' && !reading.isFraction ? readNumberMantissa(tokens, word || mark ? at + 1 : at, reading) : null;
  const factor = mantissa === null || mantissa === 0 ? 1 : exact(reading.value / mantissa);
  if (!word && !mark) return { ...reading, factor };
  return { ...reading, value: -reading.value, isPlain: false, factor };
}

/** What the digits alone say, where a scale followed them. */
function readNumberMantissa(tokens: readonly Token[], at: number, reading: NumberReading): number | null {
  let text = '';
  for (let index = at; index < reading.end; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'word') break;
    text += token.text;
  }
  const value = Number(
    text
      .replace(/,(?=\d{3})/g, '')
      .replace(',', '.')
      .replace(/[^\d.]/g, ''),
  );
  if (!Number.isFinite(value) || value === 0) return null;
  const factor = reading.value / value;
  return factor >= 100 && Number.isInteger(Math.log10(factor)) ? value : null;
}

const CUT_SCALE = /^(?:mio|mrd|tsd|mill|mld|mn|bn)$/u;

function withUnit(tokens: readonly Token[], base: Measure, lexicon: Lexicon): Measure {
  const { code } = lexicon.table;
  const next = tokens[base.end];
  if (next === undefined || next.broken) return base;
  const bracketed = BRACKETS.get(next.text);
  const hyphen = /^[-‐‑]$/u.test(next.text) && attached(next) && attached(tokens[base.end + 1]);
  // "56 Mio. Euro"
  const isCut = next.text === '.' && attached(next) && CUT_SCALE.test(tokens[base.end - 1]?.lower ?? '');
  const from = bracketed !== undefined || hyphen || isCut ? base.end + 1 : base.end;
  const isTimes = TIMES.test(tokens[from]?.lower ?? '') && !(base.reading.isWords && tokens[from]?.text.length === 1);
  if (isTimes && bracketed === undefined && !/^\d/.test(tokens[from + 1]?.text ?? '')) {
    return { ...base, end: from + 1, unit: 'times', kind: 'ratio' };
  }
  const suffix = tokens[from];
  const signCode = suffix === undefined || suffix.kind === 'digits' ? undefined : SIGNS.get(suffix.text);
  if (
    signCode !== undefined &&
    bracketed === undefined &&
    !hyphen &&
    !(tokens[from + 1]?.kind === 'digits' && attached(tokens[from + 1]))
  ) {
    return moneyScaleBehind(tokens, { ...base, end: from + 1, unit: signCode, kind: 'money' }, lexicon);
  }
  const millions = base.factor === 1 ? inMillions(base, suffix?.text ?? '') : null;
  if (millions !== null) return { ...millions, end: from + 1 };
  const letters = suffix !== undefined && attached(suffix) && base.factor === 1 ? MONEY_LETTERS.get(suffix.text) : undefined;
  const currency = letters === undefined ? null : unitAt(tokens, from + 1, code);
  if (letters !== undefined && currency?.unit.kind === 'money' && !currency.isLetter) {
    const value = exact(base.value * letters);
    return { ...base, value, factor: letters, numberEnd: from + 1, end: currency.end, unit: currency.unit.id, kind: 'money' };
  }
  if (isMillion(tokens, from) && bracketed === undefined && !hyphen && base.factor === 1 && code === 'en') {
    return { ...base, value: exact(base.value * 1e6), factor: 1e6, end: from + 1, numberEnd: from + 1 };
  }
  const found = unitAt(tokens, from, code);
  if (found === null) return elided(tokens, base, from, code);
  if (bracketed !== undefined) {
    const closes = tokens[found.end]?.text === bracketed;
    return closes ? { ...base, end: found.end + 1, unit: found.unit.id, kind: found.unit.kind } : base;
  }
  if (!isUnitHere(tokens, base, from, found)) return elided(tokens, base, from, code);
  const { unit } = found;
  const kind = unit.id === 'degree' && isAngle(tokens, base.start, found.end) ? 'other' : unit.kind;
  const measure: Measure = { ...base, end: found.end, unit: unit.id, kind, isLoose: found.isLetter };
  return unit.kind === 'money' ? moneyScaleBehind(tokens, measure, lexicon) : pounds(tokens, measure, found, lexicon);
}

/** "10 millions d'euros", "5 milhões de dólares", "20 milioni di euro": a little word between number and unit. */
function elided(tokens: readonly Token[], base: Measure, from: number, code: string): Measure {
  const word = tokens[from];
  if (word === undefined || !/^(?:d|de|di|of)$/u.test(word.lower) || base.reading.isFraction) return base;
  if (code === 'en' && word.lower !== 'of') return base;
  const next = /^['’]$/u.test(tokens[from + 1]?.text ?? '') ? from + 2 : from + 1;
  const scaled = base.value >= 1000 || base.reading.isWords;
  const sign = scaled ? SIGNS.get(tokens[next]?.text ?? '') : undefined;
  if (sign !== undefined) return { ...base, end: next + 1, unit: sign, kind: 'money' };
  const found = unitAt(tokens, next, code);
  if (found === null || !scaled || found.isLetter || found.unit.id === 'percent') return base;
  return { ...base, end: found.end, unit: found.unit.id, kind: found.unit.kind };
}

/** Units that are given together, and how many of the smaller make one of the larger. */
const MINORS: ReadonlyMap<string, readonly [unit: string, size: number]> = new Map([
  ['foot', ['inch', 12]],
  ['pound', ['ounce', 16]],
  ['hour', ['minute', 60]],
  ['minute', ['second', 60]],
  ['GBP', ['penny', 100]],
  ['metre', ['centimetre', 100]],
]);

/** "5 ft 2 in", "two hours and 30 minutes", "15 dollars 50": one quantity in two units. */
function withMinor(tokens: readonly Token[], measure: Measure, lexicon: Lexicon): Measure {
  const { unit, kind, end, value } = measure;
  const isMoney = kind === 'money' && unit !== 'cent' && unit !== 'penny';
  const [minor, size] = MINORS.get(unit ?? '') ?? (isMoney ? ['cent', 100] : []);
  const link = tokens[end];
  if (minor === undefined || size === undefined || link === undefined || link.broken || !Number.isInteger(value)) return measure;
  const isJoined = lexicon.table.numbers.joiners.includes(link.lower);
  const rest = readSimple(tokens, isJoined ? end + 1 : end, lexicon, false);
  if (rest === null || rest.reading.isOrdinal || rest.value < 0 || rest.value >= size) return measure;
  const next = tokens[rest.end];
  // Bare cents close the clause: "15 dollars and 20 people" are two numbers.
  const isBareCents =
    isMoney &&
    rest.unit === null &&
    Number.isInteger(rest.value) &&
    rest.value >= 10 &&
    (next === undefined || /^[.,;!?)]$/u.test(next.text));
  if (rest.unit !== minor && !isBareCents) return measure;
  return { ...measure, value: exact(value + rest.value / size), end: rest.end };
}
