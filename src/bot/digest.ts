import { toBrevierError } from '../errors.ts';
import type { Article } from '../model/article.ts';
import { channelKey } from '../model/target.ts';
import { sourceFrom } from '../source/source.ts';
import { askedLine, viewDigest } from '../view/digest-view.ts';
import { viewMessage } from '../view/message-view.ts';
import type { ToldStory } from '../view/story-view.ts';
import type { View } from '../view/view.ts';
import { articlesToday, briefAndStore, readSource, rememberHere, type BotContext } from './context.ts';
import { engineFor } from './engine.ts';
import { feeds } from './feeds.ts';
import { viewHelp } from './help.ts';
import { allow, labelsHere } from './policy.ts';
import type { Request, Response } from './request.ts';
import { change, list, log, schedule } from './schedule.ts';
import { nearestWord } from './suggest.ts';

const VERBS = ['now', 'preview', 'schedule', 'list', 'pause', 'resume', 'remove', 'log', 'feeds', 'help'] as const;
const STORIES = 10;

/** `/digest <verb> …`, or `/digest <links>`. */
export async function digestCommand(context: BotContext, request: Request, text: string, signal: AbortSignal): Promise<Response> {
  const [first = 'now', ...rest] = text.trim() === '' ? [] : text.trim().split(/[^\S\n]+/u);
  const verb = VERBS.find((word) => word === first.toLowerCase());
  const words = rest.join(' ').trim();
  return { view: await viewFor(context, request, { first, verb, words, text }, signal), visibility: 'private' };
}

interface Asked {
  first: string;
  verb: (typeof VERBS)[number] | undefined;
  words: string;
  text: string;
}

async function viewFor(context: BotContext, request: Request, { first, verb, words, text }: Asked, signal: AbortSignal): Promise<View> {
  switch (verb) {
    case 'now':
    case 'preview':
      await allow(context, request, verb === 'now' ? 'share' : 'brief');
      return await nowOrPreview(context, request, verb, words, signal);
    case 'schedule':
      await allow(context, request, 'schedule');
      return await schedule(context, request, words);
    case 'list':
      return await list(context, request);
    case 'pause':
    case 'resume':
    case 'remove':
      await allow(context, request, 'schedule');
      return await change(context, request, verb, words);
    case 'log':
      return await log(context, request);
    case 'feeds':
      return await feeds(context, request, words, signal);
    case 'help':
      return viewHelp(null);
    case undefined: {
      if (linksIn(text).length > 0) return await nowOrPreview(context, request, 'now', text, signal);
      const near = nearestWord(first, VERBS);
      return viewHelp(
        near === null ? `I do not know “/digest ${first}”.` : `I do not know “/digest ${first}”. Did you mean /digest ${near}?`,
      );
    }
    default:
      return verb satisfies never;
  }
}

function linksIn(words: string): string[] {
  return words.split(/\s+/u).filter((word) => word !== '' && sourceFrom(word).type === 'url');
}

/** Of the named articles, else of the channel's feeds, else of all that was briefed here in the last day. */
async function nowOrPreview(
  context: BotContext,
  request: Request,
  verb: 'now' | 'preview',
  words: string,
  signal: AbortSignal,
): Promise<View> {
  const { store, desk } = context;
  const links = linksIn(words);
  const channel = channelKey(request.target);
  if (links.length === 0 && (await store.feedsOf(channel)).length > 0) {
    const [subscription] = await store.subscriptions(channel);
    if (verb === 'preview') return await desk.preview(request.target, subscription ?? null, signal);
    await desk.now(request.target, subscription ?? null);
    return viewMessage('The digest is on its way to this channel. /digest log says when it has arrived.');
  }
  const { articles, skipped } =
    links.length > 0
      ? await readAll(context, links.slice(0, STORIES), signal)
      : { articles: await articlesToday(context, request.target, STORIES), skipped: [] };
  if (articles.length === 0 && skipped.length === 0) {
    return viewMessage(
      'Nothing has been briefed here in the last 24 hours, and there is no feed here. Name the articles (/digest now <link> <link>) or add a feed (/digest feeds add <link>).',
    );
  }
  const stories: ToldStory[] = [];
  for (const article of articles) {
    await rememberHere(context, request.target, article.id);
    stories.push({
      article,
      brief: await briefAndStore(context, article, undefined, await engineFor(context, request)),
      story: null,
      others: [],
      buttons: [],
    });
  }
  return viewDigest({ name: 'Digest', notes: [], lastLine: askedLine(stories.length, skipped) }, stories, {
    publicUrl: context.publicUrl,
    labels: await labelsHere(context.store, request),
  });
}

async function readAll(
  context: BotContext,
  links: readonly string[],
  signal: AbortSignal,
): Promise<{ articles: Article[]; skipped: { url: string; reason: string }[] }> {
  const articles: Article[] = [];
  const skipped: { url: string; reason: string }[] = [];
  for (const url of links) {
    try {
      articles.push(await readSource(context, { type: 'url', url }, signal));
    } catch (thrown) {
      // One dead link does not cost the reader the other articles; the digest says what is missing.
      skipped.push({ url, reason: toBrevierError(thrown).message });
    }
  }
  return { articles, skipped };
}
