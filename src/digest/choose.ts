import { readingSeconds } from '../brief/reading-time.ts';
import { toBrevierError } from '../errors.ts';
import type { DigestStory, Skipped } from '../model/digest.ts';
import type { DigestSettings } from '../model/subscription.ts';
import type { Store } from '../ports.ts';
import type { Cluster } from './cluster.ts';
import { disagreements, newSince, traced, type ReadArticle } from './compare.ts';
import type { Ranked } from './rank.ts';
import type { Reader } from './reader.ts';
import { heaviest } from './terms.ts';
import { digestName, toldBefore, type Told } from './told.ts';

/** Pages read at the same time, and tried for each story that is told. */
const AT_ONCE = 4;
const TRIES = 3;
/** Articles of one story that are read to compare their figures. */
const COMPARED = 3;
const TERMS = 40;
/** What a digest says of a story. */
const POINTS = 2;

export interface Choice {
  stories: DigestStory[];
  skipped: Skipped[];
}

export interface ChoiceContext {
  store: Pick<Store, 'article'>;
  reader: Reader;
  settings: DigestSettings;
  /** IANA zone in which days are named. */
  zone: string;
  /** Stories of earlier digests, newest first. */
  told: readonly Told[];
  rarity: (stem: string) => number;
  now: Date;
}

/** Takes stories from the top until the digest is full. Pages are read a few at a time, judged in order. */
export async function choose(context: ChoiceContext, order: readonly Ranked[], signal: AbortSignal): Promise<Choice> {
  const { settings, reader } = context;
  const stories: DigestStory[] = [];
  const skipped: Skipped[] = [];
  const perSite = new Map<string, number>();
  let seconds = 0;
  const full = () => stories.length >= settings.maxStories || (settings.budgetMinutes !== null && seconds >= settings.budgetMinutes * 60);
  const tried = order.slice(0, settings.maxStories * TRIES);
  for (let at = 0; at < tried.length && !full(); at += AT_ONCE) {
    signal.throwIfAborted();
    const batch = tried.slice(at, at + AT_ONCE);
    const read = await Promise.all(batch.map(async ({ cluster }) => await readCluster(reader, cluster, signal)));
    for (const [index, candidate] of batch.entries()) {
      const { site } = candidate.cluster.lead;
      const ofSite = perSite.get(site) ?? 0;
      const outcome = read[index];
      if (full() || outcome === undefined) skipped.push(skippedFrom(candidate.cluster, fullReason(settings, stories.length)));
      else if (ofSite >= settings.perSource) skipped.push(skippedFrom(candidate.cluster, `${ofSite} stories of ${site} already`));
      else if (outcome.type === 'unreadable') skipped.push(skippedFrom(candidate.cluster, outcome.reason));
      else {
        const judged = await judge(context, candidate, outcome.articles);
        if (typeof judged === 'string') skipped.push(skippedFrom(candidate.cluster, judged));
        else {
          stories.push(judged);
          perSite.set(site, ofSite + 1);
          seconds += secondsFor(judged, outcome.articles[0]);
        }
      }
    }
  }
  const rest = order
    .slice(stories.length + skipped.length)
    .map(({ cluster }) => skippedFrom(cluster, fullReason(settings, stories.length)));
  return { stories, skipped: [...skipped, ...rest] };
}

/** The story as it is told; or the reason why it is not, when it was told before and says nothing new. */
async function judge(
  { store, told, rarity, now, zone }: ChoiceContext,
  { cluster, score, reasons }: Ranked,
  articles: readonly [ReadArticle, ...ReadArticle[]],
): Promise<DigestStory | string> {
  const [lead] = articles;
  const terms = heaviest(cluster.lead.terms, rarity, TERMS);
  const links = [cluster.lead, ...cluster.others].map(({ entry }) => entry.link);
  const earlier = toldBefore(told, links, terms);
  const before = earlier === null ? '' : digestName(earlier.slot, now, zone);
  const facts = earlier === null ? [] : newSince(lead, { ...earlier.story, article: await store.article(earlier.story.articleId) }, before);
  if (earlier !== null && facts.length === 0) return `told in ${before}, nothing new since`;
  const figures = lead.brief.figures.length;
  return {
    articleId: lead.article.id,
    briefId: lead.brief.id,
    title: lead.article.title ?? cluster.lead.entry.title ?? lead.brief.gist?.text ?? 'Untitled',
    url: lead.article.canonicalUrl ?? cluster.lead.entry.link,
    site: cluster.lead.site,
    also: elsewhere(cluster),
    score,
    reasons: [
      ...(earlier === null ? [] : [`an update: told in ${before}`]),
      ...reasons,
      ...(figures === 0 ? [] : [`${figures} key ${figures === 1 ? 'figure' : 'figures'}`]),
    ],
    update: earlier === null ? null : { slot: earlier.slot, facts },
    conflicts: disagreements(articles),
    terms,
    figures: traced(lead.brief),
  };
}

function secondsFor({ title }: DigestStory, lead: ReadArticle | undefined): number {
  return readingSeconds([title, ...(lead?.brief.points ?? []).slice(0, POINTS).map(({ text }) => text)].join(' '));
}

function fullReason({ maxStories, budgetMinutes }: DigestSettings, count: number): string {
  if (count >= maxStories) return `the digest had its ${maxStories} stories`;
  return budgetMinutes === null ? 'no room' : `over the reading budget of ${budgetMinutes} ${budgetMinutes === 1 ? 'minute' : 'minutes'}`;
}

export function skippedFrom({ lead }: Cluster, reason: string): Skipped {
  return { title: lead.entry.title ?? lead.entry.link ?? lead.source, url: lead.entry.link, reason };
}

function elsewhere({ lead, others }: Cluster): DigestStory['also'] {
  const seen = new Set([lead.entry.link]);
  return others.flatMap(({ entry, site }) => {
    if (seen.has(entry.link)) return [];
    seen.add(entry.link);
    return [{ url: entry.link, site }];
  });
}

type Reading = { type: 'read'; articles: [ReadArticle, ...ReadArticle[]] } | { type: 'unreadable'; reason: string };

/** The lead's article, or another one's when it cannot be read; and articles of other sites to compare it with. */
async function readCluster(reader: Reader, { lead, others }: Cluster, signal: AbortSignal): Promise<Reading> {
  const sites = new Set<string>();
  const sources = [lead, ...others].filter(({ site }) => !sites.has(site) && sites.add(site));
  const articles: ReadArticle[] = [];
  let reason = 'The article could not be read.';
  for (const candidate of sources) {
    if (articles.length >= COMPARED) break;
    try {
      articles.push(await reader.read(candidate, signal));
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      if (candidate === lead) reason = toBrevierError(thrown).message;
    }
  }
  const [first, ...rest] = articles;
  return first === undefined ? { type: 'unreadable', reason } : { type: 'read', articles: [first, ...rest] };
}
