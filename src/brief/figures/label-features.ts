import { isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, isUnder, lowerAt, type Reading } from '../../language/reading/reading.ts';
import { languageFor } from '../../language/tables.ts';
import { PARTS, RELATIONS } from '../../language/grammar/universal.ts';
import type { FigureKind } from '../../model/figure.ts';
import { unitsOf, type Taken, type Unit } from './label-units.ts';
import type { Place } from './place.ts';

/** Weights stand in a table of so many places; features are hashed into it. */
export const PLACES = 1 << 16;
export type Sink = (feature: number) => void;

/** A sentence's words as they stand to one figure, ready to be weighed. */
export interface Labelling {
  units: readonly Unit[];
  alone: (at: number, sink: Sink) => void;
  behind: (from: number, to: number, sink: Sink) => void;
}

/** Of a long sentence the units nearest to the number are looked at. */
const NEAREST = 48;
/** Steps on the way from a word to the number that are told apart. */
const FAR = 4;
const FUNCTION_WORDS = ['ADP', 'DET', 'PART', 'AUX', 'PRON', 'CCONJ', 'SCONJ', 'ADV', 'VERB'] as const;

/** What a unit is, and how it hangs on the figure. */
interface Facts {
  part: number;
  relation: number;
  /** Lower-case text, hashed. */
  word: number;
  /** Steps up from the number to where the ways meet, and down from there. */
  up: number;
  down: number;
  /** The relations on either side of that, hashed. */
  upWay: number;
  downWay: number;
}

export function labellingOf(place: Place, taken: Taken): Labelling {
  const { reading, anchor } = place;
  const units = unitsOf(place, taken)
    .toSorted((a, b) => Math.abs(a.head - anchor) - Math.abs(b.head - anchor))
    .slice(0, NEAREST)
    .toSorted((a, b) => a.head - b.head);
  const above = waysUp(reading, anchor);
  const facts = units.map(({ head }) => factsOf(reading, head, above));
  const own = {
    place,
    taken,
    units,
    facts,
    meant: meantBy(place),
    words: reading.words.map(({ text }) => hashed(text.toLowerCase())),
    gaps: gapsOf(place),
  };
  return {
    units,
    alone: (at, sink) => weighAlone(own, at, sink),
    behind: (from, to, sink) => weighBehind(own, from, to, sink),
  };
}

interface Own {
  place: Place;
  taken: Taken;
  units: readonly Unit[];
  facts: readonly Facts[];
  /** Whom a pronoun means that is the subject of the figure's clause, in the same sentence. */
  meant: number | null;
  words: readonly number[];
  gaps: Gaps;
}

/** Of the words before each place: how many are no number and no mark, how many of the others are verbs, and so on. */
interface Gaps {
  numbers: Int32Array;
  marks: Int32Array;
  others: Int32Array;
  verbs: Int32Array;
  links: Int32Array;
}

function gapsOf({ reading, number }: Place): Gaps {
  const { words } = reading;
  const sums = () => new Int32Array(words.length + 1);
  const gaps = { numbers: sums(), marks: sums(), others: sums(), verbs: sums(), links: sums() };
  for (let at = 0; at < words.length; at += 1) {
    const part = words[at]?.part ?? 'X';
    const kind = number.has(at) ? gaps.numbers : part === 'PUNCT' ? gaps.marks : gaps.others;
    for (const sum of Object.values(gaps)) sum[at + 1] = sum[at] as number;
    kind[at + 1] = (kind[at + 1] as number) + 1;
    if (kind !== gaps.others) continue;
    if (part === 'VERB') gaps.verbs[at + 1] = (gaps.verbs[at + 1] as number) + 1;
    if (part === 'SCONJ' || part === 'PRON') gaps.links[at + 1] = (gaps.links[at + 1] as number) + 1;
  }
  return gaps;
}

function meantBy({ reading, clause }: Place): number | null {
  const subject = clause?.subject ?? null;
  if (subject === null || !isPart(reading, subject, 'PRON')) return null;
  const isSubject = (at: number) => at < subject && hasRelation(reading, at, 'nsubj') && isPart(reading, at, 'NOUN', 'PROPN');
  return [...reading.words.keys()].find(isSubject) ?? null;
}

/** For the number and each word above it: how many steps up, and by which relations. */
function waysUp(reading: Reading, anchor: number): Map<number, { steps: number; way: number }> {
  const ways = new Map<number, { steps: number; way: number }>();
  let way = 0;
  for (let at = anchor; at >= 0 && !ways.has(at); at = headOf(reading, at)) {
    ways.set(at, { steps: ways.size, way: ways.size > FAR - 1 ? -1 : way });
    way = mixed(way, relationOf(reading, at));
  }
  return ways;
}

