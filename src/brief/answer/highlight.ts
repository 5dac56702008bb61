import { denialsOf, isPredicate } from '../../language/reading/clause.ts';
import { nounPhrase } from '../../language/reading/phrase.ts';
import {
  dependentsOf,
  hasRelation,
  headOf,
  isPart,
  lowerAt,
  readingOf,
  topOf,
  wordsIn,
  type Reading,
} from '../../language/reading/reading.ts';
import type { Span } from '../../model/article.ts';
import { withHedge } from '../figures/with-hedge.ts';
import { namesIn } from '../names.ts';
import { wordsOf } from '../words.ts';
import { CAUSE, REASON, type Candidate } from './candidate.ts';
import { doerIn, likelyDoerIn } from './doer.ts';
import type { Question } from './question.ts';
import { isOfKind, stretchAt } from './wanted.ts';
import { wholeSpan } from './whole-span.ts';

const COUNTED: ReadonlySet<Question['asked']> = new Set(['count', 'money', 'percent', 'duration']);

/**
 * The words of the sentence that answer, of the kind that is asked for and whole; `found` are stretches that could be
 * them, best first. Null where the whole sentence is the answer: of a yes or no, and of a reason that no word introduces.
 */
export function highlightIn(
  question: Question,
  text: string,
  known: { candidate: Candidate | null; found: readonly Span[] },
  language: string,
): Span | null {
  const span = wordsThatAnswer(question, text, known, language);
  return span === null || question.negated ? span : withDenial(text, span, language);
}

/**
 * "will not be *freed*", "denied that it *would pay*": in bold without the word that denies them they say the opposite. A
 * denial close before is taken in; with one farther off nothing is in bold.
 */
function withDenial(text: string, span: Span, language: string): Span | null {
  const reading = readingOf(text, language);
  if (reading === null) return span;
  const inside = wordsIn(reading, span.start, span.end);
  const top = topOf(reading, inside);
  if (isDeniedAbove(reading, top, inside)) return null;
  if (!isPredicate(reading, top)) return span;
  const denial = denialsOf(reading, top).find((one) => !inside.includes(one));
  if (denial === undefined) return span;
  const [first = 0] = inside;
  const from = Math.min(denial, ...dependentsOf(reading, top, 'aux', 'cop').filter((one) => one > denial - NEAR && one < denial));
  return denial < first && first - from <= NEAR ? { start: reading.words[from]?.start ?? span.start, end: span.end } : null;
}
/** Words before a stretch that are taken in with their denial. */
const NEAR = 4;

/** Does it hang, as what is denied, on a verb of denying? */
function isDeniedAbove(reading: Reading, top: number, inside: readonly number[]): boolean {
  for (let below = top, step = 0; step < DEEP; step += 1) {
    const at = headOf(reading, below);
    if (at < 0 || !hasRelation(reading, below, 'obj', 'ccomp', 'xcomp', 'advcl')) return false;
    if (!inside.includes(at) && DENIES.test(lowerAt(reading, at))) return true;
    below = at;
  }
  return false;
}
const DEEP = 3;
const DENIES =
  /^(?:den(?:y|ies|ied|ying)|refut\p{L}*|neg(?:ó|aba|aban|aron|ando)|desm(?:int|ent)\p{L}*|nie(?:nt|r)?|niait|niaient|démen\p{L}*|bestr(?:eit|itt)\p{L}*|leugne\p{L}*|dementier\p{L}*|smentì|smentisce|smentiscono|negou|negaram|ontken\p{L}*)$/u;

function wordsThatAnswer(
  question: Question,
  text: string,
  { candidate, found }: { candidate: Candidate | null; found: readonly Span[] },
  language: string,
): Span | null {
  const { asked } = question;
  if (asked === 'yes-no') return null;
  if (asked === 'reason') return reasonIn(text);
  if (question.asksAge && candidate !== null) return candidate.span;
  const [first] = found;
  if (COUNTED.has(asked) && candidate !== null) return withHedge(text, countIn(text, candidate, first, language), language);
  const doer = whoIn(question, text, first, language);
  if (doer !== null) return withNameBehind(text, doer);
  // Asked who, somebody, or a name that the question does not have, says more than the stretch that looks best.
  const named =
    asked !== 'person' || isSomebodyAt(question, text, first, language)
      ? first
      : (found.find((span) => holdsNewName(question, text, span, language)) ?? candidate?.span ?? first);
  const best = wholeSpan(text, named, language);
  // "What does Marsh say?": her words, and not who she is.
  if (asked === 'wording' && candidate !== null && candidate.strength > 0 && (best === undefined || !overlaps(best, candidate.span)))
    return candidate.span;
  return best === undefined ? null : withNameBehind(text, wholePhrase(text, wholeName(text, best), language));
}

/** The number that surely counts what is asked for, with what it counts, else the stretch that looks best. */
function countIn(text: string, candidate: Candidate, first: Span | undefined, language: string): Span {
  const hasNumber = first !== undefined && /\p{N}/u.test(text.slice(first.start, first.end));
  const isAgreed = !hasNumber || overlaps(first, candidate.span);
  const isSure = (candidate.strength >= SURE || isAgreed) && !isBeside(text, candidate.span);
  return first === undefined || isSure ? withCounted(text, candidate.span, language) : (wholeSpan(text, first, language) ?? first);
}

