import { peopleOf } from '../../language/peoples.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf, type Reading as Tree } from '../../language/reading/reading.ts';
import { relativesOf } from '../../language/relations.ts';
import { kinshipOfWords } from '../../language/sense.ts';
import { stemOf } from '../../language/stem.ts';
import { languageFor } from '../../language/tables.ts';
import { QUESTION_WORD } from './question-words.ts';

/** WordNet's lexicographer file of people. */
const PERSON = 18;
/** So near two nouns are one office. */
const SAME = 0.5;
/** Words of whoever heads something: each may stand for the others. */
const LEADS =
  /^(?:head|boss|chief|ceo|president|chair(?:man|woman|person)?|director|leader|executive|founder|commissioner|minister|coach|manager|captain|editor|owner|mayor|secretary|governor|principal|headteacher)s?$/u;
const LEADING =
  /^(?:leads?|led|leading|runs?|ran|running|head(?:s|ed|ing)|chair(?:s|ed)|manage[sd]?|presid(?:es|ed)|own(?:s|ed)|founded)$/u;
/** "deputy minister": another office than the minister's. */
const OTHER = /^(?:deputy|vice|ex|acting|assistant|interim|associate|junior|co)$/u;
const PAST = /^(?:former|ex|then|late)$/u;
/** Words between a name and the office behind its comma. */
const BETWEEN = 6;

/**
 * "Who is the coach?", "who is the firm's lawyer?": does the sentence name whoever has that office? Null where no office of a
 * person is asked for. English only.
 */
export function namesHolder(question: string, sentence: string, language: string): boolean | null {
  const asked = languageFor(language).code === 'en' && WHO_IS.test(question) ? readingOf(question, language) : null;
  const office = asked === null ? -1 : officeIn(asked);
  if (asked === null || office < 0) return null;
  const told = readingOf(sentence, language);
  if (told === null) return null;
  const own = lowerAt(asked, office);
  const others = kindsOf(asked, office);
  // "the deputy minister" is not the minister, and the prime minister not the finance minister.
  const isOther = (at: number) => {
    const kinds = kindsOf(told, at);
    const isPast = !/\bw(?:as|ere)\b/iu.test(question) && dependentsOf(told, at, 'amod').some((one) => PAST.test(lowerAt(told, one)));
    const beside = [...kinds, lowerAt(told, at - 1), lowerAt(told, at - 2)];
    const isDeputy = beside.some((kind) => OTHER.test(kind) && !others.includes(kind));
    return isPast || isDeputy || (kinds.length > 0 && others.length > 0 && !kinds.some((kind) => others.includes(kind)));
  };
  if (LEADS.test(own) && UNDER.test(sentence)) return true;
  const isDone = (at: number) =>
    isPart(told, at, 'VERB') &&
    (lowerAt(told, at).startsWith(own.slice(0, FAMILY)) || (LEADS.test(own) && LEADING.test(lowerAt(told, at)))) &&
    dependentsOf(told, at, 'nsubj', 'obl').some((one) => isCapital(told, one));
  const isOffice = (at: number) =>
    (isPart(told, at, 'NOUN') || (isPart(told, at, 'PROPN') && LEADS.test(lowerAt(told, at)))) &&
    isSame(own, lowerAt(told, at), language) &&
    !isOther(at);
  const owners = namesOf(asked);
  // "Arsenal manager Ole Lind" is not Bayern's.
  const isElsewhere = (at: number) => {
    const theirs = ownersAt(told, at);
    return (
      owners.length > 0 &&
      theirs.length > 0 &&
      !theirs.some((owner) => [owner, ...peopleOf(owner, language)].some((one) => owners.includes(one)))
    );
  };
  return told.words.some((_, at) => isDone(at) || (isOffice(at) && isNamed(told, at) && !isElsewhere(at)));
}
const WHO_IS = /^\P{L}*(?:(?:and|so|but|ok|okay),?\s)?who(?:['’]s|['’]re|\s(?:is|was|are|were))\s/iu;

