import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { pipeline, type Readable } from 'node:stream';
import { BrevierError } from '../errors.ts';
import type { FetchedPage, Fetcher } from '../ports.ts';
import { decodeBytes } from './charset.ts';
import { guardedAddress, type AllowedPrivate } from './guard.ts';

export interface FetchLimits {
  /** Decoded bytes. */
  maxBytes: number;
  /** Milliseconds for everything, redirects included. */
  totalMs: number;
  redirects: number;
}

const FETCH_LIMITS: FetchLimits = { maxBytes: 5_000_000, totalMs: 15_000, redirects: 5 };

const USER_AGENT = 'Brevier/0.1 (+article briefing bot; reads a page when a person asks for it)';
const TEXTUAL = /^(?:text\/|application\/(?:xhtml\+xml|xml|json|rss\+xml|atom\+xml|ld\+json|feed\+json)$)/;

/** The one way to the network. Each redirect is guarded like the first address. */
export function createFetcher(allowed: AllowedPrivate, limits: FetchLimits = FETCH_LIMITS): Fetcher {
  return {
    async fetchPage(address, signal) {
      const deadline = AbortSignal.timeout(limits.totalMs);
      const either = AbortSignal.any([signal, deadline]);
      try {
        return await follow(parseUrl(address), allowed, limits, either);
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
    },
  };
}

/** @throws BrevierError `source/bad-url`. */
function parseUrl(address: string): URL {
  const url = URL.parse(address);
  if (url === null) throw new BrevierError('source/bad-url', 'That is not a web address. Send one that begins with https://.');
  return url;
}

async function follow(first: URL, allowed: AllowedPrivate, limits: FetchLimits, signal: AbortSignal): Promise<FetchedPage> {
  let url = first;
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    const response = await get(url, allowed, signal);
    const location = response.headers.location;
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      const next = URL.parse(location, url);
      if (next === null) throw new BrevierError('source/unreachable', 'The site redirects to an address that makes no sense.');
      url = next;
      continue;
    }
    return await read(url, response, limits);
  }
  throw new BrevierError('source/too-many-redirects', `The site redirects more than ${limits.redirects} times. Send the final address.`);
}

async function get(url: URL, allowed: AllowedPrivate, signal: AbortSignal): Promise<IncomingMessage> {
  const { address, family } = await guardedAddress(url, allowed);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return await new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        signal,
        // The checked address is the one connected to: a second look-up could answer differently.
        lookup: (_host, options, callback) => (options.all ? callback(null, [{ address, family }]) : callback(null, address, family)),
        headers: {
          'user-agent': USER_AGENT,
          accept: 'text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.1',
          'accept-encoding': 'gzip, deflate, br',
          'accept-language': 'en,*;q=0.5',
        },
        maxHeaderSize: 64 * 1024,
        agent: false,
      },
      resolve,
    );
    sent.on('error', reject);
    sent.end();
  });
}

async function read(url: URL, response: IncomingMessage, limits: FetchLimits): Promise<FetchedPage> {
  const status = response.statusCode ?? 0;
  if (status >= 400) {
    response.destroy();
    throw statusError(status);
  }
  const header = response.headers['content-type'] ?? '';
  const contentType = (header.split(';')[0] ?? '').trim().toLowerCase();
  if (contentType !== '' && !TEXTUAL.test(contentType)) {
    response.destroy();
    throw new BrevierError(
      'source/not-text',
      `That address is not a page but a file of type ${contentType}. Send a web page, Markdown or plain text.`,
    );
  }
  const declared = Number(response.headers['content-length'] ?? 0);
  if (declared > limits.maxBytes) {
    response.destroy();
    throw tooLarge(limits);
  }
  const bytes = await collect(decompressed(response), limits);
  const charset = /charset\s*=\s*["']?([\w-]{2,40})/i.exec(header)?.[1] ?? null;
  return { url: url.href, status, contentType: contentType === '' ? 'text/html' : contentType, body: decodeBytes(bytes, charset) };
}

function decompressed(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const decoder = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }[encoding];
  if (decoder === undefined) return response;
  // An error on either side reaches the reader of the returned stream, so the callback has nothing to add.
  return pipeline(response, decoder(), () => undefined);
}

async function collect(stream: Readable, limits: FetchLimits): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.maxBytes) {
      stream.destroy();
      throw tooLarge(limits);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(limits: FetchLimits): BrevierError {
  return new BrevierError(
    'source/too-large',
    `The page is larger than ${limits.maxBytes / 1_000_000} MB, too much for an article. Paste the part you care about.`,
  );
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
