import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { BrevierError } from '../errors.ts';
import { guardedAddress, type AllowedPrivate } from './guard.ts';

export interface FetchLimits {
  /** Decoded bytes. */
  maxBytes: number;
  /** Milliseconds for everything, redirects included. */
  totalMs: number;
  redirects: number;
}

const USER_AGENT = 'Brevier/0.1 (+article briefing bot; reads a page when a person asks for it)';

/** @throws BrevierError `source/bad-url`. */
function parseUrl(address: string): URL {
  const url = URL.parse(address);
  if (url === null) throw new BrevierError('source/bad-url', 'That is not a web address. Send one that begins with https://.');
  return url;
}

/** The answer at the end of the redirects, each of which is guarded like the first address. */
export async function follow(
  address: string,
  headers: Readonly<Record<string, string>>,
  allowed: AllowedPrivate,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<{ url: URL; response: IncomingMessage }> {
  let url = parseUrl(address);
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    const response = await get(url, headers, allowed, signal);
    const location = response.headers.location;
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      const next = URL.parse(location, url);
      if (next === null) throw new BrevierError('source/unreachable', 'The site redirects to an address that makes no sense.');
      url = next;
      continue;
    }
    return { url, response };
  }
  throw new BrevierError('source/too-many-redirects', `The site redirects more than ${limits.redirects} times. Send the final address.`);
}

async function get(
  url: URL,
  headers: Readonly<Record<string, string>>,
  allowed: AllowedPrivate,
  signal: AbortSignal,
): Promise<IncomingMessage> {
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
          'accept-encoding': 'gzip, deflate, br',
          'accept-language': 'en,*;q=0.5',
          ...headers,
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

/**
 * The decoded bytes of an answer.
 * @throws BrevierError `source/too-large`
 */
export async function bytesOf(response: IncomingMessage, limits: FetchLimits): Promise<Uint8Array> {
  const declared = Number(response.headers['content-length'] ?? 0);
  if (declared > limits.maxBytes) {
    response.destroy();
    throw tooLarge(limits);
  }
  return await collect(decompressed(response), limits);
}

export function charsetOf(response: IncomingMessage): string | null {
  return /charset\s*=\s*["']?([\w-]{2,40})/i.exec(response.headers['content-type'] ?? '')?.[1] ?? null;
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
