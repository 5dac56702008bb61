import type { Article } from '../model/article.ts';
import type { Brief } from '../model/brief.ts';
import { sourceFrom } from '../source/source.ts';
import { viewBrief } from '../view/brief-view.ts';
import { viewCard } from '../view/card-view.ts';
import { viewFigures } from '../view/figures-view.ts';
import { viewMessage } from '../view/message-view.ts';
import type { Action, View } from '../view/view.ts';
import { briefAndStore, buttons, readSource, rememberHere, type BotContext } from './context.ts';
import { viewHelp } from './help.ts';
import type { Request, Response } from './request.ts';
import { nearestWord } from './suggest.ts';
import { why } from './why.ts';

const VERBS = ['figures', 'image', 'save', 'why', 'help'] as const;
/** Shorter than this, without a link, it is no article but a mistyped verb. */
const MIN_PASTED = 40;

/** `/brief <link | text>`, `/brief figures …`, `/brief image …`, `/brief save …`. */
export async function briefCommand(context: BotContext, request: Request, text: string, signal: AbortSignal): Promise<Response> {
  const trimmed = text.trim();
  const [first = ''] = trimmed.split(/\s+/u, 1);
  const verb = VERBS.find((word) => word === first.toLowerCase());
  if (trimmed === '' || verb === 'help') return { view: viewHelp(null), visibility: 'private' };
  const words = verb === undefined ? trimmed : trimmed.slice(first.length).trim();
  if (verb === 'why') return { view: await why(context, request, words), visibility: 'private' };
  const source = sourceFrom(words);
  if (source.type === 'pasted' && words.length < MIN_PASTED) {
    const near = nearestWord(first, VERBS);
    const hint = near === null || verb !== undefined ? '' : ` Did you mean /brief ${near}?`;
    return { view: viewHelp(`That is neither a link nor enough text for a brief.${hint}`), visibility: 'private' };
  }
  const article = await readSource(context, source, signal);
  await rememberHere(context, request.target, article.id);
  if (verb === 'save') return { view: await save(context, request.user, article), visibility: 'private' };
  const brief = await briefAndStore(context, article);
  // Without a public address nobody could load the image: the same figures come as text.
  if (verb === 'image' && context.publicUrl !== null && brief.figures.length > 0) {
    return { view: viewCard(article, brief, context.publicUrl), visibility: 'private' };
  }
  if (verb === 'figures' || verb === 'image') {
    return { view: viewFigures(article, brief, { publicUrl: context.publicUrl }), visibility: 'private' };
  }
  return { view: await briefView(context, article, brief, 'private'), visibility: 'private' };
}

/** The brief with its buttons. A brief that everybody sees needs no Share. */
export async function briefView(context: BotContext, article: Article, brief: Brief, visibility: Response['visibility']): Promise<View> {
  const ref = await context.store.saveRef({ articleId: article.id, briefId: brief.id, question: null });
  const actions: Action[] = brief.figures.length > 0 ? ['figures', 'ask'] : ['ask'];
  actions.push('longer', 'save');
  if (visibility === 'private') actions.push('share');
  return viewBrief(article, brief, { publicUrl: context.publicUrl, buttons: buttons(ref, actions) });
}

export async function save(context: BotContext, user: string, article: Article): Promise<View> {
  const fresh = await context.store.keep(user, article.id, context.clock.now());
  const name = article.title === null ? 'The article' : `“${article.title}”`;
  return viewMessage(fresh ? `${name} is saved for you.` : `${name} was saved already.`);
}
