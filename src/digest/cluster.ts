import type { Entry } from '../model/feed.ts';
import { likeness, rarityOf } from './terms.ts';

/** An entry as the digest weighs it, before its article is read. */
export interface Candidate {
  entry: Entry;
  /** Host name without `www.`. */
  site: string;
  /** The feed's own name for itself. */
  source: string;
  /** What the feed carries, as plain text. */
  text: string;
  language: string;
  terms: ReadonlyMap<string, number>;
}

/** One story and everybody who tells it. */
export interface Cluster {
  /** The one that carries most text. */
  lead: Candidate;
  others: Candidate[];
}

/** Likeness from which two texts tell one story, when they share enough rare words. Merging two stories is worse than telling one twice. */
const SAME_STORY = 0.32;
/** Members that a newcomer is compared with. */
const COMPARED = 5;
const SHARED = 4;
const SHARED_IN_TITLES = 2;
/** Reports of one event come within days. */
const NEAR_MS = 4 * 24 * 3_600_000;
/** A stem that so many hold says nothing about which story it is. */
const COMMON = 40;

/** Entries that tell the same story become one; the order of the entries does not matter. */
export function clustered(candidates: readonly Candidate[]): Cluster[] {
  const sorted = candidates.toSorted((a, b) => b.text.length - a.text.length || (a.entry.id < b.entry.id ? -1 : 1));
  const rarity = rarityOf(sorted.map(({ terms }) => terms));
  const clusters: Cluster[] = [];
  const byLink = new Map<string, Cluster>();
  const byStem = new Map<string, Set<Cluster>>();
  for (const candidate of sorted) {
    const { link } = candidate.entry;
    const known = (link === null ? undefined : byLink.get(link)) ?? nearest(candidate, byStem, rarity);
    const cluster = known ?? { lead: candidate, others: [] };
    if (known === undefined) clusters.push(cluster);
    else known.others.push(candidate);
    if (link !== null) byLink.set(link, cluster);
    for (const stem of candidate.terms.keys()) {
      const holders = byStem.get(stem) ?? new Set();
      holders.add(cluster);
      byStem.set(stem, holders);
    }
  }
  return clusters;
}

function nearest(
  candidate: Candidate,
  byStem: ReadonlyMap<string, ReadonlySet<Cluster>>,
  rarity: (stem: string) => number,
): Cluster | undefined {
  const meetings = new Map<Cluster, number>();
  for (const stem of candidate.terms.keys()) {
    const holders = byStem.get(stem);
    if (holders === undefined || holders.size > COMMON) continue;
    for (const cluster of holders) meetings.set(cluster, (meetings.get(cluster) ?? 0) + 1);
  }
  let best: { cluster: Cluster; cosine: number } | undefined;
  for (const [cluster, met] of meetings) {
    if (met < SHARED || !isNear(cluster.lead.entry, candidate.entry)) continue;
    // The mean over the members: one chance likeness cannot join two stories, nor a chain of them.
    const members = [cluster.lead, ...cluster.others].slice(0, COMPARED);
    const likenesses = members.map(({ terms }) => likeness(candidate.terms, terms, rarity));
    const cosine = likenesses.reduce((sum, one) => sum + one.cosine, 0) / members.length;
    const shared = Math.max(...likenesses.map((one) => one.shared.length));
    if (cosine < SAME_STORY || shared < SHARED || !members.some((member) => titlesMeet(member, candidate))) continue;
    if (best === undefined || cosine > best.cosine) best = { cluster, cosine };
  }
  return best?.cluster;
}

function isNear(a: Entry, b: Entry): boolean {
  const [first, second] = [a, b].map(({ publishedAt, seenAt }) => Date.parse(publishedAt ?? seenAt));
  return Math.abs((first ?? 0) - (second ?? 0)) <= NEAR_MS;
}

/** Headlines of one story share words with the other's headline or its first lines. */
function titlesMeet(a: Candidate, b: Candidate): boolean {
  const words = (candidate: Candidate) => {
    const title = (candidate.entry.title ?? '').toLowerCase();
    return [...candidate.terms.keys()].filter((stem) => title.includes(stem));
  };
  const meets = (one: Candidate, other: Candidate) => words(one).filter((stem) => other.terms.has(stem)).length;
  return Math.max(meets(a, b), meets(b, a)) >= SHARED_IN_TITLES;
}
