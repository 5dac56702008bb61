import type { Lexicon } from './number-lexicon.ts';
import { readNumber, type NumberReading } from './numbers.ts';
import type { Token } from './tokens.ts';
import { unitAt } from './units/lexicon.ts';

/** Beyond this the second number is a year, a sum or a code. */
const WHOLE_MAX = 1000;

/** "one in five", "3 out of 10", "un sur trois": the one as a part of the other; null when nothing of the kind begins at `at`. */
export function readShare(tokens: readonly Token[], at: number, lexicon: Lexicon): NumberReading | null {
  const part = wholeAt(tokens, at, lexicon, true);
  if (part === null || part.value === 0) return null;
  const from = behindLink(tokens, part.end, lexicon.table.numbers.outOf);
  const whole = from === null ? null : wholeAt(tokens, from, lexicon, false);
  if (whole === null || whole.value <= part.value || whole.value > WHOLE_MAX) return null;
  const next = tokens[whole.end];
  const isMore = next !== undefined && /^[-/.:%°'’]$/u.test(next.text) && !next.spaced && tokens[whole.end + 1]?.spaced === false;
  // "one in 20 years" is a rate and "2 in 15 minutes" a count.
  if (isMore || next?.text === '%' || unitAt(tokens, whole.end, lexicon.table.code) !== null) return null;
  const isWords = part.isWords && whole.isWords;
  return { value: part.value / whole.value, end: whole.end, isOrdinal: false, isWords, isFraction: true, isPlain: false };
}

function wholeAt(tokens: readonly Token[], at: number, lexicon: Lexicon, stopAtJoiner: boolean): NumberReading | null {
  const first = tokens[at];
  const reading = readNumber(tokens, at, lexicon, stopAtJoiner);
  if (reading === null) {
    const isArticle = lexicon.table.numbers.articles.includes(first?.lower ?? '') && !/^an?$/u.test(first?.lower ?? '');
    return isArticle ? { value: 1, end: at + 1, isOrdinal: false, isWords: true, isFraction: false, isPlain: false } : null;
  }
  return (reading.isPlain || reading.isWords) && !reading.isOrdinal && !reading.isFraction && Number.isInteger(reading.value)
    ? reading
    : null;
}

/** Index behind the longest phrase of `links` that begins at `at`. */
function behindLink(tokens: readonly Token[], at: number, links: readonly string[]): number | null {
  let phrase = '';
  let best: number | null = null;
  for (let end = at; end < at + 3; end += 1) {
    const token = tokens[end];
    if (token === undefined || token.kind !== 'word' || token.broken) break;
    phrase += (end > at ? ' ' : '') + token.lower;
    if (links.includes(phrase)) best = end + 1;
  }
  return best;
}
