import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { BrevierError } from '../errors.ts';
import { isInsideName, isMetadata, isPublic, isSiteName } from './addresses.ts';

/** `host:port` pairs that the operator lets through although they are private, or although the port is not a web port. */
export type AllowedPrivate = ReadonlySet<string>;

export interface GuardedAddress {
  address: string;
  family: 4 | 6;
}

/** All addresses of a name. Rejects when there are none. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

/** Sites are served here. What listens elsewhere is mail, databases and machines' own doors. */
const WEB_PORTS: ReadonlySet<string> = new Set(['80', '443', '8080', '8443']);

export const systemResolve: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * The addresses that may be connected to for this URL. Every answer of the resolver must be public, and the caller must
 * connect to one of those given here and not resolve again.
 * @throws BrevierError `source/bad-url`, `source/private`, `source/unreachable`, and the signal's reason.
 */
export async function guardedAddresses(
  url: URL,
  allowed: AllowedPrivate,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<readonly GuardedAddress[]> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new BrevierError('source/bad-url', 'Only web addresses (http or https) can be read.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new BrevierError('source/bad-url', 'Addresses with a user name or password in them are not read. Remove that part.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const isAllowed = allowed.has(`${host}:${port}`);
  if (!isAllowed && isInsideName(host)) throw privateNetwork();
  if (!isAllowed && !ipaddr.isValid(host) && !isSiteName(host)) throw unresolved(host);
  const answers = await addressesOf(host, resolve, signal);
  if (answers.length === 0) throw unresolved(host);
  // A name that the operator lets through may be private, but its owner must not point it at the cloud's credentials.
  const mayBeReached = isAllowed ? ({ address }: GuardedAddress) => ipaddr.isValid(address) && !isMetadata(address) : isOpen;
  if (!answers.every(mayBeReached)) throw privateNetwork();
  if (!isAllowed && !WEB_PORTS.has(port)) {
    throw new BrevierError(
      'source/bad-url',
      `Pages on port ${port} are not read, only those on ${[...WEB_PORTS].join(', ')}. Paste the text instead, or ask the operator to allow the host.`,
    );
  }
  return answers;
}

function isOpen({ address }: GuardedAddress): boolean {
  return isPublic(address);
}

async function addressesOf(host: string, resolve: Resolve, signal: AbortSignal): Promise<GuardedAddress[]> {
  if (ipaddr.isValid(host)) return [{ address: host, family: ipaddr.parse(host).kind() === 'ipv4' ? 4 : 6 }];
  const gone = Promise.withResolvers<never>();
  const leave = () => gone.reject(signal.reason as Error);
  signal.throwIfAborted();
  signal.addEventListener('abort', leave, { once: true });
  try {
    // The system's resolver cannot be called off, and may take minutes.
    const answers = await Promise.race([resolve(host), gone.promise]);
    return answers.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  } catch (cause) {
    signal.throwIfAborted();
    throw unresolved(host, cause);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

function privateNetwork(): BrevierError {
  return new BrevierError(
    'source/private',
    'That address is inside a private network, which Brevier does not read. Paste the text instead, or ask the operator to allow the host.',
  );
}

function unresolved(host: string, cause?: unknown): BrevierError {
  return new BrevierError('source/unreachable', `There is no site at ${host}. Check the address for typing mistakes.`, { cause });
}
