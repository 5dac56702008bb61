import { hostOf } from '../digest/candidate.ts';
import { BrevierError } from '../errors.ts';
import type { Article } from '../model/article.ts';
import { channelKey, workspaceKey } from '../model/target.ts';
import type { StoredRef } from '../ports.ts';
import { viewFigures } from '../view/figures-view.ts';
import { viewMessage } from '../view/message-view.ts';
import type { Action } from '../view/view.ts';
import { answerAbout } from './ask.ts';
import { briefCommand, briefView, POINTS } from './brief.ts';
import { briefAndStore, rememberHere, threadOf, type BotContext } from './context.ts';
import { digestCommand } from './digest.ts';
import { engineFor } from './engine.ts';
import { allow, labelsHere } from './policy.ts';
import type { Request, Response } from './request.ts';
import { save } from './saved.ts';
import { changeDigest } from './schedule.ts';

type Pressed = Extract<Request['act'], { type: 'action' }>;
type DigestAction = 'now' | 'pause' | 'resume' | 'remove';
type FormAction = 'new-brief' | 'new-feed' | 'new-digest';
type ArticleAction = Exclude<Action, DigestAction | FormAction>;

/** A button, on a message of any age: everything is read from the store by its short reference. */
export async function pressed(context: BotContext, request: Request, act: Pressed, signal: AbortSignal): Promise<Response> {
  const { action, ref } = act;
  const text = act.text ?? '';
  if (action === 'new-brief') return await briefCommand(context, request, text, signal);
  if (action === 'new-feed') return await digestCommand(context, request, `feeds add ${text}`, signal);
  if (action === 'new-digest') return await digestCommand(context, request, `schedule ${text}`, signal);
  if (action === 'now' || action === 'pause' || action === 'resume' || action === 'remove') {
    return { view: await changeOwn(context, request, action, ref), visibility: 'private' };
  }
  return await aboutArticle(context, request, { ...act, action });
}

/** A digest of any channel of the workspace, by whoever set it up or may decide there. */
async function changeOwn(context: BotContext, request: Request, action: DigestAction, id: string) {
  const subscription = await context.store.subscription(id);
  if (subscription === null || workspaceKey(subscription.target) !== workspaceKey(request.target)) {
    throw new BrevierError('schedule/unknown', 'That digest is no longer there.');
  }
  const there: Request = { ...request, target: subscription.target };
  const deed = action === 'now' ? 'share' : 'schedule';
  if (subscription.createdBy !== request.user) await allow(context, there, deed);
  if (action !== 'now') return await changeDigest(context, subscription, action);
  await context.desk.now(subscription.target, subscription);
  return viewMessage('The digest is on its way to its channel.');
}

async function aboutArticle(
  context: BotContext,
  request: Request,
  { action, ref, text }: { action: ArticleAction; ref: string; text: string | null },
): Promise<Response> {
  const stored = await context.store.ref(ref);
  const article = stored === null ? null : await context.store.article(stored.articleId);
  if (stored === null || article === null) {
    throw new BrevierError('store/unknown-ref', 'This brief is no longer kept here. Send the link again for a new one.');
  }
  switch (action) {
    case 'figures':
      return {
        view: viewFigures(article, await briefOf(context, request, stored, article), {
          publicUrl: context.publicUrl,
          labels: await labelsHere(context.store, request),
        }),
        visibility: 'private',
      };
    case 'ask':
      if (text === null || text.trim() === '') throw new BrevierError('ask/no-question', 'Type a question first.');
      await allow(context, request, 'brief');
      return await answerAbout(context, request, article, text, 'private');
    case 'save':
      return { view: await save(context, request.user, article), visibility: 'private' };
    case 'shorter':
    case 'longer': {
      const brief = await briefAndStore(
        context,
        article,
        POINTS[action === 'shorter' ? 'short' : 'long'],
        await engineFor(context, request, 'private'),
      );
      const next = action === 'longer' ? 'shorter' : 'longer';
      return { view: await briefView(context, request, article, brief, 'private', next), visibility: 'private', replaces: true };
    }
    case 'brief':
      return {
        view: await briefView(context, request, article, await briefOf(context, request, stored, article), 'private'),
        visibility: 'private',
      };
    case 'keep':
      return await told(context, request, stored, article, 'direct');
    case 'share':
      await allow(context, request, 'share');
      await rememberHere(context, request.target, article.id);
      return await told(context, request, stored, article, 'public');
    case 'more':
    case 'less':
      return await vote(context, request, article, action);
    case 'helpful':
    case 'unhelpful':
      return await judge(context, request, article, action === 'helpful');
    default:
      return action satisfies never;
  }
}

/** What the button stands under, the brief or the answer, for others or for later. */
async function told(
  context: BotContext,
  request: Request,
  stored: StoredRef,
  article: Article,
  visibility: 'public' | 'direct',
): Promise<Response> {
  const response =
    stored.question === null
      ? { view: await briefView(context, request, article, await briefOf(context, request, stored, article), visibility), visibility }
      : await answerAbout(context, request, article, stored.question, visibility);
  return { ...response, posted: threadOf(context, request.target, article.id) };
}

async function vote(context: BotContext, request: Request, article: Article, action: 'more' | 'less'): Promise<Response> {
  const site = hostOf(article.canonicalUrl ?? '');
  const channel = channelKey(request.target);
  await context.store.vote(channel, request.user, { id: article.id, site }, action === 'more' ? 1 : -1, context.clock.now());
  return {
    view: viewMessage(`Noted: ${action} from ${site === '' ? 'this source' : site} in the digests here.`),
    visibility: 'private',
  };
}

async function judge(context: BotContext, request: Request, article: Article, isHelpful: boolean): Promise<Response> {
  await context.store.judge(channelKey(request.target), request.user, article.id, isHelpful, context.clock.now());
  context.meter.judged(isHelpful);
  const words = isHelpful
    ? 'Glad it helped.'
    : 'Noted, thank you. The operator sees how many briefs did not help, not what they were about.';
  return { view: viewMessage(words), visibility: 'private' };
}

async function briefOf(context: BotContext, request: Request, stored: StoredRef, article: Article) {
  const known = stored.briefId === null ? null : await context.store.brief(stored.briefId);
  return known ?? (await briefAndStore(context, article, undefined, await engineFor(context, request)));
}
