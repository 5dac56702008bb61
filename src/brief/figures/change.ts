import { languageFor } from '../../language/tables.ts';
import type { FigureChange } from '../../model/figure.ts';
import type { Quantity } from './quantity.ts';

/** What stands right before the older of two figures: "up from 16.9 million", "gegenüber 8 Prozent", "contre 12 %". */
const OLDER =
  /(?:\b(?:(?:up|down) from|compared (?:with|to)|against|versus|vs\.?|gegenüber|nach zuvor|contre|par rapport à|frente a|rispetto a|contro|ante|tegen|tegenover)\s+(?:(?:about|around|just|only|rund|etwa|environ|unos|circa)\s+)?)$/iu;
const EITHER = /^(?:went|moved|changed|passe|passé|passait|pasó|pasa|passa|passou|passato|ging|gaat)$/u;
const NEWER_BEFORE = /\bto\s+(?:(?:about|around|almost|nearly)\s+)?$/iu;
const OLDER_BEHIND = /^(?:\s+(?:in|last|this|by)\s[\p{L}\p{N} ]{1,20})?\s+from\s+(?:(?:about|around|just)\s+)?$/iu;

/** What the sentence says about where the figure was before; null when it says nothing. */
export function changeOf(sentence: string, quantity: Quantity, older: Quantity | null, language: string): FigureChange | null {
  if (older !== null) return between(older.value, quantity.value);
  const { value, valueMax, isFromTo, span } = quantity;
  if (!isFromTo || valueMax === undefined) return null;
  const { up, down } = languageFor(language).changes;
  const before = sentence
    .slice(0, span.start)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .slice(-6);
  // "en baisse, de l'ordre de 1 % à 1,5 %" is a range: the verb has to go the way the numbers go.
  const verbs = valueMax < value ? down : up;
  return before.some((word) => verbs.includes(word) || EITHER.test(word)) ? between(value, valueMax) : null;
}

/** Is `other`, the next quantity of the sentence, what `quantity` was before: "12%, up from 8%", "to 12% from 8%"? */
export function isOlder(sentence: string, quantity: Quantity, other: Quantity): boolean {
  const isSame = quantity.unit !== null && quantity.unit === other.unit && quantity.per === other.per;
  if (!isSame || quantity.valueMax !== undefined || other.valueMax !== undefined) return false;
  const link = sentence.slice(quantity.span.end, other.span.start);
  if (link.length > 120 || /[;.!?]\s/u.test(link)) return false;
  return OLDER.test(link) || (OLDER_BEHIND.test(link) && NEWER_BEFORE.test(sentence.slice(0, quantity.span.start)));
}

function between(from: number, to: number): FigureChange {
  return { from, to, direction: to > from ? 'up' : to < from ? 'down' : 'flat' };
}

/**
 * When the figure held or is to hold, in the words of the sentence; undefined unless it names one year, and nothing
 * else that is counted stands between the two.
 */
export function asOfIn(sentence: string, { span }: Quantity, others: readonly Quantity[], language: string): string | undefined {
  const [, ...more] = sentence.match(YEAR) ?? [];
  if (more.length > 0) return undefined;
  const date = datesOf(language).exec(sentence);
  if (date === null) return undefined;
  const [from, to] = date.index > span.end ? [span.end, date.index] : [date.index + date[0].length, span.start];
  const isApart = others.some((other) => other.span.start >= from && other.span.end <= to);
  return isApart || sentence.slice(from, to).includes(';') ? undefined : `${date[1] ?? ''}${date[2] ?? ''}`;
}

const YEAR = /(?<![\p{N}.,$€£])(?:19|20)\d\d(?![\p{L}\p{N}%]|[.,]\d)/gu;
const dates = new Map<string, RegExp>();

/** "in March 2025", "bis 2030", in the words of a language. */
function datesOf(language: string): RegExp {
  const { code, calendar } = languageFor(language);
  const known = dates.get(code);
  if (known !== undefined) return known;
  const months = calendar.months.join('|');
  const made = new RegExp(
    `(?<!\\p{L})(?:(?:in|im|en|em|nel|as of|au|op|am)\\s+|((?:by|bis|before|vor|until)\\s))((?:\\d{1,2}\\.?\\s)?(?:(?:${months})\\.?\\s(?:de\\s|\\d{1,2},\\s)?)?${YEAR.source})`,
    'iu',
  );
  dates.set(code, made);
  return made;
}