function factsOf(reading: Reading, head: number, above: ReturnType<typeof waysUp>): Facts {
  const chain: number[] = [];
  let at = head;
  while (!above.has(at) && at >= 0) {
    chain.push(at);
    at = headOf(reading, at);
  }
  const meeting = above.get(at);
  const downWay =
    chain.length >= FAR
      ? mixed(-2, relationOf(reading, chain.at(-1) ?? 0))
      : chain.reduceRight((way, one) => mixed(way, relationOf(reading, one)), 0);
  return {
    part: PARTS.indexOf(reading.words[head]?.part ?? 'X'),
    relation: relationOf(reading, head),
    word: hashed(lowerAt(reading, head)),
    up: Math.min(9, meeting?.steps ?? 9),
    down: Math.min(9, chain.length),
    upWay: meeting?.way ?? -1,
    downWay,
  };
}

function weighAlone(own: Own, at: number, sink: Sink): void {
  const { place, taken, units, facts, words } = own;
  const { reading, anchor, noun, top, clause } = place;
  const unit = units[at];
  const fact = facts[at];
  if (unit === undefined || fact === undefined) return;
  const { head } = unit;
  const { part, relation, up, down, upWay, downWay, word } = fact;
  const kind = (KIND_ORDER.indexOf(taken.kind) + 1) * 2 + flag(taken.isChange);
  const distance = nearness(head - anchor);
  let next = 0;
  const add = (a = 0, b = 0, c = 0, d = 0) => sink(feature((next += 1), a, b, c, d));
  add();
  add(part);
  add(relation);
  add(part, relation);
  add(upWay, downWay);
  add(upWay, downWay, part);
  add(upWay, down);
  add(up, downWay);
  add(up, down, part);
  add(up, down, relation);
  add(distance);
  add(distance, part);
  add(kind, relation, up);
  add(kind, upWay, downWay);
  add(Math.min(4, dependentsOf(reading, head).length), part);
  const over = headOf(reading, head);
  add(part, relation, PARTS.indexOf(reading.words[over]?.part ?? 'X'), over < 0 ? -1 : relationOf(reading, over));
  if (isPart(reading, head, ...FUNCTION_WORDS)) {
    add(word, relation);
    add(word, up, down);
  } else next += 2;
  const marker = dependentsOf(reading, head, 'case')[0];
  if (marker !== undefined) {
    add(words[marker], relation);
    add(words[marker], up, down);
  } else next += 2;
  add(flag(head === noun), flag(head === top), part);
  if (clause !== null) {
    const isIn = (other: number | null) => (other === null ? 0 : head === other ? 2 : flag(isUnder(reading, head, other)));
    add(flag(head === clause.head), kind);
    add(isIn(clause.subject), relation, kind);
    add(isIn(clause.subject), flag(taken.isChange));
    add(isIn(clause.object), flag(taken.isChange), flag(clause.isPassive));
  } else next += 4;
  if (own.meant !== null) add(head === own.meant ? 2 : flag(isUnder(reading, head, own.meant)));
  else next += 1;
  add(
    flag(taken.speaker !== null && !isPart(reading, head, 'ADP', 'DET') && taken.speaker.toLowerCase().includes(lowerAt(reading, head))),
    relation,
  );
  add(flag(head > 0 && /^\p{Lu}/u.test(reading.words[head]?.text ?? '')), relation);
  add(flag(isTime(reading, head)), relation);
  add(flag(isPredicate(reading, head)), up, down);
}

