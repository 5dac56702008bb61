import type { Span } from '../../model/article.ts';
import { namesIn } from '../names.ts';
import type { Passage } from '../passages.ts';
import { wordsOf } from '../words.ts';
import { agesIn } from './age.ts';
import type { Question } from './question.ts';

const SOMEBODY = /\b(?:he|she|him|her)\b/iu;
/** Sentences at the front of an article that say whom it is about, where its headline names nobody. */
const OPENING = 3;

/**
 * "How old is he?", asked of an article as the first thing: the age of whom the headline, or else the opening, names. Null where
 * the question names anybody or anything itself, and where nobody's age stands with such a name.
 */
export function ageOfSubject(
  passages: readonly Passage[],
  question: Question,
  title: ReadonlySet<string>,
  language: string,
): (Span & { index: number }) | null {
  if (!question.asksAge || question.terms.length > 0 || !SOMEBODY.test(question.text)) return null;
  const aged = passages.flatMap((passage, index) => {
    const [age] = agesIn(passage.text);
    return age === undefined ? [] : [{ ...age, index, names: stemsOf(namesIn(passage.text), language) }];
  });
  const opening = stemsOf(
    passages.slice(0, OPENING).flatMap(({ text }) => namesIn(text)),
    language,
  );
  const [found] = [
    ...aged.filter(({ names }) => names.some((name) => title.has(name))),
    ...aged.filter(({ names }) => names.some((name) => opening.includes(name))),
  ];
  return found === undefined ? null : { index: found.index, start: found.start, end: found.end };
}

function stemsOf(names: readonly string[], language: string): string[] {
  return names.flatMap((name) => wordsOf(name, language).map(({ stem }) => stem));
}
