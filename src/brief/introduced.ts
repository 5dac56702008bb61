import { hasRelation, isPart, readingOf, wordsIn } from '../language/reading/reading.ts';
import { isSaying } from '../language/reading/speech.ts';
import type { Point } from '../model/brief.ts';
import { isPersonName } from './antecedent.ts';
import { isName, isShortFor, TITLE } from './full-names.ts';
import { isBodyName } from './name-kinds.ts';
import { namesIn, OWNER } from './names.ts';
import { introducedBy } from './office.ts';
import type { Passage } from './passages.ts';

/**
 * The point with those whom nothing shown above names in full named so, in brackets, with their office where the sentence
 * that has the name says it: "Lind said" becomes "[harbour master Ole Lind] said", and that sentence is cited. The same point
 * where nobody is to be introduced, or the lock (`isProven`) does not let it through.
 */
export function introduced(
  point: Point,
  bullet: readonly Passage[],
  shown: string,
  passages: readonly Passage[],
  language: string,
  isProven: (point: Point) => boolean,
): Point {
  const names = namesIn(point.text).flatMap((name) =>
    passages.some(({ id, text }) => id < (bullet[0]?.id ?? 0) && text.includes(name)) ? [name] : apart(name),
  );
  const first = bullet[0]?.id ?? 0;
  return names.reduce((told, name) => {
    if (told.text.includes(`[${name}]`)) return withOffice(told, name, first, shown, passages, language, isProven);
    if (/\s/u.test(name.replace(TITLE, '')) && !shown.includes(name))
      return atFirstMention(told, name, first, passages, language, isProven);
    const short = name.replace(TITLE, '');
    const isLonger = names.some((other) => other !== name && (other.endsWith(` ${short}`) || other.startsWith(`${short} `)));
    if (/\s/u.test(short) || short.length < 3 || shown.includes(short) || isLonger) return told;
    const full = fullNameOf(short, first, passages, language);
    const start = told.text.indexOf(name);
    if (full === null || start < 0 || !isActing(told.text, start, name, language)) return told;
    if (isInsideWord(told.text, start) || isBareOwner(told.text, start + name.length, full.name)) return told;
    const ways = [introducedBy(full.name, full.text, language), full.whole, full.name].map((long) => ({
      text: `${told.text.slice(0, start)}[${long}]${told.text.slice(start + name.length)}`,
      citations: withSentence(told, full.id),
    }));
    return ways.find(isProven) ?? told;
  }, point);
}

/** The point's proof with the sentence that introduces somebody. */
function withSentence({ citations: [own, ...others] }: Point, id: number): Point['citations'] {
  return own === undefined ? [] : [{ ...own, sentenceIds: [...new Set([...own.sentenceIds, id])] }, ...others];
}

