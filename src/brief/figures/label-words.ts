import { isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, headOf, isPart, isUnder, lowerAt, type Reading } from '../../language/reading/reading.ts';
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
  const speaker = taken.speaker?.toLowerCase();
  const above = new Map<number, number>();
  for (let at = anchor; at >= 0 && !above.has(at); at = headOf(reading, at)) above.set(at, above.size);
  const upwards = Array.from({ length: UPWARDS }, (_, step) => relationIndex(reading, [...above.keys()][step] ?? -1));
  const within = (at: number, over: number | null) => (over === null ? -1 : at === over ? 2 : flag(isUnder(reading, at, over)));
  return units.map(({ words, head }, index) => {
    const own = ownOf(reading, head);
    const chain: number[] = [];
    let meeting = head;
    while (!above.has(meeting) && meeting >= 0 && chain.length < FAR) {
      chain.push(meeting);
      meeting = headOf(reading, meeting);
    }
    const up = above.get(meeting) ?? 9;
    const branch = chain.at(-1);
    const over = headOf(reading, head);
    const between = head < anchor ? span(head + 1, anchor) : span(anchor + 1, head);
    return [
      ...own.kind,
      up,
      chain.length,
      up + chain.length,
      ...branchFlags(branch === undefined ? null : (reading.words[branch]?.relation ?? null)),
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
      own.overPart,
      own.overRelation,
      flag(number.has(over)),
      own.marker,
      own.preposition,
      flag(own.preposition >= 0 && above.has(headOf(reading, over))),
      ...KIND_ORDER.map((kind) => flag(taken.kind === kind)),
      flag(taken.isChange),
      flag(taken.speaker !== null),
      flag(speaker?.includes(own.lower) === true),
      own.isCapital,
      own.isTime,
      own.isPredicate,
      own.isPredicate === 1 ? up : -1,
      lengthOf(reading, words),
      words.length,
      between.filter((at) => isPart(reading, at, 'PUNCT')).length,
      between.filter((at) => isPart(reading, at, 'VERB')).length,
      between.filter((at) => taken.numbers.has(at)).length,
      taken.numbers.size,
      units.length,
      index / units.length,
      ...taken.spread(own.stem),
      ...upwards,
      flag(over >= 0 && over === headOf(reading, anchor)),
      flag(over === anchor),
      ...own.axes,
    ];
  });
}

/** What is known of a word whichever figure asks. */
interface Own {
  kind: readonly number[];
  overPart: number;
  overRelation: number;
  marker: number;
  preposition: number;
  lower: string;
  /** Null of a word without content. */
  stem: string | null;
  isCapital: number;
  isTime: number;
  isPredicate: number;
  axes: readonly number[];
}

/** The figures of one sentence ask about the same words. */
const known = new WeakMap<Reading, Map<number, Own>>();

function ownOf(reading: Reading, at: number): Own {
  let owns = known.get(reading);
  if (owns === undefined) known.set(reading, (owns = new Map()));
  let own = owns.get(at);
  if (own === undefined) owns.set(at, (own = readOwn(reading, at)));
  return own;
}

function readOwn(reading: Reading, at: number): Own {
  const { words, language } = reading;
  const lower = lowerAt(reading, at);
  const word = words[at];
  const above = words[headOf(reading, at)];
  const marker = dependentsOf(reading, at, 'case')[0];
  return {
    kind: [...OWN_PARTS.map((one) => flag(word?.part === one)), ...OWN_RELATIONS.map((one) => flag(word?.relation === one))],
    overPart: OWN_PARTS.findIndex((one) => above?.part === one),
    overRelation: OWN_RELATIONS.findIndex((one) => above?.relation === one),
    marker: marker === undefined ? -1 : PREPOSITIONS.indexOf(lowerAt(reading, marker)) + 1,
    preposition: word?.part === 'ADP' ? PREPOSITIONS.indexOf(lower) + 1 : -1,
    lower,
    stem: isPart(reading, at, ...CONTENT) ? stemOf(lower, language) : null,
    isCapital: flag(/^\p{Lu}/u.test(word?.text ?? '')),
    isTime: flag(isTime(reading, at)),
    isPredicate: flag(isPredicate(reading, at)),
    axes: axesOf(lower, language, AXES),
  };
}

const NO_BRANCH: readonly number[] = BRANCHES.map(() => 0);
const BRANCH_FLAGS: ReadonlyMap<string, readonly number[]> = new Map(
  BRANCHES.map((branch) => [branch, BRANCHES.map((one) => flag(one === branch))]),
);

function branchFlags(relation: string | null): readonly number[] {
  return (relation === null ? undefined : BRANCH_FLAGS.get(relation)) ?? NO_BRANCH;
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
