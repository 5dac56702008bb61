import { findQuantities } from '../figures/quantities.ts';
import type { Quantity } from '../figures/quantity.ts';
import type { Qualifier } from '../../model/figure.ts';
import { wordsOf } from '../words.ts';
import type { Fault, Held } from './fault.ts';
import { saidWithHalves } from './halves.ts';
import { isSaidOtherwise } from './otherwise.ts';
import { stands } from './stands.ts';

/** A value that the claim itself calls rounded may be off by this share. */
const ROUNDED = 0.05;
const DIGITS = /\p{Nd}+(?:[.,:  ]\p{Nd}+)*/gu;
/** Content words behind a number that may name what it counts. */
const NOUN_REACH = 3;
/** Numbers in words up to this may count what the article counts elsewhere: "the three", "one of them". */
const SMALL = 12;
/** Units of time that make up another. */
const IN_YEARS: Readonly<Record<string, number>> = { decade: 10, century: 100, year: 1 };
const YEARLY =
  /\b(?:annual(?:ly)?|yearly|a[\s-]year|per[\s-]year|each year|every year)\b|jährlich|pro Jahr|im Jahr|par an|annuel|al año|anual|all['’]anno|annuo|ao ano|per jaar/iu;
/** "a 17-year-old", "aged 17 years": an age, also where the source has the bare number. */
const AGED = /\bold\b|\baged\b|-year|jährig|ans\b|años|anni|anos|jarige?/iu;
const PER: Readonly<Record<string, RegExp>> = {
  year: YEARLY,
  month: /\b(?:monthly|every month|each month|a[\s-]month|per[\s-]month)\b|monatlich|im Monat|par mois|al mes|al mese|ao mês|per maand/iu,
  week: /\b(?:weekly|every week|each week|a[\s-]week|per[\s-]week)\b|wöchentlich|pro Woche|par semaine|a la semana|alla settimana|por semana|per week/iu,
  day: /\b(?:daily|every day|each day|a[\s-]day|per[\s-]day)\b|täglich|am Tag|pro Tag|par jour|cada día|al día|al giorno|por dia|per dag/iu,
};
const AT_MOST = /\b(?:maximum|potential|at most|as much as|as many as)\b|höchstens|maximal|maximum de|máximo|massimo|maximaal/iu;
const AT_LEAST = /\bminimum (?:age|wage|price|fee|fine|term|height|number|sum|amount)\b|Mindest/u;

interface Placed extends Quantity {
  sentence: number;
}

/** Numbers by value, unit, what they are per, qualifier, and what they count. `around` is the whole article. */
export function numberFaults(held: Held, around: string): Fault[] {
  const { claim, sentences, language } = held;
  const said = findQuantities(claim, language).map((quantity) => plainUnit(quantity, claim));
  const given = placedIn(sentences, language);
  const halves = saidWithHalves(claim, given, held.source);
  const isHalf = ({ span }: Quantity) => halves.some(({ start, end }) => span.start < end && span.end > start);
  const faults = said.flatMap((quantity) =>
    isHalf(quantity) || isPartOfName(quantity, claim, around) || isCountedElsewhere(quantity, held, around)
      ? []
      : (quantityFault(quantity, given, said, held) ?? []),
  );
  if (faults.length > 0) return faults;
  return strayDigits(claim, said, sentences);
}

/** "Ten Hoopen", whom the article calls so wherever it names him; "two Americans" are a number. */
function isPartOfName({ isWords, unit, raw, span }: Quantity, claim: string, around: string): boolean {
  const next = /^\s(\p{Lu}\p{Ll}{2,})(?!\p{L})/u.exec(claim.slice(span.end))?.[1];
  if (!isWords || unit !== null || next === undefined || next.endsWith('s')) return false;
  const parts = around.split(new RegExp(`(?<!\\p{L})${next}(?!\\p{L})`, 'u'));
  return parts.length > 1 && parts.slice(0, -1).every((before) => before.toLowerCase().endsWith(`${raw.toLowerCase()} `));
}

function placedIn(sentences: readonly string[], language: string): Placed[] {
  return sentences.flatMap((text, sentence) =>
    findQuantities(text, language).flatMap((quantity): Placed[] => {
      const placed = { ...plainUnit(quantity, text), sentence };
      const isOpen = placed.unit === 'metre' && /\p{Nd}m$/u.test(placed.raw) && !MEASURED.test(text.slice(placed.span.end));
      return [placed, ...(isOpen ? [inMillions(placed)] : []), ...inARow(placed, text)];
    }),
  );
}

const MEASURED = /^[\s-](?:tall|wide|long|high|deep|thick|away|above|below|from|off|race|sprint|hurdles|pool|wall|tower|waves?)\b/u;

/** "47 continuous years" are years. */
function inARow(placed: Placed, text: string): Placed[] {
  const unit = ROW_OF_TIME.exec(text.slice(placed.span.end))?.[1];
  return placed.unit !== null || unit === undefined ? [] : [{ ...placed, unit, kind: 'duration' }];
}
const ROW_OF_TIME = /^\s(?:continuous|consecutive|straight|successive|full|whole|unbroken)\s(year|month|week|day|hour)s?\b/u;

/** "peaked at 11.9m" may be metres, and may be millions. */
function inMillions(placed: Placed): Placed {
  return { ...placed, value: placed.value * 1e6, unit: null, kind: 'count' };
}

/** "10 A350s" are no amperes. */
function plainUnit<T extends Quantity>(quantity: T, text: string): T {
  const isName = /\p{L}$/u.test(quantity.raw) && /^\p{Nd}/u.test(text.slice(quantity.span.end));
  return isName ? { ...quantity, unit: null } : quantity;
}

/** "one of them", "the three", "half-jokingly": a small number in words that the article has, or that counts nothing. */
function isCountedElsewhere(
  { isWords, value, unit, raw, isOrdinal, span, qualifier }: Quantity,
  { claim, source }: Held,
  around: string,
): boolean {
  if (!isWords || unit !== null || value > SMALL || qualifier !== 'exactly') return false;
  // "one in ten" and "half the crews" are numbers like others.
  if (value > 0 && value < 1) return false;
  if (value <= 1 && !isOrdinal) return true;
  const isDefinite = /\b(?:the|all|both|these|those|their|his|her|its|die|der|den|alle|les|los|las|i|le|gli|os|as|de)\s$/iu.test(
    claim.slice(0, span.start),
  );
  if (isOrdinal && isNoRank(value, claim.slice(span.end), source)) return true;
  return (isDefinite || isOrdinal) && stands(raw.toLowerCase(), around.toLowerCase());
}

/** "was written first": before the other; "a second book" where the article has "another". */
function isNoRank(value: number, behind: string, source: string): boolean {
  if (value === 2) return /\banother\b/iu.test(source);
  return value === 1 && (FIRST.test(source) || /^[.,;]?(?:\s(?:and|but|before|by|with)\b|\s*$)/u.test(behind));
}
const FIRST = /\b(?:premi[eè]r\p{L}*|debut\p{L}*|maiden|inaugural|initial(?:ly)?|original(?:ly)?)\b/iu;

function quantityFault(
  quantity: Quantity,
  given: readonly Placed[],
  said: readonly Quantity[],
  { source, claim, sentences, language }: Held,
): Fault | null {
  const words = quantity.raw;
  const equal = given.filter((other) => sameValue(quantity, other));
  if (equal.length === 0) {
    // "its 19 teams" for "10 out of 19 teams"
    if (quantity.unit === null && given.some(({ share }) => share?.whole === quantity.value || share?.part === quantity.value)) return null;
    // "the other two" of three
    if (
      quantity.isWords &&
      /\bother\s$/iu.test(claim.slice(0, quantity.span.start)) &&
      given.some(({ value }) => value === quantity.value + 1)
    )
      return null;
    // "he and three other members" of four
    if (quantity.isWords && /^\sother\b/iu.test(claim.slice(quantity.span.end)) && given.some(({ value }) => value === quantity.value + 1))
      return null;
    // "over 12" for "13 or older"
    if (
      quantity.qualifier === 'more-than' &&
      given.some(({ value, qualifier, unit }) => value === quantity.value + 1 && qualifier === 'at-least' && unit === quantity.unit)
    )
      return null;
    // "reached 50 caps" with his 50th cap, "ten years ago" on the 10th anniversary
    if (isRankOf(quantity, given, sentences, claim, language)) return null;
    // "19 of the 29" for "Nineteen of the 29"
    const { share } = quantity;
    if (share !== undefined && [share.part, share.whole].every((value) => given.some((other) => other.value === value))) return null;
    const isRounded = given.some((other) => isRoundedTo(quantity, other) || isEndOf(quantity, other));
    return isRounded || isBothEnds(quantity, given) || isSaidOtherwise(quantity, sentences, claim, language)
      ? null
      : { kind: 'number', words };
  }
  const alike = equal.filter((other) => agreesInUnit(quantity, other, said, source, claim));
  if (alike.length === 0) return isSaidOtherwise(quantity, sentences, claim, language) ? null : { kind: 'unit', words };
  if (quantity.role === 'year') return null;
  return alike.some((other) => agreesInQualifier(quantity.qualifier, other.qualifier, source)) ? null : { kind: 'qualifier', words };
}

/** From this rank on a rank says how many there have been: "his 50th cap". */
const COUNTED_BY_RANK = 10;

function isRankOf(own: Quantity, given: readonly Placed[], sentences: readonly string[], claim: string, language: string): boolean {
  if (own.isOrdinal || own.value < COUNTED_BY_RANK || !Number.isInteger(own.value)) return false;
  const [counted] = nounsBehind(claim, own, language);
  return given.some((other) => {
    if (!other.isOrdinal || other.value !== own.value) return false;
    const [ranked] = nounsBehind(sentences[other.sentence] ?? '', other, language);
    return own.unit === 'year' ? ranked?.startsWith('annivers') === true : own.unit === null && counted !== undefined && counted === ranked;
  });
}

/** "about 5m" for 4.96m, "more than 100%" for 102.6%, "just over half" for 50.4%. */
function isRoundedTo(own: Quantity, other: Quantity): boolean {
  const isShare = isFraction(own) && other.unit === 'percent';
  if (!sameUnit(own, other) && !isShare) return false;
  const value = isShare ? own.value * 100 : own.value;
  if (other.qualifier !== 'exactly' || other.valueMax !== undefined) return own.qualifier === 'about' && isRounding(value, other.value);
  const isNear = Math.abs(other.value - value) <= NEAR_BY * Math.abs(other.value);
  if (own.qualifier === 'more-than' || own.qualifier === 'at-least') return isNear && other.value > value;
  // "less than ten days" for nine days and some hours
  if (own.qualifier === 'less-than' && other.value === value - 1) return true;
  if (own.qualifier === 'less-than' || own.qualifier === 'at-most') return isNear && other.value < value;
  return own.qualifier === 'about' && (isRounding(value, other.value) || (isShare && isNear));
}
/** A bound that a writer puts on a number lies so near to it. */
const NEAR_BY = 0.1;

function isFraction({ kind, unit, value, isWords }: Quantity): boolean {
  return (kind === 'ratio' || (kind === 'count' && isWords)) && unit === null && value > 0 && value < 1;
}

/** "at least $3.8m" for "$3.8m to $4.9m", "as much as $7,500" for "between $1,500 and $7,500": the ends of a range are its bounds. */
function isEndOf(own: Quantity, { value, valueMax, qualifier, ...other }: Quantity): boolean {
  if (valueMax === undefined || qualifier !== 'range' || own.valueMax !== undefined || own.unit !== other.unit) return false;
  const isNear = (end: number) => Math.abs(end - own.value) <= NEAR_BY * Math.abs(end);
  if (own.qualifier === 'at-least') return own.value <= value && isNear(value);
  if (own.qualifier === 'more-than') return own.value < value && isNear(value);
  return (own.qualifier === 'up-to' || own.qualifier === 'at-most') && own.value >= valueMax && isNear(valueMax);
}

/** "200 to 300" for "between 200 and 300" that was not read as one. */
function isBothEnds({ value, valueMax, unit }: Quantity, given: readonly Placed[]): boolean {
  const has = (end: number) => given.some((other) => other.value === end && (other.unit === unit || unit === null));
  return valueMax !== undefined && has(value) && has(valueMax);
}

function sameValue(a: Quantity, b: Quantity): boolean {
  const close = (x: number, y: number) => Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
  const [x, y] = [inYears(a), inYears(b)];
  const isShare =
    (isFraction(a) && b.unit === 'percent' && close(a.value * 100, b.value)) ||
    (isFraction(b) && a.unit === 'percent' && close(b.value * 100, a.value));
  if (!close(a.value, b.value) && !isShare && !(x !== null && y !== null && close(x, y))) return false;
  // "March 28" and "March 28th", "a tenth" and "10%".
  if (a.isOrdinal !== b.isOrdinal && a.role !== 'date') return false;
  return a.valueMax === undefined || b.valueMax === undefined ? a.valueMax === b.valueMax : close(a.valueMax, b.valueMax);
}

function inYears({ value, unit }: Quantity): number | null {
  const years = IN_YEARS[unit ?? ''];
  return years === undefined ? null : value * years;
}

function sameUnit(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit && a.per === b.per;
}

/** "$6 million a year" for annual fees, "aged 27" for a 27-year-old, "up to five" behind "up to 20 years". */
function agreesInUnit(own: Quantity, other: Placed, said: readonly Quantity[], source: string, claim: string): boolean {
  const isSameUnit =
    own.unit === other.unit ||
    (isFraction(own) && other.unit === 'percent') ||
    (isFraction(other) && own.unit === 'percent') ||
    isSumWithoutSign(own, other, source) ||
    // "13 goals" for "scored 13 times".
    (own.unit === null && other.unit === 'time') ||
    // "16 hits" for "hit it 16 times"
    (own.unit === null &&
      other.unit === 'times' &&
      nounsBehind(claim, own, 'en').some((noun) => wordsOf(source, 'en').some(({ stem }) => stem === noun))) ||
    // "three times" for "three appearances", "eight years" for "eight and six years"
    (own.unit === 'times' && own.isWords && other.unit === null) ||
    (other.unit === null && sharesUnit(own, other, source)) ||
    (inYears(own) !== null && inYears(other) !== null) ||
    // "in 19 years" for "in 19 seasons" of a player
    (own.unit === 'year' && new RegExp(`(?<!\\p{N})${RegExp.escape(other.raw)} seasons?\\b`, 'iu').test(source)) ||
    (own.unit === null && other.unit === 'year' && /^\p{Nd}+[-\s]year/u.test(other.raw)) ||
    (own.unit === null && countsTheSame(own, other, claim)) ||
    (own.unit === 'year' &&
      other.unit === null &&
      new RegExp(`\\bage[ds]?\\s(?:of\\s)?${RegExp.escape(other.raw)}(?!\\p{N})`, 'iu').test(source)) ||
    (own.unit === 'year' &&
      other.unit === null &&
      other.role !== 'year' &&
      AGED.test(claim.slice(Math.max(0, own.span.start - 6), own.span.end + 5))) ||
    (own.isWords && own.unit === null && said.some((one) => one !== own && one.unit === other.unit && one.qualifier === own.qualifier));
  const isSamePer =
    own.per === other.per ||
    PER[own.per ?? other.per ?? '']?.test(source) === true ||
    // "values its shares at 8, above the 6 offered" for "6 a share"
    (own.per === undefined && other.per === 'share' && /\bshares\b/u.test(claim));
  return isSameUnit && isSamePer;
}

/** "to eight and six years": the unit stands with the last of them. */
function sharesUnit(own: Quantity, { raw }: Placed, source: string): boolean {
  const unit = /\p{L}+$/u.exec(own.raw)?.[0];
  return (
    unit !== undefined &&
    new RegExp(
      `(?<![\\p{L}\\p{N}])${RegExp.escape(raw)}(?:,\\s[\\p{L}\\p{N}]+)?\\s(?:and|or|und|et|y|e|en)\\s[\\p{L}\\p{N}]+[\\s-]${unit}`,
      'iu',
    ).test(source)
  );
}

/** "849.1 million" where the currency stands with the other sums of the sentence. */
function isSumWithoutSign(own: Quantity, other: Placed, source: string): boolean {
  const isSum = (one: Quantity) => one.kind === 'money' && Math.abs(one.value) >= LARGE;
  if (isSum(other) && own.unit === null && own.value >= LARGE) return true;
  // "$30 million": the sign, and not the scale.
  const sign = /^[^\p{Nd}\s]+/u.exec(own.raw)?.[0] ?? /(?<=\s)\p{L}{3,}$|\p{Sc}$/u.exec(own.raw)?.[0];
  return isSum(own) && other.unit === null && sign !== undefined && source.toLowerCase().includes(sign.toLowerCase());
}
const LARGE = 1000;

/** "four more weeks" for "four weeks". */
function countsTheSame({ span }: Quantity, { raw }: Placed, claim: string): boolean {
  const noun = /\p{L}+$/u.exec(raw)?.[0]?.toLowerCase();
  const behind =
    claim
      .slice(span.end)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return noun !== undefined && behind.slice(0, NOUN_REACH).includes(noun);
}

const CLASSES: readonly (readonly Qualifier[])[] = [
  ['at-most', 'up-to'],
  ['at-least', 'more-than'],
];

function agreesInQualifier(own: Qualifier, other: Qualifier, source: string): boolean {
  if (own === other || CLASSES.some((alike) => alike.includes(own) && alike.includes(other))) return true;
  // A number called rounded that is not says no more than the source.
  if (own === 'range' || own === 'about') return other === 'exactly';
  if (own === 'at-least') return other === 'exactly' && AT_LEAST.test(source);
  return own === 'up-to' && other === 'exactly' && AT_MOST.test(source);
}

/** `rounded` is the value to as many digits as it has itself, and not far from it. */
function isRounding(rounded: number, value: number): boolean {
  const digits = Math.abs(rounded).toExponential().replace(/e.*$/, '').replace('.', '').length;
  return Number(value.toPrecision(digits)) === rounded && Math.abs(rounded - value) <= ROUNDED * Math.abs(value);
}

/** Digits that no quantity explains: in names, codes, sections. */
function strayDigits(claim: string, said: readonly Quantity[], sentences: readonly string[]): Fault[] {
  const plain = (digits: string) => digits.replace(/[^\p{Nd}]/gu, '');
  const known = new Set(sentences.flatMap((text) => (text.match(DIGITS) ?? []).map(plain)));
  return [...claim.matchAll(DIGITS)]
    .filter(({ index }) => !said.some(({ span }) => span.start <= index && index < span.end))
    .filter(([digits]) => !known.has(plain(digits)))
    .map(([words]) => ({ kind: 'number', words }));
}

/** Of a claim that goes along with its sentence word by word: two numbers that have changed places. */
export function swapFaults({ claim, sentences, language }: Held): Fault[] {
  const said = findQuantities(claim, language).filter(({ valueMax }) => valueMax === undefined);
  const given = placedIn(sentences, language);
  for (const [index, first] of said.entries()) {
    for (const second of said.slice(index + 1)) {
      if (sameValue(first, second) || !sameUnit(first, second)) continue;
      const pairs = given.flatMap((a) =>
        given.filter((b) => b.sentence === a.sentence && sameValue(first, a) && sameValue(second, b)).map((b) => [a, b] as const),
      );
      if (pairs.length > 0 && pairs.every(([a, b]) => a.span.start > b.span.start)) return [{ kind: 'number', words: first.raw }];
    }
  }
  return said.flatMap((quantity) => {
    const noun = nounsBehind(claim, quantity, language)[0];
    const places = given.filter((other) => sameValue(quantity, other));
    const rivals = given.filter((other) => !sameValue(quantity, other) && sameUnit(quantity, other));
    if (noun === undefined || rivals.length === 0) return [];
    const behind = (other: Placed) => nounsBehind(sentences[other.sentence] ?? '', other, language);
    const isTaken =
      places.length > 0 && !places.some((other) => behind(other).includes(noun)) && rivals.some((other) => behind(other)[0] === noun);
    return isTaken ? [{ kind: 'number' as const, words: quantity.raw }] : [];
  });
}

function nounsBehind(text: string, { span }: Quantity, language: string): string[] {
  const rest = /^[^.,;:!?()]*/u.exec(text.slice(span.end))?.[0] ?? '';
  return wordsOf(rest, language)
    .filter(({ stop }) => !stop)
    .slice(0, NOUN_REACH)
    .map(({ stem }) => stem);
}
