import type { Logger } from '../log.ts';
import type { Article } from '../model/article.ts';
import { BriefOptions, type Brief } from '../model/brief.ts';
import type { Receipt } from '../model/receipt.ts';
import { channelKey, targetKey, type Target } from '../model/target.ts';
import type { Briefer, Clock, Extractor, Fetcher, Meter, Store, Writer } from '../ports.ts';
import { articleFromSource, type Source } from '../source/source.ts';
import { en } from '../view/labels/en.ts';
import type { Labels } from '../view/labels/labels.ts';
import type { Action, Button } from '../view/view.ts';
import type { DigestDesk } from './desk.ts';

/** What reading and briefing an article takes. */
export interface ReadContext {
  store: Store;
  fetcher: Fetcher;
  briefer: Briefer;
  extractor: Extractor;
  /** The optional model; absent where none is configured. */
  writer?: Writer;
  clock: Clock;
  log: Logger;
  meter: Meter;
  /** Where the article reader can be reached by everybody who sees a message; null when it cannot. */
  publicUrl: string | null;
}

/** What every verb of the bot works with. */
export interface BotContext extends ReadContext {
  desk: DigestDesk;
}

const HOUR_MS = 3_600_000;
/** A page asked for again within this time is not fetched again. */
const FRESH_MS = HOUR_MS / 4;
/** How long a conversation remembers what it was about. */
const MEMORY_MS = 30 * 24 * HOUR_MS;

/** The article for a source, from the store where it is fresh. It is stored, so that buttons find it later. */
export async function readSource(context: ReadContext, source: Source, signal: AbortSignal): Promise<Article> {
  const { store, clock } = context;
  if (source.type === 'url') {
    const known = await store.articleByUrl(source.url, new Date(clock.now().getTime() - FRESH_MS));
    if (known !== null) return known;
  }
  const article = await articleFromSource(source, context, signal);
  await store.saveArticle(article, source.type === 'url' ? source.url : null);
  return article;
}

const saved = new WeakMap<Store, WeakSet<Brief>>();

/** Briefs and stores, so that a month-old button still finds it. */
export async function briefAndStore(
  context: ReadContext,
  article: Article,
  points?: number,
  briefer: Briefer = context.briefer,
): Promise<Brief> {
  const brief = await briefer.brief(article, BriefOptions.parse({ points }));
  // The briefer gives the same object again, which need not be written again.
  const there = saved.get(context.store) ?? new WeakSet();
  saved.set(context.store, there);
  if (!there.has(brief)) await context.store.saveBrief(brief);
  there.add(brief);
  return brief;
}

/** Notes that the thread and its channel are now about this article. */
export async function rememberHere(context: ReadContext, target: Target, articleId: string): Promise<void> {
  await context.store.remember([...new Set([targetKey(target), channelKey(target)])], articleId, context.clock.now());
}

/** Notes, once a message is posted, that its thread is about this article: there nobody has to mention the bot. */
export function threadOf({ store, clock }: Pick<ReadContext, 'store' | 'clock'>, target: Target, articleId: string) {
  return async ({ messageId, target: place }: Receipt): Promise<void> => {
    if (place.platform !== 'slack' || target.platform !== 'slack') return;
    await store.remember([targetKey({ ...place, thread: place.thread ?? messageId })], articleId, clock.now());
  };
}

/** The article that the thread, or else its channel, was last about; null when there is none. */
export async function articleHere(context: ReadContext, target: Target, where: 'thread' | 'channel'): Promise<Article | null> {
  const since = new Date(context.clock.now().getTime() - MEMORY_MS);
  const keys = where === 'thread' ? [targetKey(target)] : [...new Set([targetKey(target), channelKey(target)])];
  for (const key of keys) {
    const [id] = await context.store.recall(key, since, 1);
    const article = id === undefined ? null : await context.store.article(id);
    if (article !== null) return article;
  }
  return null;
}

/** Articles that a thread was about, newest first: one under a brief, several under a digest. */
export async function articlesInThread(context: ReadContext, target: Target, limit: number): Promise<Article[]> {
  const since = new Date(context.clock.now().getTime() - MEMORY_MS);
  const ids = await context.store.recall(targetKey(target), since, limit);
  const articles = await Promise.all(ids.map((id) => context.store.article(id)));
  return articles.filter((article) => article !== null);
}

/** Articles talked about in the channel in the last day, newest first. */
export async function articlesToday(context: ReadContext, target: Target, limit: number): Promise<Article[]> {
  const since = new Date(context.clock.now().getTime() - 24 * HOUR_MS);
  const ids = await context.store.recall(channelKey(target), since, limit);
  const articles = await Promise.all(ids.map((id) => context.store.article(id)));
  return articles.filter((article) => article !== null);
}

export function buttons(ref: string, actions: readonly Action[], labels: Labels = en): Button[] {
  return actions.map((action) => ({ action, label: labels.buttons[action], ref }));
}
