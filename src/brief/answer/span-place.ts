import { nounPhrase } from '../../language/reading/phrase.ts';
import { dependentsOf, headOf, isPart, lowerAt, readingOf, type Reading } from '../../language/reading/reading.ts';
import { PARTS, RELATIONS } from '../../language/grammar/universal.ts';
import { relativesOf } from '../../language/relations.ts';
import { kinshipOfWords } from '../../language/sense.ts';
import { stemOf } from '../../language/stem.ts';
import type { Word } from '../words.ts';
import { suitability, type Want } from './fillers.ts';
import { fillingAt, nearnessIn, NO_FILLING, type Filling, type Nearness, type Slot } from './slot.ts';
import type { NamedSpan } from './span-names.ts';

/** A passage's tree, and where the words of the question stand in it. */
export interface Tree {
  reading: Reading;
  /** The word of the tree for each word of the passage; -1 for none. */
  places: readonly number[];
  /** Words of the tree that the question has, too. */
  hits: ReadonlySet<number>;
  /** What the question leaves open; null where that is nothing. */
  slot: Slot | null;
  near: Nearness;
  /** What "which" or "how many" stands beside, as written. */
  focus: string | null;
  /** What kind of words is asked for, and the names of the passage. */
  want: Want;
  names: readonly NamedSpan[];
  /** What is known of the words that head a stretch: many stretches share one. */
  heads: Map<number, Head>;
}

interface Head {
  phrase: readonly number[];
  preposition: number;
  filling: Filling;
  /** How near it comes to what the question asks for by its noun: a magazine to a cover. */
  akin: number;
  noun: number;
  kindFit: number;
  /** Steps to each word that the question has. */
  ways: readonly (readonly [hit: number, steps: number])[];
}

/** Steps in the tree from which on two words have nothing to do with each other. */
const FAR = 9;
const PREPOSITIONS: ReadonlyMap<string, number> = new Map(
  ['of', 'in', 'at', 'on', 'to', 'from', 'by', 'with', 'for', 'as', 'after', 'because', 'about', 'against', 'into', 'than', 'over'].map(
    (word, at) => [word, at + 1],
  ),
);
/** How `placeOf` describes a stretch where there is no tree. */
export const NO_PLACE = {
  relation: -1,
  part: -1,
  phrase: 0,
  steps: FAR,
  underHit: 0,
  overHit: 0,
  preposition: 0,
  loose: 0,
  slotVerb: -1,
  slotRole: -1,
  slotOthers: -1,
  slotWhole: -1,
  akin: -1,
  noun: -1,
  kindFit: -1,
};
export type SpanPlace = typeof NO_PLACE;

export function treeOf(
  text: string,
  words: readonly Word[],
  hits: readonly { at: number }[],
  asked: Pick<Tree, 'slot' | 'focus' | 'want' | 'names'>,
  language: string,
): Tree | null {
  const reading = readingOf(text, language);
  if (reading === null) return null;
  let next = 0;
  const places = words.map(({ start, end }) => {
    while (next < reading.words.length && (reading.words[next]?.end ?? 0) <= start) next += 1;
    return (reading.words[next]?.start ?? end) < end ? next : -1;
  });
  return {
    reading,
    places,
    hits: new Set(hits.flatMap(({ at }) => (places[at] === undefined || places[at] < 0 ? [] : [places[at]]))),
    ...asked,
    near: nearnessIn(reading),
    heads: new Map(),
  };
}

/** How a stretch of words, from one to another of the passage, stands in the tree. */
export function placeOf(tree: Tree, from: number, to: number): SpanPlace {
  const { reading, places, hits } = tree;
  const [first = -1, last = -1] = [places[from], places[to]];
  if (first < 0 || last < first) return NO_PLACE;
  const within = (at: number) => at >= first && at <= last;
  // Its head is the first word of it that hangs outside; the others that do are loose.
  let [top, outside] = [-1, 0];
  for (let at = first; at <= last; at += 1) {
    if (within(headOf(reading, at)) || isPart(reading, at, 'PUNCT')) continue;
    outside += 1;
    if (top < 0 && !isPart(reading, at, 'ADP')) top = at;
  }
  if (top < 0) top = first;
  const isCounted = !within(headOf(reading, top)) && !isPart(reading, top, 'PUNCT');
  const { phrase, preposition, ways, filling, akin, noun, kindFit } = headAt(tree, top);
  let steps = FAR;
  for (const [hit, away] of ways) if (away < steps && !within(hit)) steps = away;
  return {
    relation: RELATIONS.indexOf(reading.words[top]?.relation ?? 'dep'),
    part: PARTS.indexOf(reading.words[top]?.part ?? 'X'),
    phrase: phrase.length === 0 ? 0 : phrase.every(within) ? (phrase.length === last - first + 1 ? 2 : 1) : -1,
    steps,
    underHit: hits.has(headOf(reading, top)) ? 1 : 0,
    overHit: (reading.dependents[top] ?? []).some((at) => hits.has(at) && !within(at)) ? 1 : 0,
    preposition,
    loose: outside - (isCounted ? 1 : 0),
    slotVerb: filling.verb,
    slotRole: filling.role,
    slotOthers: filling.others,
    slotWhole: filling.whole,
    akin,
    noun,
    kindFit,
  };
}

function headAt({ reading, hits, heads, slot, near, focus, want, names }: Tree, top: number): Head {
  const known = heads.get(top);
  if (known !== undefined) return known;
  const marker = dependentsOf(reading, top, 'case', 'mark')[0];
  const head: Head = {
    phrase: isPart(reading, top, 'NOUN', 'PROPN') ? nounPhrase(reading, top) : [],
    preposition: marker === undefined ? 0 : (PREPOSITIONS.get(lowerAt(reading, marker)) ?? PREPOSITIONS.size + 1),
    filling: slot === null ? NO_FILLING : fillingAt(slot, reading, top, near),
    akin: focus === null ? -1 : akinTo(focus, lowerAt(reading, top), reading.language),
    noun: relativesOf(stemOf(lowerAt(reading, top), reading.language), reading.language).noun ?? -1,
    kindFit: suitability(want, reading, top, names),
    ways: [...hits].map((hit) => [hit, distance(reading, top, hit)] as const),
  };
  heads.set(top, head);
  return head;
}

function akinTo(focus: string, word: string, language: string): number {
  return stemOf(word, language) === stemOf(focus, language) ? 1 : kinshipOfWords(focus, word, language);
}

function distance(reading: Reading, a: number, b: number): number {
  const way: number[] = [];
  for (let at = a; at >= 0 && way.length < FAR; at = headOf(reading, at)) way.push(at);
  let steps = 0;
  for (let at = b; at >= 0 && steps < FAR; at = headOf(reading, at)) {
    const met = way.indexOf(at);
    if (met >= 0) return met + steps;
    steps += 1;
  }
  return FAR;
}
