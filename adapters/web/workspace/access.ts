import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { escapeHtml } from '../../../src/render/html.ts';
import { page } from './page.ts';

export interface Access {
  token: string | null;
  port: number;
}

const COOKIE = 'brevier';

/**
 * Does the request come from a page of ours? A foreign page can reach a loopback port, by its own address or by a name
 * that it lets resolve there, but it cannot forge `Host` and `Origin`. With a token the name is the operator's choice,
 * and a name that leads here by trickery has no cookie.
 */
export function isOwn(request: IncomingMessage, { token, port }: Access): boolean {
  const { host = '', origin } = request.headers;
  if (token === null && host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return false;
  if (origin !== undefined && URL.parse(origin)?.host !== host) return false;
  if (request.method === 'GET') return true;
  const type = request.headers['content-type'] ?? '';
  return origin !== undefined && (type.startsWith('application/json') || type.startsWith('application/x-www-form-urlencoded'));
}

/** Has whoever asks shown the token, as a cookie after signing in or in the header of a script? */
export function isKnown(request: IncomingMessage, { token }: Access): boolean {
  if (token === null) return true;
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return isToken(bearer, token);
  const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([0-9a-f]{64})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
  return cookie !== undefined && isSame(Buffer.from(cookie, 'hex'), seal(token));
}

export function isToken(given: string, token: string): boolean {
  return isSame(seal(given), seal(token));
}

/** The cookie of somebody who has shown the token. It does not hold the token, and no script or other site gets it. */
export function sessionCookie(token: string, isSecure: boolean): string {
  const flags = `Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000${isSecure ? '; Secure' : ''}`;
  return `${COOKIE}=${seal(token).toString('hex')}; ${flags}`;
}

function seal(token: string): Buffer {
  return createHash('sha256').update('brevier web session\n').update(token).digest();
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

export function signInPage(fault: string | null): string {
  const said = fault === null ? '' : `<p role="alert">${escapeHtml(fault)}</p>`;
  const body = `<main class="reader">
<h1>Brevier</h1>
${said}
<form method="post" action="/sign-in">
<p><label for="token">Token of this workspace</label></p>
<p><input id="token" name="token" type="password" autocomplete="current-password" required> <button type="submit">Sign in</button></p>
</form>
</main>`;
  return page('Sign in', body, []);
}
