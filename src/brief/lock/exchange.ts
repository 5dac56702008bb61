import { findQuantities } from '../figures/quantities.ts';
import type { Quantity } from '../figures/quantity.ts';
import type { Evidence } from './evidence.ts';
import type { Fault } from './fault.ts';

/** A number as a place among the words of its sentence. */
interface Place {
  quantity: Quantity;
  sentence: number;
  at: number;
}

/** Words further off say little about a number. */
const REACH = 12;
/** By so much the words of a claim's number must be nearer to another number before it counts as exchanged. */
const CLEARLY = 1.2;
const LEAST = 0.01;

/**
 * Two numbers that have changed places: each stands in the source, but the words beside one stand there beside the other.
 * Numbers are only compared with those of the same unit in the same sentence.
 */
export function exchangeFaults(evidence: Evidence): Fault[] {
  const { claim, sources, language } = evidence;
  const said = placesIn(claim.sentence, claim.words, 0, language);
  const given = sources.flatMap(({ sentence, words }, index) => placesIn(sentence, words, index, language));
  const near = (own: Place, quantity: Place) =>
    Math.max(0, ...given.filter((place) => isSame(place, quantity)).map((place) => nearness(evidence, own, place)));
  return said.flatMap((own, index) => {
    const same = given.filter((place) => isSame(place, own));
    const rivals = given.filter((place) => same.length > 0 && !isSame(place, own) && isOfOneKind(place, own));
    const wrong = Math.max(0, ...rivals.map((rival) => near(own, rival)));
    const isAlone = rivals.length > 0 && wrong > CLEARLY * near(own, own) + LEAST;
    const isPair = said.slice(index + 1).some((other) => {
      if (!rivals.some((rival) => isSame(rival, other))) return false;
      return near(own, other) + near(other, own) > near(own, own) + near(other, other) + LEAST;
    });
    return isAlone || isPair ? [{ kind: 'number' as const, words: own.quantity.raw }] : [];
  });
}

function isSame(a: Place, b: Place): boolean {
  return a.quantity.value === b.quantity.value && a.quantity.unit === b.quantity.unit;
}

function isOfOneKind({ quantity: a }: Place, { quantity: b }: Place): boolean {
  return a.unit === b.unit && a.role === b.role && a.role !== 'date';
}

function placesIn(text: string, words: Evidence['claim']['words'], sentence: number, language: string): Place[] {
  return findQuantities(text, language).flatMap((quantity) => {
    const at = words.findIndex(({ end }) => end > quantity.numberSpan.start);
    const isResult = /^[-–]\p{Nd}/u.test(text.slice(quantity.span.end)) || /\p{Nd}[-–]$/u.test(text.slice(0, quantity.span.start));
    const isYear = quantity.role === 'year' || /^(?:1[89]|20)\d\d$/u.test(quantity.raw);
    return at < 0 || isResult || isYear || quantity.valueMax !== undefined || (quantity.isWords && quantity.value <= 1)
      ? []
      : [{ quantity, sentence, at }];
  });
}

/** How near the words around a number of the claim are to a number of the source. */
function nearness({ tokens, matches }: Evidence, own: Place, place: Place): number {
  let sum = 0;
  for (const { at, isContent, part } of tokens) {
    const far = Math.abs(at - own.at);
    if (!isContent || part === 'NUM' || far > REACH || far === 0) continue;
    const here = (matches[at] ?? []).filter(({ token }) => token.sentence === place.sentence && token.at !== place.at);
    const best = Math.max(0, ...here.map(({ token, kinship }) => (kinship * kinship) / (1 + Math.abs(token.at - place.at)) ** 2));
    sum += best / (1 + far) ** 2;
  }
  return sum;
}
