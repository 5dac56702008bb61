import { lexiconFor, type Lexicon } from './number-lexicon.ts';
import { readMeasure } from './measure.ts';
import type { Measure } from './measured.ts';
import { qualifierOf } from './qualifiers.ts';
import type { Quantity } from './quantity.ts';
import { roleOf } from './role.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A longer text is read only so far: a sentence of this length is a dump of data. */
const MAX_TOKENS = 20_000;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/giu;
const ACCOUNTED = /^(?:of|was|were|is|to|at|:|von|war|de|était|fue|di|era|van)$/u;
const BETWEEN_FILLER = /^(?:the|de|den|les|los|las|os|as|i|gli|le)$/u;
/** Most tokens of a sum in brackets. */
const CONVERSION_MAX = 8;
const DASH = /^[-‐‑–—~]$/u;

/** Texts that are remembered: figures, answers and the lock read the same sentences. */
const REMEMBERED = 1000;
const known = new Map<string, readonly Quantity[]>();

/** Every number in the text with its unit, qualifier and role, in order. Never throws. */
export function findQuantities(text: string, language: string): readonly Quantity[] {
  const key = `${language} ${text}`;
  let quantities = known.get(key);
  if (quantities === undefined) {
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, (quantities = readQuantities(text, language)));
  }
  return quantities;
}

function readQuantities(text: string, language: string): Quantity[] {
  // What stands in an address is no number of the article; blanks keep every span in its place.
  const tokens = tokensOf(text.replace(ADDRESS, (address) => ' '.repeat(address.length))).slice(0, MAX_TOKENS);
  const lexicon = lexiconFor(language);
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length;) {
    const past = behindYears(tokens, at);
    if (past !== null) {
      at = past;
      continue;
    }
    const quantity = quantityAt(text, tokens, at, lexicon, language);
    if (quantity === null) {
      at += 1;
      continue;
    }
    found.push(quantity.quantity);
    at = Math.max(at + 1, quantity.end);
  }
  return found;
}

/** "2012–13", "2014/15": one year of accounts or of sport, and no number of anything. Index behind it; null for anything else. */
function behindYears(tokens: readonly Token[], at: number): number | null {
  const [year, link, next] = tokens.slice(at, at + 3);
  if (!/^(?:19|20)\d\d$/u.test(year?.text ?? '') || !/^[-‐‑–—/]$/u.test(link?.text ?? '') || !/^\d\d$/u.test(next?.text ?? '')) return null;
  if (link?.spaced !== false || next?.spaced !== false) return null;
  const isNext = (Number(year?.text) + 1) % 100 === Number(next.text);
  const behind = tokens[at + 3];
  // "2014-15-16" is a date, "2014-15 km" a range.
  return isNext && !(behind !== undefined && !behind.spaced && /^[-–/%]$|^\d/u.test(behind.text)) ? at + 3 : null;
}

function quantityAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  language: string,
): { quantity: Quantity; end: number } | null {
  const { range } = lexicon.table.numbers;
  const before = tokens[at - 1]?.lower ?? '';
  // "tussen de 8 en 9 euro", "entre los 8 y 9 euros"
  const isBetween = range.between.includes(BETWEEN_FILLER.test(before) ? (tokens[at - 2]?.lower ?? '') : before);
  const first = readMeasure(tokens, at, lexicon, isBetween);
  if (first === null) return null;
  const isFrom = range.from.includes(before);
  const last = upperEnd(tokens, first, lexicon, isBetween, isFrom);
  const measure = last === null ? inBrackets(tokens, first) : joined(first, last);
  // "10^922": nothing in an article is of that size.
  if (!Number.isFinite(measure.value) || !Number.isFinite(last?.value ?? 0)) return null;
  const around = qualifierOf(tokens, measure.start, measure.end, language, measure.kind === 'duration');
  const start = tokens[measure.start]?.start ?? 0;
  const end = tokens[measure.end - 1]?.end ?? start;
  const numberStart = tokens[first.numberStart]?.start ?? start;
  const quantity: Quantity = {
    span: { start, end },
    raw: text.slice(start, end),
    numberSpan: { start: numberStart, end: tokens[first.numberEnd - 1]?.end ?? end },
    value: measure.value,
    ...(last === null ? {} : { valueMax: last.value }),
    unit: measure.unit,
    per: measure.per,
    kind: measure.kind,
    qualifier: last === null || (isFrom && last.value < first.value) ? (around?.qualifier ?? 'exactly') : 'range',
    isOrdinal: first.reading.isOrdinal,
    isWords: first.reading.isWords,
    isFromTo: isFrom && last !== null,
    ...(first.reading.share === undefined ? {} : { share: first.reading.share }),
    role: last === null ? roleOf(tokens, measure, lexicon) : rangeRole(tokens, first, last, lexicon),
  };
  return { quantity, end: Math.max(measure.end, around?.end ?? 0) };
}

