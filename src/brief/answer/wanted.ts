import { peopleOf } from '../../language/peoples.ts';
import { dependentsOf, isPart, lowerAt, readingOf, topOf, wordsIn, type Reading as Tree } from '../../language/reading/reading.ts';
import { relativesOf } from '../../language/relations.ts';
import { stemOf } from '../../language/stem.ts';
import { languageFor } from '../../language/tables.ts';
import type { Span } from '../../model/article.ts';
import { DATE } from './candidate.ts';
import type { Question } from './question.ts';

/** What kind of words answer: whoever does it, what it is called, where, when. */
export const WANTED = ['person', 'name', 'place', 'time'] as const;
export type Wanted = (typeof WANTED)[number];

/** "What is the ship called?": what has a name of its own is told by it. */
const NAMED =
  /\bnames? of\b|['’]s (?:\p{L}+ )?name\b|\bthe name\b|\b(?:named|called)\W*$|\bwie hei(?:ß|ss)|\bs['’]appelle|\bse llama|\bsi chiama|\bse chama|\bheet\b|\bheten\b/iu;
/** "Which hospital?": the dictionary has it among things that are made. */
const PLACES =
  /\b(?:which|what|welche[rsmn]?|quel(?:le)?s?|qué|quale|quali|welke?|que)\s+(?:\p{L}+\s)?(?:city|town|village|country|state|county|province|street|road|hotel|hospital|school|university|college|court|stadium|region|area|island|prison|airport|border|part of|place|stadt|ort|dorf|land|straße|schule|uni(?:versität)?|spital|krankenhaus|ville|village|pays|rue|école|université|hôpital|ciudad|pueblo|país|calle|escuela|universidad|città|paese|via|scuola|università|cidade|rua|escola|universidade|stad|dorp|straat|universiteit)\b/iu;
const TIME =
  /\b(?:\d{4}|\p{L}+day|weeks?|months?|years?|mornings?|nights?|evenings?|afternoons?|hours?|minutes?|seconds?|today|tomorrow|yesterday|spring|summer|autumn|winter|season|ago|decades?|century|noon|midnight|\d+s|christmas|easter|weekend|soon|now|recently|jahre?n?|monate?n?|wochen?|tage?n?|uhr|heute|gestern|morgen|ans?|années?|mois|semaines?|jours?|hier|años?|mes(?:es)?|semanas?|días?|ayer|hoy|anni?|mesi|giorni|ieri|oggi|anos?|dias?|ontem|hoje|jaar|maanden?|dagen|gisteren|vandaag)\b/iu;
const AT_PLACE =
  /^(?:in|at|near|from|outside|inside|across|on|to|into|under|behind|through|around|towards?|à|en|aus|bei|nach|auf|dans|chez|sur|em|no|na|a|da|nel|nella|naar|op|bij)$/u;
/** WordNet's lexicographer files of nouns for groups, places and people. */
const [GROUP, PLACE, PEOPLE] = [14, 15, 18];

/** The kind of words that the question wants; null where it wants something else. */
export function wantedBy({ asked, text }: Question): Wanted | null {
  if (PLACES.test(text)) return 'place';
  if (asked === 'person') return 'person';
  if (NAMED.test(text)) return 'name';
  return asked === 'place' || asked === 'time' ? asked : null;
}

/** What words of a sentence are, beside what the question says already. */
export interface Stretch {
  /** Its words without punctuation, and the one that the others hang on. */
  words: readonly number[];
  top: number;
  /** Proper names in it that the question does not have; a people is none ("the Swiss"), but where a place is wanted. */
  names: number;
  /** Does it stand behind a preposition of place? */
  isAt: boolean;
  isTime: boolean;
  noun: 'person' | 'group' | 'place' | null;
}

/** Null where no word stands there. */
export function stretchAt(told: Tree, span: Span, { terms }: Question, wanted: Wanted | null): Stretch | null {
  const { language } = told;
  const words = wordsIn(told, span.start, span.end).filter((at) => !isPart(told, at, 'PUNCT'));
  const [first] = words;
  if (first === undefined) return null;
  const top = topOf(told, words);
  const stem = stemOf(lowerAt(told, top), language);
  const kind = terms.includes(stem) ? null : relativesOf(stem, language).noun;
  const marker = dependentsOf(told, top, 'case').find((at) => at <= first) ?? (isPart(told, first - 1, 'ADP') ? first - 1 : -1);
  const text = told.sentence.slice(span.start, span.end);
  return {
    words,
    top,
    names: words.filter((at) => isNewName(told, at, terms) && (wanted === 'place' || !isPeople(told, at))).length,
    isAt: marker >= 0 && AT_PLACE.test(lowerAt(told, marker)) && !terms.includes(stem),
    isTime: DATE.test(text) || TIME.test(text),
    noun: kind === PEOPLE ? 'person' : kind === GROUP ? 'group' : kind === PLACE ? 'place' : null,
  };
}

export function isTimeWord(word: string): boolean {
  return DATE.test(word) || TIME.test(word);
}

/** Does the word stand behind a preposition of place? */
export function isAtPlace(told: Tree, at: number): boolean {
  return dependentsOf(told, at, 'case').some((one) => AT_PLACE.test(lowerAt(told, one)));
}

/** Has the sentence any words that could say when? A "when" that opens it asks for another sentence's time. */
export function tellsTime(sentence: string): boolean {
  return DATE.test(sentence) || TIME.test(sentence) || THEN.test(sentence.replace(/^\P{L}*\p{L}+/u, ''));
}
const THEN =
  /\b(?:after|before|once|until|since|while|later|when|nach|vor|wenn|als|après|avant|quand|después|antes|cuando|dopo|prima|quando|na|voor|toen)\b/iu;

/** Has the sentence a name that the question does not have, where it asks for one; where it asks who, anybody at all? */
export function namesAnybody(question: Question, sentence: string, language: string): boolean {
  const wanted = wantedBy(question);
  const told = wanted === 'name' || wanted === 'person' ? readingOf(sentence, language) : null;
  if (told === null) return true;
  const isSomebody = (at: number) => {
    const stem = stemOf(lowerAt(told, at), language);
    const kind = isPart(told, at, 'NOUN') && !question.terms.includes(stem) ? relativesOf(stem, language).noun : null;
    return kind === GROUP || kind === PEOPLE;
  };
  // Only English has a dictionary of who is somebody.
  const isPerson = wanted === 'person' && (languageFor(language).code !== 'en' || told.words.some((_, at) => isSomebody(at)));
  return isPerson || told.words.some((_, at) => isNewName(told, at, question.terms));
}

/** A proper name that the question does not have. */
export function isNewName(told: Tree, at: number, terms: readonly string[]): boolean {
  return isPart(told, at, 'PROPN') && !terms.includes(stemOf(lowerAt(told, at), told.language));
}

function isPeople(told: Tree, at: number): boolean {
  return peopleOf(stemOf(lowerAt(told, at), told.language), told.language).length > 0;
}

/** Are the words of the kind that is wanted? */
export function isOfKind(wanted: Wanted, { names, isAt, isTime, noun }: Stretch): boolean {
  if (wanted === 'time') return isTime;
  if (wanted === 'place') return (names > 0 && !isTime) || (isAt && !isTime) || noun === 'place';
  return names > 0 || (wanted === 'person' && (noun === 'person' || noun === 'group'));
}
