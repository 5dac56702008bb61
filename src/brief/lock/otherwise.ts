import { dependentsOf, isPart, readingOf } from '../../language/reading/reading.ts';
import { languageFor } from '../../language/tables.ts';
import type { Quantity } from '../figures/quantity.ts';
import { wordsOf } from '../words.ts';

/** Words that say a small number without being one. */
const MEANT: Readonly<Record<number, RegExp>> = {
  2: /\b(?:both|duo|pair|couple|twins?|twice|doubl(?:e|ed|es|ing)|beide[nrs]?|zweimal)\b/iu,
  3: /\b(?:trio|tripl(?:e|ed|es|ing)|threefold|trebl(?:e|ed|es|ing)|verdreifacht\p{L}*)\b/iu,
  4: /\b(?:quartet|quadrupl(?:e|ed|es|ing)|fourfold|vervierfacht\p{L}*)\b/iu,
};
const MOST_COUNTED = 5;

/**
 * Does the source say a number of the claim in another way: "a tripling" for three times, "Mas, Marlu and Candelon" for
 * three players, "2004–12" for 2004 to 2012, "the first 30 minutes" for the first half hour, "64 in the world" for 64th?
 */
export function isSaidOtherwise(quantity: Quantity, sentences: readonly string[], claim: string, language: string): boolean {
  const { value, valueMax, unit, isWords, isOrdinal, span, raw, role, kind } = quantity;
  const source = sentences.join('\n');
  if (isOrdinal && isWords && /\bat\s$/iu.test(claim.slice(0, span.start))) return true;
  // "Secondo Meteo.it": according to.
  if (isOrdinal && /^secondo$/iu.test(raw) && /^\s\p{Lu}/u.test(claim.slice(span.end))) return true;
  // "64th" for "64 in the world"
  if (isOrdinal && !isWords) return has(source, value);
  if (unit === 'week' && value === 2 && /\bfortnight/iu.test(source)) return true;
  if (role === 'date') return has(source, value);
  if (
    valueMax !== undefined &&
    new RegExp(`(?<!\\p{Nd})${value}\\s?[-–/]\\s?(?:${valueMax}|${String(valueMax).slice(-2)})(?!\\p{Nd})`, 'u').test(source)
  )
    return true;
  if (/half(?:\s|-an-|\san\s)hour/iu.test(claim.slice(span.start, span.end + 12))) return /\b30[\s-]minutes?\b/iu.test(source);
  // "may one day make her ill"
  if (/^one day$/iu.test(raw) && !/\b(?:in|within|for|after|than|only|just)\s$/iu.test(claim.slice(0, span.start))) return true;
  if (isClock(quantity, source, claim) || isTenths(quantity, source, claim)) return true;
  // "on a scale that ends at five" for "from 1 to 5"
  if (unit === null && /\bscale\b/iu.test(claim) && new RegExp(`\\bscale\\b.{0,20}\\d+ to ${value}(?!\\p{Nd})`, 'iu').test(source))
    return true;
  if (unit === 'month' && value === 12 && /\b(?:a|one) (?:full |whole )?year\b/iu.test(source)) return true;
  if (unit === 'year' && value === 10 && /\bdecade\b/iu.test(source)) return true;
  if (isWords && (unit === null || unit === 'times') && MEANT[value]?.test(source) === true) return true;
  if (isWords && (kind === 'count' || unit === 'times') && value >= 2 && value <= MOST_COUNTED) {
    if (isReached(quantity, source, claim, language)) return true;
    // "Two ministers, A and B, fled": who is counted is named, and names are looked at by themselves.
    const isNamedBehind = NAMED_BEHIND.test(claim.slice(span.end)) && isListed(value, [claim], language);
    if (isNamedBehind || isListed(value, sentences, language) || isRow(quantity, source, claim, language)) return true;
    // "in which the two meet"
    if (value === 2 && /\b(?:the|these|those|all)\s$/iu.test(claim.slice(0, span.start)) && isNoThing(claim, span.end, language))
      return true;
  }
  if (isWords && isOrdinal && isPlace(value, source)) return true;
  // "one crew in a hundred" for 1%
  if (/\bone \p{L}+ in $/iu.test(claim.slice(0, span.start)) && 100 % value === 0) return isPercent(100 / value, source);
  if (isUnderAge(quantity, source, claim)) return true;
  if (unit === 'year' && /\bfor (?:about |some )?$/iu.test(claim.slice(0, span.start)) && isTerm(value, source)) return true;
  // "the last four" of a cup, for its semi-finals
  if (/\blast\s$/iu.test(claim.slice(0, span.start)) && ROUNDS[value]?.test(source) === true) return true;
  // "the first six months of 2014", "after 23 minutes"
  if (unit === 'month' && value === 6 && /\bhalf[- ](?:of (?:\d{4}|the year)|year)/iu.test(source)) return true;
  if (unit === 'minute' && new RegExp(`(?<!\\p{N})${value}(?:st|nd|rd|th) minute`, 'iu').test(source)) return true;
  // "three days later" between 10 and 13 May
  if (
    unit === 'day' &&
    /^\s(?:after|before|later|earlier)\b/u.test(claim.slice(span.end)) &&
    isDaysApart(value, `${source} ${claim}`, language)
  )
    return true;
  // "two years after" between the ages of 17 and 19
  if (unit === 'year' && /^\s(?:after|before|later|earlier|older|younger|apart)\b/u.test(claim.slice(span.end)) && isBetween(value, source))
    return true;
  if (!isWords || value !== 1 || unit === null) return false;
  const noun = /\p{L}+$/u.exec(raw)?.[0] ?? unit;
  return new RegExp(`\\b(?:a|an|single|whole)[ -]${noun}\\b`, 'iu').test(source) || (unit === 'year' && /\banniversary\b/iu.test(source));
}

