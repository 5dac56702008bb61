import type { Span } from '../model/article.ts';
import { languageFor } from '../language/tables.ts';

const TERMINATOR = /[.!?…。！？｡।॥؟۔։።]/u;
/** These end a sentence without a space behind them. */
const FULL_WIDTH = /[。！？｡]/u;
const CLOSER = /["'”’»›)\]}」』】）〉》]/u;
const OPENER = /["'“‘„«‹([{「『【（¿¡–—•-]/u;
const SPACE = /\s/u;
const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const DIGIT = /\p{Nd}/u;

/**
 * The sentences of one block, trimmed, sorted and disjoint; every character that is not white space is in one.
 * Linear in the length of the text.
 */
export function splitSentences(text: string, language: string): Span[] {
  const { abbreviations, openers } = wordsOf(language);
  const ordinals = languageFor(language).code === 'de' ? GERMAN_ORDINAL : null;
  const spans: Span[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (!TERMINATOR.test(char)) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && TERMINATOR.test(text.charAt(end))) end += 1;
    const run = text.slice(at, end);
    while (end < text.length && CLOSER.test(text.charAt(end))) end += 1;
    end = tokenisedClosers(text, end);
    if (endsSentence(text, { start, at, run, end, abbreviations, openers, ordinals })) {
      pushTrimmed(spans, text, start, end);
      start = end;
    }
    at = end;
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

interface Stop {
  start: number;
  /** Offset of the first terminator. */
  at: number;
  /** The terminators: `.`, `?!`, `...`. */
  run: string;
  /** Behind the terminators and what closes with them. */
  end: number;
  abbreviations: ReadonlySet<string>;
  /** Words with which sentences begin, in lower case. */
  openers: ReadonlySet<string>;
  /** What stands before a number whose full stop makes it an ordinal; null where ordinals are written otherwise. */
  ordinals: RegExp | null;
}

const GERMAN_ORDINAL =
  /(?:^|\s)(?:am|an|dem|den|der|die|das|zum|zur|vom|ab|bis|im|beim|jeden|jeder|jedem|ihr(?:em|en|er)|sein(?:em|en|er)|ein(?:e|em|en|er)?)\s$/iu;
const GERMAN_MONTH = /^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jahrhundert)/iu;

function endsSentence(text: string, stop: Stop): boolean {
  const { at, run, end } = stop;
  if (end >= text.length) return true;
  if (FULL_WIDTH.test(run)) return true;
  if (!SPACE.test(text.charAt(end))) return run === '.' && end === at + 1 && isGlued(text, stop);
  // Pre-tokenised text (" . ") has lost its capitals, so a lone full stop is all there is to go by.
  if (at > 0 && SPACE.test(text.charAt(at - 1)) && run === '.') return true;

  const next = nextWordStart(text, end);
  if (next === text.length) return true;
  const following = text.charAt(next);
  if (LOWER.test(following)) return false;
  if (run === '!') return !isMarkedName(text, stop);
  if (run !== '.') return true;
  if (end === at + 1 && (isAbbreviation(text, stop, following) || isShortInBrackets(text, stop))) return false;
  return true;
}

/** "… has been done.The council …": a space that was lost before a word with which sentences begin. */
function isGlued(text: string, { at, end, openers }: Stop): boolean {
  if (!/\p{Ll}{4}$/u.test(text.slice(Math.max(0, at - 4), at))) return false;
  const next = /^\p{Lu}\p{Ll}+(?=\s)/u.exec(text.slice(end, end + LONGEST_OPENER))?.[0];
  return next !== undefined && openers.has(next.toLowerCase());
}
const LONGEST_OPENER = 14;

/** "(GU SG, d. GRU)": a letter or two in brackets that are still open end no sentence. */
function isShortInBrackets(text: string, { start, at }: Stop): boolean {
  const before = text.slice(Math.max(start, at - IN_BRACKETS), at);
  return /(?:^|[\s(])\p{Ll}{1,2}$/u.test(before) && before.lastIndexOf('(') > before.lastIndexOf(')');
}
const IN_BRACKETS = 80;

/** "the E! Network", "at Yahoo! Inc": a name that is written with an exclamation mark, by the small word before it. */
function isMarkedName(text: string, { start, at }: Stop): boolean {
  const word = wordBefore(text, start, at);
  return (
    /^(?:\p{Lu}|Yahoo|Jeopardy|Yum)$/u.test(word) &&
    /(?:^|[^\p{L}])\p{Ll}+\s$/u.test(text.slice(Math.max(0, at - word.length - 20), at - word.length))
  );
}

/** Is the single full stop at `stop.at` part of the word before it, and no end? */
function isAbbreviation(text: string, stop: Stop, following: string): boolean {
  const word = wordBefore(text, stop.start, stop.at);
  if (word === '') return false;
  if (DIGIT.test(word)) return isOrdinal(word, following) || isGermanOrdinal(text, stop, word);
  // An initial: "J. Smith". A lone "I" is a pronoun more often than an initial.
  if (word.length === 1 && /\p{Lu}/u.test(word) && word !== 'I') return true;
  // "o. g. Zeit", "u. a. Bauern": German shortens each word by itself.
  if (stop.ordinals !== null && /\s\p{L}\. \p{L}$/u.test(text.slice(Math.max(0, stop.at - 6), stop.at))) return true;
  const lower = `${word.toLowerCase()}.`;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return stop.abbreviations.has(lower) || DIGIT.test(following) || isNamed(text, stop, word);
  return stop.abbreviations.has(lower);
}

/** "O.J. Simpson": two initials, and no word behind them with which sentences begin. */
function isNamed(text: string, { end, openers }: Stop, word: string): boolean {
  const next = nextWordStart(text, end);
  const following = /^\p{Lu}[\p{L}’'-]+/u.exec(text.slice(next, next + 24))?.[0];
  return /^\p{Lu}\.\p{Lu}$/u.test(word) && following !== undefined && !openers.has(following.toLowerCase());
}

/** German and others write ordinals as "3. Oktober": a small number behind which the sentence goes on. */
function isOrdinal(word: string, following: string): boolean {
  return word.length <= 2 && /^\d+$/u.test(word) && LETTER.test(following) && LOWER.test(following);
}

/** "am 19. März", "an der 56. Bundesrunde" */
function isGermanOrdinal(text: string, { at, end, ordinals }: Stop, word: string): boolean {
  if (ordinals === null || !/^\d{1,3}$/u.test(word)) return false;
  const next = nextWordStart(text, end);
  return GERMAN_MONTH.test(text.slice(next, next + 12)) || ordinals.test(text.slice(Math.max(0, at - word.length - 8), at - word.length));
}

function wordBefore(text: string, from: number, at: number): string {
  let start = at;
  // No abbreviation is longer than this, and the bound keeps a run of dots from costing quadratic time.
  const limit = Math.max(from, at - 16);
  while (start > limit && /[\p{L}\p{M}\p{Nd}.]/u.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, at).replace(/^\.+/, '');
}

function nextWordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && (SPACE.test(text.charAt(at)) || OPENER.test(text.charAt(at)))) at += 1;
  return at;
}

/** In pre-tokenised text a closing quote stands apart: `he said . " The`. It belongs to what it closes. */
function tokenisedClosers(text: string, end: number): number {
  const closing = /^ (?:''|"|”)(?= |$)/.exec(text.slice(end, end + 4));
  if (closing === null) return end;
  let quotes = 0;
  // Only an odd number of straight quotes before it in the last stretch makes this one a closing one.
  for (let at = Math.max(0, end - 600); at < end; at += 1) {
    const char = text.charAt(at);
    if (char === '"' || char === '”' || char === '“') quotes += 1;
  }
  return quotes % 2 === 1 ? end + closing[0].length : end;
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  if (start < end) spans.push({ start, end });
}

const wordSets = new Map<string, Pick<Stop, 'abbreviations' | 'openers'>>();

function wordsOf(language: string): Pick<Stop, 'abbreviations' | 'openers'> {
  const { code, abbreviations, stopwords, danglingOpeners } = languageFor(language);
  let sets = wordSets.get(code);
  if (sets === undefined) {
    sets = { abbreviations: new Set(abbreviations), openers: new Set([...stopwords, ...danglingOpeners]) };
    wordSets.set(code, sets);
  }
  return sets;
}
