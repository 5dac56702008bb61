import { isTracking } from '../extract/tracking.ts';
import { sha256 } from '../hash.ts';
import type { ParsedEntry } from '../model/feed.ts';

/** Parameters that may say where a click came from; of two entries of one feed they tell nothing. */
const LOOSE = /^(?:at_\w+|ns_\w+|cmpid|cmp|ref|ref_src|source|src|rss|spm|wt_\w+|pk_\w+)$/iu;
/** A guid of its own kind: an address, a tag, a uuid, or long enough to be no counter. */
const UNIQUE = /^(?:https?:|tag:|urn:)|^[0-9a-f]{8}-[0-9a-f]{4}-|^(?=.*\D).{16,}$/iu;
const TEXT = 500;

/**
 * For each entry the keys by which it is recognised later: one key that the feed has shown before is enough. So an
 * entry may lose its date, change its guid, its tracking parameters or its headline and stays one entry; and a feed
 * that numbers its guids anew every day, or links everything to its home page, loses none.
 */
export function entryKeys(entries: readonly ParsedEntry[]): string[][] {
  const links = entries.map(({ link }) => (link === null ? null : canonicalLink(link)));
  const counts = new Map<string | null, number>();
  for (const link of links) counts.set(link, (counts.get(link) ?? 0) + 1);
  return entries.map(({ guid, title, html }, index) => {
    const link = links[index] ?? null;
    const words = plain(title ?? '');
    const text = plain(html ?? '').slice(0, TEXT);
    return [
      ...(link !== null && counts.get(link) === 1 ? [key('l', link)] : []),
      ...(words !== '' && (text.length > 40 || link === null) ? [key('c', words, text)] : []),
      ...(guid !== null && UNIQUE.test(guid) ? [key('g', guid)] : []),
      ...(guid !== null && !UNIQUE.test(guid) && words !== '' ? [key('n', guid, words)] : []),
      // Something to know it by, when it has neither link nor guid nor text.
      ...(words === '' && link === null && text !== '' ? [key('t', text)] : []),
    ];
  });
}

function key(kind: string, ...parts: readonly string[]): string {
  return kind + sha256(...parts).slice(0, 32);
}

/** Two addresses of one article give the same: without scheme, `www.`, fragment, tracking and trailing slash. */
function canonicalLink(link: string): string {
  const url = URL.parse(link);
  if (url === null) return link;
  const query = [...url.searchParams].filter(([name]) => !isTracking(name) && !LOOSE.test(name)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query).toString()}`;
  return `${url.host.replace(/^www\./u, '')}${url.pathname.replace(/\/+$/u, '')}${search}`;
}

function plain(words: string): string {
  return words
    .slice(0, 8 * TEXT)
    .replace(/<[^>]*>/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
