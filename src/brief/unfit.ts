import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf, type Reading } from '../language/reading/reading.ts';
import { languageFor } from '../language/tables.ts';
import { speaksTo } from './manner.ts';
import type { Passage } from './passages.ts';
import { PROMOTION_CODE } from './promotion.ts';
import { pointText, STRAY } from './wording.ts';

/** That nobody says anything is no news: "declined to comment", "could not be reached for comment". */
const REFUSAL =
  /\b(?:declin|refus)\w* to (?:comment|say|speak|discuss)\b|\bnot\b.{0,60}\b(?:for|to requests? for|to an? \w+ for) comment\b|\bno comment\b|\b(?:did|has|have|would|do|does)(?: not|n['’]t) (?:share|give|gave|given|provide|provided|offer|offered|disclose|disclosed|elaborate|reveal|specify|specified)\b(?=.{0,40}\b(?:details?|further|other|more)\b)|\bwollten? sich nicht (?:dazu )?äußern\b|\bn['’]a pas souhaité (?:réagir|commenter)\b|\b(?:no quiso|declinó) (?:comentar|hacer comentarios)\b/iu;

/** Who wrote it: "Berg reported from Norvik, and Lind wrote this story". */
const CREDIT = /\b(?:wrote|conducted) (?:(?:the|this) (?:story|report|interview)|and reported)\b|\breported and wrote\b/iu;

/** "Ole Lind ( left ) opens the quay": what stands under a picture. */
const PICTURE =
  /\(\s?(?:far )?(?:left|right|centre|center|above|below|top|bottom|inset|file photo)\s?\)|^(?:pictured|file photo|in this (?:\p{L}+ )?(?:photo|picture|image|video))\b/iu;
/** "… with his finger The fish moves away …": two lines of which the first has lost its full stop. */
const GLUED = /\p{Ll}\s(?:The|It|He|She|They)\s\p{Ll}/u;
/** "Correspondent Ole Lind explains who they are": another piece of the same house. */
const EXPLAINER = /\b(?:correspondent|reporter|editor|analyst)\b[^.]{0,60}\bexplains\b/iu;

/** "No, the debut has turned brutal.", "Well, …": an answer to what stands before. */
const REPLY = /^["“]?(?:No|Nope|Yes|Yep|Yeah|Well|OK|Okay|Oh|Ah|Hey|Hi|Hello|Sure|Wow)[,!.]\s/u;
/** "Tested by: Ole Lind RRP: €40 More info: …": a table that stands in a line. */
const LABELS = /(?:^|\s)\p{Lu}\p{L}+(?: \p{Ll}+){0,2}:\s/gu;
/** "For a list of ferries see Ferries of Norvik.", "Please consider a gift.", "(The mayor on Tuesday …": pointers, pleas, and what has lost its bracket. */
const POINTER =
  /^For (?:an?|the|other|more|further|details)\b.{3,120}\b(?:see|visit|consult|check)\b|\bplease\b|^\([^)]*$|\bpic\.twitter\.com\b|\b(?:subscription|subscribers?|members?)[- ](?:only )?content\b|\blog ?in to (?:check|read|view|continue|see)\b|\b(?:today|now) we(?:['’]re| are) going to\b|^here(?:['’]s| is| are)\b|(?<!\()https?:\/\/|,? (?:or|and)[.;]?$|^\([^)]*\)\s\p{Ll}/iu;
/** "Posted on 15 October by Ole Lind.", "Equivalent notations are , although …": when a page was made, and where a formula stood. */
const LEFT_OVER =
  /^(?:[Pp]osted|[Pp]ublished|[Uu]pdated|[Ll]ast (?:updated|modified)|[Ff]iled|[Ww]ritten) (?:on|by|at|in|under)\b|\b(?:are|is|by|where|let|denoted) ,/u;
/** "It is not only about the quay." */
const NOT_ONLY = /\b(?:not only|nicht nur|non seulement|no s[óo]lo|non solo|não s[óo]|niet alleen)\b/iu;
const BUT_ALSO = /\b(?:but|also|as well|too|it|sondern|auch|mais|aussi|sino|también|ma|anche|mas|também|maar|ook)\b|;/iu;
/** "Why the quay is promising.": a heading with a full stop. */
const HEADLINE = /^(?:Why|How) (?:[^\s?]+ ){1,8}[^\s?]+\.$/u;
/** "1 cup of flour, 2 tsp. salt": a line of a recipe. */
const PORTIONS = /\b\d+(?:[/.]\d+)? ?(?:cups?|tsp|tbsp|teaspoons?|tablespoons?|oz|ounces|scoops?|ml|g)\b|[½¼¾⅓⅔] ?(?:cups?|tsp|tbsp)/giu;

/**
 * What no colleague would forward: a question, half a quotation, somebody's words alone, a headline or link, that nobody comments.
 * What the writer says of himself is fit where it is told in quotation marks.
 */
export function isUnfit(passage: Passage, isWholeQuote: boolean, language: string, isGuide = false, isInMarks = false): boolean {
  const { kind } = passage;
  const text = passage.text.replace(STRAY, '');
  if (isWholeQuote || /[?？؟]["'”’»)\s]*$/u.test(text) || /(?::|\.\.\.|…)["'”’»)\s]*$/u.test(text)) return true;
  if (PICTURE.test(text) || GLUED.test(text.replace(QUOTATION, ' ')) || /^(?:--|#|@|Please note\b)/u.test(text) || EXPLAINER.test(text))
    return true;
  if (POINTER.test(text) || LEFT_OVER.test(text) || HEADLINE.test(text) || (text.match(PORTIONS)?.length ?? 0) > 2) return true;
  if (REPLY.test(text) || PROMOTION_CODE.test(text) || (text.replace(QUOTATION, ' ').match(LABELS)?.length ?? 0) > 1) return true;
  if (isHalfQuoted(text) || REFUSAL.test(text) || CREDIT.test(text)) return true;
  const [, ...behind] = text.split(NOT_ONLY);
  if (behind.length > 0 && !BUT_ALSO.test(behind.join(' '))) return true;
  if (isForeign(passage, language)) return true;
  if (!isInMarks && isAddressed(text, language, isGuide)) return true;
  // As a point would have it: what it leans on is asked of the same tree.
  const reading = readingOf(pointText(text, language), language);
  return (
    reading !== null &&
    kind !== 'list-item' &&
    (!isSentence(reading) ||
      (!isGuide && isCommand(reading)) ||
      isLabelled(reading) ||
      isEcho(reading) ||
      isSmallTalk(reading) ||
      isEmptyTag(reading) ||
      isBareName(reading))
  );
}

/** A sentence in another language than its article has none of its small words. */
function isForeign({ words }: Passage, language: string): boolean {
  const { code, stopwords } = languageFor(language);
  return code !== 'en' && stopwords.length > 0 && words.length >= LONG && words.every(({ stop }) => !stop);
}
/** Words, from which on a sentence has small ones. */
const LONG = 10;

/** "So will Berg.", "Nor did the council.": says that of somebody else which the sentence before says. */
function isEcho(reading: Reading): boolean {
  return (
    /^(?:so|nor|neither)$/u.test(lowerAt(reading, 0)) &&
    /^(?:will|would|did|does|do|has|have|had|is|are|was|were|can|could|should|might|may)$/u.test(lowerAt(reading, 1))
  );
}

/** "For four years a captain.": nobody does or is anything. */
export function isFragment(reading: Reading): boolean {
  const root = reading.words.findIndex(({ head }) => head < 0);
  return !isPart(reading, root, 'VERB', 'AUX') && dependentsOf(reading, root, 'nsubj', 'csubj', 'cop', 'expl').length === 0;
}

/** "Harbour master Ole Lind, who wants a new quay.": a name, and what is said of it beside. */
function isBareName(reading: Reading): boolean {
  const root = reading.words.findIndex(({ head }) => head < 0);
  const beside = dependentsOf(reading, root, 'acl');
  const isBare = isPart(reading, root, 'NOUN', 'PROPN') && isFragment(reading);
  // "…, who sold the quay, stormed to a win": more is said behind the aside, whatever the grammar takes it for.
  const goesOn = /\b(?:who|which)\b[^,]*?(?:,|\s[-–—])\s+\p{Ll}/u.test(reading.sentence);
  return (
    isBare &&
    !goesOn &&
    beside.some((one) => dependentsOf(reading, one, 'nsubj').some((at) => /^(?:who|which)$/u.test(lowerAt(reading, at))))
  );
}

/** "Berg wrote in her reply.": that somebody says it, without what. */
function isEmptyTag(reading: Reading): boolean {
  const root = reading.words.findIndex(({ head }) => head < 0);
  // "157,000 jobs were added": nobody says anything.
  const isPassive = dependentsOf(reading, root, 'aux').some((at) => /^(?:is|are|was|were|been|being)$/u.test(lowerAt(reading, at)));
  return (
    TAG.test(lowerAt(reading, root)) &&
    !isPassive &&
    reading.words.length <= LONGEST_TAG &&
    !/["“”„«»:]/u.test(reading.sentence) &&
    dependentsOf(reading, root, 'obj', 'iobj', 'ccomp', 'xcomp', 'parataxis', 'advcl', 'conj').length === 0
  );
}
const TAG = /^(?:said|says|added|wrote|writes|tweeted|replied|posted|explained|continued|concluded)$/u;
/** Words and signs. */
const LONGEST_TAG = 14;

/** "“Oh yeah, I plan on it,” Berg said": words that name nothing. */
function isSmallTalk({ words, sentence }: Reading): boolean {
  const quoted = /^["“„«]([^"”»]*)["”»]/u.exec(sentence)?.[1];
  if (quoted === undefined) return false;
  const own = words.filter(({ end }) => end <= quoted.length + 1);
  return !own.some(({ part, text }) => (part === 'NOUN' && !VAGUE.test(text)) || part === 'PROPN' || part === 'NUM');
}
const VAGUE = /^(?:thing|things|lot|way|bit|kind|sort|yeah|people|time|day)$/iu;

/** Who writes, or who reads, outside of any quotation: a colleague is neither. */
const SPEAKS_TO_READER = /\b(?:I|my|me|we|us|you|yours?)\b|(?:^|[.!?;:]["”’)]?\s)["“(]?(?:My|We|You|Yours?)\b/u;
const QUOTATION = /["“„«].*?(?:["”»]|$)/gu;
/** What a reader is called to do on the page itself; "you" may be anybody. */
const CALLS_READER =
  /\b(?:click|download\b.{0,40}\bhere\b|subscribe|sign up (?:for|now|here|today)|log in|follow us|newsletter|check out|read more|read on|scroll|let us know|for you\b|you['’]ll love|let['’]s\b|stay tuned|comments? (?:section|below))\b|^(?:see|watch|read|listen|visit|join|share|shop|find out|get|grab|head|pin|print|rate|leave|tell)\b/iu;
/** Who writes: "us", and never "US". */
const WRITER = /\b(?:I|my|me|us)\b|(?:^|[.!?;:]["”’)]?\s)["“(]?My\b/u;
/** Reviews, recipes and instructions speak to whoever reads them: so many of their sentences do. */
const GUIDING = 0.12;

/** A colleague is neither the writer nor the reader, outside of quotations. */
function isAddressed(text: string, language: string, isGuide: boolean): boolean {
  if (languageFor(language).code === 'en') {
    const told = text.replace(QUOTATION, ' ');
    return isGuide ? CALLS_READER.test(told) || WRITER.test(told) : SPEAKS_TO_READER.test(told);
  }
  const { reader, writer } = speaksTo(text, language);
  return writer || (reader && !isGuide);
}

/** Does the article as a whole tell its reader what to do, so that a "you" is nobody in particular? */
export function guides(passages: readonly Passage[], language: string): boolean {
  const telling = passages.filter(({ kind }) => kind !== 'heading');
  return telling.filter(({ text }) => speaksTo(text, language).reader).length >= Math.max(3, GUIDING * telling.length);
}

function isHalfQuoted(text: string): boolean {
  const opened = text.match(/[“„«]/gu)?.length ?? 0;
  const closed = text.match(/[”»]/gu)?.length ?? 0;
  return (text.match(/"/gu)?.length ?? 0) % 2 === 1 || (opened !== closed && !text.includes('„')) || /^['‘]\p{L}[^'’]*$/u.test(text);
}

/** Does it hold a verb that says something? "Another one for the “captains behaving badly” file" has none. */
function isSentence(reading: Reading): boolean {
  const isBare = (at: number) =>
    reading.language.startsWith('en') &&
    lowerAt(reading, at).endsWith('ing') &&
    !hasRelation(reading, at, 'root') &&
    dependentsOf(reading, at, 'aux', 'cop').length === 0;
  const isVerb = (at: number) => isPart(reading, at, 'VERB', 'AUX') && !hasRelation(reading, at, 'amod', 'compound') && !isBare(at);
  return reading.words.some((_, at) => isVerb(at) || dependentsOf(reading, at, 'nsubj').length > 0 || isHidden(reading, at));
}

/** "The find sparked joy", "the sinking dollar hit shares": a verb behind a noun that the grammar took for another noun or for its adjective. */
function isHidden(reading: Reading, at: number): boolean {
  // "Newcastle United face a trip": any word of a name.
  const isNoun = isPart(reading, at - 1, 'NOUN', 'PROPN', 'NUM') || (at > 1 && /^\p{Lu}/u.test(reading.words[at - 1]?.text ?? ''));
  const isBehindNoun = isNoun && isPart(reading, at + 1, 'NOUN', 'PROPN', 'DET', 'ADV', 'ADP', 'NUM');
  const word = lowerAt(reading, at);
  return isBehindNoun && ((isPart(reading, at, 'VERB') && word.endsWith('ed')) || (isPart(reading, at, 'NOUN') && EITHER.test(word)));
}
const EITHER =
  /^(?:hit|faces?|changes|cut|sets?|puts?|beats?|leads?|heads?|shot|spread|split|quit|shut|shed|hurt|burst|upset|clash|reveals?|plans|falls|rises|wins|backs|warns|urges|demands|claims)$/u;

/** "Click here …", "Scroll down …": the bare verb first, and nobody who does it. */
function isCommand(reading: Reading): boolean {
  const isVerb = isPart(reading, 0, 'VERB') && headOf(reading, 0) < 0 && !/(?:ing|ed)$/u.test(lowerAt(reading, 0));
  return reading.language.startsWith('en') && isVerb && dependentsOf(reading, 0, 'nsubj', 'aux', 'mark').length === 0;
}

/** The same of a text as a point would have it. */
export function isCommandIn(text: string, language: string): boolean {
  const reading = readingOf(pointText(text, language), language);
  return reading !== null && isCommand(reading);
}

/** "Empty quay: …": what stands under a picture. Names that hold a colon have capitals. */
function isLabelled({ words, sentence }: Reading): boolean {
  const colon = words.findIndex(({ text }) => text === ':');
  const label = words.slice(0, colon);
  if (colon < 1 || colon > LABEL || label.some(({ part }) => part === 'VERB' || part === 'AUX' || part === 'NUM')) return false;
  const isName = label.length > 1 && label.slice(1).every(({ text, part }) => /^\p{Lu}/u.test(text) || part === 'ADP' || part === 'DET');
  // A film’s or a book’s name may hold a colon.
  const isQuoted = (sentence.slice(0, words[colon]?.start).match(/["“”]/gu)?.length ?? 0) % 2 === 1;
  return !isName && !isQuoted && !/^\s*["“‘']/u.test(sentence.slice(words[colon]?.end ?? 0));
}
const LABEL = 6;