function weighBehind({ place, units, facts, words, gaps }: Own, from: number, to: number, sink: Sink): void {
  const { reading, number } = place;
  const [before, after] = [units[from], units[to]];
  const [a, b] = [facts[from], facts[to]];
  let next = 100;
  const add = (one = 0, two = 0, three = 0, four = 0) => sink(feature((next += 1), one, two, three, four));
  if (before === undefined || a === undefined) {
    if (after === undefined || b === undefined) return add();
    next = 110;
    add(b.part);
    add(b.relation);
    add(b.part, b.relation);
    add(flag(headOf(reading, after.head) < after.head), b.relation);
    const first = after.words[0] ?? 0;
    const over = headOf(reading, after.head);
    if (over >= 0 && over < first) add(b.relation, partOf(reading, over), flag(hasRelation(reading, over, 'nsubj')));
    for (const left of reading.dependents[after.head] ?? [])
      if (left < first) sink(feature(119, relationOf(reading, left), partOf(reading, left)));
    return;
  }
  const end = before.words.at(-1) ?? 0;
  if (after === undefined || b === undefined) {
    next = 120;
    add(a.part);
    add(a.relation);
    add(a.part, a.relation);
    add(flag(headOf(reading, before.head) > before.head), a.relation);
    if (isPart(reading, before.head, 'ADP', 'PART', 'AUX', 'VERB')) add(a.word);
    for (const left of reading.dependents[before.head] ?? []) if (left > end) sink(feature(129, relationOf(reading, left), a.part));
    return;
  }
  next = 130;
  const start = after.words[0] ?? 0;
  const between = (sums: Int32Array) => (start > end + 1 ? (sums[start] as number) - (sums[end + 1] as number) : 0);
  const count = between(gaps.others);
  for (let link = between(gaps.links); link > 0; link -= 1) sink(feature(150));
  const held = flag(between(gaps.numbers) > 0) + 2 * flag(between(gaps.marks) > 0) + 4 * flag(between(gaps.verbs) > 0);
  const gap = start === end + 1 ? -1 : held * 4 + (count === 0 ? 0 : count === 1 ? 1 : count < 4 ? 2 : 3);
  const isApart = flag(gap !== -1);
  const link = linkOf(reading, before.head, after.head, a, b);
  add(gap);
  add(gap, a.part, b.part);
  add(a.part, b.part);
  add(link);
  add(link, a.part, b.part);
  add(link, isApart);
  add(link, gap);
  add(isApart, a.part, b.part);
  if (isApart === 1) {
    const isTold = (at: number) => at > end && at < start && reading.words[at]?.part !== 'PUNCT' && !number.has(at);
    for (const at of reading.dependents[after.head] ?? []) {
      if (!isTold(at)) continue;
      sink(feature(151, relationOf(reading, at), b.part));
      if (reading.words[at]?.relation === 'case') sink(feature(152, words[at]));
    }
    for (const at of reading.dependents[before.head] ?? []) if (isTold(at)) sink(feature(153, relationOf(reading, at), a.part));
    if (isPart(reading, after.head, 'ADP')) sink(feature(154, b.word, a.part));
  }
  const isSkipped = (at: number) => at > end && at < start;
  if (isSkipped(headOf(reading, after.head))) sink(feature(157, b.relation, partOf(reading, headOf(reading, after.head))));
  if (isSkipped(headOf(reading, before.head))) sink(feature(158, a.relation, partOf(reading, headOf(reading, before.head))));
  const ownNoun = headOf(reading, before.head);
  if (isPart(reading, before.head, 'ADP') && ownNoun !== after.head && !isUnder(reading, after.head, ownNoun)) sink(feature(155));
  if (isPart(reading, after.head, 'ADP') && link === APART) sink(feature(156));
}

const APART = 0;

/** How two words hang together: one on the other, both on a third, one somewhere under the other, or not at all. */
function linkOf(reading: Reading, before: number, after: number, a: Facts, b: Facts): number {
  if (headOf(reading, after) === before) return mixed(1, b.relation);
  if (headOf(reading, before) === after) return mixed(2, a.relation);
  if (headOf(reading, before) === headOf(reading, after)) return mixed(mixed(3, a.relation), b.relation);
  if (isUnder(reading, after, before)) return 4;
  return isUnder(reading, before, after) ? 5 : APART;
}

export const KIND_ORDER: readonly FigureKind[] = [
  'money',
  'percent',
  'count',
  'ratio',
  'duration',
  'score',
  'rank',
  'length',
  'area',
  'mass',
];

function flag(is: boolean): number {
  return is ? 1 : 0;
}

function relationOf(reading: Reading, at: number): number {
  return RELATIONS.indexOf(reading.words[at]?.relation ?? 'dep');
}

function partOf(reading: Reading, at: number): number {
  return PARTS.indexOf(reading.words[at]?.part ?? 'X');
}

/** A side and a rough distance. */
function nearness(distance: number): number {
  const steps = Math.abs(distance);
  const size = steps < 2 ? 1 : steps < 4 ? 2 : steps < 7 ? 3 : steps < 12 ? 4 : steps < 20 ? 5 : 6;
  return distance < 0 ? -size : size;
}

const TIME =
  /^(?:years?|months?|weeks?|days?|hours?|today|yesterday|quarter|jahre?n?|monate?n?|tage?n?|wochen?|ans?|années?|mois|jours?|años?|mes|meses|días?|anni|mesi|giorni|dias|anos|jaar|jaren|maand(?:en)?)$/u;

export function isTime(reading: Reading, at: number): boolean {
  const { months, weekdays } = languageFor(reading.language).calendar;
  const word = lowerAt(reading, at);
  return TIME.test(word) || months.includes(word) || weekdays.includes(word);
}

function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** A small integer hash in the way of MurmurHash3's last steps (Appleby 2011, public domain). */
function mixed(hash: number, value: number): number {
  let next = Math.imul(hash ^ Math.imul(value + 0x7f4a7c15, 0x85ebca6b), 0xc2b2ae35);
  next ^= next >>> 15;
  return next | 0;
}

/** Kinds of features are small numbers. */
const KINDS = Int32Array.from({ length: 256 }, (_, kind) => mixed(0x3c6ef372, kind));

function feature(kind: number, a = 0, b = 0, c = 0, d = 0): number {
  return mixed(mixed(mixed(mixed(KINDS[kind] as number, a), b), c), d) & (PLACES - 1);
}
