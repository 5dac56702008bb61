import { denialsOf, particlesOf } from '../../language/reading/clause.ts';
import { isSaying } from '../../language/reading/speech.ts';
import {
  dependentsOf,
  hasRelation,
  headOf,
  isPart,
  isUnder,
  lowerAt,
  subtreeOf,
  textOf,
  type Reading,
} from '../../language/reading/reading.ts';
import learnt from '../data/labels.json' with { type: 'json' };
import { scoresOf, type Trees } from '../../trees.ts';
import { labellingOf, type Labelling } from './label-features.ts';
import type { Taken } from './label-units.ts';
import { bestPath, START } from './label-path.ts';
import { withoutOthers } from './label-others.ts';
import { wordFeatures } from './label-words.ts';
import type { Place } from './place.ts';

/** A row of the card holds about so many characters. */
const LONGEST = 60;
/** What a character costs more at each try until the label fits. */
const STEP = 0.02;
const TRIES = 40;
/**
 * What a word is worth beyond what was learnt: a word too many costs a reader less than the owner or the event left out
 * (decision 0034 has what more and less would bring).
 */
const WORTH = 1.6;
/** What the path's weights count beside the trees. */
const PATH = 0.7;

/** What was learnt from labels that editors wrote, by scripts/train/labels.ts. */
export interface LabelModel {
  /** Weights of the features of a path through the sentence, hashed. */
  path: Float32Array;
  /** Whether a word belongs into the label, as a logit. */
  words: Trees;
}

let shipped: LabelModel | null = null;

export function shippedLabels(): LabelModel {
  if (shipped === null) {
    const { scale, weights, words } = learnt;
    const bytes = Uint8Array.from(atob(weights), (character) => character.charCodeAt(0));
    shipped = { path: Float32Array.from(new Int8Array(bytes.buffer), (weight) => weight * scale), words };
  }
  return shipped;
}

/**
 * What the figure is of, whose, and what happened, in words of its sentence, in order, at most 60 characters; empty when
 * nothing sensible can be said. Which words are kept is a path through them whose steps were learnt (McDonald 2006 shortens
 * sentences in this way); trees weigh each word alone.
 */
export function labelOf(place: Place, taken: Taken, model: LabelModel = shippedLabels()): string {
  const labelling = labellingOf(place, taken);
  const potentials = potentialsOf(labelling, model.path);
  // An arrow says already that something rose or fell.
  const isSaid = (head: number) => taken.isChange && head === place.clause?.head && isPart(place.reading, head, 'VERB');
  const worth = scoresOf(model.words, wordFeatures(place, taken, labelling)).map(
    (score, at) => score + (isSaid(labelling.units[at]?.head ?? -1) ? 0 : WORTH),
  );
  const { reading } = place;
  const lengths = labelling.units.map(({ words }) => words.reduce((sum, at) => sum + 1 + (reading.words[at]?.text.length ?? 0), 0));
  const free = new Set(labelling.units.flatMap(({ words }) => words));
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const path = bestPath({ ...potentials, alone: (at) => potentials.alone(at) + (worth[at] ?? 0) - attempt * STEP * (lengths[at] ?? 0) });
    const kept = path.flatMap((at) => labelling.units[at]?.words ?? []);
    const whole = trimmed(
      reading,
      withoutOthers(place, taken.numbers, withoutTails(reading, completed(reading, once(reading, kept), free))),
    ).filter((at) => !isMeasuring(place, at));
    const text = cleaned(textOf(reading, whole));
    if (text.length <= LONGEST) return whole.some((at) => isPart(reading, at, 'NOUN', 'PROPN', 'X', 'VERB', 'ADJ')) ? text : '';
  }
  return '';
}

function potentialsOf(
  { units, alone, behind }: Labelling,
  weights: Float32Array,
): { count: number; alone: (at: number) => number; behind: (from: number, to: number) => number } {
  const count = units.length;
  const own = new Float64Array(count);
  const pairs = new Float64Array((count + 1) * (count + 1));
  let sum = 0;
  const sink = (feature: number) => {
    sum += PATH * (weights[feature] ?? 0);
  };
  for (let to = 0; to <= count; to += 1) {
    sum = 0;
    if (to < count) alone(to, sink);
    if (to < count) own[to] = sum;
    for (let from = START; from < to; from += 1) {
      sum = 0;
      behind(from, to, sink);
      pairs[(from + 1) * (count + 1) + to] = sum;
    }
  }
  return { count, alone: (at) => own[at] ?? 0, behind: (from, to) => pairs[(from + 1) * (count + 1) + to] ?? 0 };
}

/** "Johnson & Johnson" is one name. */
const APART = 2;

