import { BrevierError } from '../errors.ts';
import type { Article } from '../model/article.ts';
import { metaLine } from '../view/brief-view.ts';
import { viewMessage } from '../view/message-view.ts';
import type { Inline, View, ViewBlock } from '../view/view.ts';
import type { BotContext } from './context.ts';
import type { Request } from './request.ts';

const LISTED = 25;

export async function save({ store, clock }: BotContext, user: string, article: Article): Promise<View> {
  const fresh = await store.keep(user, article.id, clock.now());
  const name = article.title === null ? 'The article' : `“${article.title}”`;
  return viewMessage(fresh ? `${name} is saved for you. /brief saved lists what you keep.` : `${name} was saved already.`);
}

/** `/brief saved` */
export async function saved({ store }: BotContext, { user }: Request): Promise<View> {
  const articles = await store.kept(user, LISTED);
  if (articles.length === 0) return viewMessage('You have saved nothing yet. Press Save under a brief, or type /brief save <link>.');
  const title = articles.length === 1 ? '1 article saved' : `${articles.length} articles saved`;
  return {
    title,
    blocks: [{ type: 'heading', inlines: [{ type: 'text', text: title, strong: true }] }, savedList(articles), unsaveHint()],
  };
}

/** `/brief unsave <number | link>` */
export async function unsave({ store }: BotContext, { user }: Request, words: string): Promise<View> {
  const articles = await store.kept(user, LISTED);
  const asked = words.trim().replace(/^<|(?:\|[^>]*)?>$/g, '');
  const article = /^\d{1,2}$/.test(asked) ? articles[Number(asked) - 1] : articles.find(({ canonicalUrl }) => canonicalUrl === asked);
  if (article === undefined) {
    throw new BrevierError('command/usage', 'Say which one: /brief unsave <number>. /brief saved lists what you keep, with numbers.');
  }
  await store.unkeep(user, article.id);
  return viewMessage(`${article.title === null ? 'The article' : `“${article.title}”`} is no longer saved.`);
}

/** Numbered, so that one of them can be named. */
export function savedList(articles: readonly Article[]): ViewBlock {
  return {
    type: 'points',
    items: articles.map((article, index): Inline[] => {
      const title = article.title ?? article.canonicalUrl ?? 'Pasted text';
      const meta = metaLine(article, null);
      return [
        { type: 'text', text: `${index + 1}. ` },
        article.canonicalUrl === null ? { type: 'text', text: title } : { type: 'link', text: title, url: article.canonicalUrl },
        { type: 'text', text: meta === '' ? '' : ` ${meta}` },
      ];
    }),
  };
}

function unsaveHint(): ViewBlock {
  return { type: 'meta', inlines: [{ type: 'text', text: 'Brief one again with its link. Remove one with /brief unsave <number>.' }] };
}
