import type { Answer } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import { POINTS, type BriefOptions } from '../model/brief.ts';
import type { AnswerContext } from '../ports.ts';
import { z } from 'zod';
import { GIST_MAX, POINT_MAX, Told, Written, type Claim } from './claims.ts';
import { fenced, instructionsFor } from './prompt.ts';
import type { Spent } from './settings.ts';

/** Sentences that go along with a question. */
const ASKED_SENTENCES = 120;
/** Characters of a token: more than that is rare. */
const TOKEN = 4;

/** What is asked for a brief, of some of the article's sentences. */
export function briefPrompt(article: Article, ids: readonly number[], { points }: BriefOptions) {
  const count = points ?? `${POINTS.usual} to ${POINTS.most}`;
  const task = `Sum up the article: a gist of one sentence (at most ${GIST_MAX} characters) and the ${count} most important points, the most important first, each a sentence of at most ${POINT_MAX} characters that can stand alone and says something that the gist does not. Give {"gist": {"text": string, "sentences": [ids]}, "points": [{"text": string, "sentences": [ids]}]}.`;
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
  const task =
    'Answer the question in one sentence. If the article does not say, set answered to false and leave the rest empty. Give {"answered": boolean, "text": string, "sentences": [ids]}.';
  return {
    instructions: instructionsFor(article, task),
    prompt: `${fenced(article, ids)}\n${before}\nQuestion: ${question}`,
    schema: Told,
  };
}

const Mended = z.object({
  claims: z.array(z.object({ number: z.number().int(), text: z.string(), sentences: z.array(z.number().int()) })),
});
export type Mended = z.infer<typeof Mended>;

/** Sentences before and behind a cited one that go along. */
const AROUND = 2;

/** The claims that were refused, with the reasons, to be written once more. */
export function mendPrompt(article: Article, refused: readonly { claim: Claim; why: string }[], question: string | null = null) {
  const cited = refused.flatMap(({ claim }) => claim.sentences);
  const ids = article.sentences.map(({ id }) => id).filter((id) => id < AROUND || cited.some((one) => Math.abs(one - id) <= AROUND));
  const about = question === null ? '' : ` They answer the question “${question}”.`;
  const task = `You wrote claims about the article that do not say exactly what their sentences say.${about} Write each again so that it does, as one sentence of at most ${POINT_MAX} characters, or leave it out. Give {"claims": [{"number": number, "text": string, "sentences": [ids]}]}.`;
  const lines = refused.map(
    ({ claim, why }, at) =>
      `Claim ${at + 1}: ${claim.text}\nIt cites ${claim.sentences.map((id) => `[${id}]`).join(' ')}. Refused: ${why}.`,
  );
  return { instructions: instructionsFor(article, task), prompt: `${fenced(article, ids)}\n${lines.join('\n')}`, schema: Mended };
}

/** What these prompts take at the least. */
export function needOf(prompts: readonly { instructions: string; prompt: string }[]): Spent {
  const length = prompts.reduce((sum, { instructions, prompt }) => sum + instructions.length + prompt.length, 0);
  return { input: Math.ceil(length / TOKEN), output: 0 };
}
