import type { Span } from '../../model/article.ts';
import { findQuantities } from '../figures/quantities.ts';
import { DATE } from './candidate.ts';

/** The stretch, widened to the date or quantity that it cuts through: "3" of "3 June" answers nothing. */
export function wholeSpan(text: string, found: Span | undefined, language: string): Span | undefined {
  if (found === undefined) return undefined;
  // "at least 15 seconds": without its "at" it is cut, too.
  const isCut = /^(?:least|most)\s\P{L}*\p{N}/u.test(text.slice(found.start, found.end)) && /\bat\s$/iu.test(text.slice(0, found.start));
  const span = isCut ? { start: found.start - 3, end: found.end } : found;
  const dates = [...text.matchAll(new RegExp(DATE.source, 'giu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const quantities = findQuantities(text, language).flatMap(({ span: own, role }) => (role === 'quantity' ? [own] : []));
  const cut = [...dates, ...quantities].find(
    ({ start, end }) => start <= span.start && end >= span.end && end - start > span.end - span.start,
  );
  return cut ?? span;
}
