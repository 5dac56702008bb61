import type { IncomingMessage } from 'node:http';
import { BrevierError } from '../errors.ts';
import type { FetchedPage, Fetcher } from '../ports.ts';
import { bytesOf, charsetOf } from './body.ts';
import { decodeBytes } from './charset.ts';
import { withinTime, type Deadlines } from './deadlines.ts';
import { readFeedAnswer } from './feed.ts';
import { systemResolve, type AllowedPrivate, type Resolve } from './guard.ts';
import { follow, type FetchLimits } from './http.ts';
import { onwardFrom } from './onward.ts';
import { createRobots } from './robots.ts';
import { unwrapped } from './wrapped.ts';

const PAGE_LIMITS: FetchLimits = { maxBytes: 5_000_000, connectMs: 6000, headersMs: 10_000, idleMs: 6000, totalMs: 15_000, redirects: 5 };
const FEED_LIMITS: FetchLimits = { ...PAGE_LIMITS, maxBytes: 8_000_000, totalMs: 20_000 };

/** Pages that send on to pages that send on are a maze. */
const ONWARD_HOPS = 3;

const TEXTUAL = /^(?:text\/|application\/(?:xhtml\+xml|xml|json|rss\+xml|atom\+xml|ld\+json|feed\+json)$)/;
const PAGE_TYPES = 'text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.1';
const FEED_TYPES = 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5';

interface World {
  resolve: Resolve;
  /** Milliseconds, from any start. */
  now(): number;
}

const SYSTEM: World = { resolve: systemResolve, now: () => performance.now() };

/** The one way to the network. Each redirect is guarded like the first address. */
export function createFetcher(allowed: AllowedPrivate, own: Partial<FetchLimits> = {}, { resolve, now }: World = SYSTEM): Fetcher {
  const pages = { allowed, resolve, limits: { ...PAGE_LIMITS, ...own } };
  const feeds = { allowed, resolve, limits: { ...FEED_LIMITS, ...own } };
  const robots = createRobots(now);
  return {
    fetchPage: (address, signal) =>
      withinTime(pages.limits.totalMs, signal, async (deadlines) => {
        const get = async (from: string): Promise<FetchedPage> => {
          const { url, response } = await follow(unwrapped(from), { accept: PAGE_TYPES }, pages, deadlines);
          return await read(url, response, pages.limits, deadlines);
        };
        return await followOnward(await get(address), get);
      }),
    // Nobody waits for a feed: it is read by a program that comes by itself, and sites say what such programs may read.
    fetchFeed: (address, { etag, lastModified }, signal) =>
      withinTime(feeds.limits.totalMs, signal, async (deadlines) => {
        const headers = {
          accept: FEED_TYPES,
          ...(etag === null ? {} : { 'if-none-match': etag }),
          ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
        };
        const admit = (url: URL) => robots.admit(url, feeds, deadlines);
        const { url, response } = await follow(address, headers, { ...feeds, admit }, deadlines);
        return await readFeedAnswer(url, response, feeds.limits, deadlines);
      }),
  };
}

/** The page at the end of those that send their reader on in their own words. */
async function followOnward(first: FetchedPage, get: (address: string) => Promise<FetchedPage>): Promise<FetchedPage> {
  let page = first;
  for (let hop = 0; hop < ONWARD_HOPS; hop += 1) {
    const onward = /html/u.test(page.contentType) ? onwardFrom(page.body, page.url) : null;
    if (onward === null) break;
    try {
      page = await get(onward.url);
    } catch (thrown) {
      // A copy that can be read is better than an original that cannot.
      if (!onward.isArticleHere) throw thrown;
      break;
    }
  }
  return page;
}

async function read(url: URL, response: IncomingMessage, limits: FetchLimits, deadlines: Deadlines): Promise<FetchedPage> {
  const status = response.statusCode ?? 0;
  if (status >= 400) {
    response.destroy();
    throw statusError(status);
  }
  const header = response.headers['content-type'] ?? '';
  const contentType = (header.split(';')[0] ?? '').trim().toLowerCase();
  if (contentType === 'application/pdf')
    return { url: url.href, status, contentType, body: '', bytes: await bytesOf(response, limits, deadlines) };
  if (contentType !== '' && !TEXTUAL.test(contentType)) {
    response.destroy();
    throw new BrevierError(
      'source/not-text',
      `That address is not a page but a file of type ${contentType}. Send a web page, a PDF, Markdown or plain text.`,
    );
  }
  const body = decodeBytes(await bytesOf(response, limits, deadlines), charsetOf(response));
  return { url: url.href, status, contentType: contentType === '' ? 'text/html' : contentType, body };
}

function statusError(status: number): BrevierError {
  if (status === 404 || status === 410)
    return new BrevierError('source/status', 'The site says that this page does not exist. Check the address.');
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return new BrevierError(
      'source/status',
      `The site does not let Brevier read this page (it answered ${status}). Open it yourself and paste the text.`,
    );
  }
  if (status === 429)
    return new BrevierError('source/status', 'The site is asking for a pause (it answered 429). Try again in a few minutes.');
  return new BrevierError('source/status', `The site answered with an error (${status}). Try again later, or paste the text.`);
}
