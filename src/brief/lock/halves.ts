import type { Span } from '../../model/article.ts';
import type { Quantity } from '../figures/quantity.ts';

/** Months and minutes: what spans of time are compared in. */
const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12, decade: 120, century: 1200 };
const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440, week: 10_080 };
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const UNIT = '(year|month|week|day|hour|century|decade)';
/** "a year and a half", "half an hour", "half a century", "a quarter of a century". */
const AND_A_HALF = new RegExp(`\\b(a|an|one|two|three|four|five|six)\\s${UNIT}s?\\sand\\sa\\shalf\\b`, 'giu');
const HALF = new RegExp(`\\bhalf(?:\\s(?:a|an)\\s|-an?-|-)${UNIT}\\b`, 'giu');
const QUARTER = /\b(?:a\s)?quarter(?:[\s-]of[\s-]an?)?[\s-](century|hour)\b/giu;
/** How far a number may be off behind these words. */
const BOUNDS: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:almost|nearly|just under|not quite)\s$/iu, 0.85, 1],
  [/\b(?:about|around|some|roughly)\s$/iu, 0.9, 1.1],
  [/\b(?:more than|over|at least)\s$/iu, 1, 1.2],
];
/** "half-naked", "half-jokingly": no half of anything. A half-year, a half-mile and a half-price are. */
const NO_HALF = /\bhalf-(?!year|hour|century|decade|day|mile|million|billion|price|point|dozen|percent|share)\p{L}+/giu;
const CUT = /\bin half\b/giu;
const WARS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bfirst world war\b/giu, /\bworld war (?:I|one|1)\b/iu],
  [/\bsecond world war\b/giu, /\bworld war (?:II|two|2)\b/iu],
];

/** The stretches of a claim that say with halves, quarters or wars what its source says with other numbers, or none at all. */
export function saidWithHalves(claim: string, given: readonly Quantity[], source: string): Span[] {
  const found = (pattern: RegExp, isSo: (match: RegExpExecArray) => boolean): Span[] =>
    [...claim.matchAll(pattern)].flatMap((match) => (isSo(match) ? [{ start: match.index, end: match.index + match[0].length }] : []));
  const isGiven = ({ index }: RegExpExecArray, unit: string, count: number) => {
    const [, least, most] = BOUNDS.find(([words]) => words.test(claim.slice(0, index))) ?? [null, 1, 1];
    const own = timeOf(count, unit);
    return given.some((other) => {
      const theirs = other.unit === null ? null : timeOf(other.value, other.unit);
      return (
        own !== null && theirs !== null && own.in === theirs.in && theirs.value >= own.value * least && theirs.value <= own.value * most
      );
    });
  };
  return [
    ...found(AND_A_HALF, (match) => isGiven(match, match[2] ?? '', (COUNTS[(match[1] ?? '').toLowerCase()] ?? 0) + 0.5)),
    ...found(HALF, (match) => isGiven(match, match[1] ?? '', 0.5)),
    ...found(QUARTER, (match) => isGiven(match, match[1] ?? '', 0.25)),
    ...found(NO_HALF, () => true),
    ...found(CUT, () => /\bhalv(?:e|ed|es|ing)\b/iu.test(source)),
    ...WARS.flatMap(([own, theirs]) => found(own, () => theirs.test(source))),
  ];
}

function timeOf(count: number, unit: string): { in: 'months' | 'minutes'; value: number } | null {
  const lower = unit.toLowerCase();
  const [months, minutes] = [MONTHS[lower], MINUTES[lower]];
  if (months !== undefined) return { in: 'months', value: count * months };
  return minutes === undefined ? null : { in: 'minutes', value: count * minutes };
}
