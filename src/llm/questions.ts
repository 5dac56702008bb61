import type { Answer } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import type { BriefOptions } from '../model/brief.ts';
import type { AnswerContext } from '../ports.ts';
import { GIST_MAX, POINT_MAX, Told, Written } from './claims.ts';
import { fenced, instructionsFor } from './prompt.ts';
import type { Spent } from './settings.ts';

/** Sentences that go along with a question. */
const ASKED_SENTENCES = 120;
/** Characters of a token: more than that is rare. */
const TOKEN = 4;

/** What is asked for a brief, of some of the article's sentences. */
export function briefPrompt(article: Article, ids: readonly number[], { points }: BriefOptions) {
  const task = `Sum up the article: a gist of one sentence (at most ${GIST_MAX} characters) and the ${points} most important points, the most important first, each a sentence of at most ${POINT_MAX} characters that can stand alone.`;
  return { instructions: instructionsFor(article, task), prompt: fenced(article, ids), schema: Written };
}

/** The whole article where it is short, else the sentences that the built-in index finds near the question. */
export function answerPrompt(article: Article, question: string, { earlier }: AnswerContext, builtIn: Answer) {
  const all = article.sentences.map(({ id }) => id);
  const near =
    builtIn.status === 'answered' ? builtIn.citations.flatMap(({ sentenceIds }) => sentenceIds) : (builtIn.nearest?.sentenceIds ?? []);
  const reach = Math.floor(ASKED_SENTENCES / Math.max(1, near.length) / 2);
  const ids = all.length <= ASKED_SENTENCES ? all : all.filter((id) => id < 20 || near.some((found) => Math.abs(found - id) <= reach));
  const before = earlier.map((exchange) => `Asked before: ${exchange.question}\nAnswered: ${exchange.answer}`).join('\n');
  const task = 'Answer the question in one sentence. If the article does not say, set answered to false and leave the rest empty.';
  return {
    instructions: instructionsFor(article, task),
    prompt: `${fenced(article, ids)}\n${before}\nQuestion: ${question}`,
    schema: Told,
  };
}

/** What these prompts take at the least. */
export function needOf(prompts: readonly { instructions: string; prompt: string }[]): Spent {
  const length = prompts.reduce((sum, { instructions, prompt }) => sum + instructions.length + prompt.length, 0);
  return { input: Math.ceil(length / TOKEN), output: 0 };
}
