import { lookup as dnsLookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { BrevierError } from '../errors.ts';

/** `host:port` pairs that the operator lets through although they are private. */
export type AllowedPrivate = ReadonlySet<string>;

export interface GuardedAddress {
  address: string;
  family: 4 | 6;
}

/** Names that lead inside, whatever they resolve to. */
const INSIDE = /(?:^|\.)(?:localhost|local|internal|localdomain|lan|home|corp|intranet)\.?$/i;

/**
 * The address to connect to for this URL. Every answer of the resolver must be public, and the caller must connect
 * to the address given here and not resolve again.
 * @throws BrevierError `source/bad-url`, `source/private`, `source/unreachable`.
 */
export async function guardedAddress(url: URL, allowed: AllowedPrivate): Promise<GuardedAddress> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new BrevierError('source/bad-url', 'Only web addresses (http or https) can be read.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new BrevierError('source/bad-url', 'Addresses with a user name or password in them are not read. Remove that part.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const mayBePrivate = allowed.has(`${host}:${port}`);
  if (!mayBePrivate && INSIDE.test(host)) throw privateNetwork();
  const answers = await resolve(host);
  const [first] = answers;
  if (first === undefined) throw unresolved(host);
  if (!mayBePrivate && !answers.every(({ address }) => isPublic(address))) throw privateNetwork();
  return first;
}

async function resolve(host: string): Promise<GuardedAddress[]> {
  if (ipaddr.isValid(host)) return [{ address: host, family: ipaddr.parse(host).kind() === 'ipv4' ? 4 : 6 }];
  try {
    const answers = await dnsLookup(host, { all: true, verbatim: true });
    return answers.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  } catch (cause) {
    throw unresolved(host, cause);
  }
}

/** True for addresses of the open internet: no private, loopback, link-local, carrier, tunnel or reserved range. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` unwraps IPv4-mapped IPv6, so that ::ffff:127.0.0.1 is judged as 127.0.0.1. What is left of IPv6 is
  // public only as plain global unicast: NAT64, 6to4 and Teredo carry IPv4 addresses inside.
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || /^[23]/.test(parsed.toNormalizedString()));
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
