import type { Span } from '../../model/article.ts';
import { findQuantities } from '../figures/quantities.ts';
import type { Passage } from '../passages.ts';
import { DATE, REASON } from './candidate.ts';
import type { Search } from './matching.ts';
import type { Question } from './question.ts';

/** Words between an answer and a word of the question after which the word counts half. */
const HALF = 6;
/** Only so many stretches of a passage are tried, and only so many of its words are compared. */
const [MOST, MAX_WORDS] = [24, 120];
/** "in Oslo", "at the station" */
const WHERE =
  /\b(?:in|at|near|from|to|outside|inside|across|on|à|en|aus|bei|nach|em|no|na|nel|nella|te)\s+(?:(?:the|a|an|his|her|its|their|der|dem|den|la|le|el|o|a|il|de|het)\s+)?\p{L}+/giu;

/**
 * How near the question's words stand to something of the kind it asks for, 0 to 1: a sentence may hold all of both and
 * still tell the one of something else.
 */
export function reachOf({ question, weights, total, likeness, language }: Search, passage: Passage): number {
  const words = passage.words.slice(0, MAX_WORDS);
  const asked = new Set(question.terms);
  const met = question.terms.map((_, term) => words.map(({ stem, stop }) => (stop ? 0 : likeness(term, stem))));
  let most = 0;
  for (const { start, end } of stretchesOf(question, passage, language).slice(0, MOST)) {
    const first = words.findIndex((word) => word.end > start);
    const behind = words.findIndex((word) => word.start >= end);
    const last = (behind < 0 ? words.length : behind) - 1;
    if (first < 0 || last < first || (!COUNTED.has(question.asked) && words.slice(first, last + 1).some(({ stem }) => asked.has(stem))))
      continue;
    const reach = met.reduce((sum, values, term) => {
      const nearest = values.reduce((best, value, at) => {
        const gap = at < first ? first - at : at > last ? at - last : -1;
        return gap < 0 ? best : Math.max(best, value / (1 + gap / HALF));
      }, 0);
      return sum + nearest * (weights[term] ?? 0);
    }, 0);
    most = Math.max(most, reach / Math.max(total, 1e-6));
  }
  return most;
}

const COUNTED: ReadonlySet<Question['asked']> = new Set(['count', 'money', 'percent', 'duration']);

/** What of the passage is of the kind that is asked for; every word where the kind has no form of its own. */
function stretchesOf({ asked }: Question, { text, words }: Passage, language: string): Span[] {
  const all = (pattern: RegExp) =>
    [...text.matchAll(new RegExp(pattern.source, 'giu'))].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  switch (asked) {
    case 'count':
      return findQuantities(text, language).map(({ span }) => span);
    case 'money':
    case 'percent':
    case 'duration':
      return findQuantities(text, language).flatMap(({ span, kind }) => (kind === asked ? [span] : []));
    case 'time':
      return all(DATE);
    case 'place':
      return all(WHERE);
    case 'reason':
      return all(REASON);
    case 'person':
    case 'thing':
    case 'wording':
      return words.flatMap(({ start, end, stop }) => (stop ? [] : [{ start, end }]));
    case 'yes-no':
      return [];
    default:
      return asked satisfies never;
  }
}
