import type { Answer } from '../../../src/model/answer.ts';
import type { Article } from '../../../src/model/article.ts';
import { answersIt, type AskedText } from './question-marks.ts';
import { normal, wordF1 } from './squad.ts';

/** An engine that answers questions about one article. */
export interface Answerer {
  answer: (article: Article, question: string, earlier: readonly { question: string; answer: string }[]) => Answer;
  /** Numbers of the sentences, best first, whether or not it would answer. */
  rank: (article: Article, question: string) => readonly number[];
}

/** Of the words of a highlight and of the answer so many must be the same, as F1. */
const HIGHLIGHTED = 0.5;
const NOUNS = {
  first: 'right sentence first',
  three: 'among the first three',
  told: 'answered with a right sentence',
  highlight: 'highlight right, of those with one (F1 from 0.5, or the answer whole within it)',
  answerable: 'answerable refused',
  plain: 'plain unanswerable refused',
  tempting: 'tempting refused',
  followUp: 'follow-up: right sentence first or nearest',
  followUpTold: 'follow-up: answered with a right sentence',
  followUpRefused: 'follow-up that is not answered: refused',
} as const;

/** Scores an engine for each kind of question; a text may have an engine of its own that has not learnt from it. */
export function scoresByKind(texts: readonly AskedText[], engineFor: (text: AskedText) => Answerer): Record<string, string> {
  const tallies = new Map<string, boolean[]>();
  const count = (name: string, isSo: boolean) => tallies.set(name, [...(tallies.get(name) ?? []), isSo]);
  for (const name of Object.values(NOUNS)) tallies.set(name, []);
  for (const text of texts) {
    const { article, questions, unanswerable, tempting, followUps } = text;
    const { answer, rank } = engineFor(text);
    for (const question of questions) {
      const ranked = rank(article, question.text);
      const given = answer(article, question.text, []);
      const isRight = (id: number | undefined) => id !== undefined && answersIt(question, article, id);
      count(NOUNS.first, isRight(ranked[0]));
      count(NOUNS.three, ranked.slice(0, 3).some(isRight));
      count(NOUNS.answerable, given.status === 'not-in-article');
      const told = given.status === 'answered' && isRight(given.citations[0]?.sentenceIds[0]);
      count(NOUNS.told, told);
      if (told && given.highlight !== null) count(NOUNS.highlight, isHighlighted(article, given.highlight, question.span));
    }
    for (const question of unanswerable) count(NOUNS.plain, answer(article, question, []).status === 'not-in-article');
    for (const { text: question, kind } of tempting) {
      const isRefused = answer(article, question, []).status === 'not-in-article';
      count(NOUNS.tempting, isRefused);
      count(`tempting by ${kind} refused`, isRefused);
    }
    for (const followUp of followUps) {
      const before = questions[followUp.after];
      if (before === undefined) continue;
      const said = answer(article, before.text, []);
      const given = answer(article, followUp.text, [{ question: before.text, answer: said.status === 'answered' ? said.text : '' }]);
      if (followUp.sentences.length === 0) {
        count(NOUNS.followUpRefused, given.status === 'not-in-article');
        continue;
      }
      const id = given.status === 'answered' ? given.citations[0]?.sentenceIds[0] : given.nearest?.sentenceIds[0];
      count(NOUNS.followUp, id !== undefined && answersIt(followUp, article, id));
      count(NOUNS.followUpTold, given.status === 'answered' && id !== undefined && answersIt(followUp, article, id));
    }
  }
  return Object.fromEntries([...tallies].map(([name, all]) => [name, `${share(all)} of ${all.length}`]));
}

function isHighlighted(
  { text }: Article,
  { start, end }: { start: number; end: number },
  [from, length]: readonly [number, number],
): boolean {
  const [found, wanted] = [normal(text.slice(start, end)), normal(text.slice(from, from + length))];
  return ` ${found} `.includes(` ${wanted} `) || wordF1(found, wanted) >= HIGHLIGHTED;
}

function share(all: readonly boolean[]): string {
  return ((100 * all.filter(Boolean).length) / Math.max(1, all.length)).toFixed(1);
}
