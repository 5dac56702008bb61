import { languageFor } from '../../language/tables.ts';
import { hasRelation, headOf, isPart, isUnder, lowerAt, type Reading } from '../../language/reading/reading.ts';
import type { Span } from '../../model/article.ts';
import type { Place } from './place.ts';
import type { Quantity } from './quantity.ts';

const YEAR = String.raw`(?<![\p{N}.,$€£])(?:19|20)\d(?:0s|\d(?:[-–/]\d\d(?:\d\d)?)?)(?![\p{L}\p{N}%]|[.,]\d|\s?(?:GMT|BST|CES?T|E[SD]?T|P[SD]?T|UTC|hours|Uhr)\b)`;
const SINCE = 'since|seit|depuis|desde|dal|sinds';
const THEN = /(?<!\p{L})(?:since then|seitdem|seither|depuis lors|desde entonces|desde então|da allora|sindsdien)(?!\p{L})/iu;
/** "over ten years", "in two years": the time that a figure spans. */
const SPAN_BEFORE =
  /(?<!\p{L})(?:over|within|in|during|über|innerhalb von|en|sur|durante|em|in|nel corso di|over|binnen)\s(?:the\s(?:same\s|next\s|past\s|last\s|first\s|following\s|coming\s)?)?$/iu;
const dates = new Map<string, RegExp>();

/**
 * When the figure held or is to hold, in the words of the sentence: the date that hangs nearest to it in the tree, or the
 * time that it spans. Undefined where the sentence does not say.
 */
