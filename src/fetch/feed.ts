import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FetchedFeed } from '../ports.ts';
import { bytesOf, charsetOf } from './body.ts';
import { decodeBytes, xmlCharset } from './charset.ts';
import type { Deadlines } from './deadlines.ts';
import type { FetchLimits } from './http.ts';

/** What a site answers to a request for a feed. Any content type will do: feeds come under many, and the parser decides. */
export async function readFeedAnswer(url: URL, response: IncomingMessage, limits: FetchLimits, deadlines: Deadlines): Promise<FetchedFeed> {
  const status = response.statusCode ?? 0;
  const waitMs = waitFrom(response.headers);
  if (status === 304 || status >= 400) {
    response.destroy();
    return status === 304 ? { type: 'unchanged', waitMs } : { type: 'refused', status, waitMs };
  }
  const bytes = await bytesOf(response, limits, deadlines);
  const body = decodeBytes(bytes, xmlCharset(bytes) ?? charsetOf(response));
  const { etag, 'last-modified': lastModified } = response.headers;
  return { type: 'fetched', url: url.href, body, validators: { etag: etag ?? null, lastModified: lastModified ?? null }, waitMs };
}

/**
 * Retry-After in seconds or as a date (RFC 9110 section 10.2.3), else Cache-Control max-age (RFC 9111 section 5.2.2.1),
 * else Expires (section 5.3). Milliseconds.
 */
function waitFrom(headers: IncomingHttpHeaders): number | null {
  const after = headers['retry-after']?.trim();
  if (after !== undefined && /^\d{1,9}$/.test(after)) return Number(after) * 1000;
  const sentAt = Date.parse(headers.date ?? '');
  const until = Date.parse(after ?? '') - sentAt;
  if (!Number.isNaN(until)) return Math.max(0, until);
  const age = /(?:^|[,\s])max-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1];
  if (age !== undefined) return Number(age) * 1000;
  const expires = Date.parse(headers.expires ?? '') - sentAt;
  return Number.isNaN(expires) ? null : Math.max(0, expires);
}
