import { peopleOf } from '../../language/peoples.ts';
import { nounPhrase } from '../../language/reading/phrase.ts';
import { hasRelation, isPart, lowerAt, readingOf, type Reading as Tree } from '../../language/reading/reading.ts';
import { relativesOf } from '../../language/relations.ts';
import { kinshipOfWords } from '../../language/sense.ts';
import { stemOf } from '../../language/stem.ts';
import type { Search } from './matching.ts';
import { focusWord, type Question } from './question.ts';
import { fillingAt, nearnessIn, NO_FILLING, slotIn, type Filling } from './slot.ts';
import { namedIn, type NamedSpan } from './span-names.ts';
import { isAtPlace, isTimeWord, wantedBy, type Wanted } from './wanted.ts';

/** What a question wants, as far as the kind of a word can tell whether it is that. */
export interface Want {
  wanted: Wanted | null;
  /** "Who?", and not "which firm?" */
  isWho: boolean;
  /** The noun that "which" or "what" stands before, and WordNet's file of it. */
  focus: string | null;
  focusFile: number | null;
  terms: ReadonlySet<string>;
}

/** WordNet's lexicographer files of nouns for made things, groups, places, natural things, people and times. */
const [MADE, GROUP, PLACE, NATURAL, PEOPLE, TIME] = [6, 14, 15, 17, 18, 28];
const WHO = /^\P{L}*(?:and |but |so )?(?:who|whom|whose|wer|wen|wem|qui|quién|quiénes|chi|quem)\b/iu;
const SOMEBODY = /^(?:he|she|they|him|her|them|i|we|me|us|er|sie|wir|ich|il|elle|ils|elles|él|ella|ellos|lui|lei|loro|ele|ela|hij|zij)$/u;
const WHERE =
  /^(?:here|there|home|abroad|overseas|online|outside|inside|downtown|upstairs|downstairs|nearby|everywhere|hier|dort|ici|là|aquí|allí|qui|lì|aqui|daar)$/u;

export function wantOf(question: Question, language: string): Want {
  const focus = focusWord(question.text);
  const wanted = wantedBy(question);
  return {
    wanted,
    isWho: wanted === 'person' && WHO.test(question.text),
    focus,
    focusFile: focus === null ? null : relativesOf(stemOf(focus, language), language).noun,
    terms: new Set(question.terms),
  };
}

/**
 * How surely a word, with what hangs on it, is of the kind that is asked for, 0 to 1; nothing that the question says itself
 * is. -1 where the question asks for no kind.
 */
export function suitability(want: Want, told: Tree, at: number, names: readonly NamedSpan[]): number {
  const { wanted, focus, terms } = want;
  if (wanted === null && focus === null) return -1;
  const word = told.words[at];
  if (word === undefined) return 0;
  const stem = stemOf(lowerAt(told, at), told.language);
  const named = names.find(({ start, end }) => start < word.end && end > word.start);
  const isTime = isTimeWord(word.text) && (named?.kind ?? null) === null;
  if (wanted === 'time') return isTime ? 1 : 0;
  if (isTime || isPart(told, at, 'NUM', 'VERB', 'AUX', 'ADP', 'DET', 'PUNCT')) return 0;
  const isName = isPart(told, at, 'PROPN');
  const phrase = isPart(told, at, 'NOUN', 'PROPN') ? nounPhrase(told, at) : [at];
  // "Singapore Airlines flight" of "which airline?": the noun itself stands beside a name.
  const isCalledSo =
    focus !== null &&
    phrase.some((one) => stemOf(lowerAt(told, one), told.language) === stemOf(focus, told.language)) &&
    phrase.some((one) => isPart(told, one, 'PROPN') && !terms.has(stemOf(lowerAt(told, one), told.language)));
  if (isCalledSo) return 1;
  if (terms.has(stem)) return 0;
  const akin = focus === null ? 0 : Math.max(0, kinshipOfWords(focus, lowerAt(told, at), told.language));
  const file = isPart(told, at, 'NOUN') ? relativesOf(stem, told.language).noun : null;
  return Math.max(
    byKind(want, told, at, { isName, kind: isName ? (named?.kind ?? null) : null, file }),
    isName || wanted === null ? 0.8 * akin : 0.6 * akin,
  );
}

interface Kind {
  isName: boolean;
  kind: NamedSpan['kind'];
  file: number | null;
}

