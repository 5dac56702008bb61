import { languageFor } from '../../language/tables.ts';
import type { FigureChange } from '../../model/figure.ts';
import { lowerAt } from '../../language/reading/reading.ts';
import { directionOf } from './direction.ts';
import type { Place } from './place.ts';
import type { Quantity } from './quantity.ts';

/** What stands right before the older of two figures: "up from 16.9 million", "gegenüber 8 Prozent", "contre 12 %". */
const OLDER =
  /(?:\b(?:(?:up|down) from|compared (?:with|to)|against|versus|vs\.?|gegenüber|nach zuvor|contre|par rapport à|frente a|rispetto a|contro|ante|tegen|tegenover)\s+(?:(?:about|around|just|only|rund|etwa|environ|unos|circa)\s+)?)$/iu;
const EITHER = /^(?:went|moved|changed|passe|passé|passait|pasó|pasa|passa|passou|passato|ging|gaat)$/u;
const NEWER_BEFORE = /\bto\s+(?:(?:about|around|almost|nearly)\s+)?$/iu;
const OLDER_BEHIND =
  /^(?:\s\([^()]{1,40}\))?(?:\s+(?:in|last|this|by)\s[\p{L}\p{N} ]{1,20})?\s+from\s+(?:(?:about|around|just|an estimated)\s+)?(?:(?:an?\s)?(?:\p{L}+\s){1,2}of\s+)?$/iu;

/** What the sentence says about where the figure was before, and which way it went; null when it says nothing. */
export function changeOf(
  sentence: string,
  quantity: Quantity,
  older: Quantity | null,
  place: Place | null,
  language: string,
): FigureChange | null {
  if (older !== null) return between(older.value, quantity.value);
  const { value, valueMax, isFromTo, span } = quantity;
  if (!isFromTo || valueMax === undefined) {
    const direction = place === null ? null : directionOf(place, quantity);
    if (direction === null) return null;
    // "grew 20% to a 28.6% share": one is the change itself, the other what it led to.
    return { from: null, to: isLevel(sentence, quantity) ? value : null, direction };
  }
  const { up, down } = languageFor(language).changes;
  const before = sentence
    .slice(0, span.start)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .slice(-6);
  // "en baisse, de l'ordre de 1 % à 1,5 %" is a range: the verb has to go the way the numbers go.
  const verbs = valueMax < value ? down : up;
  const verb = place?.clause === null || place === null ? '' : lowerAt(place.reading, place.clause.head);
  // "cut the risk from 87% to 5%": nobody writes a range of shares downwards.
  const isFall = valueMax < value && quantity.kind === 'percent';
  return isFall || [...before, verb].some((word) => verbs.includes(word) || EITHER.test(word)) ? between(value, valueMax) : null;
}

/** "to 934,000 tonnes", "auf 56 Millionen": where something arrived. */
function isLevel(sentence: string, { span }: Quantity): boolean {
  return LEVEL.test(sentence.slice(0, span.start));
}
const LEVEL =
  /(?<!\p{L})(?:to|at|auf|à|a|al|em|para|op|naar|tot|hasta|até|fino a)\s(?:(?:an?|the|los|las|les|gemiddeld|durchschnittlich|about|around|just|only|rund|etwa|environ|unos|circa|some|nearly|almost|over|more than)\s){0,2}$/iu;

/** Is `other`, the next quantity of the sentence, what `quantity` was before: "12%, up from 8%", "to 12% from 8%"? */
export function isOlder(sentence: string, quantity: Quantity, other: Quantity): boolean {
  // "190 patients a day, up from 150": what is counted is said once.
  const isCount = quantity.kind === 'count' && other.kind === 'count' && other.unit === null;
  const isSame = isCount || (quantity.unit !== null && quantity.unit === other.unit && quantity.per === other.per);
  if (!isSame || quantity.valueMax !== undefined || other.valueMax !== undefined) return false;
  const link = sentence.slice(quantity.span.end, other.span.start);
  if (link.length > 120 || /[;.!?]\s/u.test(link)) return false;
  return OLDER.test(link) || (OLDER_BEHIND.test(link) && NEWER_BEFORE.test(sentence.slice(0, quantity.span.start)));
}

/** Is `other`, the next quantity, where this one went to: "from 816 t in 2012 to 934 t"? */
export function isNewer(sentence: string, quantity: Quantity, other: Quantity): boolean {
  const isSame = quantity.unit !== null && quantity.unit === other.unit && quantity.per === other.per;
  if (!isSame || quantity.valueMax !== undefined || other.valueMax !== undefined) return false;
  const link = sentence.slice(quantity.span.end, other.span.start);
  return FROM.test(sentence.slice(0, quantity.span.start)) && TO.test(link);
}
const FROM = /(?<!\p{L})(?:from|von|de|du|desde|da|van)\s(?:(?:about|around|just|some|rund|etwa|environ|unos|circa)\s)?$/iu;
const TO =
  /^\s(?:(?:in|im|en|em|nel|a|the|last|year|earlier|ago)\s|(?:19|20)\d\d(?:[-–/]\d\d)?\s|(?:in|im|en)\s\p{L}+\s)*(?:to|auf|à|a|al|para|naar)\s(?:(?:about|around|just|some|rund|etwa|environ|unos|circa)\s)?$/iu;

function between(from: number, to: number): FigureChange {
  return { from, to, direction: to > from ? 'up' : to < from ? 'down' : 'flat' };
}
