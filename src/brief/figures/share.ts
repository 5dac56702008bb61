import type { Lexicon } from './number-lexicon.ts';
import { readNumber, type NumberReading } from './numbers.ts';
import type { Token } from './tokens.ts';
import type { Quantity } from './quantity.ts';
import { unitAt } from './units/lexicon.ts';

/** Beyond this a second number in digits is a year, a sum or a code. */
const WHOLE_MAX = 1000;
/** What may stand behind the "of" between two numbers in digits: "17 of its 52". */
const OWN = /^(?:the|its|their|his|her|our)$/u;

/** "one in five", "3 out of 10", "un sur trois": the one as a part of the other; null when nothing of the kind begins at `at`. */
export function readShare(tokens: readonly Token[], at: number, lexicon: Lexicon): NumberReading | null {
  const part = wholeAt(tokens, at, lexicon, true);
  if (part === null || part.value === 0) return null;
  const from = behindLink(tokens, part.end, lexicon.table.numbers.outOf) ?? (part.isPlain ? behindOf(tokens, part.end) : null);
  const whole = from === null ? null : wholeAt(tokens, from, lexicon, false);
  if (whole === null || whole.value <= part.value || (whole.value > WHOLE_MAX && !whole.isWords)) return null;
  const next = tokens[whole.end];
  const isMore = next !== undefined && /^[-/.:%°'’]$/u.test(next.text) && !next.spaced && tokens[whole.end + 1]?.spaced === false;
  // "one in 20 years" is a rate and "2 in 15 minutes" a count.
  if (isMore || next?.text === '%' || unitAt(tokens, whole.end, lexicon.table.code) !== null) return null;
  const isWords = part.isWords && whole.isWords;
  const share = { part: part.value, whole: whole.value };
  return { value: part.value / whole.value, end: whole.end, isOrdinal: false, isWords, isFraction: true, isPlain: false, share };
}

/** Behind the "of" of "17 of 52" and "17 of the 52". */
function behindOf(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.lower !== 'of') return null;
  const from = OWN.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  return tokens[from]?.kind === 'digits' ? from : null;
}

function wholeAt(tokens: readonly Token[], at: number, lexicon: Lexicon, stopAtJoiner: boolean): NumberReading | null {
  const first = tokens[at];
  // "one in a million"
  const isScale = !stopAtJoiner && lexicon.table.numbers.articles.includes(first?.lower ?? '') && SCALE.test(tokens[at + 1]?.lower ?? '');
  const reading = readNumber(tokens, at, lexicon, stopAtJoiner);
  if (reading !== null && isScale) return { ...reading, isWords: true };
  if (reading === null) {
    const isArticle = lexicon.table.numbers.articles.includes(first?.lower ?? '') && !/^an?$/u.test(first?.lower ?? '');
    return isArticle ? { value: 1, end: at + 1, isOrdinal: false, isWords: true, isFraction: false, isPlain: false } : null;
  }
  return (reading.isPlain || reading.isWords) && !reading.isOrdinal && !reading.isFraction && Number.isInteger(reading.value)
    ? reading
    : null;
}

const SCALE = /^(?:hundred|thousand|million|billion)$/u;

/** "Of the 52 market days last year, 17 were cancelled": is the first number the whole of which the second is a part? */
export function isWholeOf(sentence: string, whole: Quantity, part: Quantity): boolean {
  const isCounts = whole.kind === 'count' && part.kind === 'count' && part.unit === null && part.value > 1 && part.value < whole.value;
  const between = sentence.slice(whole.span.end, part.span.start);
  return isCounts && OPENS_WHOLE.test(sentence.slice(0, whole.span.start)) && /^\s[^,;:.()]{2,60},\s$/u.test(between);
}
const OPENS_WHOLE = /^(?:of|von|sur|des|de|dos|das|dei|delle|van)(?:\s(?:the|its|den|les|los|las|os|as|de))?\s$/iu;

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