/** "#JeSuisElmhaven" */
function isInsideWord(text: string, start: number): boolean {
  return /[\p{L}\p{N}#@]$/u.test(text.slice(0, start));
}

/** "RMS’ views": an ending that the whole name would not have. */
function isBareOwner(text: string, end: number, full: string): boolean {
  return /^['’](?!s\b)/u.test(text.slice(end)) && !full.endsWith('s');
}

/** "Noel and Thomas": two people, or more. */
function apart(name: string): string[] {
  return name.split(/\s(?:and|&)\s/u).map((one) => one.replace(/^the\s/u, ''));
}

/** Somebody who has his whole name in the sentence, with the office that the first sentence with the name gives him. */
function atFirstMention(
  point: Point,
  name: string,
  before: number,
  passages: readonly Passage[],
  language: string,
  isProven: (point: Point) => boolean,
): Point {
  const first = passages.find(({ id, text }) => id < before && text.includes(name));
  const start = point.text.indexOf(name);
  const isTold =
    introducedBy(name, point.text, language) !== name ||
    /^(?:,|\s\()/u.test(point.text.slice(start + name.length)) ||
    isSaidBefore(point.text.slice(0, start));
  if (first === undefined || isTold || !isPersonName(name, passages) || !isActing(point.text, start, name, language)) return point;
  const long = introducedBy(name, first.text, language);
  const told = {
    text: `${point.text.slice(0, start)}[${long}]${point.text.slice(start + name.length)}`,
    citations: withSentence(point, first.id),
  };
  return long !== name && isProven(told) ? told : point;
}

/** "the teen Ole Lind": does some word right before the name say who he is? */
function isSaidBefore(before: string): boolean {
  return /[\p{L}’'-]+\s$/u.test(before) && !SAYS_NOTHING.test(before);
}
const SAYS_NOTHING =
  /(?:^|\s)(?:by|of|to|for|with|from|and|that|as|in|on|than|when|while|if|because|after|before|but|or|said|says|told)\s$/iu;

/** Whom a bracket names already, with the office that the first sentence with the name gives him. */
function withOffice(
  point: Point,
  name: string,
  before: number,
  shown: string,
  passages: readonly Passage[],
  language: string,
  isProven: (point: Point) => boolean,
): Point {
  const first = passages.find(({ id, text }) => id < before && text.includes(name));
  const full = /\s/u.test(name) && first !== undefined ? { ...first, name } : fullNameOf(name, before, passages, language);
  if (full === null || shown.includes(name)) return point;
  const ways = [introducedBy(full.name, full.text, language), full.name].map((long) => ({
    text: point.text.replace(`[${name}]`, () => `[${long}]`),
    citations: withSentence(point, full.id),
  }));
  return ways.find((way) => way.text !== point.text && isProven(way)) ?? point;
}

/** A name, with the body that stands behind it where one does, and the sentence that has it. */
interface FullName {
  name: string;
  whole: string;
  id: number;
  text: string;
}

/** The one longer name before the sentence that the short one stands for; null where there are several, or none. */
function fullNameOf(short: string, before: number, passages: readonly Passage[], language: string): FullName | null {
  const isPlace = passages.some(({ text }) => text.includes(` in ${short}`));
  for (const { id, text } of passages) {
    if (id >= before) break;
    for (const long of [...namesIn(text).flatMap(apart), ...spelledOut(short, text)]) {
      // "Norvik's Mayor Ole Lind": whose mayor he is is no part of the name.
      const whole = long.replace(TITLE, '').replace(OWNER, '');
      // "Ole Lind of the Norvik Post"
      const [person = whole] = whole.split(' of ');
      const name = person.endsWith(` ${short}`) && isPersonName(person, passages) ? person : whole;
      const isFirst = name.startsWith(`${short} `) && !isPlace && !ROLE.test(name);
      const isRole = ROLE.test(name);
      if (!isShortFor(short, name, passages, language) || name.split(/\s+/u).length > (isRole ? 6 : 3) || /[’']s /u.test(name)) continue;
      const isKnown =
        name.endsWith(` ${short}`) || isFirst
          ? isRole || isPersonName(name, passages) || hasOffice(name, text, language) || (isFirst && isBodyName(name))
          : /^\p{Lu}{2,6}$/u.test(short);
      if (isKnown && isName(name, text, language)) return { name, whole, id, text };
    }
  }
  return null;
}

function hasOffice(name: string, text: string, language: string): boolean {
  const told = introducedBy(name, text, language);
  return told !== name && !told.startsWith(`${name} of `);
}

const ROLE =
  /\b(?:Minister|President|Secretary|Chancellor|General|Governor|Senator|Chief|Officer|Judge|Justice|Mayor|Sergeant|Captain)\b|\b(?:Lt|Col|Gen|Maj|Sgt|Capt|Cmdr|Sen|Rep|Gov|Prof|Dr|Rev)\.\s/u;

/** "Harbour Board of Elmhaven (HBE)": what the letters stand for. */
function spelledOut(short: string, text: string): string[] {
  return namesIn(text.split(` (${short})`)[0] ?? '')
    .slice(-1)
    .filter((name) => text.includes(`${name} (${short})`));
}

/** Does somebody of that name do, suffer, say or own something there? "smaller Asian nations" names nobody. */
function isActing(text: string, start: number, name: string, language: string): boolean {
  const reading = readingOf(text, language);
  if (reading === null) return false;
  const isOwner = /^['’](?:s\b|\s)/u.test(text.slice(start + name.length));
  // "O’Hara insisted": a name that the grammar does not know as one.
  const isSpeaking = start === 0 && wordsIn(reading, name.length, name.length + 2).some((at) => isSaying(reading, at));
  // "Kenny shot and killed": at the front of a sentence a name does something, whatever the grammar makes of the verb.
  const isFront = start === 0 && /^\s(?:shot|\p{Ll}+ed|has|had|was|is|will)\s/u.test(text.slice(name.length));
  return (
    isOwner ||
    isSpeaking ||
    isFront ||
    wordsIn(reading, start, start + name.length).some(
      (at) =>
        (isPart(reading, at, 'PROPN') || (start === 0 && isPart(reading, at, 'NOUN'))) &&
        hasRelation(reading, at, 'nsubj', 'obl', 'obj', 'nmod', 'conj'),
    )
  );
}
