import { peopleOf } from '../../language/peoples.ts';
import { hasRelation, headOf, isPart, lowerAt, readingOf, wordsIn } from '../../language/reading/reading.ts';
import { relativesOf } from '../../language/relations.ts';
import { stemOf } from '../../language/stem.ts';
import { languageFor } from '../../language/tables.ts';
import type { Span } from '../../model/article.ts';
import type { Passage } from '../passages.ts';
import { focusOf } from './aspects.ts';
import { EVIDENCE_FEATURES, type Evidence } from './evidence.ts';
import { fillersOf } from './fillers.ts';
import { namesHolder } from './office-holder.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';
import { doubtsOf, type Doubts } from './trust.ts';
import { namesAnybody, tellsTime } from './wanted.ts';

/**
 * How sure the engine must be, as logits: that the article is about this at all, that it tells just this, and that a
 * colleague's question is answered here at all.
 */
export interface Caution {
  foreign: number;
  tempting: number;
  told: number;
}

const SENSE = EVIDENCE_FEATURES.indexOf('sense');
const OWN = EVIDENCE_FEATURES.indexOf('own');
const WORDWISE = EVIDENCE_FEATURES.indexOf('wordwise');
/** Words that carry meaning in a short question. */
const SHORT = 2;
/** A sentence that shares no word with the question and comes no nearer to what it means is about something else. */
const STRANGE = 0.2;
/** Kinds of question that a sentence without such words cannot answer. */
const NEEDS_CANDIDATE: ReadonlySet<Question['asked']> = new Set(['count', 'money', 'percent', 'duration']);
/** A candidate of the thing that is counted is at least so strong, one of the measure that is asked for twice as much. */
const COUNTED = 0.3;
const MEASURED = 0.6;
/** What is never told by counting: "six hospitals" says not how tall one is. */
const ONLY_MEASURED: ReadonlySet<Question['measure']> = new Set(['mass', 'length', 'temperature']);

/** By how much the least certain of the judgements clears its bar; below 0 the question is refused. */
export function marginOf(reading: Reading, model: Doubts, caution: Caution): number {
  return lackIn(reading) === null ? judgedOf(reading, model, caution) : NEVER;
}

/** The same by the judgements alone, where something that is asked for seems to lack. */
export function judgedOf(reading: Reading, model: Doubts, caution: Caution): number {
  const doubts = doubtsOf(reading, model);
  const sure = Math.min(doubts.foreign - caution.foreign, doubts.tempting - caution.tempting);
  if (quotesAbout(reading) || asksOnlyForWords(reading)) return sure;
  const { question } = reading.search;
  const isReasonless = question.asked === 'reason' && reading.ranked[0]?.evidence.candidate === null;
  return Math.min(sure, doubts.told - caution.told - (isReasonless ? REASONLESS : 0));
}
/** By so much surer it must be, as a logit, that a sentence without any word of cause tells why. */
const REASONLESS = 2;
/** The margin of what no judgement could make an answer. */
export const NEVER = -9;

/** What a sentence may lack that another one has: the kind of thing that is asked for. */
const KINDS: ReadonlySet<string> = new Set(['time', 'place', 'number', 'measure', 'what is counted', 'name', 'office']);

/** Can the leading sentence not be the answer, whatever is learnt? */
export function lacks(reading: Reading): boolean {
  return lackIn(reading) !== null;
}

/** Has the leading sentence nothing of the kind that is asked for? */
export function lacksKind(reading: Reading): boolean {
  return KINDS.has(lackIn(reading) ?? '');
}

/** What the leading sentence lacks without which it cannot answer, whatever is learnt; null where it lacks nothing. */
function lackIn(reading: Reading): string | null {
  const { question, passages, language } = reading.search;
  const evidence = reading.ranked[0]?.evidence;
  if (evidence === undefined || isHeading(evidence.passage)) return 'sentence';
  const { coverage, features, candidate, passage } = evidence;
  // "How much is it?" asks for nothing but a price; whose age is asked for is looked up before.
  if (question.terms.length === 0)
    return question.measure !== null && !question.asksAge && (candidate?.strength ?? 0) >= MEASURED ? null : 'words';
  if ((coverage === 0 && (features[SENSE] ?? 0) < STRANGE) || isFaint(evidence)) return 'subject';
  if (question.asked === 'time' && !tellsTime(passage.text)) return 'time';
  if (question.asked === 'place' && isNowhere(reading, evidence.index)) return 'place';
  // "What happened in 1974?" of an article that does not go back so far.
  if (question.numbers.some((number) => YEAR.test(number) && !passages.some(({ text }) => text.includes(number)))) return 'year';
  // So short a question is told by its words or not at all.
  if (question.terms.length <= SHORT && (features[OWN] ?? 0) === 0) return 'words';
  if ((NEEDS_CANDIDATE.has(question.asked) || question.asksAge) && candidate === null) return 'number';
  const least = ONLY_MEASURED.has(question.measure) ? MEASURED : COUNTED;
  if (question.measure !== null && (candidate?.strength ?? 0) < least) return 'measure';
  if (question.asked === 'count' && !isCounted(reading)) return 'what is counted';
  if (!namesAnybody(question, passage.text, language)) return 'name';
  if (question.asked === 'person' && namesHolder(question.text, passage.text, language) === false) return 'office';
  return NEEDS_WORDS.has(question.asked) && metShare(reading) < LEAST_MET ? 'words' : null;
}

