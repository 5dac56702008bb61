import { dependentsOf, hasRelation, headOf, isPart, isUnder, lowerAt, subtreeOf, type Reading } from '../../language/reading/reading.ts';
import type { Place } from './place.ts';

/** Steps up from a number to its clause. */
const FAR = 8;

/** A label without words of what the sentence tells beside the figure: of another clause, another deed, another number. */
export function withoutOthers({ reading, anchor }: Place, numbers: ReadonlySet<number>, kept: readonly number[]): number[] {
  const isOver = (at: number) => at === anchor || isUnder(reading, anchor, at);
  const tops = kept.filter(
    (at) =>
      isOtherSubject(reading, at, kept, isOver) || isOfOtherNumber(reading, at, kept, isOver) || (isSentence(reading, at) && !isOver(at)),
  );
  const gone = new Set(
    [...tops.flatMap((at) => subtreeOf(reading, at)), ...otherDeed(reading, anchor, numbers)].filter((at) => at !== anchor),
  );
  const left = kept.filter((at) => !gone.has(at));
  const own = ownSentence(reading, anchor);
  const inside = left.filter((at) => own === null || at === own || isUnder(reading, at, own));
  return inside.some((at) => isPart(reading, at, 'NOUN', 'PROPN')) ? inside : left;
}

type Over = (at: number) => boolean;

/** "London fell while Tokyo": of whom another clause tells something, without what it tells. */
function isOtherSubject(reading: Reading, at: number, kept: readonly number[], isOver: Over): boolean {
  const verb = headOf(reading, at);
  return (
    hasRelation(reading, at, 'nsubj') && verb >= 0 && !kept.includes(verb) && isPart(reading, verb, 'VERB') && !isOver(verb) && !isOver(at)
  );
}

/** "through nine hours without wind": of hours that the label does not tell. */
function isOfOtherNumber(reading: Reading, at: number, kept: readonly number[], isOver: Over): boolean {
  const over = headOf(reading, at);
  const isCounted = over >= 0 && isPart(reading, over, 'NOUN') && dependentsOf(reading, over, 'nummod').length > 0;
  return hasRelation(reading, at, 'nmod') && isCounted && !kept.includes(over) && !isOver(over) && !isOver(at);
}

/** "was banned for four matches and fined [£220,000]": what else the same one did, where that has a number of its own. */
function otherDeed(reading: Reading, anchor: number, numbers: ReadonlySet<number>): number[] {
  for (let at = anchor, step = 0; at >= 0 && step < FAR; at = headOf(reading, at), step += 1) {
    const first = headOf(reading, at);
    if (!hasRelation(reading, at, 'conj') || !isPart(reading, at, 'VERB') || first < 0 || !isPart(reading, first, 'VERB')) continue;
    const own = new Set(subtreeOf(reading, at));
    const subject = dependentsOf(reading, first, 'nsubj').flatMap((one) => subtreeOf(reading, one));
    const deed = subtreeOf(reading, first).filter((one) => !own.has(one) && !subject.includes(one));
    return deed.some((one) => numbers.has(one)) ? deed : [];
  }
  return [];
}

/** The joined clause with a subject of its own that the number stands in; null where it stands in the first one. */
function ownSentence(reading: Reading, anchor: number): number | null {
  for (let at = anchor, step = 0; at >= 0 && step < FAR; at = headOf(reading, at), step += 1) if (isSentence(reading, at)) return at;
  return null;
}

/** A clause with a subject of its own, joined to another by "and" or "while". */
function isSentence(reading: Reading, at: number): boolean {
  const isBeside = dependentsOf(reading, at, 'mark').some((mark) => BESIDE.test(lowerAt(reading, mark)));
  const isJoined = hasRelation(reading, at, 'conj') || (hasRelation(reading, at, 'advcl') && isBeside);
  return isJoined && isPart(reading, at, 'VERB', 'AUX') && dependentsOf(reading, at, 'nsubj').length > 0;
}
const BESIDE = /^(?:while|whereas|während|wohingegen|tandis|alors|mientras|mentre|enquanto|terwijl)$/u;
