import { languageFor } from '../../language/tables.ts';
import { clauseAt, isNegated, isPredicate, type Clause } from '../../language/reading/clause.ts';
import {
  dependentsOf,
  hasRelation,
  headOf,
  isPart,
  lowerAt,
  readingOf,
  topOf,
  wordsIn,
  type Reading,
} from '../../language/reading/reading.ts';
import type { Quantity } from './quantity.ts';

/** Where a figure stands in its sentence. */
export interface Place {
  reading: Reading;
  /** The words of the number and its unit. */
  number: ReadonlySet<number>;
  /** The one of them that the others hang on. */
  anchor: number;
  /** What is counted, or what the number is an attribute of: "jobs", "fine". */
  noun: number | null;
  /** The word on the way from the number to its predicate that hangs on the predicate itself. */
  top: number;
  clause: Clause | null;
  /** Is the number a share or a rate, which says how far something went? */
  isAmount: boolean;
  /** Is it how long something took? */
  isTime: boolean;
  /** "…, but 120": is it put in the place of what was denied? */
  isCorrection: boolean;
}

/** The figure's place; null where there is no grammar of the language, or no words. */
export function placeOf(sentence: string, { span, kind, share }: Quantity, language: string): Place | null {
  const reading = readingOf(withoutConversions(sentence), language);
  if (reading === null) return null;
  const number = wordsIn(reading, span.start, span.end).filter((at) => !isPart(reading, at, 'PUNCT'));
  if (number.length === 0) return null;
  const inside = new Set(number);
  const anchor = topOf(reading, number);
  const noun = wholeOf(reading, number, inside, share) ?? nounOf(reading, anchor, inside, kind === 'money');
  let top = noun ?? anchor;
  for (let step = 0; step < STEPS; step += 1) {
    const above = headOf(reading, top);
    // "is 1.8 km long": the length is no predicate, though the copula hangs on it.
    const isMeasure = hasRelation(reading, top, 'obl', 'advmod') && isPredicate(reading, above);
    if ((isPredicate(reading, top) && !isMeasure) || above < 0 || isPredicate(reading, above)) break;
    top = above;
  }
  const isOwn = isPredicate(reading, top) && !(hasRelation(reading, top, 'obl', 'advmod') && isPredicate(reading, headOf(reading, top)));
  const predicate = isOwn ? top : headOf(reading, top);
  const isAmount = kind === 'percent' || kind === 'ratio';
  return {
    reading,
    number: inside,
    anchor,
    noun,
    top,
    isAmount,
    isTime: kind === 'duration',
    isCorrection: BUT.test(lowerAt(reading, Math.min(...inside) - 1)),
    clause: predicate < 0 || !isPredicate(reading, predicate) ? null : clauseAt(reading, predicate),
  };
}
const STEPS = 12;

/** "€120m ($158.8m; £83.3m)": what says the same in another unit is no part of the sentence. Blanks keep every place. */
function withoutConversions(sentence: string): string {
  return sentence.replace(CONVERSION, (bracket) => ' '.repeat(bracket.length));
}
const CONVERSION = /\((?=[^()]*(?:\p{Sc}|euros?|km|mph|mi|kg|lbs?|ft|°))(?=[^()]*\p{N})(?:[^()\p{L}]|\p{L}{1,5}(?![\p{L}])){2,40}\)/gu;

