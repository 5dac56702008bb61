import { subjectOf } from '../../language/reading/clause.ts';
import { dependentsOf, headOf, isPart, lowerAt, readingOf } from '../../language/reading/reading.ts';
import { stemOf } from '../../language/stem.ts';
import { AMISS, STANDINGS, standingOf, TOLD, type Standing } from '../../language/thesaurus.ts';
import type { Span } from '../../model/article.ts';
import type { Search } from './matching.ts';
import { focusWord } from './question.ts';

/** In so many of its sentences is a name what the article is about. */
const MAIN = 0.15;

/**
 * Names of the question that the sentence does not have: how many, how many of them the article is about as a whole, and whether
 * the sentence is told of somebody without a name ("the retailer earned", "it earned"), who may be the one.
 */
export function absentNames({ question, passages, title, language }: Search, text: string, stems: ReadonlySet<string>): number[] {
  const absent = [...question.names].filter((name) => !stems.has(name));
  const main = absent.filter(
    (name) => title.has(name) || passages.filter((passage) => passage.stems.has(name)).length >= Math.max(2, MAIN * passages.length),
  );
  const told = readingOf(text, language);
  const root = told?.words.findIndex((_, at) => headOf(told, at) < 0) ?? -1;
  const subject = told === null || root < 0 ? -1 : (subjectOf(told, root) ?? -1);
  const isBare =
    told !== null &&
    subject >= 0 &&
    (isPart(told, subject, 'PRON') ||
      (isPart(told, subject, 'NOUN') && dependentsOf(told, subject, 'det').some((one) => /^(?:the|this|that)$/u.test(lowerAt(told, one)))));
  return [absent.length, main.length, absent.length - main.length, isBare ? 1 : 0];
}

/**
 * By the thesaurus: of the words of a question how many the sentence has, has in other words, or has only what excludes them; the
 * same of the whole article, of the question's verb and of what it asks for, and of the words that would be shown.
 */
export function kinFeatures(
  { question, passages, language, weights }: Search,
  text: string,
  stems: ReadonlySet<string>,
  span: Span | null,
): number[] {
  const terms = question.terms.map((stem, at) => ({ stem, weight: weights[at] ?? 0, standing: standingOf(stem, stems, language) }));
  const plain = terms.filter(({ stem }) => !question.names.has(stem));
  const total = plain.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const share = (test: (standing: Standing) => boolean) =>
    plain.reduce((sum, { standing, weight }) => sum + (test(standing) ? weight : 0), 0) / total;
  const anywhere = plain.map(({ stem }) => {
    for (const passage of passages) if (TOLD.has(standingOf(stem, passage.stems, language))) return 1;
    return 0;
  });
  const place = (word: string | null) =>
    word === null ? -1 : STANDINGS.indexOf(standingOf(stemOf(word.toLowerCase(), language), stems, language));
  const asked = readingOf(question.text, language);
  const root = asked?.words.findIndex((_, at) => headOf(asked, at) < 0) ?? -1;
  const shown =
    span === null
      ? []
      : text
          .slice(span.start, span.end)
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .map((word) => stemOf(word, language));
  const focus = focusWord(question.text);
  return [
    ...STANDINGS.map((standing) => share((one) => one === standing)),
    ...AMISS.map((standing) => plain.filter((one) => one.standing === standing).length),
    share((one) => TOLD.has(one)),
    anywhere.filter((met) => met === 0).length,
    place(asked === null || root < 0 ? null : lowerAt(asked, root)),
    place(focus),
    focus === null ? -1 : STANDINGS.indexOf(standingOf(stemOf(focus.toLowerCase(), language), shown, language)),
  ];
}
