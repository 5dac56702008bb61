import { nounPhrase } from '../../language/reading/phrase.ts';
import { hasRelation, headOf, isPart, readingOf, topOf, wordsIn } from '../../language/reading/reading.ts';
import type { Span } from '../../model/article.ts';
import { withHedge } from '../figures/with-hedge.ts';
import { namesIn } from '../names.ts';
import { wordsOf } from '../words.ts';
import { CAUSE, REASON, type Candidate } from './candidate.ts';
import { doerIn, likelyDoerIn } from './doer.ts';
import type { Question } from './question.ts';
import { wholeSpan } from './whole-span.ts';

const COUNTED: ReadonlySet<Question['asked']> = new Set(['count', 'money', 'percent', 'duration']);

/**
 * The words of the sentence that answer, of the kind that is asked for and whole; `found` are stretches that could be
 * them, best first. Null where the whole sentence is the answer: of a yes or no, and of a reason that no word introduces.
 */
export function highlightIn(
  question: Question,
  text: string,
  { candidate, found }: { candidate: Candidate | null; found: readonly Span[] },
  language: string,
): Span | null {
  const { asked } = question;
  if (asked === 'yes-no') return null;
  if (asked === 'reason') return reasonIn(text);
  if (question.asksAge && candidate !== null) return candidate.span;
  if (COUNTED.has(asked) && candidate !== null) return withHedge(text, withCounted(text, candidate.span, language), language);
  const doer = doerIn(question.text, text, language);
  if (doer !== null) return doer;
  const likely = asked === 'person' ? likelyDoerIn(question.text, text, new Set(question.terms), language) : null;
  if (likely !== null) return withNameBehind(text, wholeName(text, likely));
  const named = asked === 'person' ? found.find((span) => holdsNewName(question, text.slice(span.start, span.end), language)) : undefined;
  // Asked who, a name that the question does not have says more than the stretch that looks best.
  const best = wholeSpan(text, named ?? (asked === 'person' ? candidate?.span : undefined) ?? found[0], language);
  // "What does Marsh say?": her words, and not who she is.
  if (asked === 'wording' && candidate !== null && (best === undefined || !overlaps(best, candidate.span))) return candidate.span;
  return best === undefined ? null : withNameBehind(text, wholePhrase(text, wholeName(text, best), language));
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
/** Words behind a number that still tell what it counts. */
const COUNTED_WORDS = 3;

function holdsNewName({ terms }: Question, words: string, language: string): boolean {
  return namesIn(words).some((name) => !wordsOf(name, language).some(({ stem }) => terms.includes(stem)));
}
