import type { ReadContext } from '../bot/context.ts';
import { readingSeconds } from '../brief/reading-time.ts';
import { toBrevierError } from '../errors.ts';
import type { DigestContent, DigestStory, Skipped } from '../model/digest.ts';
import type { DigestSettings } from '../model/subscription.ts';
import type { ChannelFeed, Store } from '../ports.ts';
import { candidateFrom } from './candidate.ts';
import { clustered, type Cluster } from './cluster.ts';
import { disagreements, newSince, traced, type ReadArticle } from './compare.ts';
import { ranked, type Ranked } from './rank.ts';
import type { Reader } from './reader.ts';
import { heaviest, rarityOf } from './terms.ts';
import { digestName, toldBefore, toldStories, type Told } from './told.ts';

export interface DigestRequest {
  channel: string;
  /** IANA zone in which days are named. */
  zone: string;
  settings: DigestSettings;
  feeds: readonly ChannelFeed[];
  /** Entries first seen after this are news. */
  since: Date;
}

const ENTRIES = 1500;
/** Pages read at the same time, and tried for each story that is told. */
const AT_ONCE = 4;
const TRIES = 3;
/** Articles of one story that are read to compare their figures. */
const COMPARED = 3;
const TERMS = 40;
const LISTED = 100;
/** What a digest says of a story. */
const POINTS = 2;

/** Chooses and reads the stories of one digest. What cannot be read is listed with the reason. */
export async function makeDigest(
  context: Pick<ReadContext, 'store' | 'clock'>,
  reader: Reader,
  request: DigestRequest,
  signal: AbortSignal,
): Promise<DigestContent> {
  const { store, clock } = context;
  const { channel, settings, feeds, since } = request;
  const now = clock.now();
  const byId = new Map(feeds.map((feed) => [feed.id, feed]));
  const entries = await store.entriesSince([...byId.keys()], since, ENTRIES);
  const candidates = entries.flatMap((entry) => {
    const feed = byId.get(entry.feedId);
    return feed === undefined ? [] : [candidateFrom(entry, feed)];
  });
  const clusters = clustered(candidates);
  const taste = { settings, votes: await store.votes(channel) };
  const { stories: order, unwanted } = ranked(clusters, taste, now);
  const told = toldStories(await store.digests(channel, 30), now);
  const choice = await choose(
    { store, reader },
    request,
    { order, told, rarity: rarityOf(clusters.map(({ lead }) => lead.terms)), now },
    signal,
  );
  const skipped = [...choice.skipped, ...unwanted.map(([cluster, reason]) => skippedFrom(cluster, reason))];
  return {
    stories: choice.stories,
    read: entries.length,
    merged: clusters.reduce((sum, { others }) => sum + others.length, 0),
    skipped: skipped.slice(0, LISTED),
    missing: feeds.flatMap(({ url, problem }) => (problem === null ? [] : [{ url, problem }])),
    until: now.toISOString(),
  };
}

interface Field {
  order: readonly Ranked[];
  told: readonly Told[];
  rarity: (stem: string) => number;
  now: Date;
}

/** Takes stories from the top until the digest is full. Pages are read a few at a time, judged in order. */
async function choose(
  { store, reader }: { store: Store; reader: Reader },
  { settings, zone }: DigestRequest,
  { order, told, rarity, now }: Field,
  signal: AbortSignal,
): Promise<{ stories: DigestStory[]; skipped: Skipped[] }> {
  const stories: DigestStory[] = [];
  const skipped: Skipped[] = [];
  const perSite = new Map<string, number>();
  let seconds = 0;
  const full = () => stories.length >= settings.maxStories || (settings.budgetMinutes !== null && seconds >= settings.budgetMinutes * 60);
  const tried = order.slice(0, settings.maxStories * TRIES);
  for (let at = 0; at < tried.length; at += AT_ONCE) {
    signal.throwIfAborted();
    const batch = tried.slice(at, at + AT_ONCE);
    const read = full() ? [] : await Promise.all(batch.map(async ({ cluster }) => await readCluster(reader, cluster, signal)));
    for (const [index, { cluster, score, reasons }] of batch.entries()) {
      const site = cluster.lead.site;
      const ofSite = perSite.get(site) ?? 0;
      const outcome = read[index];
      if (full() || outcome === undefined) {
        skipped.push(skippedFrom(cluster, fullReason(settings, stories.length)));
        continue;
      }
      if (ofSite >= settings.perSource) {
        skipped.push(skippedFrom(cluster, `${ofSite} stories of ${site} already`));
        continue;
      }
      if (outcome.type === 'unreadable') {
        skipped.push(skippedFrom(cluster, outcome.reason));
        continue;
      }
      const terms = heaviest(cluster.lead.terms, rarity, TERMS);
      const links = [cluster.lead, ...cluster.others].map(({ entry }) => entry.link);
      const earlier = toldBefore(told, links, terms);
      const [lead] = outcome.articles;
      if (lead === undefined) continue;
      const facts =
        earlier === null
          ? []
          : newSince(
              lead,
              { ...earlier.story, article: await store.article(earlier.story.articleId) },
              digestName(earlier.slot, now, zone),
            );
      if (earlier !== null && facts.length === 0) {
        skipped.push(skippedFrom(cluster, `told in ${digestName(earlier.slot, now, zone)}, nothing new since`));
        continue;
      }
      const update = earlier === null ? null : { slot: earlier.slot, facts };
      const figures = lead.brief.figures.length;
      const story: DigestStory = {
        articleId: lead.article.id,
        briefId: lead.brief.id,
        title: lead.article.title ?? cluster.lead.entry.title ?? lead.brief.gist?.text ?? 'Untitled',
        url: lead.article.canonicalUrl ?? cluster.lead.entry.link,
        site,
        also: elsewhere(cluster),
        score,
        reasons: [
          ...(update === null ? [] : [`an update: told in ${digestName(update.slot, now, zone)}`]),
          ...reasons,
          ...(figures === 0 ? [] : [`${figures} key ${figures === 1 ? 'figure' : 'figures'}`]),
        ],
        update,
        conflicts: disagreements(outcome.articles),
        terms,
        figures: traced(lead.brief),
      };
      stories.push(story);
      perSite.set(site, ofSite + 1);
      seconds += readingSeconds([story.title, ...lead.brief.points.slice(0, POINTS).map(({ text }) => text)].join(' '));
    }
  }
  return {
    stories,
    skipped: [...skipped, ...order.slice(tried.length).map(({ cluster }) => skippedFrom(cluster, fullReason(settings, stories.length)))],
  };
}

function fullReason({ maxStories, budgetMinutes }: DigestSettings, count: number): string {
  if (count >= maxStories) return `the digest had its ${maxStories} stories`;
  return budgetMinutes === null ? 'no room' : `over the reading budget of ${budgetMinutes} ${budgetMinutes === 1 ? 'minute' : 'minutes'}`;
}

function skippedFrom({ lead }: Cluster, reason: string): Skipped {
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

type Reading = { type: 'read'; articles: ReadArticle[] } | { type: 'unreadable'; reason: string };

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
  return articles.length === 0 ? { type: 'unreadable', reason } : { type: 'read', articles };
}
