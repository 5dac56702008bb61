import { BrevierError, toBrevierError } from '../errors.ts';
import { channelKey } from '../model/target.ts';
import type { ChannelFeed } from '../ports.ts';
import { viewList, viewMessage } from '../view/message-view.ts';
import type { View } from '../view/view.ts';
import type { BotContext } from './context.ts';
import { allow } from './policy.ts';
import type { Request } from './request.ts';
import { nearestWord } from './suggest.ts';

const VERBS = ['add', 'list', 'remove', 'resume', 'import', 'export'] as const;
const IMPORTED_AT_ONCE = 4;
const USAGE = 'Feeds: /digest feeds add <link>, list, remove <link>, resume <link>, import <link to an OPML file>, export.';

/** `/digest feeds …` */
export async function feeds(context: BotContext, request: Request, words: string, signal: AbortSignal): Promise<View> {
  const [first = 'list', ...rest] = words === '' ? [] : words.split(/\s+/u);
  const verb = VERBS.find((known) => known === first.toLowerCase());
  const links = rest.map((link) => link.replace(/^<|(?:\|[^>]*)?>$/g, ''));
  if (verb !== undefined && verb !== 'list' && verb !== 'export') await allow(context, request, 'schedule');
  switch (verb) {
    case 'add':
      return await add(context, request, links, signal);
    case 'list':
      return listed(await context.store.feedsOf(channelKey(request.target)));
    case 'remove':
      return await remove(context, request, links);
    case 'resume':
      return await resume(context, request, links, signal);
    case 'import':
      return await fromOpml(context, request, links, signal);
    case 'export':
      return await toOpml(context, request);
    case undefined: {
      const near = nearestWord(first, VERBS);
      return viewMessage(`I do not know “/digest feeds ${first}”.${near === null ? '' : ` Did you mean ${near}?`} ${USAGE}`);
    }
    default:
      return verb satisfies never;
  }
}

async function add({ desk }: BotContext, { target, user }: Request, links: readonly string[], signal: AbortSignal): Promise<View> {
  if (links.length === 0) throw new BrevierError('command/usage', 'Say which one: /digest feeds add <link to a feed or a site>');
  const lines: string[] = [];
  for (const url of links) {
    try {
      const { feed, isNew } = await desk.addFeed({ url, target, user }, signal);
      lines.push(isNew ? `Added ${feed.title ?? feed.url} (${feed.url}).` : `${feed.title ?? feed.url} is here already.`);
    } catch (thrown) {
      if (links.length === 1) throw thrown;
      lines.push(`${url}: ${toBrevierError(thrown).message}`);
    }
  }
  return viewMessage(lines.join('\n'));
}

function listed(known: readonly ChannelFeed[]): View {
  if (known.length === 0) return viewMessage('There is no feed here yet. Add one with /digest feeds add <link>.');
  return viewList(known.length === 1 ? '1 feed here' : `${known.length} feeds here`, known.map(feedLine));
}

/** "The Kiruna Post (https://…): read 12 min ago" */
export function feedLine({ title, url, status, problem, failures }: ChannelFeed): string {
  const name = title === null ? url : `${title} (${url})`;
  if (status === 'paused') return `${name}: no longer read. ${problem ?? ''}`.trim();
  return problem === null ? name : `${name}: failed ${failures === 1 ? 'once' : `${failures} times`}. ${problem}`;
}

async function remove({ store }: BotContext, { target }: Request, links: readonly string[]): Promise<View> {
  const channel = channelKey(target);
  const feed = found(await store.feedsOf(channel), links, 'remove');
  await store.removeFeed(channel, feed.id);
  return viewMessage(`${feed.title ?? feed.url} is no longer read here.`);
}

async function resume({ store, desk }: BotContext, { target }: Request, links: readonly string[], signal: AbortSignal): Promise<View> {
  const { addedBy: _addedBy, ...feed } = found(await store.feedsOf(channelKey(target)), links, 'resume');
  const { problem, title, url } = await desk.resumeFeed(feed, signal);
  return viewMessage(problem === null ? `${title ?? url} is read again.` : `${title ?? url} still cannot be read. ${problem}`);
}

/** By address, a part of it, or the title. @throws BrevierError `feed/unknown` */
function found(known: readonly ChannelFeed[], links: readonly string[], verb: string): ChannelFeed {
  const words = links.join(' ').toLowerCase();
  const matches = words === '' ? [] : known.filter(({ url, title }) => url.toLowerCase().includes(words) || title?.toLowerCase() === words);
  const exact = known.find(({ url }) => url.toLowerCase() === words);
  const [match] = exact === undefined ? matches : [exact];
  if (match === undefined || (exact === undefined && matches.length > 1)) {
    const which = matches.length > 1 ? `That fits ${matches.length} feeds.` : 'There is no such feed here.';
    throw new BrevierError('feed/unknown', `${which} Say its address: /digest feeds ${verb} <link>. /digest feeds list shows them.`);
  }
  return match;
}

/** Each feed by itself: one that cannot be read does not cost the others. */
async function fromOpml(context: BotContext, { target, user }: Request, links: readonly string[], signal: AbortSignal): Promise<View> {
  const [link] = links;
  if (link === undefined) throw new BrevierError('command/usage', 'Say where the OPML file is: /digest feeds import <link>');
  const page = await context.fetcher.fetchPage(link, signal);
  const { readOpml } = await import('../feed/opml.ts');
  const report = await importFeeds(context, readOpml(page.body), { target, user }, signal);
  return viewMessage([`${report.added} feeds added, ${report.known} were here already.`, ...report.problems].join('\n'));
}

const PROBLEMS_SHOWN = 10;

/** Adds many feeds. What fails is named, at most ten of them. */
export async function importFeeds(
  { desk }: Pick<BotContext, 'desk'>,
  outlines: readonly { url: string }[],
  { target, user }: Pick<Request, 'target' | 'user'>,
  signal: AbortSignal,
): Promise<{ added: number; known: number; problems: string[] }> {
  const report = { added: 0, known: 0, problems: [] as string[] };
  for (let at = 0; at < outlines.length; at += IMPORTED_AT_ONCE) {
    const batch = outlines.slice(at, at + IMPORTED_AT_ONCE);
    const results = await Promise.allSettled(batch.map(async ({ url }) => await desk.addFeed({ url, target, user }, signal)));
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') report.problems.push(`${batch[index]?.url}: ${toBrevierError(result.reason).message}`);
      else if (result.value.isNew) report.added += 1;
      else report.known += 1;
    }
  }
  const more = report.problems.length - PROBLEMS_SHOWN;
  return {
    ...report,
    problems: [...report.problems.slice(0, PROBLEMS_SHOWN), ...(more > 0 ? [`and ${more} more could not be read.`] : [])],
  };
}

async function toOpml({ store }: BotContext, { target }: Request): Promise<View> {
  const known = await store.feedsOf(channelKey(target));
  if (known.length === 0) return viewMessage('There is no feed here yet.');
  // The library behind it is large, and few ever ask for this.
  const { writeOpml } = await import('../feed/opml.ts');
  return viewMessage(writeOpml(known, 'Feeds of this channel'));
}