const NAMED_BEHIND = /^\s(?:\p{Ll}+\s){0,3}\p{Ll}+,\s\p{Lu}/u;
const ROUNDS: Readonly<Record<number, RegExp>> = { 4: /\bsemi-?\s?final/iu, 8: /\bquarter-?\s?final/iu };

/** The first words that carry meaning: what a number in front of them counts. */
function countedIn(text: string, language: string): Set<string> {
  return new Set(
    wordsOf(text, language)
      .filter(({ stop }) => !stop)
      .slice(0, 3)
      .map(({ stem }) => stem),
  );
}

/** "three nominations" for "his third nomination". */
function isReached({ value, span }: Quantity, source: string, claim: string, language: string): boolean {
  const counted = countedIn(claim.slice(span.end), language);
  const rank = RANKS[value];
  return (
    rank !== undefined &&
    [...source.matchAll(new RegExp(`\\b(?:his|her|its|their|my|our|your|a|an)\\s${rank}\\s`, 'giu'))].some(({ index, 0: found }) =>
      [...countedIn(source.slice(index + found.length), language)].some((noun) => counted.has(noun)),
    )
  );
}
const RANKS: Readonly<Record<number, string>> = { 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth' };

/** "in 1958, 1960, 1962 and 1964", "her third and fourth": just so many years or ranks in a row, and of what the claim counts. */
function isRow({ value, unit, span }: Quantity, source: string, claim: string, language: string): boolean {
  const isRowOf = [...source.matchAll(ROW)].some(([row]) => (row.match(/\p{L}{5,}|\d{4}/gu) ?? []).length === value);
  if (!isRowOf || unit === 'times') return isRowOf;
  const plurals = new Set((source.match(/\p{L}{2,}s(?!\p{L})/gu) ?? []).map((word) => word.toLowerCase()));
  const counted = wordsOf(claim.slice(span.end), language).slice(0, 3);
  return counted.some(({ text }) => plurals.has(text.toLowerCase()));
}
const RANK = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)';
const YEAR = '(?:1[89]|20)\\d{2}';
const ROW = new RegExp([RANK, YEAR].map((one) => `\\b${one}(?:, ${one})*,? (?:and|or) ${one}\\b`).join('|'), 'giu');

/** "sixth" for "number six", "at No. 6" */
function isPlace(value: number, source: string): boolean {
  const word = CARDINALS[value] ?? String(value);
  const rank = `(?:${word}|${value})(?![\\p{L}\\p{Nd}])`;
  return new RegExp(`\\b(?:number|no\\.?)\\s${rank}|\\b(?:to|at|of|ranked)\\s${rank} in the world\\b`, 'iu').test(source);
}
const CARDINALS: Readonly<Record<number, string>> = {
  1: 'one',
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
  10: 'ten',
};

/** "2:23" for two hours 23 minutes */
function isClock({ span }: Quantity, source: string, claim: string): boolean {
  const clock = [...claim.matchAll(/(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])/gu)].find(
    ({ index, 0: found }) => index <= span.start && index + found.length >= span.end,
  );
  if (clock === undefined) return false;
  const [, hours, minutes] = clock.map(Number);
  const word = CARDINALS[hours ?? 0] ?? String(hours);
  return new RegExp(`\\b(?:${word}|${hours}) hours?,? (?:and )?${minutes} min`, 'iu').test(source);
}

