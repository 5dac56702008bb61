import { BrevierError } from '../errors.ts';
import { hostOf } from '../digest/candidate.ts';
import { channelKey } from '../model/target.ts';
import type { StoredRef } from '../ports.ts';
import { viewMessage } from '../view/message-view.ts';
import { viewFigures } from '../view/figures-view.ts';
import { viewBrief } from '../view/brief-view.ts';
import type { Action } from '../view/view.ts';
import { answerAbout } from './ask.ts';
import { briefView, save } from './brief.ts';
import { briefAndStore, buttons, rememberHere, type BotContext } from './context.ts';
import type { Request, Response } from './request.ts';

const POINTS = { shorter: 2, longer: 8 };

/** A button, on a message of any age: everything is read from the store by its short reference. */
export async function pressed(
  context: BotContext,
  request: Request,
  { action, ref, text }: { action: Action; ref: string; text: string | null },
): Promise<Response> {
  const stored = await context.store.ref(ref);
  const article = stored === null ? null : await context.store.article(stored.articleId);
  if (stored === null || article === null) {
    throw new BrevierError('store/unknown-ref', 'This brief is no longer kept here. Send the link again for a new one.');
  }
  switch (action) {
    case 'figures':
      return { view: viewFigures(article, await briefOf(context, stored), { publicUrl: context.publicUrl }), visibility: 'private' };
    case 'ask':
      if (text === null || text.trim() === '') throw new BrevierError('ask/no-question', 'Type a question first.');
      return await answerAbout(context, request, article, text, 'private');
    case 'save':
      return { view: await save(context, request.user, article), visibility: 'private' };
    case 'shorter':
    case 'longer': {
      const brief = await briefAndStore(context, article, POINTS[action]);
      const next = await context.store.saveRef({ articleId: article.id, briefId: brief.id, question: null });
      const shown = buttons(next, ['figures', 'ask', action === 'longer' ? 'shorter' : 'longer', 'share']);
      return { view: viewBrief(article, brief, { publicUrl: context.publicUrl, buttons: shown }), visibility: 'private' };
    }
    case 'brief':
      return { view: await briefView(context, article, await briefOf(context, stored), 'private'), visibility: 'private' };
    case 'share': {
      await rememberHere(context, request.target, article.id);
      if (stored.question !== null) return await answerAbout(context, request, article, stored.question, 'public');
      return { view: await briefView(context, article, await briefOf(context, stored), 'public'), visibility: 'public' };
    }
    case 'more':
    case 'less': {
      const site = hostOf(article.canonicalUrl ?? '');
      const vote = action === 'more' ? 1 : -1;
      await context.store.vote(channelKey(request.target), request.user, { id: article.id, site }, vote, context.clock.now());
      const words = action === 'more' ? 'more' : 'less';
      return {
        view: viewMessage(`Noted: ${words} from ${site === '' ? 'this source' : site} in the digests here.`),
        visibility: 'private',
      };
    }
    default:
      return action satisfies never;
  }
}

async function briefOf(context: BotContext, stored: StoredRef) {
  const known = stored.briefId === null ? null : await context.store.brief(stored.briefId);
  if (known !== null) return known;
  const article = await context.store.article(stored.articleId);
  if (article === null) throw new BrevierError('store/unknown-ref', 'This brief is no longer kept here. Send the link again.');
  return await briefAndStore(context, article);
}
