import type { Span } from '../../model/article.ts';

const ASKS = /\bhow old\b|\b(?:what|which) age\b|\bwie alt\b|\bhoe oud\b|\bquel âge\b|\b(?:quantos|quanti|cuántos) (?:anos|anni|años)\b/iu;
/** "aged 42", "at the age of 42", "42-year-old", "…, 42, …", "42 Jahre alt". */
const AGE =
  /\b(?:aged?|age of|turn(?:s|ed|ing)?)\s+(?<said>\d{1,3})\b|(?<![\d.,])(?<old>\d{1,3})[-\s](?:years?[-\s]olds?|jährige[rsnm]?|jarige[n]?)\b|\p{L},\s(?<bare>\d{1,3})(?=[,.]|$|\s[.,])|(?<![\d.,])(?<years>\d{1,4}(?:,\d{3})?)\s?(?:years old|ans|Jahre|años|anni|anos|jaar)\b/giu;

/** "How old is she?" */
export function asksAge(question: string): boolean {
  return ASKS.test(question);
}

/** The ages that a sentence tells, without what stands around them. */
export function agesIn(text: string): Span[] {
  return [...text.matchAll(AGE)].map(({ 0: found, index, groups }) => {
    const digits = groups?.['said'] ?? groups?.['old'] ?? groups?.['bare'] ?? groups?.['years'] ?? found;
    const start = index + found.indexOf(digits);
    return { start, end: start + digits.length };
  });
}