export function asOfIn(
  sentence: string,
  quantity: Quantity,
  place: Place | null,
  others: readonly Quantity[],
  language: string,
): string | undefined {
  const told = [...sentence.matchAll(datesOf(language))].map((match) => ({
    words: match[0].replace(BARE, '') + (AND_YEAR.exec(sentence.slice(match.index + match[0].length))?.[0] ?? ''),
    at: match.index + match[0].length - 1,
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found = [
    ...told,
    ...yearsOfIt(sentence, place).filter(({ start }) => !told.some((date) => date.start <= start && start < date.end)),
  ];
  const since = THEN.exec(sentence)?.[0].split(/\s/u)[0];
  const [only] = found;
  // "began in 1997 … since then"
  if (since !== undefined && found.length === 1 && only !== undefined)
    return `${since.toLowerCase()} ${/\d{4}.*$/u.exec(only.words)?.[0] ?? ''}`;
  if (place === null) return found.length === 1 ? only?.words : undefined;
  const near = found
    .map((date) => ({ ...date, steps: stepsTo(place, date.at) }))
    .filter(({ steps, start, end }) => steps !== null && (steps < 2 || !isApart(quantity, { start, end }, others)))
    .map((date) => ({ ...date, apart: isApart(quantity, date, others) ? 1 : 0 }))
    // Of two dates at the same distance in the tree the one behind the figure dates it.
    .toSorted((a, b) => a.apart - b.apart || (a.steps ?? 0) - (b.steps ?? 0) || reachTo(quantity, a) - reachTo(quantity, b))[0];
  if (near === undefined && found.length === 1 && only !== undefined && isFrame(sentence, only, quantity)) return only.words;
  return near?.words ?? spanIn(sentence, quantity, place, others);
}

/** "2005 revenue of $4bn", "2004's total": the year of what the figure is of, which needs no preposition. */
function yearsOfIt(sentence: string, place: Place | null): { words: string; at: number; start: number; end: number }[] {
  if (place === null) return [];
  const { reading, anchor, noun, clause } = place;
  const things = [noun, headOf(reading, anchor), clause?.subject ?? null, clause?.object ?? null];
  return [...sentence.matchAll(YEAR_OF)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const word = reading.words.findIndex((one) => one.start <= start && one.end > start);
    const isOwn = word >= 0 && !place.number.has(word) && headOf(reading, word) > word && things.includes(headOf(reading, word));
    return isOwn && isPart(reading, headOf(reading, word), 'NOUN') ? [{ words: match[0], at: start, start, end }] : [];
  });
}
const YEAR_OF = new RegExp(`${YEAR}(?=(?:['’]s)?\\s\\p{Ll})`, 'gu');

/** "In the 1996 election, …": what a sentence begins with dates all of it. */
function isFrame(sentence: string, date: Span, { span }: Quantity): boolean {
  const comma = sentence.indexOf(',', date.end);
  return (
    FRAME.test(sentence) && comma >= 0 && comma - date.end < NEAR && comma < span.start && !sentence.slice(0, date.start).includes(',')
  );
}
const FRAME = /^(?:(?:And|But|Und|Et|Y|E|En)\s)?(?:In|By|During|When|After|Since|Im|Bei|Nach|En|Em|Nel|Durante|Lors)\s/u;
const NEAR = 25;

/** "2025 and 2026": the figure is of both. */
const AND_YEAR = /^(?:,|\s(?:and|und|et|y|e|en|or|oder))\s(?:(?:in|im|for|für|en|em|nel)\s)?(?:19|20)\d\d(?![\p{L}\p{N}])/u;
/** Prepositions that only say that a date follows. */
const BARE = /^(?:in|im|en|em|nel|au|op|am|for|für|of)\s+(?:the\s)?/iu;

/** "over ten years", where it belongs to the same predicate. */
function spanIn(sentence: string, quantity: Quantity, place: Place, others: readonly Quantity[]): string | undefined {
  if (quantity.kind === 'duration') return undefined;
  for (const other of others) {
    const before = SPAN_BEFORE.exec(sentence.slice(Math.max(0, other.span.start - 40), other.span.start))?.[0];
    if (other === quantity || other.kind !== 'duration' || before === undefined) continue;
    const at = place.reading.words.findIndex(({ start, end }) => start < other.span.end && end > other.span.start);
    if (at >= 0 && stepsTo(place, other.span.end - 1) !== null) return `${before}${other.raw}`.trim();
  }
  return undefined;
}

/** Characters to a date; what stands before the figure is far. */
function reachTo({ span }: Quantity, date: Span): number {
  return date.start >= span.end ? date.start - span.end : FAR + span.start - date.end;
}
const FAR = 1000;

/** Another number stands between the figure and the date, and may be the one that it dates. */
function isApart({ span }: Quantity, date: Span, others: readonly Quantity[]): boolean {
  const [from, to] = date.start > span.end ? [span.end, date.start] : [date.end, span.start];
  return others.some((other) => other.span.start >= from && other.span.end <= to);
}

/** How far a date hangs from the figure: on the number itself, on its noun, on its predicate; null when elsewhere. */
function stepsTo({ reading, anchor, noun, top, clause }: Place, at: number): number | null {
  const word = reading.words.findIndex(({ start, end }) => start <= at && end > at);
  if (word < 0) return null;
  if (isUnder(reading, word, anchor)) return 0;
  if (noun !== null && isUnder(reading, word, noun)) return 1;
  if (isUnder(reading, word, top)) return 2;
  if (clause === null) return 3;
  return isUnder(reading, word, clause.head) && !isElsewhere(reading, word, clause.head) ? 3 : null;
}

/** Between the date and the predicate stands another clause, or another number. */
function isElsewhere(reading: Reading, word: number, predicate: number): boolean {
  for (let at = word; at !== predicate && at >= 0; at = headOf(reading, at)) {
    if (hasRelation(reading, at, 'conj', 'acl', 'advcl', 'ccomp', 'parataxis', 'appos')) return true;
    const above = headOf(reading, at);
    if (above !== predicate && /^(?:\p{Sc}|%|percent|prozent)$/u.test(lowerAt(reading, above))) return true;
  }
  return false;
}

/** "in March 2025", "bis 2030", "since 1997", "2012–13", in the words of a language. */
function datesOf(language: string): RegExp {
  const { code, calendar } = languageFor(language);
  const known = dates.get(code);
  if (known !== undefined) return known;
  const months = calendar.months.join('|');
  const made = new RegExp(
    `(?<!\\p{L})(?:(?:in|im|en|em|nel|for|für|au|op|am|of|by|bis|before|vor|until|during|${SINCE})\\s+(?:the\\s)?)(?:\\d{1,2}\\.?\\s)?(?:(?:${months})\\.?\\s(?:de\\s|\\d{1,2},\\s)?)?(?:mid-|(?:late|early|(?:the\\s)?end of)\\s)?${YEAR}`,
    'giu',
  );
  dates.set(code, made);
  return made;
}
