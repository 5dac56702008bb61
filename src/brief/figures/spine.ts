import { isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, type Reading } from '../../language/reading/reading.ts';
import { isSaying } from '../../language/reading/speech.ts';

/** A word over a number in the tree, and the one below it on the way there. */
export interface Step {
  at: number;
  /** -1 at the number itself. */
  from: number;
}

/** What governs a number: the words from it up to the root, as far as what they say is said of it. */
export function spineOf(reading: Reading, anchor: number): Step[] {
  const steps: Step[] = [];
  let from = -1;
  for (let at = anchor; at >= 0; from = at, at = headOf(reading, at)) {
    if (from >= 0 && isApart(reading, from, at)) break;
    steps.push({ at, from });
  }
  return steps;
}

/** The words of the spine with their helpers, denials and adverbs, in the order of the sentence. */
export function governing(reading: Reading, steps: readonly Step[]): number[] {
  const words = steps.flatMap(({ at }) => [
    at,
    ...(isPredicate(reading, at) && isPart(reading, at - 1, 'AUX') ? [at - 1] : []),
    // "are set to perform", "200,000 shoppers expected"
    ...dependentsOf(reading, at, 'xcomp').flatMap((one) => dependentsOf(reading, one, 'mark', 'cop')),
    ...dependentsOf(reading, at, 'acl').filter((one) => dependentsOf(reading, one, 'nsubj').length === 0),
    ...dependentsOf(reading, at, 'aux', 'cop', 'advmod', 'mark', 'amod', 'fixed', 'case', 'discourse').flatMap((one) => [
      one,
      ...dependentsOf(reading, one, 'fixed', 'advmod'),
    ]),
  ]);
  return [...new Set(words)].toSorted((a, b) => a - b);
}

/** Does a clause stand by itself, so that the doubt of the one above says nothing about it? */
function isApart(reading: Reading, below: number, above: number): boolean {
  // "promised lower taxes despite a deficit of $6 billion"
  if (hasRelation(reading, below, 'obl', 'nmod') && dependentsOf(reading, below, 'case').some((at) => GRANTED.test(lowerAt(reading, at))))
    return true;
  if (!isPredicate(reading, below)) return false;
  const hasSubject = dependentsOf(reading, below, 'nsubj').length > 0;
  const marks = dependentsOf(reading, below, 'mark');
  if (marks.some((at) => THAT.test(lowerAt(reading, at)))) return false;
  if (hasRelation(reading, below, 'acl')) return hasSubject;
  if (hasRelation(reading, below, 'advcl'))
    return hasSubject || !marks.some((at) => isPart(reading, at, 'PART', 'ADP') && TO.test(lowerAt(reading, at)));
  if (hasRelation(reading, below, 'conj')) return hasSubject && isPredicate(reading, above);
  if (hasRelation(reading, below, 'parataxis')) return !isSaying(reading, above);
  return false;
}
const GRANTED = /^(?:despite|amid|following|trotz|malgré|ondanks)$/u;
const THAT = /^(?:that|dass|daß|que|qu['’]|che|dat)$/u;
const TO = /^(?:to|zu|om|te|pour|de|para|per|di|a|à)$/u;
