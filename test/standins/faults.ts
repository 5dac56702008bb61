import type { ServerResponse } from 'node:http';

/** How a platform answers a call instead of well. */
export type Fault =
  /** A string as body goes out as it is, everything else as JSON. `taken`: the platform did what was asked all the same. */
  | { status: number; headers?: Record<string, string>; body: unknown; taken?: true }
  /** The connection breaks, or nothing ever comes. */
  | { breaks: 'reset' | 'silence'; taken?: true };

/** Does the platform do what it was asked? */
export function takesIt(fault: Fault | undefined): boolean {
  return fault === undefined || fault.taken === true;
}

export function answerBadly(fault: Fault, response: ServerResponse): void {
  if ('breaks' in fault) {
    if (fault.breaks === 'reset') response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body } = fault;
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
