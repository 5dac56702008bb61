import type { Article } from '../model/article.ts';
import type { Brief } from '../model/brief.ts';
import { sourceFrom } from '../source/source.ts';
import { viewBrief, type BriefViewOptions } from '../view/brief-view.ts';
import { viewCard } from '../view/card-view.ts';
import { viewFigures } from '../view/figures-view.ts';
import type { Labels } from '../view/labels/labels.ts';
import type { Action, View } from '../view/view.ts';
import { briefAndStore, buttons, readSource, rememberHere, threadOf, type BotContext, type ReadContext } from './context.ts';
import { engineFor } from './engine.ts';
import { isTooShort, MIN_PASTED } from './forms.ts';
import { viewHelp } from './help.ts';
import { home } from './home.ts';
import { allow, isManager, labelsHere, rulesFor } from './policy.ts';
import type { Asking, Request, Response } from './request.ts';
import { save, saved, unsave } from './saved.ts';
import { settings } from './settings.ts';
import { nearestWord } from './suggest.ts';
import { why } from './why.ts';

const VERBS = ['figures', 'image', 'short', 'long', 'save', 'saved', 'unsave', 'why', 'settings', 'home', 'help'] as const;

/** Points of a short and of a long brief. */
export const POINTS = { short: 2, long: 8 };

/** `/brief <link | text>`, `/brief figures …`, `/brief image …`, `/brief save …`. */
export async function briefCommand(context: BotContext, request: Request, text: string, signal: AbortSignal): Promise<Response> {
  const trimmed = text.trim();
  const [first = ''] = trimmed.split(/\s+/u, 1);
  const verb = verbOf(first.toLowerCase(), trimmed.slice(first.length).trim());
  if (trimmed === '' || verb === 'help') return { view: viewHelp(null), visibility: 'private' };
  const words = verb === undefined ? trimmed : trimmed.slice(first.length).trim();
  const shown = await shownBy(context, request, verb, words);
  if (shown !== null) return { view: shown, visibility: 'private' };
  if (isTooShort(words)) {
    const near = nearestWord(first, VERBS);
    const hint = near === null || verb !== undefined ? '' : ` Did you mean /brief ${near}?`;
    return { view: viewHelp(`That is neither a link nor enough text for a brief.${hint}`), visibility: 'private' };
  }
  const visibility = await visibilityOf(context, request);
  const article = await readSource(context, sourceFrom(words), signal);
  await rememberHere(context, request.target, article.id);
  if (verb === 'save') return { view: await save(context, request.user, article), visibility: 'private' };
  const brief = await briefAndStore(
    context,
    article,
    verb === 'short' || verb === 'long' ? POINTS[verb] : undefined,
    await engineFor(context, request, verb === 'figures' || verb === 'image' ? undefined : visibility),
  );
  const isSeen = context.publicUrl !== null || request.target.platform === 'slack' || request.target.platform === 'discord';
  if (verb === 'image' && isSeen && brief.figures.length > 0) return { view: viewCard(article, brief, context.publicUrl), visibility };
  if (verb === 'figures' || verb === 'image')
    return {
      view: viewFigures(article, brief, { publicUrl: context.publicUrl, labels: await labelsHere(context.store, request) }),
      visibility,
    };
  const posted = threadOf(context, request.target, article.id);
  return { view: await briefView(context, request, article, brief, visibility), visibility, posted };
}

/** A pasted text may begin with the word of a verb that takes nothing, or little, after it. */
function verbOf(first: string, rest: string): (typeof VERBS)[number] | undefined {
  const verb = VERBS.find((word) => word === first);
  const most = verb === 'home' || verb === 'saved' || verb === 'help' ? 0 : verb === 'settings' || verb === 'unsave' ? 120 : Infinity;
  if ((verb === 'short' || verb === 'long') && sourceFrom(rest).type !== 'url' && rest.length < MIN_PASTED) return undefined;
  return rest.length <= most ? verb : undefined;
}

/** Who sees the answer: as the asker wishes, else as the channel rules. Counts the brief. */
export async function visibilityOf(context: BotContext, request: Request): Promise<'private' | 'public'> {
  if (request.wish === 'public') await allow(context, request, 'share');
  const { answers } = await allow(context, request, 'brief');
  return request.wish ?? answers;
}

/** What the verbs that read no article say; null for those that do. */
async function shownBy(
  context: BotContext,
  request: Request,
  verb: (typeof VERBS)[number] | undefined,
  words: string,
): Promise<View | null> {
  switch (verb) {
    case 'why':
      return await why(context, request, words);
    case 'saved':
      return await saved(context, request);
    case 'unsave':
      return await unsave(context, request, words);
    case 'settings':
      return await settings(context, request, words);
    case 'home':
      return (await home(context, request)).view;
    case 'figures':
    case 'image':
    case 'short':
    case 'long':
    case 'save':
    case 'help':
    case undefined:
      return null;
    default:
      return verb satisfies never;
  }
}

/** The brief with its buttons. A brief that everybody sees needs no Share; who may not share may keep it. */
export async function briefView(
  context: ReadContext,
  request: Asking,
  article: Article,
  brief: Brief,
  visibility: Response['visibility'],
  /** What a press makes of it. */
  next: 'longer' | 'shorter' = 'longer',
): Promise<View> {
  const ref = await context.store.saveRef({ articleId: article.id, briefId: brief.id, question: null });
  const actions: Action[] = [...(brief.figures.length > 0 ? (['figures'] as const) : []), 'ask', next, 'save'];
  if (visibility === 'private') actions.push(await shareOrKeep(context, request));
  actions.push('helpful', 'unhelpful');
  const labels = await labelsHere(context.store, request);
  return sameView(article, brief, { publicUrl: context.publicUrl, buttons: buttons(ref, actions, labels), labels });
}

const views = new WeakMap<Brief, Map<string, View>>();

/** The view of a brief, made once: a link that the team talks about is asked for again and again. */
function sameView(article: Article, brief: Brief, options: BriefViewOptions & { labels: Labels }): View {
  const key = JSON.stringify([article.id, options.publicUrl, options.buttons, options.labels.locale]);
  const known = views.get(brief) ?? new Map<string, View>();
  views.set(brief, known);
  const view = known.get(key) ?? viewBrief(article, brief, options);
  known.set(key, view);
  return view;
}

/** Share where this person may post for everybody, else Keep, which puts a copy into their direct messages. */
export async function shareOrKeep({ store }: Pick<ReadContext, 'store'>, request: Asking): Promise<'share' | 'keep'> {
  const policy = await rulesFor(store, request);
  return policy.share === 'everyone' || (await isManager(request, policy)) ? 'share' : 'keep';
}
