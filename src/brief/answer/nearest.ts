import type { Span } from '../../model/article.ts';
import type { Passage } from '../passages.ts';
import type { Question } from './question.ts';

/** Words between a span and a word of the question after which the word hardly counts. */
const REACH = 4;
/** What follows the words of the question answers it a little more often than what stands before them. */
const BEHIND = 1.15;
const NAME_BONUS = 0.15;
/** Only so many words of a passage are compared: a longer one is no sentence. */
const MAX_WORDS = 400;

/** Of the spans, the one that stands closest to the words of the question; null when there is none. */
export function nearest(question: Question, passage: Passage, spans: readonly Span[]): Span | null {
  const asked = new Map(question.terms.map((stem) => [stem, question.names.has(stem) ? 0.6 : 1] as const));
  const words = passage.words.slice(0, MAX_WORDS);
  const hits = words.flatMap((word, at) => {
    const weight = asked.get(word.stem);
    return weight === undefined || word.stop ? [] : [{ at, weight, start: word.start }];
  });
  let best: Span | null = null;
  let most = -1;
  for (const span of spans.slice(0, MAX_WORDS)) {
    const first = words.findIndex(({ end }) => end > span.start);
    const next = words.findIndex(({ start }) => start >= span.end);
    if (first < 0) continue;
    const last = (next < 0 ? words.length : next) - 1;
    let score = words.slice(first, last + 1).some(({ text }, at) => first + at > 0 && /^[\p{Lu}\p{N}]/u.test(text)) ? NAME_BONUS : 0;
    for (const { at, weight } of hits) {
      if (at >= first && at <= last) continue;
      const distance = at < first ? first - at : at - last;
      score += (weight * (at < first ? BEHIND : 1)) / (1 + distance / REACH);
    }
    if (score > most) {
      most = score;
      best = span;
    }
  }
  return best;
}

/** Runs of words that carry meaning and that the question does not hold: what a "what" may ask for. */
export function chunksOf(question: Question, passage: Passage): Span[] {
  const asked = new Set(question.terms);
  const chunks: Span[] = [];
  let open = false;
  let end = 0;
  for (const word of passage.words.slice(0, MAX_WORDS)) {
    if (!/^[\s-]*$/u.test(passage.text.slice(end, word.start))) open = false;
    end = word.end;
    if (open && word.text === 'of') continue;
    const last = chunks.at(-1);
    if (word.stop || asked.has(word.stem)) open = false;
    else if (open && last !== undefined) last.end = word.end;
    else {
      chunks.push({ start: word.start, end: word.end });
      open = true;
    }
  }
  return chunks;
}
