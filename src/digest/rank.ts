import type { DigestSettings } from '../model/subscription.ts';
import type { Candidate, Cluster } from './cluster.ts';

/** What is known of a channel's taste. */
export interface Taste {
  settings: DigestSettings;
  /** Sum of votes by site. */
  votes: ReadonlyMap<string, number>;
}

export interface Ranked {
  cluster: Cluster;
  score: number;
  /** Why, weightiest first. */
  reasons: string[];
}

const HOUR_MS = 3_600_000;
/** In this many hours news loses half its freshness. */
const HALF_LIFE = 18;
const WEIGHTS = { fresh: 2, breadth: 1.3, figure: 0.2, figures: 5, vote: 0.4, votes: 2, wanted: 1 };
const SITES_NAMED = 4;

/** Stories by how much they matter to this channel, and those that it does not want with the reason. */
export function ranked(
  clusters: readonly Cluster[],
  { settings, votes }: Taste,
  now: Date,
): { stories: Ranked[]; unwanted: [Cluster, string][] } {
  const stories: Ranked[] = [];
  const unwanted: [Cluster, string][] = [];
  for (const cluster of clusters) {
    const muted = wordFound(cluster.lead, settings.mute);
    const wanted = wordFound(cluster.lead, settings.only);
    if (muted !== null) unwanted.push([cluster, `muted here by “${muted}”`]);
    else if (settings.only.length > 0 && wanted === null) unwanted.push([cluster, 'holds none of the words this channel follows']);
    else stories.push(weighed(cluster, wanted, votes, now));
  }
  const order = (a: Ranked, b: Ranked) => b.score - a.score || (a.cluster.lead.entry.id < b.cluster.lead.entry.id ? -1 : 1);
  return { stories: stories.toSorted(order), unwanted };
}

function weighed(cluster: Cluster, wanted: string | null, votes: ReadonlyMap<string, number>, now: Date): Ranked {
  const all = [cluster.lead, ...cluster.others];
  const sites = [...new Set(all.map(({ site }) => site))];
  const newest = Math.max(...all.map(({ entry }) => toldAt(entry.publishedAt, entry.seenAt, now)));
  const hours = Math.max(0, (now.getTime() - newest) / HOUR_MS);
  const figures = Math.min(WEIGHTS.figures, figuresIn(cluster.lead));
  const votesHere = votes.get(cluster.lead.site) ?? 0;
  const taste = Math.max(-WEIGHTS.votes, Math.min(WEIGHTS.votes, votesHere * WEIGHTS.vote));
  const parts: [number, string | null][] = [
    [WEIGHTS.fresh * 0.5 ** (hours / HALF_LIFE), age(hours)],
    [WEIGHTS.breadth * Math.log2(sites.length), sites.length > 1 ? `told by ${sites.length} sites: ${named(sites)}` : null],
    [WEIGHTS.figure * figures, figures > 0 ? `${figures === WEIGHTS.figures ? 'many' : figures} figures in its first lines` : null],
    [taste, votesHere === 0 ? null : `this channel asked for ${votesHere > 0 ? 'more' : 'less'} from ${cluster.lead.site}`],
    [wanted === null ? 0 : WEIGHTS.wanted, wanted === null ? null : `holds “${wanted}”, which this channel follows`],
  ];
  const reasons = parts.flatMap(([weight, reason]) => (reason === null ? [] : [{ weight: Math.abs(weight), reason }]));
  return {
    cluster,
    score: parts.reduce((sum, [weight]) => sum + weight, 0),
    reasons: reasons.toSorted((a, b) => b.weight - a.weight).map(({ reason }) => reason),
  };
}

/** A date in the future is a mistake of the feed: then it counts from when it was seen. */
function toldAt(publishedAt: string | null, seenAt: string, now: Date): number {
  const published = Date.parse(publishedAt ?? seenAt);
  return Number.isNaN(published) || published > now.getTime() ? Date.parse(seenAt) : published;
}

function age(hours: number): string {
  if (hours < 1) return 'published in the last hour';
  return hours < 48 ? `published ${Math.round(hours)} h ago` : `published ${Math.round(hours / 24)} days ago`;
}

function named(sites: readonly string[]): string {
  const rest = sites.length - SITES_NAMED;
  return sites.slice(0, SITES_NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Numbers in the first lines that are no years. */
function figuresIn({ entry, text }: Candidate): number {
  const numbers = `${entry.title ?? ''} ${text.slice(0, 600)}`.match(/(?<![\p{L}\p{N}])[$€£]?\d[\d.,]*/gu) ?? [];
  return new Set(numbers.filter((number) => !/^(?:19|20)\d\d$/.test(number))).size;
}

/** The first of the words that stands in the title or the text, as a whole word or phrase; null when none does. */
function wordFound({ entry, text }: Candidate, words: readonly string[]): string | null {
  const held = ` ${plain(`${entry.title ?? ''} ${text}`)} `;
  return words.find((word) => plain(word) !== '' && held.includes(` ${plain(word)} `)) ?? null;
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