/** "two tenths of a second" for 0.2 seconds */
function isTenths({ span }: Quantity, source: string, claim: string): boolean {
  const tenths = [...claim.matchAll(/\b(\p{L}+) tenths? of a second\b/giu)].find(
    ({ index, 0: found }) => index <= span.start && index + found.length >= span.end,
  );
  const value = Object.entries(CARDINALS).find(([, word]) => word === tenths?.[1]?.toLowerCase())?.[0];
  return value !== undefined && new RegExp(`(?<![\\d.])0?[.,]${value}(?:s| sec)`, 'iu').test(source);
}

function isPercent(value: number, source: string): boolean {
  return new RegExp(`(?<![\\p{Nd}.,])${value}\\s?(?:%|per\\s?cent)`, 'iu').test(source);
}

/** "under 35" for those "18 to 34" */
function isUnderAge({ value, span }: Quantity, source: string, claim: string): boolean {
  if (!/\b(?:under|below|younger than) $/iu.test(claim.slice(0, span.start))) return false;
  return new RegExp(`\\bage[ds]?\\b.{0,20}\\d{1,2}\\s?(?:to|and|[-–])\\s?${value - 1}(?!\\p{Nd})`, 'iu').test(source);
}

/** "for four years" of somebody who served "between 1977 and 1981" */
function isTerm(years: number, source: string): boolean {
  return [...source.matchAll(/\b(?:between|from) ((?:1[89]|20)\d{2}) (?:and|to|until|till) ((?:1[89]|20)\d{2})\b/giu)].some(
    ([, from, to]) => Number(to) - Number(from) === years,
  );
}

/** Does no noun follow that the number counts? */
function isNoThing(claim: string, from: number, language: string): boolean {
  const reading = readingOf(claim, language);
  const next = reading?.words.findIndex(({ start }) => start >= from) ?? -1;
  return reading !== null && next >= 0 && !isPart(reading, next, 'NOUN', 'PROPN', 'ADJ', 'NUM');
}

/** Are two years or two ages of the source so far apart? */
function isBetween(years: number, source: string): boolean {
  const told = [
    ...source.matchAll(
      /(?<![\d.,])(?:(?:1[89]|20)\d{2}|\d{1,2}(?=-year-old))(?![\d.,]\d)|(?<=\b(?:aged?|age of|was|is|at)\s)\d{1,2}(?![\d.,]\d|\s?(?:%|percent|million))/gu,
    ),
  ].map(([digits]) => Number(digits));
  return told.some((one) => told.includes(one + years));
}

/** Are two days of one month so far apart? */
function isDaysApart(days: number, text: string, language: string): boolean {
  const { months } = languageFor(language).calendar;
  const told = [...text.matchAll(/(\p{L}{3,})\.?\s(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s(\p{L}{3,})/gu)]
    .map(([, before, one, other, behind]) => ({ month: (before ?? behind ?? '').toLowerCase(), day: Number(one ?? other) }))
    .filter(({ month }) => months.includes(month));
  return told.some(({ month, day }) => told.some((late) => late.month === month && late.day === day + days));
}

function has(source: string, value: number): boolean {
  return new RegExp(`(?<!\\p{Nd})${String(value)}(?!\\p{Nd})`, 'u').test(source);
}

/** Does a sentence name just so many things side by side? */
function isListed(count: number, sentences: readonly string[], language: string): boolean {
  return sentences.some((sentence) => {
    if (sentence.length < LONGEST && [...sentence.matchAll(LIST)].some(([list]) => list.split(/,? and |, /u).length === count)) return true;
    const reading = readingOf(sentence, language);
    return (
      reading !== null &&
      reading.words.some(
        (_, at) =>
          isPart(reading, at, 'PROPN', 'NOUN') &&
          dependentsOf(reading, at, 'conj').filter((one) => isPart(reading, one, 'PROPN')).length === count - 1,
      )
    );
  });
}
/** "Northwind Laboratory, Elmhaven University and the Norvik Institute" */
const LISTED = String.raw`(?:the )?\p{Lu}[\p{L}’'.-]*(?: (?:of |for |the )?\p{Lu}[\p{L}’'.-]*)*`;
/** Characters of a sentence that is looked through for lists: the time grows with their square. */
const LONGEST = 2000;
const LIST = new RegExp(`${LISTED}(?:, ${LISTED})+,? and ${LISTED}`, 'gu');
