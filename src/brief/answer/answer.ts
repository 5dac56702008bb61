import type { Answer } from '../../model/answer.ts';
import type { Article } from '../../model/article.ts';
import { passagesOf } from '../passages.ts';
import { promotionalIds } from '../promotion.ts';
import { wordsOf } from '../words.ts';
import { weighEvidence, type Evidence } from './evidence.ts';
import { readQuestion, type Question } from './question.ts';

/** Below this share of the question's weight the passage is about something else; in a short question each word counts for more. */
const ENOUGH = { short: 0.4, middling: 0.3, long: 0.2 };
/** A sentence without such words must match a long question this well to be shown all the same; without an amount it never is. */
const TELLING = 0.35;
const NEEDS_CANDIDATE: ReadonlySet<Question['asked']> = new Set(['count', 'money', 'percent']);
const WANTS_CANDIDATE: ReadonlySet<Question['asked']> = new Set(['duration', 'time']);

/** The sentence that answers, with the answer highlighted, or an honest refusal with the nearest passage. */
export function answerQuestion(article: Article, questionText: string): Answer {
  const question = readQuestion(questionText, article.language);
  const passages = passagesOf(article);
  const promotional = promotionalIds(passages);
  const title = new Set(
    wordsOf(article.title ?? '', article.language)
      .filter((word) => !word.stop)
      .map((word) => word.stem),
  );
  const evidence = weighEvidence(question, passages, title, article.language).filter(({ passage }) => !promotional.has(passage.id));
  const known = new Set([...title, ...passages.flatMap(({ stems }) => [...stems])]);
  // A question about somebody whom the article never names has no answer here, however much else it shares.
  const strange = [...question.names].filter((name) => !known.has(name)).length / Math.max(1, question.names.size);
  const isForeign = strange > 0.5 || question.numbers.some((number) => !article.text.includes(number));
  const best = isForeign ? undefined : evidence.find((item) => answers(question, item, 1 - strange / 2));
  if (best === undefined) {
    const nearest = evidence.find(({ passage, coverage }) => passage.kind !== 'heading' && coverage > 0);
    return {
      status: 'not-in-article',
      question: question.text,
      nearest: nearest === undefined ? null : { sentenceIds: [nearest.passage.id] },
    };
  }
  const { span } = article.sentences[best.passage.id] ?? { span: { start: 0, end: 0 } };
  const highlight =
    best.candidate === null ? null : { start: span.start + best.candidate.span.start, end: span.start + best.candidate.span.end };
  return {
    status: 'answered',
    question: question.text,
    text: best.passage.text,
    highlight,
    citations: [{ sentenceIds: [best.passage.id], ...(highlight === null ? {} : { quote: highlight }) }],
  };
}

function answers(question: Question, { passage, coverage, candidate }: Evidence, trust: number): boolean {
  const { asked, terms } = question;
  if (passage.kind === 'heading' || terms.length === 0) return false;
  if (NEEDS_CANDIDATE.has(asked) && candidate === null) return false;
  if (WANTS_CANDIDATE.has(asked) && candidate === null && (terms.length <= 3 || coverage < TELLING)) return false;
  const enough = terms.length <= 2 ? ENOUGH.short : terms.length === 3 ? ENOUGH.middling : ENOUGH.long;
  return coverage * trust >= enough;
}