/** `8–12%`, `from 8% to 12%`, `between 3 and 5 million`: the number at the other end; null when this is one number. */
function upperEnd(tokens: readonly Token[], first: Measure, lexicon: Lexicon, isBetween: boolean, isFrom: boolean): Measure | null {
  const { range } = lexicon.table.numbers;
  const at = isBetween ? behindConversion(tokens, first.end) : first.end;
  const link = tokens[at];
  if (link === undefined || link.broken || first.reading.isOrdinal) return null;
  const joins =
    DASH.test(link.text) ||
    (isBetween && range.and.includes(link.lower)) ||
    (range.to.includes(link.lower) && (isFrom || link.lower !== 'until'));
  if (!joins) return null;
  const last = readMeasure(tokens, at + 1, lexicon);
  if (last === null || last.reading.isOrdinal || !sameUnit(first, last)) return null;
  if (DASH.test(link.text) && link.spaced !== (tokens[at + 1]?.spaced ?? false)) return null;
  const scaled = first.unit === null && first.factor === 1 && last.factor > 1 && first.value < last.value / last.factor ? last.factor : 1;
  return first.value * scaled < last.value || isFrom ? last : null;
}

/** Behind the brackets of "between $60 (£48) and $90 (£72)". */
function behindConversion(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(') return at;
  const close = tokens.slice(at, at + CONVERSION_MAX).findIndex(({ text }) => text === ')');
  return close < 0 ? at : at + close + 1;
}

/** "a net result of ($3.2 million)": accounts put what was lost in brackets. */
function inBrackets(tokens: readonly Token[], measure: Measure): Measure {
  const isBracketed = tokens[measure.start - 1]?.text === '(' && tokens[measure.end]?.text === ')';
  if (measure.kind !== 'money' || !isBracketed || measure.value < 0) return measure;
  const isStated = ACCOUNTED.test(tokens[measure.start - 2]?.lower ?? '');
  return isStated ? { ...measure, start: measure.start - 1, end: measure.end + 1, value: -measure.value } : measure;
}

function sameUnit(first: Measure, last: Measure): boolean {
  return first.unit === last.unit || first.unit === null || (last.unit === null && first.kind === 'money');
}

/** `3–5 million` says its scale and its unit once. */
function joined(first: Measure, last: Measure): Measure {
  const shares = first.factor === 1 && last.factor > 1 && first.value < last.value / last.factor;
  return {
    ...first,
    end: last.end,
    value: shares ? Number((first.value * last.factor).toPrecision(15)) : first.value,
    unit: last.unit ?? first.unit,
    kind: last.unit === null ? first.kind : last.kind,
    per: last.per ?? first.per,
  };
}

function rangeRole(tokens: readonly Token[], first: Measure, last: Measure, lexicon: Lexicon): Quantity['role'] {
  const role = roleOf(tokens, last, lexicon);
  return role === 'quantity' && last.unit === null ? roleOf(tokens, first, lexicon) : role;
}
