import { isPart, lowerAt, readingOf, wordsIn, type Reading } from '../language/reading/reading.ts';
import { relativesOf } from '../language/relations.ts';
import { stemOf } from '../language/stem.ts';

/** Words of an office, and characters that an introduction takes at most. */
const MOST_WORDS = 6;
const LONGEST = 110;
/** WordNet's persons. */
const PEOPLE = 18;
/** Words that say of anybody who he is. */
const OFFICE =
  /^(?:minister|president|secretary|chancellor|general|governor|senator|chief|officer|judge|justice|mayor|sergeant|captain|chairman|chairwoman|chair|executive|director|editor|manager|head|leader|boss|spokesman|spokeswoman|spokesperson|ceo|cfo|coo|cto|founder|co-founder|owner)$/u;
/** Whose friend somebody is stands elsewhere. */
const OF_SOMEBODY =
  /^(?:partner|friend|wife|husband|son|daughter|brother|sister|father|mother|parent|cousin|uncle|aunt|colleague|rival|heir|fiancée?|girlfriend|boyfriend|neighbou?r|successor|predecessor|victim|man|woman|boy|girl)$/u;

/**
 * A person as a sentence that names him introduces him, in its own words: "harbour master Ole Lind", "Ole Lind, head of the
 * harbour board", "Ole Lind of the Norvik Post". The bare name where the sentence says nothing of him.
 */
export function introducedBy(name: string, sentence: string, language: string): string {
  const reading = readingOf(sentence, language);
  const start = sentence.indexOf(name);
  if (reading === null || start < 0) return name;
  const end = start + name.length;
  // "Editor in Chief Ole Lind": a name of its own, or none.
  const chief = IN_CHIEF.exec(sentence.slice(0, start) + (/^Chief\s/u.test(name) ? 'Chief ' : ''))?.[0];
  if (chief !== undefined) return `${chief}${name.replace(/^Chief\s/u, '')}`;
  const told = [bodyBehind(sentence, start, end), officeBehind(reading, start, end), officeBefore(reading, start, end)];
  return told.find((one) => one !== null && one.length <= LONGEST && isWhole(one)) ?? name;
}

const IN_CHIEF = /\b(?:editor|commander)[\s-]in[\s-]chief\s$/iu;

function isWhole(text: string): boolean {
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
  return count(/"/gu) % 2 === 0 && count(/[“„«]/gu) === count(/[”»]/gu) && count(/\(/gu) === count(/\)/gu);
}

/** "of the Norvik Post" */
function bodyBehind(sentence: string, start: number, end: number): string | null {
  const body = /^ of (?:The |the )?\p{Lu}[\p{L}’'&.-]*(?:\s(?:of\s(?:the\s)?)?\p{Lu}[\p{L}’'&.-]*){0,4}/u.exec(sentence.slice(end))?.[0];
  return body === undefined ? null : sentence.slice(start, end) + body.replace(/['’]s$|[.,’']+$/u, '');
}

/** ", head of the harbour board," up to the next sign. */
function officeBehind(reading: Reading, start: number, end: number): string | null {
  const { words, sentence } = reading;
  const from = words.findIndex((word) => word.start >= end);
  if (words[from]?.text !== ',') return null;
  const next = words.findIndex((word, at) => at > from && /^[,.;:]$/u.test(word.text));
  const far = bodiesBehind(reading, next, start + LONGEST);
  const until = (words[far - 1]?.end ?? 0) - start <= LONGEST ? far : next;
  const some = [...words.keys()].slice(from + 1, Math.max(from + 1, until));
  const isOffice =
    some.length > 1 &&
    !ELSEWHERE.test(sentence.slice(words[from + 1]?.start)) &&
    some.some((at) => isOfficer(reading, at) || isPartnerIn(reading, at)) &&
    some.every(
      (at) =>
        OFFICE.test(lowerAt(reading, at)) ||
        OFFICE.test(lowerAt(reading, at + 1)) ||
        !isPart(reading, at, 'VERB', 'AUX', 'PRON', 'SCONJ', 'NUM'),
    );
  return isOffice ? sentence.slice(start, words[until - 1]?.end) : null;
}

/** "Group President[, Asia Pacific, Norr Hotels]": where, and of which house, in capitals up to the next sign. */
function bodiesBehind(reading: Reading, comma: number, most: number): number {
  const { words } = reading;
  if (words[comma]?.text !== ',' || (words[comma]?.start ?? 0) > most) return comma;
  const next = words.findIndex((word, at) => at > comma && /^[,.;:]$/u.test(word.text));
  const piece = words.slice(comma + 1, next);
  const isBody = piece.length > 1 && piece.every(({ text }) => /^\p{Lu}|^(?:of|the|and|&|for)$/u.test(text));
  return isBody ? bodiesBehind(reading, next, most) : comma;
}

/** "a partner at Northwind": of a house, and not of somebody. */
function isPartnerIn(reading: Reading, at: number): boolean {
  return lowerAt(reading, at) === 'partner' && /^(?:at|in|with)$/u.test(lowerAt(reading, at + 1));
}

/** "then the tournament director", "the agency's head": which one stands elsewhere. */
const ELSEWHERE = /^(?:then|now|later|the \p{Ll}+['’]s)\b/u;

/** "harbour master", right before the name. */
function officeBefore(reading: Reading, start: number, end: number): string | null {
  const { words, sentence } = reading;
  const [name = -1] = wordsIn(reading, start, end);
  let from = name;
  const isJoined = (at: number) => /^\s$/u.test(sentence.slice(words[at]?.end, words[at + 1]?.start));
  while (name - from < MOST_WORDS && isPart(reading, from - 1, 'NOUN', 'PROPN', 'ADJ') && isJoined(from - 1)) from -= 1;
  // "Norr County Attorney's Office spokesman": the office has a name of its own.
  if (/^['’]s$/u.test(words[from - 1]?.text ?? '') && /^\p{Lu}/u.test(words[from]?.text ?? '')) {
    from -= 1;
    while (/^\p{Lu}/u.test(words[from - 1]?.text ?? '')) from -= 1;
  }
  // "city rivals Berg and Lind": several are no one's office. And nothing begins in the middle of a longer word or phrase.
  const isCut = from > 0 && !isPart(reading, from - 1, 'DET', 'ADP', 'PUNCT', 'CCONJ', 'VERB', 'AUX', 'SCONJ', 'PRON', 'PART', 'ADV');
  const isHyphened = /^[-–]$/u.test(words[from - 1]?.text ?? '');
  // "chief Ole Lind": of what?
  const isBare = name - from === 1 && lowerAt(reading, from) === 'chief';
  return from < name && !isCut && !isHyphened && !isBare && isOfficer(reading, name - 1) ? sentence.slice(words[from]?.start, end) : null;
}

function isOfficer(reading: Reading, at: number): boolean {
  const word = lowerAt(reading, at);
  if (OFFICE.test(word)) return true;
  const { language } = reading;
  const isSeveral = word.endsWith('s') && !word.endsWith('ss');
  return (
    isPart(reading, at, 'NOUN') && !isSeveral && !OF_SOMEBODY.test(word) && relativesOf(stemOf(word, language), language).noun === PEOPLE
  );
}
