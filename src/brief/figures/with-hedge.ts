import { languageFor } from '../../language/tables.ts';
import type { Span } from '../../model/article.ts';

/** "more than 70 countries": a number of the text with what makes it no exact one. */
export function withHedge(text: string, { start, end }: Span, language: string): Span {
  const before = text.slice(0, start).toLowerCase();
  const phrases = Object.values(languageFor(language).numbers.qualifiers).flat();
  const phrase = phrases
    .filter((one) => before.endsWith(`${one} `) && !/\p{L}$/u.test(before.slice(0, -one.length - 1)))
    .toSorted((a, b) => b.length - a.length)[0];
  return { start: start - (phrase === undefined ? 0 : phrase.length + 1), end };
}
