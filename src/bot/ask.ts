import { BrevierError } from '../errors.ts';
import type { Article } from '../model/article.ts';
import { targetKey } from '../model/target.ts';
import { sourceFrom } from '../source/source.ts';
import { viewAnswer } from '../view/answer-view.ts';
import { shareOrKeep, visibilityOf } from './brief.ts';
import { articleHere, articlesToday, buttons, readSource, rememberHere, threadOf, type BotContext } from './context.ts';
import { engineFor } from './engine.ts';
import { labelsHere } from './policy.ts';
import type { Request, Response } from './request.ts';
import type { Place } from './stories.ts';

/** Earlier questions of the thread that a follow-up may lean on. */
const CONTEXT = 5;
const MAX_QUESTION = 500;
/** Articles of the channel that are looked through when the last one does not say. */
const TODAY = 5;

/** `/ask <question>` of the article here, or `/ask <link> <question>`. */
export async function askCommand(context: BotContext, request: Request, text: string, signal: AbortSignal): Promise<Response> {
  const trimmed = text.trim();
  const about = request.act.type === 'command' ? request.act.about : undefined;
  const link = about === undefined ? /^<?https?:\/\/\S+/i.exec(trimmed)?.[0] : undefined;
  const question = link === undefined ? trimmed : trimmed.slice(link.length).trim();
  if (question === '') {
    throw new BrevierError('ask/no-question', 'Ask a question after the command, for example: /ask Who owns the company?');
  }
  const visibility = await visibilityOf(context, request);
  const named = about ?? link;
  const source = named === undefined ? null : sourceFrom(named);
  const article = source === null ? await articleHere(context, request.target, 'channel') : await readSource(context, source, signal);
  if (article === null) {
    throw new BrevierError(
      'ask/no-article',
      'No article has been briefed here yet. Brief one first with /brief <link>, or put the link before the question.',
    );
  }
  const asked = source === null ? await articleThatAnswers(context, request, article, question) : article;
  return await answerAbout(context, request, asked, question, visibility);
}

/** The article here, or where it does not say, another one of today that does: people ask about what they read an hour ago. */
export async function articleThatAnswers(context: BotContext, request: Request, here: Article, question: string): Promise<Article> {
  const others = await articlesToday(context, request.target, TODAY);
  for (const article of [here, ...others.filter(({ id }) => id !== here.id)]) {
    const earlier = article.id === here.id ? await context.store.exchanges(targetKey(request.target), here.id, CONTEXT) : [];
    const { status } = await context.briefer.answer(article, question.slice(0, MAX_QUESTION), { earlier });
    if (status === 'answered') return article;
  }
  return here;
}

/** Answers and remembers the exchange, so that the next question may follow up on it. */
export async function answerAbout(
  context: BotContext,
  request: Request,
  article: Article,
  question: string,
  visibility: Response['visibility'],
  place: Place | null = null,
): Promise<Response> {
  const asked = question.slice(0, MAX_QUESTION);
  const conversation = targetKey(request.target);
  const earlier = await context.store.exchanges(conversation, article.id, CONTEXT);
  const engine = await engineFor(context, request);
  const answer = await engine.answer(article, asked, { earlier });
  const told = answer.status === 'answered' ? answer.text : '';
  await context.store.saveExchange(conversation, article.id, { question: asked, answer: told }, context.clock.now());
  await rememberHere(context, request.target, article.id);
  const ref = await context.store.saveRef({ articleId: article.id, briefId: null, question: asked });
  const shown =
    visibility === 'private' ? (['ask', await shareOrKeep(context, request), 'helpful', 'unhelpful'] as const) : (['ask'] as const);
  const labels = await labelsHere(context.store, request);
  return {
    view: viewAnswer(article, answer, { publicUrl: context.publicUrl, buttons: buttons(ref, shown, labels), place, labels }),
    visibility,
    posted: threadOf(context, request.target, article.id),
  };
}
