import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BrevierError } from '../errors.ts';
import type { Deadlines } from './deadlines.ts';
import { guardedAddresses, type AllowedPrivate, type Resolve } from './guard.ts';

/** Times are in milliseconds. */
export interface FetchLimits {
  /** Decoded bytes. */
  maxBytes: number;
  /** Looking up the name, connecting, and TLS. */
  connectMs: number;
  /** From the connection to the end of the headers. */
  headersMs: number;
  /** Between two pieces of the body. */
  idleMs: number;
  /** For everything, redirects included. */
  totalMs: number;
  redirects: number;
}

/** Where a request may lead. */
export interface Reach {
  allowed: AllowedPrivate;
  resolve: Resolve;
  limits: FetchLimits;
  /** Rejects for an address that must not be read, the first or one that a redirect names. */
  admit?: (url: URL) => Promise<void>;
}

const USER_AGENT = 'Brevier/0.1 (+article briefing bot; reads a page when a person asks for it)';
const HEADERS_MAX_BYTES = 64 * 1024;

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
  reach: Reach,
  deadlines: Deadlines,
): Promise<{ url: URL; response: IncomingMessage }> {
  let url = parseUrl(address);
  for (let hop = 0; hop <= reach.limits.redirects; hop += 1) {
    await reach.admit?.(url);
    const response = await get(url, headers, reach, deadlines);
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
  throw new BrevierError(
    'source/too-many-redirects',
    `The site redirects more than ${reach.limits.redirects} times. Send the final address.`,
  );
}

async function get(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { allowed, resolve, limits }: Reach,
  deadlines: Deadlines,
): Promise<IncomingMessage> {
  deadlines.step(limits.connectMs);
  const addresses = await guardedAddresses(url, allowed, resolve, deadlines.signal);
  const isSecure = url.protocol === 'https:';
  return await new Promise((fulfil, reject) => {
    const sent = (isSecure ? httpsRequest : httpRequest)(
      url,
      {
        signal: deadlines.signal,
        // The checked addresses are the ones connected to: a second look-up could answer differently.
        lookup: (host, options, callback) => {
          const [first] = addresses;
          if (options.all) callback(null, [...addresses]);
          else if (first === undefined) callback(new Error(`no address of ${host}`), '');
          else callback(null, first.address, first.family);
        },
        headers: {
          'user-agent': USER_AGENT,
          'accept-encoding': 'gzip, deflate, br',
          'accept-language': 'en,*;q=0.5',
          ...headers,
        },
        maxHeaderSize: HEADERS_MAX_BYTES,
        // A connection for each request: nothing of one asker's reading is left for the next.
        agent: false,
      },
      fulfil,
    );
    sent.on('socket', (socket) => socket.once(isSecure ? 'secureConnect' : 'connect', () => deadlines.step(limits.headersMs)));
    // A site that answers a plain request by changing the protocol has nothing to read.
    sent.on('upgrade', (_response, socket) => {
      socket.destroy();
      reject(new BrevierError('source/unreachable', 'The site does not answer with a page. Check the address, or paste the text.'));
    });
    sent.on('error', reject);
    sent.end();
  });
}
