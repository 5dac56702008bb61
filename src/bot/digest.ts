import { toBrevierError } from '../errors.ts';
import type { Article } from '../model/article.ts';
import { sourceFrom } from '../source/source.ts';
import { viewDigest, type DigestStory } from '../view/digest-view.ts';
import { viewMessage } from '../view/message-view.ts';
import { articlesToday, briefAndStore, readSource, rememberHere, type BotContext } from './context.ts';
import { viewHelp } from './help.ts';
import type { Request, Response } from './request.ts';
import { nearestWord } from './suggest.ts';

const VERBS = ['now', 'preview', 'help'] as const;
const LATER = new Set(['schedule', 'list', 'pause', 'remove', 'feeds', 'log']);
const STORIES = 10;

/** `/digest now [links]`: the given articles, or all that was briefed here in the last day, as one digest. */
export async function digestCommand(context: BotContext, request: Request, text: string, signal: AbortSignal): Promise<Response> {
  const [first = 'now', ...rest] = text.trim() === '' ? [] : text.trim().split(/\s+/u);
  const links = [first, ...rest].filter((word) => sourceFrom(word).type === 'url');
  const verb = VERBS.find((word) => word === first.toLowerCase()) ?? (links.length > 0 ? 'now' : null);
  if (verb === 'help') return { view: viewHelp(null), visibility: 'private' };
  if (verb === null) return { view: unknownVerb(first), visibility: 'private' };
  const { articles, skipped } =
    links.length > 0
      ? await readAll(context, links.slice(0, STORIES), signal)
      : { articles: await articlesToday(context, request.target, STORIES), skipped: [] };
  if (articles.length === 0 && skipped.length === 0) {
    const empty = 'Nothing has been briefed here in the last 24 hours. Brief a few links first, or name them: /digest now <link> <link>.';
    return { view: viewMessage(empty), visibility: 'private' };
  }
  const stories: DigestStory[] = [];
  for (const article of articles) {
    await rememberHere(context, request.target, article.id);
    stories.push({ article, brief: await briefAndStore(context, article, 2) });
  }
  return { view: viewDigest(stories, skipped, context.publicUrl), visibility: 'private' };
}

function unknownVerb(verb: string) {
  if (LATER.has(verb.toLowerCase())) {
    return viewMessage(
      'Scheduled digests and feeds are not in this version. /digest now gives you everything briefed here in the last 24 hours.',
    );
  }
  const near = nearestWord(verb, VERBS);
  return viewHelp(near === null ? `I do not know “/digest ${verb}”.` : `I do not know “/digest ${verb}”. Did you mean /digest ${near}?`);
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