/** Whoever does it, or has the office; by name, where the stretch that looks best has one. */
function whoIn(question: Question, text: string, first: Span | undefined, language: string): Span | null {
  const isNamed = question.asked === 'person' && first !== undefined && holdsNewName(question, text, first, language);
  const isTold = (span: Span | null) => span !== null && (!isNamed || holdsNewName(question, text, span, language));
  const doer = doerIn(question.text, text, language);
  if (isTold(doer)) return doer;
  const likely = question.asked === 'person' ? likelyDoerIn(question.text, text, new Set(question.terms), language) : null;
  return likely !== null && isTold(likely) ? wholeName(text, likely) : null;
}

/** "analyst John Ivankoe": the name that an office stands before. */
function withNameBehind(text: string, { start, end }: Span): Span {
  if (!/\p{Ll}$/u.test(text.slice(start, end))) return { start, end };
  const name = namesIn(text.slice(end)).find((one) => text.startsWith(` ${one}`, end));
  return { start, end: name === undefined ? end : end + 1 + name.length };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Widened to the names that it cuts through. */
function wholeName(text: string, { start, end }: Span): Span {
  let [first, last, from] = [start, end, 0];
  for (const name of namesIn(text)) {
    const at = text.indexOf(name, from);
    if (at < 0) continue;
    from = at + name.length;
    if (at < end && from > start) [first, last] = [Math.min(first, at), Math.max(last, from)];
  }
  return { start: first, end: last };
}

/** Widened to the noun phrase that its head governs, where that is not long: "an ankle problem", not "ankle". */
function wholePhrase(text: string, span: Span, language: string): Span {
  const reading = readingOf(text, language);
  if (reading === null) return span;
  const top = topOf(reading, wordsIn(reading, span.start, span.end));
  if (!isPart(reading, top, 'NOUN', 'PROPN')) return span;
  const phrase = nounPhrase(reading, top);
  const [first, last] = [reading.words[phrase[0] ?? -1], reading.words[phrase.at(-1) ?? -1]];
  if (first === undefined || last === undefined || phrase.length > PHRASE) return span;
  return { start: Math.min(span.start, first.start), end: Math.max(span.end, last.end) };
}
/** Words of a phrase that is taken whole. */
const PHRASE = 8;

/** From the word that introduces the reason to the end. */
function reasonIn(text: string): Span | null {
  const marker = REASON.exec(text) ?? CAUSE.exec(text);
  return marker === null ? null : { start: marker.index, end: text.replace(/[.;!?”"'\s]+$/u, '').length };
}

/** The quantity with what it counts: "nine people". */
function withCounted(text: string, span: Span, language: string): Span {
  const whole = wholeSpan(text, span, language) ?? span;
  const reading = readingOf(text, language);
  const number = reading === null ? undefined : wordsIn(reading, whole.start, whole.end).find((at) => isPart(reading, at, 'NUM'));
  if (reading === null || number === undefined || !hasRelation(reading, number, 'nummod')) return whole;
  const phrase = nounPhrase(reading, headOf(reading, number));
  const last = phrase.findLast((at) => at >= number) ?? number;
  const end = reading.words[Math.min(last, number + COUNTED_WORDS)]?.end ?? whole.end;
  return { start: whole.start, end: Math.max(end, whole.end) };
}
/** From so much on a number counts what is asked for. */
const SURE = 0.6;
/** Words behind a number that still tell what it counts. */
const COUNTED_WORDS = 3;

function holdsNewName({ terms }: Question, text: string, { start, end }: Span, language: string): boolean {
  const told = readingOf(text, language);
  return namesIn(text.slice(start, end)).some(
    (name) =>
      !wordsOf(name, language).some(({ stem }) => terms.includes(stem)) &&
      // "Ahead of …": a capital alone makes no name.
      (told === null || wordsIn(told, start, end).some((at) => isPart(told, at, 'PROPN') && name.includes(told.words[at]?.text ?? ' '))),
  );
}

function isSomebodyAt(question: Question, text: string, span: Span | undefined, language: string): boolean {
  const told = span === undefined ? null : readingOf(text, language);
  const stretch = told === null || span === undefined ? null : stretchAt(told, span, question, 'person');
  return stretch !== null && isOfKind('person', stretch);
}

/** "30-year-old", "two-time", "the 20th anniversary", "half of it": a number that says which one, or how old, and counts nothing. */
function isBeside(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return WHICH.test(words) || ENDS_IN_SPELL.test(words) || GOES_ON_IN_SPELL.test(text.slice(end));
}
const WHICH = /^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|half)$/iu;
const ENDS_IN_SPELL = /-(?:year|month|week|day|time|hour|man|inch)$/iu;
const GOES_ON_IN_SPELL = /^-(?:year|month|week|day|time|hour|man|inch)\b/iu;
