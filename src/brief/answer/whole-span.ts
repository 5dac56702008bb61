import type { Span } from '../../model/article.ts';
import { findQuantities } from '../figures/quantities.ts';
import { DATE } from './candidate.ts';

/** The stretch, widened to the date or quantity that it cuts through: "3" of "3 June" answers nothing. */
export function wholeSpan(text: string, span: Span | undefined, language: string): Span | undefined {
  if (span === undefined) return undefined;
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
