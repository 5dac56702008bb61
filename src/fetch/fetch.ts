import type { IncomingMessage } from 'node:http';
import { BrevierError } from '../errors.ts';
import type { FetchedPage, Fetcher } from '../ports.ts';
import { decodeBytes } from './charset.ts';
import { readFeedAnswer } from './feed.ts';
import type { AllowedPrivate } from './guard.ts';
import { bytesOf, charsetOf, follow, type FetchLimits } from './http.ts';

const PAGE_LIMITS: FetchLimits = { maxBytes: 5_000_000, totalMs: 15_000, redirects: 5 };
const FEED_LIMITS: FetchLimits = { maxBytes: 8_000_000, totalMs: 20_000, redirects: 5 };

const TEXTUAL = /^(?:text\/|application\/(?:xhtml\+xml|xml|json|rss\+xml|atom\+xml|ld\+json|feed\+json)$)/;
const PAGE_TYPES = 'text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.1';
const FEED_TYPES = 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5';

/** The one way to the network. Each redirect is guarded like the first address. */
export function createFetcher(allowed: AllowedPrivate, limits: Partial<FetchLimits> = {}): Fetcher {
  const pages = { ...PAGE_LIMITS, ...limits };
  const feeds = { ...FEED_LIMITS, ...limits };
  return {
    fetchPage: (address, signal) =>
      withinTime(pages, signal, async (either) => {
        const { url, response } = await follow(address, { accept: PAGE_TYPES }, allowed, pages, either);
        return await read(url, response, pages);
      }),
    fetchFeed: (address, { etag, lastModified }, signal) =>
      withinTime(feeds, signal, async (either) => {
        const headers = {
          accept: FEED_TYPES,
          ...(etag === null ? {} : { 'if-none-match': etag }),
          ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
        };
        const { url, response } = await follow(address, headers, allowed, feeds, either);
        return await readFeedAnswer(url, response, feeds);
      }),
  };
}

/** @throws BrevierError `source/timeout`, `source/unreachable`, and what the work itself throws as one. */
async function withinTime<T>(limits: FetchLimits, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = AbortSignal.timeout(limits.totalMs);
  try {
    return await work(AbortSignal.any([signal, deadline]));
  } catch (thrown) {
    if (deadline.aborted && !signal.aborted) {
      throw new BrevierError(
        'source/timeout',
        `The site did not answer within ${limits.totalMs / 1000} seconds. Try again later, or paste the text.`,
        { cause: thrown },
      );
    }
    if (thrown instanceof BrevierError || signal.aborted) throw thrown;
    throw new BrevierError('source/unreachable', 'The site could not be reached. Check the address, or paste the text.', {
      cause: thrown,
    });
  }
}

async function read(url: URL, response: IncomingMessage, limits: FetchLimits): Promise<FetchedPage> {
  const status = response.statusCode ?? 0;
  if (status >= 400) {
    response.destroy();
    throw statusError(status);
  }
  const header = response.headers['content-type'] ?? '';
  const contentType = (header.split(';')[0] ?? '').trim().toLowerCase();
  if (contentType === 'application/pdf') return { url: url.href, status, contentType, body: '', bytes: await bytesOf(response, limits) };
  if (contentType !== '' && !TEXTUAL.test(contentType)) {
    response.destroy();
    throw new BrevierError(
      'source/not-text',
      `That address is not a page but a file of type ${contentType}. Send a web page, a PDF, Markdown or plain text.`,
    );
  }
  const body = decodeBytes(await bytesOf(response, limits), charsetOf(response));
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