/** A heading, or a few words among paragraphs that are one whatever they are set as. */
export function isHeading({ kind, text, words }: Passage): boolean {
  return kind === 'heading' || (kind === 'paragraph' && words.length <= FEW && !/[.!?:;\d]/u.test(text));
}
const FEW = 6;

/** "How many turbines?" of a sentence with one battery: what is counted has to be there, or something like it. */
function isCounted({ ranked, search: { question, met, language } }: Reading): boolean {
  const noun = focusOf(question.text, language) ?? question.focusNoun;
  const term = noun === null ? -1 : question.terms.indexOf(noun);
  const thing = term < 0 ? undefined : met[ranked[0]?.evidence.index ?? -1]?.[term];
  if (thing === undefined || Math.max(thing.own, thing.alike) >= LIKE) return true;
  const { passage, candidate = null } = ranked[0]?.evidence ?? {};
  return PEOPLE.test(question.text) && passage !== undefined && candidate !== null && countsPeople(passage.text, candidate.span, language);
}
const PEOPLE = /\bhow many (?:other |more )?(?:people|persons|folks)\b/iu;

/** "140,000 shoppers", "five million Britons": people, whatever they are called. English knows its nouns. */
function countsPeople(text: string, span: Span, language: string): boolean {
  const told = readingOf(text, language);
  const number = told === null ? undefined : wordsIn(told, span.start, span.end).find((at) => isPart(told, at, 'NUM'));
  if (told === null || number === undefined || !hasRelation(told, number, 'nummod')) return false;
  const stem = stemOf(lowerAt(told, headOf(told, number)), language);
  return relativesOf(stem, language).noun === PERSON || peopleOf(stem, language).length > 0;
}
/** WordNet's lexicographer file of people. */
const PERSON = 18;
/** So like what is asked for is what is counted. */
const LIKE = 0.5;

/** "Is there a fire risk?" of a sentence that has only the battery: whether something is so, or who said it, is told by its words. */
const NEEDS_WORDS: ReadonlySet<Question['asked']> = new Set(['yes-no', 'wording']);
const LEAST_MET = 0.25;

/** How much of what the question says the leading sentence, its neighbours or its heading say, 0 to 1. */
function metShare({ ranked, search: { question, met, weights } }: Reading): number {
  const best = met[ranked[0]?.evidence.index ?? -1] ?? [];
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const told = question.terms.map((_, term) => {
    const one = best[term];
    return one === undefined ? 0 : Math.max(one.own, one.nearby, one.above, one.alike >= LIKE ? one.alike : 0);
  });
  return told.reduce((sum, value, term) => sum + value * (weights[term] ?? 0), 0) / total;
}

/** "Who owns the moon base?" of a sentence with a site: so little of it stands there, its other words have nothing near them, and it means something else. */
function isFaint({ coverage, features }: Evidence): boolean {
  return coverage < FAINT.coverage && (features[WORDWISE] ?? 0) < FAINT.wordwise && (features[SENSE] ?? 0) < FAINT.sense;
}
const YEAR = /^(?:1[5-9]|20)\d{2}$/u;
const FAINT = { coverage: 0.2, wordwise: 0.35, sense: 0.3 };

/** "Where did it crash?" of "pilots are not different from other people": no word of it could say where. English knows its nouns. */
function isNowhere({ search: asked }: Reading, index: number): boolean {
  const [, strongest = 0] = fillersOf(asked, index);
  return languageFor(asked.language).code === 'en' && strongest >= 0 && strongest < SOMEWHERE;
}
const SOMEWHERE = 0.3;

/** "What did Musk call the firm?": the leading sentence quotes, and all whom the question names stand in it or right beside it, however they are called there. */
function quotesAbout({ search: { question, passages }, ranked }: Reading): boolean {
  const lead = ranked[0]?.evidence;
  if (lead === undefined || question.asked !== 'wording' || question.names.size < NAMED || !QUOTING.test(lead.passage.text)) return false;
  const around = passages.slice(Math.max(0, lead.index - 1), lead.index + 2);
  return [...question.names].every((name) => around.some(({ stems }) => stems.has(name)));
}
const NAMED = 2;
export const QUOTING = /["“„«][^"“”„«»]{2,200}["”“»]/u;

/** "What did Moen think of it?": asks for nothing but somebody's words, and the leading sentence names him. */
function asksOnlyForWords({ search: { question }, ranked }: Reading): boolean {
  const lead = ranked[0]?.evidence.passage;
  const isNamed = question.names.size > 0 && [...question.names].every((name) => lead?.stems.has(name) === true);
  return question.asked === 'wording' && isNamed && question.terms.every((term) => question.names.has(term) || OF_SPEECH.test(term));
}
const OF_SPEECH = /^(?:sa[yi]|said|think|thought|tell|told|describ|call|comment|react|respon|feel|felt|mak|argu|claim|believ|put)/u;
