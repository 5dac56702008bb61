import type { Article } from '../model/article.ts';
import { targetKey, workspaceKey, type Target } from '../model/target.ts';
import type { BotContext } from './context.ts';
import type { Request } from './request.ts';

/** Digests looked through for the one that told a story. */
const DIGESTS = 30;
/** "#3: who said that?", "How many people does it employ in story 3?" */
const NUMBERED = /^(?:#|(?:story|item)\s+)(\d{1,2})\s*[:,.]?\s+|\b(?:in|of|about|from)\s+(?:story|item)\s+(\d{1,2})\b/iu;

/** A story's number in its digest, by which people speak of it. */
export interface Place {
  number: number;
  of: number;
}

/** Where the newest digest that told this article has it; null when none did. */
async function placeOf({ store }: Pick<BotContext, 'store'>, target: Target, articleId: string): Promise<Place | null> {
  const workspace = workspaceKey(target);
  const digests = (await store.digests(null, DIGESTS)).filter((digest) => workspaceKey(digest.target) === workspace);
  for (const { content } of digests) {
    const index = content?.stories.findIndex((story) => story.articleId === articleId) ?? -1;
    if (index >= 0) return { number: index + 1, of: content?.stories.length ?? 1 };
  }
  return null;
}

/**
 * Which of a digest's stories a question is put to: the one it names by its number, else the one whose answer the
 * built-in engine is surest of. With none that answers it is the first, and the question stays open.
 */
export async function storyAsked(
  context: BotContext,
  request: Request,
  articles: readonly [Article, ...Article[]],
  question: string,
): Promise<{ article: Article; question: string; place: Place | null }> {
  const { store, briefer } = context;
  const [, leading, named] = NUMBERED.exec(question) ?? [];
  const number = leading ?? named;
  if (number !== undefined) {
    for (const article of articles) {
      const place = await placeOf(context, request.target, article.id);
      if (place?.number === Number(number)) return { article, question: question.replace(NUMBERED, '').trim(), place };
    }
  }
  const answers = await Promise.all(
    articles.map(async (article) => {
      const earlier = await store.exchanges(targetKey(request.target), article.id, 1);
      const answer = await briefer.answer(article, question, { earlier });
      return { article, sure: answer.status === 'answered' ? (answer.sure ?? 0) : -1 };
    }),
  );
  const best = answers.reduce((first, next) => (next.sure > first.sure ? next : first));
  return { article: best.article, question, place: await placeOf(context, request.target, best.article.id) };
}
