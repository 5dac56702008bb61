import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FetchedFeed } from '../ports.ts';
import { decodeBytes } from './charset.ts';
import { bytesOf, charsetOf, type FetchLimits } from './http.ts';

/** What a site answers to a request for a feed. Any content type will do: feeds come under many, and the parser decides. */
export async function readFeedAnswer(url: URL, response: IncomingMessage, limits: FetchLimits): Promise<FetchedFeed> {
  const status = response.statusCode ?? 0;
  const waitMs = waitFrom(response.headers);
  if (status === 304 || status >= 400) {
    response.destroy();
    return status === 304 ? { type: 'unchanged', waitMs } : { type: 'refused', status, waitMs };
  }
  const body = decodeBytes(await bytesOf(response, limits), charsetOf(response));
  const { etag, 'last-modified': lastModified } = response.headers;
  return { type: 'fetched', url: url.href, body, validators: { etag: etag ?? null, lastModified: lastModified ?? null }, waitMs };
}

/** Retry-After in seconds or as a date (RFC 9110 section 10.2.3), else Cache-Control max-age (RFC 9111 section 5.2.2.1). Milliseconds. */
function waitFrom(headers: IncomingHttpHeaders): number | null {
  const after = headers['retry-after']?.trim();
  if (after !== undefined && /^\d{1,9}$/.test(after)) return Number(after) * 1000;
  const sentAt = Date.parse(headers.date ?? '');
  const until = Date.parse(after ?? '');
  if (!Number.isNaN(until) && !Number.isNaN(sentAt)) return Math.max(0, until - sentAt);
  const age = /(?:^|[,\s])max-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1];
  return age === undefined ? null : Number(age) * 1000;
}
