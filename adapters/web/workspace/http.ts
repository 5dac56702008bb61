import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIMITS } from '../limits.ts';

/** https://www.w3.org/TR/CSP3/: only our own files, no inline script or style, no framing. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export function respond(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...HEADERS, 'content-type': type });
  response.end(body);
}

export function respondJson(response: ServerResponse, status: number, body: unknown): void {
  respond(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

/**
 * Does the request come from a page of ours? A foreign page can reach a loopback port, by its own address or by a name
 * that it lets resolve there, but it cannot forge `Host` and `Origin`.
 */
export function isOwn(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) return false;
  const origin = request.headers.origin;
  if (request.method === 'GET') return true;
  return (
    origin !== undefined &&
    hosts.some((host) => origin === `http://${host}`) &&
    (request.headers['content-type'] ?? '').startsWith('application/json')
  );
}

/** A reader behind the operator's proxy, who may look and not write. */
export function isPublicRead(request: IncomingMessage, publicHost: string | null): boolean {
  return request.method === 'GET' && publicHost !== null && request.headers.host === publicHost;
}

/** The parsed body; null when it is too large or no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMITS.body) return null;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}
