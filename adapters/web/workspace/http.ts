import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIMITS } from '../limits.ts';

/**
 * https://www.w3.org/TR/CSP3/: only our own files, no inline script or style, no framing. Pictures are our own too, but
 * a page opened as localhost gets them from 127.0.0.1.
 */
export const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http://127.0.0.1:*; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
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

/** A reader behind the operator's proxy, who may look and not write. */
export function isPublicRead(request: IncomingMessage, publicHost: string | null): boolean {
  return request.method === 'GET' && publicHost !== null && request.headers.host === publicHost;
}

/** The parsed body; null when it is too large or no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request);
  try {
    return body === null ? null : JSON.parse(body);
  } catch {
    return null;
  }
}

/** Null when it is too large. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMITS.body) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