function byKind({ wanted, isWho, focusFile }: Want, told: Tree, at: number, { isName, kind, file }: Kind): number {
  const is = kind === null ? null : kind === 'place' || kind === 'body' ? kind : 'somebody';
  if (wanted === 'place') {
    const isAt = isAtPlace(told, at);
    if (isName)
      return peopleOf(stemOf(lowerAt(told, at), told.language), told.language).length > 0 && kind !== 'place' ? 0.2 : placeOf(is, isAt);
    if (file === PLACE) return 0.8;
    if (file === MADE) return isAt ? 0.6 : 0.2;
    if (file === NATURAL || file === GROUP) return isAt ? 0.45 : 0.1;
    return WHERE.test(lowerAt(told, at)) ? 0.6 : isAt && file !== null ? 0.1 : 0;
  }
  if (wanted === 'person') {
    if (isName) return isWho || focusFile === PEOPLE ? (is === null ? 0.7 : WHO_FITS[is]) : is === null ? 0.7 : BODY_FITS[is];
    if (isPart(told, at, 'PRON')) return isWho && SOMEBODY.test(lowerAt(told, at)) ? 0.25 : 0;
    return file === PEOPLE ? 0.8 : file === GROUP ? 0.6 : 0;
  }
  if (wanted === 'name') return isName ? 0.8 : 0.1;
  return isName ? 0.5 : file === TIME ? 0 : 0.05;
}

/** How well what a name is of fits a "who" and a "which firm". */
const WHO_FITS = { somebody: 1, body: 0.7, place: 0.35 };
const BODY_FITS = { somebody: 0.3, body: 1, place: 0.4 };

function placeOf(is: 'somebody' | 'place' | 'body' | null, isAt: boolean): number {
  if (is === 'place') return 1;
  if (is === 'somebody') return 0;
  return is === 'body' ? (isAt ? 0.7 : 0.3) : isAt ? 0.8 : 0.3;
}

/** The features of a sentence that is not there, or has no tree. */
export const NO_FILLERS: readonly number[] = Array.from({ length: 10 }, () => -1);

/** `fillerFeatures` of a sentence: the second look, the judgement whether to answer and its gates all ask for them. */
export function fillersOf(search: Search, index: number): readonly number[] {
  let known = fillers.get(search);
  if (known === undefined) fillers.set(search, (known = new Map()));
  let found = known.get(index);
  if (found === undefined) known.set(index, (found = fillerFeatures(search, index)));
  return found;
}
const fillers = new WeakMap<Search, Map<number, readonly number[]>>();

/**
 * Whether a sentence has anything of the kind that is asked for, and how well the best of it stands in the place that the
 * question leaves open: "who stole it?" of "it was stolen in 1995" finds the verb and nobody.
 */
function fillerFeatures({ question, passages, language }: Search, index: number): readonly number[] {
  const passage = passages[index];
  const told = passage === undefined ? null : readingOf(passage.text, language);
  if (passage === undefined || told === null) return NO_FILLERS;
  const want = wantOf(question, language);
  const slot = slotIn(question.text, language);
  const near = nearnessIn(told);
  const names = namedIn(passage, passages, language);
  const verb = slot === null ? -1 : Math.max(0, ...told.words.map((_, at) => (isContent(told, at) ? near(slot.verb, at) : 0)));
  let [strongest, suitable, inRole] = [0, 0, slot === null || verb < SAME_VERB ? -1 : 0];
  let best: { fit: number; filling: Filling } = { fit: 0, filling: NO_FILLING };
  for (const at of told.words.keys()) {
    if (at >= LONG) break;
    if (!isPart(told, at, 'NOUN', 'PROPN', 'PRON', 'ADV', 'ADJ') || hasRelation(told, at, 'compound', 'flat', 'amod')) continue;
    const fit = suitability(want, told, at, names);
    if (fit > strongest) strongest = fit;
    if (fit < 0 || fit >= SUITS) suitable += 1;
    if (slot === null || fit === 0) continue;
    const filling = fillingAt(slot, told, at, near);
    const own = Math.abs(fit);
    if (own * filling.whole > best.fit * Math.max(0, best.filling.whole)) best = { fit: own, filling };
    if (filling.role > 0 && filling.verb >= SAME_VERB) inRole = Math.max(inRole, own);
  }
  return [
    want.wanted === null ? (want.focus === null ? 0 : 1) : 2,
    strongest,
    suitable,
    best.fit,
    best.filling.verb,
    best.filling.role,
    best.filling.others,
    best.fit * Math.max(0, best.filling.whole),
    verb,
    inRole,
  ];
}
/** So near two verbs tell the same deed; from so much on a word is of a kind. */
const [SAME_VERB, SUITS] = [0.6, 0.5];
/** Only so many words of a sentence are looked at. */
const LONG = 90;

function isContent(told: Tree, at: number): boolean {
  return isPart(told, at, 'NOUN', 'VERB', 'ADJ', 'PROPN');
}