/** "300 jobs", "a $3m fine", "12% of voters": the noun that the number counts or belongs to. */
function nounOf(reading: Reading, anchor: number, number: ReadonlySet<number>, isMoney: boolean): number | null {
  const above = headOf(reading, anchor);
  if (
    hasRelation(reading, anchor, 'nummod', 'compound', 'amod', 'nmod', 'det', 'appos') &&
    above >= 0 &&
    isPart(reading, above, 'NOUN', 'PROPN', 'ADJ', 'X')
  ) {
    const hasCase = dependentsOf(reading, anchor, 'case').length > 0;
    if (!hasCase && !number.has(above)) return headNoun(reading, above);
  }
  const isWhole = (at: number) => PARTITIVE.test(caseOf(reading, at)) || (isMoney && caseOf(reading, at) === 'in');
  return (
    dependentsOf(reading, anchor, 'nmod').find((at) => at > anchor && isWhole(at) && isPart(reading, at, 'NOUN', 'PROPN', 'ADJ')) ?? null
  );
}
const PARTITIVE = /^(?:of|de|von|der|des|di|van|d['’]|del|do|da)$/u;

/** "17 of 52 market days": what both are counted of. */
function wholeOf(reading: Reading, number: readonly number[], inside: ReadonlySet<number>, share: Quantity['share']): number | null {
  const last = number.at(-1) ?? -1;
  const above = headOf(reading, last);
  return share !== undefined && hasRelation(reading, last, 'nummod') && !inside.has(above) && isPart(reading, above, 'NOUN', 'PROPN')
    ? headNoun(reading, above)
    : null;
}

/** The noun at the end of several: "GPUs" for "Nvidia" in "Nvidia GPUs". */
function headNoun(reading: Reading, noun: number): number {
  let at = noun;
  while (hasRelation(reading, at, 'compound') && headOf(reading, at) > at && isPart(reading, headOf(reading, at), 'NOUN', 'PROPN'))
    at = headOf(reading, at);
  return at;
}

/** The preposition of a noun; empty where it has none. */
function caseOf(reading: Reading, at: number): string {
  const [first] = dependentsOf(reading, at, 'case');
  return first === undefined ? '' : lowerAt(reading, first);
}

/** The number before "and" that this one goes on with: "816 in 2012 and 934 in 2013", "300 jobs, but 120". */
export function firstOf({ reading, anchor }: Place): number | null {
  return hasRelation(reading, anchor, 'conj', 'appos', 'parataxis') ? headOf(reading, anchor) : null;
}

/**
 * "Five people were killed and eight were wounded", "did not cut 300 jobs, but 120": what is counted is said once. The
 * place of the later number with the noun of the earlier one.
 */
export function withSharedNoun(place: Place, earlier: readonly Place[], isPartOfFirst = false): Place {
  const { reading, anchor, noun, clause } = place;
  if (noun !== null || !isPart(reading, anchor, 'NUM')) return place;
  if (isPartOfFirst && earlier[0]?.noun !== null && earlier[0] !== undefined) return { ...place, noun: earlier[0].noun };
  const denied = place.isCorrection ? earlier.findLast((other) => other.noun !== null && isDenied(other)) : undefined;
  if (denied !== undefined) return { ...place, noun: denied.noun, clause: denied.clause, top: denied.top };
  const first = firstOf(place);
  // "300 jobs … but 120": the noun itself, or the number in front of it.
  if (first !== null && hasRelation(reading, anchor, 'conj')) {
    const lender = earlier.find((other) => other.noun === first || other.number.has(first));
    if (lender !== undefined) return { ...place, noun: lender.noun, clause: lender.clause, top: lender.top };
  }
  const before = clause === null || !hasRelation(reading, clause.head, 'conj') ? null : headOf(reading, clause.head);
  const lender = earlier.findLast((other) => other.noun !== null && other.clause !== null && other.clause.head === before);
  return lender === undefined ? place : { ...place, noun: lender.noun };
}

const BUT = /^(?:but|sondern|mais|sino|ma|bensì|mas|maar)$/u;

/** Does the sentence deny the number: "did not cut 300 jobs", "nobody expects it to reach $90"? */
export function isDenied(place: Place): boolean {
  const { reading, top, clause } = place;
  if (clause === null) return false;
  if (place.isCorrection) return false;
  if (place.isTime) return false;
  const isOwn = top === clause.head || hasRelation(reading, top, 'obj', 'xcomp', 'obl', 'ccomp');
  if (isOwn && isNegated(reading, clause.head)) return true;
  for (let at = governorOf(reading, clause.head); at !== null; at = governorOf(reading, at)) if (isNegated(reading, at)) return true;
  return false;
}

/** Verbs whose content is nothing but planned, hoped or thought. */
function isExpecting(reading: Reading, at: number): boolean {
  const { intents } = languageFor(reading.language);
  const word = lowerAt(reading, at);
  return intents.some((intent) => intent.split(' ')[0] === word) || /^(?:think|thinks|thought|believes?|believed)$/u.test(word);
}

/** The verb that a verb completes: "expects it to reach", "expects the price to reach". */
function governorOf(reading: Reading, verb: number): number | null {
  const above = headOf(reading, verb);
  // "did not reveal that it had paid": what is kept quiet is so all the same.
  if (hasRelation(reading, verb, 'xcomp') || (hasRelation(reading, verb, 'ccomp') && isExpecting(reading, above))) return above;
  return hasRelation(reading, verb, 'acl') && hasRelation(reading, above, 'obj') ? headOf(reading, above) : null;
}