/** The office: a person's noun that "who is" is said of, and no place or time that somebody is in. */
function officeIn(asked: Tree): number {
  const who = asked.words.findIndex((_, at) => QUESTION_WORD.test(lowerAt(asked, at).replace(/['’].*$/u, '')));
  const root = asked.words.findIndex(({ head }) => head < 0);
  const office = root === who ? (dependentsOf(asked, root, 'nsubj')[0] ?? -1) : root;
  if (
    office < 0 ||
    !isPart(asked, office, 'NOUN', 'PROPN') ||
    dependentsOf(asked, office, 'case').some((at) => !/^['’]s?$/u.test(lowerAt(asked, at)))
  )
    return -1;
  // "the first customer", "the youngest driver": one of many, and no office.
  if (
    dependentsOf(asked, office, 'amod').some((at) =>
      /^(?:first|last|only|next|\p{L}{3,}est|best|worst|most|top)$/u.test(lowerAt(asked, at)),
    )
  )
    return -1;
  const word = lowerAt(asked, office);
  if (NO_OFFICE.test(word)) return -1;
  return LEADS.test(word) || relativesOf(stemOf(word, asked.language), asked.language).noun === PERSON ? office : -1;
}

/** Stems of the names in a question, and of whoever owns something there, in small letters as well. */
function namesOf(asked: Tree): string[] {
  return asked.words.flatMap(({ part, text }, at) => {
    const isOwner = /^['’]s$/u.test(asked.words[at + 1]?.text ?? '') && part !== 'PRON' && !QUESTION_WORD.test(lowerAt(asked, at));
    // "LAX" may be told in full.
    if (/^\p{Lu}{2,}$/u.test(text)) return [];
    return part === 'PROPN' || isOwner || (at > 0 && /^\p{Lu}\p{Ll}/u.test(text)) ? [stemOf(lowerAt(asked, at), asked.language)] : [];
  });
}

/** Stems of whose an office is said to be: right before it ("Arsenal manager", "Arsenal's manager"), or behind ("manager of Arsenal"). */
function ownersAt(told: Tree, office: number): string[] {
  const owners: number[] = [];
  let at = office - 1;
  while (at >= 0 && (isCapital(told, at) || isPart(told, at, 'ADJ', 'NOUN') || /^['’]s$/u.test(told.words[at]?.text ?? ''))) {
    if (/^\p{Lu}/u.test(told.words[at]?.text ?? '')) owners.push(at);
    at -= 1;
  }
  if (/^(?:of|at|for)$/u.test(lowerAt(told, office + 1)))
    for (let next = office + 2; next < office + 2 + OWNER_WORDS; next += 1) if (isCapital(told, next)) owners.push(next);
  return owners.map((one) => stemOf(lowerAt(told, one), told.language)).filter((stem) => !KIND_OF_OFFICE.test(stem));
}
const OWNER_WORDS = 4;
/** "Prime", "Chief Executive": of the office itself. */
const KIND_OF_OFFICE =
  /^(?:prim|financ|foreign|deput|vice|vic|defen[cs]|interior|health|educ|home|chief|first|execut|head|general|manag|senior|former|then)/u;

/** "finance", "deputy": of what kind an office is, as it stands before it; names and whose it is are none. */
function kindsOf(reading: Tree, office: number): string[] {
  return dependentsOf(reading, office, 'amod', 'compound', 'nmod').flatMap((at) => {
    const word = lowerAt(reading, at);
    const isOwner = dependentsOf(reading, at, 'case').length > 0;
    const isName =
      isCapital(reading, at) &&
      !/^(?:prime|finance|foreign|deputy|vice|defen[cs]e|interior|health|education|home|chief|first)$/u.test(word);
    return at < office && !isOwner && !isName && !/^(?:new|current|old|former|own)$/u.test(word) ? [word] : [];
  });
}

/** Persons who are none by an office, and whom a sentence may tell of in any words. */
const NO_OFFICE =
  /^(?:heroe?s?|customers?|victims?|people|persons?|m[ae]n|wom[ae]n|guys?|girls?|boys?|bab(?:y|ies)|child|children|kids?|winners?|losers?|one|others?)$/u;
/** "hosted" of a host: letters that a deed and whoever does it share. */
const FAMILY = 4;
/** "under Ole Lind": he is the coach. */
const UNDER = /\bunder \p{Lu}\p{L}+ \p{Lu}/u;

function isSame(own: string, other: string, language: string): boolean {
  if (stemOf(own, language) === stemOf(other, language) || (LEADS.test(own) && LEADS.test(other))) return true;
  const file = relativesOf(stemOf(other, language), language).noun;
  return (file === PERSON || file === null) && kinshipOfWords(own, other, language) >= SAME;
}

/** Does a name stand with the office: before it, behind it, or as what it is? */
function isNamed(told: Tree, at: number): boolean {
  const head = headOf(told, at);
  const isName = (one: number) => isCapital(told, one);
  if (isName(head) && hasRelation(told, at, 'compound', 'flat', 'nmod', 'amod', 'appos', 'nsubj')) return true;
  if (dependentsOf(told, at, 'appos', 'flat', 'nsubj').some(isName)) return true;
  if (dependentsOf(told, at, 'compound').some((one) => one > at && isName(one))) return true;
  if (isName(at + 1) || (told.words[at + 1]?.text === ',' && isName(at + 2))) return true;
  const comma = told.words.findLastIndex(({ text }, one) => one < at && text === ',');
  return comma > 0 && at - comma <= BETWEEN && isName(comma - 1);
}

function isCapital(told: Tree, at: number): boolean {
  return isPart(told, at, 'PROPN') && /^\p{Lu}/u.test(told.words[at]?.text ?? '');
}