/** A name that stands twice in the sentence stands once in the label, where it is told last. */
function once(reading: Reading, kept: readonly number[]): number[] {
  const again = kept.filter(
    (at) => isPart(reading, at, 'PROPN') && kept.some((later) => later > at + APART && lowerAt(reading, later) === lowerAt(reading, at)),
  );
  const gone = new Set(again.flatMap((at) => [at, ...dependentsOf(reading, at, 'case')]));
  return kept.filter((at) => !gone.has(at));
}

/** "burned 18.4 million litres of diesel": without its number the "of" measures nothing. Of a share it says the whole. */
function isMeasuring({ reading, number, isAmount }: Place, at: number): boolean {
  return !isAmount && number.has(at - 1) && PARTITIVE.test(lowerAt(reading, at));
}
const PARTITIVE = /^(?:of|de|d['’]|von|di|van)$/u;

const MODAL = /^(?:will|would|can|could|may|might|shall|should|must|['’]ll|['’]d|to)$/u;

/** A verb comes with its particle, its denial and what makes it a plan or a guess: never "lost" for "hadn't lost". */
function completed(reading: Reading, kept: readonly number[], free: ReadonlySet<number>): number[] {
  const verbs = kept.filter((at) => isPart(reading, at, 'VERB'));
  const belonging = verbs.flatMap((verb) => [
    ...denialsOf(reading, verb),
    ...particlesOf(reading, verb),
    ...dependentsOf(reading, verb, 'aux', 'mark').filter((at) => at < verb && MODAL.test(lowerAt(reading, at))),
  ]);
  // "the residents … wind" without its "through"
  const loose = kept.filter((at, place) => place > 0 && hasRelation(reading, at, 'obl', 'nmod') && !kept.includes(at - 1));
  const markers = loose.flatMap((at) => dependentsOf(reading, at, 'case').filter((one) => one < at && isPart(reading, one, 'ADP')));
  const names = kept.filter((at) => isPart(reading, at, 'PROPN')).flatMap((at) => nameAround(reading, at));
  return [...new Set([...kept, ...[...belonging, ...markers, ...names].filter((at) => free.has(at))])].toSorted((a, b) => a - b);
}

/** "Jerry Sandusky", "Moss Lane": the other words of a name, side by side with this one. */
function nameAround(reading: Reading, at: number): number[] {
  const isJoined = (one: number, other: number) => {
    const [head, word] = headOf(reading, one) === other ? [other, one] : [one, other];
    return headOf(reading, word) === head && hasRelation(reading, word, 'flat', 'compound') && isPart(reading, other, 'PROPN');
  };
  const isAnd = (one: number) => reading.words[one]?.text === '&';
  const name: number[] = [];
  // "Johnson & Johnson"
  if (isAnd(at + 1) && isPart(reading, at + 2, 'PROPN')) name.push(at + 1, at + 2);
  if (isAnd(at - 1) && isPart(reading, at - 2, 'PROPN')) name.push(at - 1, at - 2);
  for (let next = at; isPart(reading, next + 1, 'PROPN') && [at, ...name].some((one) => isJoined(one, next + 1)); next += 1)
    name.push(next + 1);
  for (let next = at; isPart(reading, next - 1, 'PROPN') && [at, ...name].some((one) => isJoined(one, next - 1)); next -= 1)
    name.push(next - 1);
  return name;
}

/** "would employ people [when it] opens in May": a clause that has lost who or when it is about says another thing. */
function withoutTails(reading: Reading, kept: readonly number[]): number[] {
  const first = kept.find((at) => isPart(reading, at, 'VERB'));
  const tails = kept.filter(
    (at) =>
      at !== first &&
      isPart(reading, at, 'VERB') &&
      hasRelation(reading, at, 'advcl') &&
      dependentsOf(reading, at, 'mark', 'advmod').some(
        (mark) => mark < at && !kept.includes(mark) && !MODAL.test(lowerAt(reading, mark)),
      ) &&
      dependentsOf(reading, at, 'nsubj').some((subject) => !kept.includes(subject)),
  );
  const gone = new Set(tails.flatMap((at) => subtreeOf(reading, at)));
  return kept.filter((at) => !gone.has(at));
}

/** No preposition, conjunction or auxiliary is left hanging at either end. */
function trimmed(reading: Reading, kept: readonly number[]): number[] {
  const words = [...kept];
  const hangs = (at: number | undefined) =>
    at !== undefined &&
    !hasRelation(reading, at, 'compound') &&
    isPart(reading, at, 'ADP', 'CCONJ', 'SCONJ', 'DET', 'AUX', 'PUNCT', 'PART') &&
    denialsOf(reading, at).length === 0;
  // "over the coming" without its weeks
  const qualifies = (at: number | undefined) =>
    at !== undefined && hasRelation(reading, at, 'amod') && headOf(reading, at) > at && isPart(reading, at, 'ADJ', 'VERB');
  // "people live there": where that is stands elsewhere.
  const points = (at: number | undefined) => at !== undefined && POINTING.test(lowerAt(reading, at));
  // "a study of [1,214] patients has found": what it found is told elsewhere.
  while (words.length > 2 && (hangs(words.at(-1)) || isSaying(reading, words.at(-1) ?? -1))) words.pop();
  while (hangs(words.at(-1)) || (words.length > 1 && (qualifies(words.at(-1)) || points(words.at(-1))))) words.pop();
  // "They owe in unpaid taxes": nobody is named by it.
  while (words.length > 2 && isPart(reading, words[0] ?? -1, 'PRON') && PERSONAL.test(lowerAt(reading, words[0] ?? -1))) words.shift();
  // "to carry the island's residents": what it is enough for says nothing of who they are.
  if (/^(?:to|zu)$/u.test(lowerAt(reading, words[0] ?? -1)) && isPart(reading, words[1] ?? -1, 'VERB') && words.length > 2)
    words.splice(0, 2);
  while (isPart(reading, words[0] ?? -1, 'ADP', 'CCONJ', 'SCONJ', 'DET', 'PUNCT')) words.shift();
  // "Before the change each bed gave …": without its "before" the change gives nothing.
  const aside = words[0] ?? -1;
  const isAside =
    hasRelation(reading, aside, 'obl') &&
    headOf(reading, aside) > aside &&
    dependentsOf(reading, aside, 'case').some((one) => WHILE.test(lowerAt(reading, one)));
  const rest = words.filter((at) => at !== aside && !isUnder(reading, at, aside));
  if (isAside && rest.some((at) => isPart(reading, at, 'NOUN', 'PROPN'))) words.splice(0, words.length, ...rest);
  // "is expected to cost": how sure it is stands beside the label, and without a noun the last verb says the rest.
  if (!words.some((at) => isPart(reading, at, 'NOUN', 'PROPN', 'X', 'ADJ')))
    words.splice(
      0,
      words.findLastIndex((at) => isPart(reading, at, 'VERB')),
    );
  // "stayed at [5.4%] in December": of two prepositions the first has lost its number.
  return words.filter(
    (at, place) =>
      !isOrphan(reading, at, words) &&
      !(
        isPart(reading, at, 'ADP') &&
        hasRelation(reading, at, 'case') &&
        isPart(reading, words[place + 1] ?? -1, 'ADP') &&
        (words[place + 1] ?? 0) > at + 1
      ),
  );
}

/** The "'s" of "2004's total" and the "while" of "while shares rose" belong to nothing without what they stand with. */
function isOrphan(reading: Reading, at: number, kept: readonly number[]): boolean {
  if (/^['’]?s$|^['’]$/u.test(lowerAt(reading, at))) return !kept.includes(at - 1);
  if (hasRelation(reading, at, 'cc')) return !kept.includes(headOf(reading, headOf(reading, at)));
  if (hasRelation(reading, at, 'case') && isPart(reading, at, 'ADP'))
    return headOf(reading, at) > at && !kept.includes(headOf(reading, at)) && !kept.includes(at + 1);
  if (POSSESSIVE.test(lowerAt(reading, at))) return !kept.includes(at - 1);
  return hasRelation(reading, at, 'mark') && !kept.includes(headOf(reading, at)) && isPart(reading, at, 'SCONJ', 'ADV');
}

const POSSESSIVE = /^(?:its|their|his|her|ihre[nrms]?|seine[nrms]?|son|sa|ses|leurs?|sus?|suoi|sue|loro|seus?|suas?|zijn|haar|hun)$/u;
const WHILE =
  /^(?:before|after|during|since|until|amid|despite|vor|nach|während|seit|avant|après|pendant|antes|después|durante|desde|prima|dopo|voor|na|tijdens)$/u;
const POINTING = /^(?:that|this|it|there|here|dort|hier|là|ici|allí|aquí|ali|aqui|lì|qui|daar)$/u;
const PERSONAL =
  /^(?:i|we|you|he|she|it|they|ich|wir|er|sie|es|je|nous|il|elle|on|ils|elles|él|ella|ellos|ellas|ele|ela|eles|elas|lui|lei|loro|hij|zij|ze|wij)$/u;

function cleaned(text: string): string {
  return text.replace(/^[\s,.;:"“”„«»()–—-]+|[\s,.;:"“”„«»(–—-]+$/gu, '');
}
