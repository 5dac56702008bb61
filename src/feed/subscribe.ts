import { BrevierError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Feed } from '../model/feed.ts';
import type { Target } from '../model/target.ts';
import type { FetchedFeed } from '../ports.ts';
import { feedLinks } from './discover.ts';
import { absorbAnswer, newFeed, type FeedContext } from './refresh.ts';

/** Addresses of a page's feeds that are tried before giving up. */
const TRIED = 4;
const NONE = { etag: null, lastModified: null };

/**
 * Adds the feed at this address, or the one that the page there announces, to a channel. It is read at once, so that
 * a wrong address is noticed now and not tomorrow.
 * @throws BrevierError `feed/none`, `source/*`
 */
export async function subscribeToFeed(
  context: FeedContext,
  { url, target, user }: { url: string; target: Target; user: string },
  signal: AbortSignal,
): Promise<{ feed: Feed; isNew: boolean }> {
  const { store, clock } = context;
  const address = addressFrom(url);
  const known = await store.feed(sha256('feed', address));
  const feed = known?.status === 'active' && known.failures === 0 ? known : await firstReading(context, address, signal);
  const isNew = await store.addFeed(target, feed.id, user, clock.now());
  return { feed, isNew };
}

/** @throws BrevierError `source/bad-url` */
function addressFrom(words: string): string {
  const bare = words
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^feed:(?:\/\/)?/i, '');
  const url = URL.parse(/^https?:/i.test(bare) ? bare : `https://${bare}`);
  if (url === null || (!/^https?:/i.test(bare) && !url.hostname.includes('.')))
    throw new BrevierError('source/bad-url', 'That is not an address of a feed or a site. Send one that begins with https://.');
  url.hash = '';
  return url.href;
}

async function firstReading(context: FeedContext, address: string, signal: AbortSignal): Promise<Feed> {
  const answer = await context.fetcher.fetchFeed(address, NONE, signal);
  const feed = await asFeed(context, address, answer);
  if (feed !== null) return feed;
  const links = answer.type === 'fetched' ? feedLinks(answer.body, answer.url) : [];
  for (const link of links.slice(0, TRIED)) {
    const found = await asFeed(context, link, await context.fetcher.fetchFeed(link, NONE, signal));
    if (found !== null) return found;
  }
  throw new BrevierError(
    'feed/none',
    links.length === 0
      ? 'There is no feed at that address, and the page there names none. Look for “RSS” on the site and send that address.'
      : 'The page names a feed, but it could not be read. Look for “RSS” on the site and send that address.',
  );
}

/** The feed, stored with its entries; null when the answer is none. @throws BrevierError `source/status` */
async function asFeed(context: FeedContext, url: string, answer: FetchedFeed): Promise<Feed | null> {
  if (answer.type === 'refused') {
    throw new BrevierError('source/status', `The site answered with an error (${answer.status}). Check the address, or try again later.`);
  }
  if (answer.type === 'unchanged') {
    throw new BrevierError('source/status', 'The site sent no feed, only word that nothing has changed (304). Try again later.');
  }
  const now = context.clock.now();
  const known = await context.store.feed(sha256('feed', url));
  try {
    const feed = await absorbAnswer(context, known ?? newFeed(url, now), answer);
    await context.store.saveFeed(feed);
    return feed;
  } catch (thrown) {
    if (thrown instanceof BrevierError && thrown.code === 'feed/not-a-feed') return null;
    throw thrown;
  }
}
