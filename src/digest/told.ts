import type { Digest, DigestStory } from '../model/digest.ts';

/** A story of an earlier digest. */
export interface Told {
  story: DigestStory;
  slot: string;
}

const SAME_STORY = 0.4;
/** Told so long ago, it is a new story. */
const REMEMBERED_MS = 7 * 24 * 3_600_000;

/** Stories of the digests that went out, newest first. */
export function toldStories(digests: readonly Digest[], now: Date): Told[] {
  return digests
    .filter(({ state, slot }) => state === 'done' && now.getTime() - Date.parse(slot) <= REMEMBERED_MS)
    .toSorted((a, b) => (a.slot < b.slot ? 1 : -1))
    .flatMap(({ content, slot }) => (content?.stories ?? []).map((story) => ({ story, slot })));
}

/** The latest told story that these links or these terms are about; null when it is news. */
export function toldBefore(told: readonly Told[], links: readonly (string | null)[], terms: readonly string[]): Told | null {
  const byLink = told.find(({ story }) =>
    [story.url, ...story.also.map(({ url }) => url)].some((url) => url !== null && links.includes(url)),
  );
  if (byLink !== undefined) return byLink;
  const own = new Set(terms);
  return told.find(({ story }) => shareOf(own, story.terms) >= SAME_STORY) ?? null;
}

/** Share of the heavier stems that both hold. */
function shareOf(own: ReadonlySet<string>, told: readonly string[]): number {
  const size = Math.min(own.size, told.length);
  return size === 0 ? 0 : told.filter((stem) => own.has(stem)).length / size;
}

/** How a person would call the digest of a slot: `yesterday’s digest`, `Tuesday’s digest`. */
export function digestName(slot: string, now: Date, zone: string): string {
  const day = (at: Date) => at.toLocaleDateString('en-CA', { timeZone: zone });
  const at = new Date(slot);
  if (day(at) === day(now)) return 'today’s earlier digest';
  if (day(at) === day(new Date(now.getTime() - 24 * 3_600_000))) return 'yesterday’s digest';
  return `${at.toLocaleDateString('en-GB', { weekday: 'long', timeZone: zone })}’s digest`;
}
