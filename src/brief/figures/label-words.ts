import { isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, isUnder, lowerAt, type Reading } from '../../language/reading/reading.ts';
import { axesOf } from '../../language/sense.ts';
import { stemOf } from '../../language/stem.ts';
import { RELATIONS } from '../../language/grammar/universal.ts';
import { isTime, KIND_ORDER, type Labelling } from './label-features.ts';
import type { Taken, Unit } from './label-units.ts';
import type { Place } from './place.ts';

const OWN_PARTS = ['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADP', 'DET', 'AUX', 'ADV', 'PRON', 'PART'] as const;
const OWN_RELATIONS = [
  'nsubj',
  'obj',
  'obl',
  'nmod',
  'amod',
  'compound',
  'case',
  'det',
  'acl',
  'advcl',
  'conj',
  'appos',
  'root',
  'flat',
  'ccomp',
  'xcomp',
  'nummod',
  'advmod',
  'aux',
  'mark',
  'cc',
] as const;
/** How the branch that a word stands on hangs on the way up from the number. */
const BRANCHES = [
  'nsubj',
  'obj',
  'obl',
  'nmod',
  'amod',
  'compound',
  'conj',
  'advcl',
  'acl',
  'appos',
  'case',
  'advmod',
  'ccomp',
  'xcomp',
] as const;
const PREPOSITIONS = ['of', 'in', 'to', 'for', 'from', 'by', 'with', 'at', 'on', 'over'];
const CONTENT = ['NOUN', 'PROPN', 'VERB', 'ADJ'] as const;
/** Relations on the way up from the number that are told apart. */
const UPWARDS = 3;
/** Steps down to a word that are counted. */
const FAR = 12;
/** Axes of what a word means. */
const AXES = 8;

/**
 * What is known of each unit of a sentence as a part of the label: what it is, how it hangs on the number, what stands between
 * them, what it means, and where else the article has it. Trees that learnt from editors' labels read it, in this order.
 */
export function wordFeatures({ reading, anchor, number, noun, top, clause }: Place, taken: Taken, { units }: Labelling): number[][] {
  const above = new Map<number, number>();
  for (let at = anchor; at >= 0 && !above.has(at); at = headOf(reading, at)) above.set(at, above.size);
  const upwards = Array.from({ length: UPWARDS }, (_, step) => relationIndex(reading, [...above.keys()][step] ?? -1));
  const within = (at: number, over: number | null) => (over === null ? -1 : at === over ? 2 : flag(isUnder(reading, at, over)));
  return units.map(({ words, head }, index) => {
    const part = reading.words[head]?.part;
    const chain: number[] = [];
    let meeting = head;
    while (!above.has(meeting) && meeting >= 0 && chain.length < FAR) {
      chain.push(meeting);
      meeting = headOf(reading, meeting);
    }
    const up = above.get(meeting) ?? 9;
    const branch = chain.at(-1);
    const over = headOf(reading, head);
    const below = dependentsOf(reading, head);
    const marker = dependentsOf(reading, head, 'case')[0];
    const between = head < anchor ? span(head + 1, anchor) : span(anchor + 1, head);
    const isContent = isPart(reading, head, ...CONTENT);
    const stem = stemOf(lowerAt(reading, head), reading.language);
    return [
      ...OWN_PARTS.map((one) => flag(part === one)),
      ...OWN_RELATIONS.map((one) => flag(hasRelation(reading, head, one))),
      up,
      chain.length,
      up + chain.length,
      ...BRANCHES.map((one) => flag(branch !== undefined && hasRelation(reading, branch, one))),
      head - anchor,
      Math.abs(head - anchor),
      flag(head > anchor),
      head / reading.words.length,
      reading.words.length,
      flag(head === noun),
      flag(head === top),
      flag(noun !== null && isUnder(reading, head, noun)),
      within(head, clause?.subject ?? null),
      within(head, clause?.object ?? null),
      flag(clause?.head === head),
      flag(clause?.isPassive === true),
      flag(clause !== null),
      over < 0 ? -1 : OWN_PARTS.findIndex((one) => isPart(reading, over, one)),
      over < 0 ? -1 : OWN_RELATIONS.findIndex((one) => hasRelation(reading, over, one)),
      flag(number.has(over)),
      below.length,
      below.filter((at) => at < head).length,
      marker === undefined ? -1 : PREPOSITIONS.indexOf(lowerAt(reading, marker)) + 1,
      part === 'ADP' ? PREPOSITIONS.indexOf(lowerAt(reading, head)) + 1 : -1,
      flag(part === 'ADP' && above.has(headOf(reading, over))),
      ...KIND_ORDER.map((kind) => flag(taken.kind === kind)),
      flag(taken.isChange),
      flag(taken.speaker !== null),
      flag(taken.speaker?.toLowerCase().includes(lowerAt(reading, head)) === true),
      flag(/^\p{Lu}/u.test(reading.words[head]?.text ?? '')),
      flag(isTime(reading, head)),
      flag(isPredicate(reading, head)),
      isPredicate(reading, head) ? up : -1,
      lengthOf(reading, words),
      words.length,
      between.filter((at) => isPart(reading, at, 'PUNCT')).length,
      between.filter((at) => isPart(reading, at, 'VERB')).length,
      between.filter((at) => taken.numbers.has(at)).length,
      taken.numbers.size,
      units.length,
      index / units.length,
      ...taken.spread(isContent ? stem : null),
      ...upwards,
      flag(below.some((at) => number.has(at))),
      flag(over >= 0 && over === headOf(reading, anchor)),
      flag(over === anchor),
      ...axesOf(lowerAt(reading, head), reading.language, AXES),
    ];
  });
}

function lengthOf(reading: Reading, words: Unit['words']): number {
  return words.reduce((sum, at) => sum + (reading.words[at]?.text.length ?? 0), 0);
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}

function relationIndex(reading: Reading, at: number): number {
  const relation = reading.words[at]?.relation;
  return relation === undefined ? -1 : RELATIONS.indexOf(relation);
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}
