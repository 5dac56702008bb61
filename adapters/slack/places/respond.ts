import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { once } from 'node:events';
import { BrevierError } from '../../../src/errors.ts';

/** A response URL and what is left of it. https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses */
export interface ResponseLine {
  url: string;
  /** When Slack closes it, in milliseconds since the epoch. */
  closesAt: number;
  /** Messages that it still takes. */
  left: number;
  /** Does what it brings replace what it brought before? Not under a button, where it would replace the message of the button. */
  isOwn: boolean;
  /** May a message of its own stand there by now? */
  isUsed: boolean;
}

const OPEN_MS = 30 * 60_000;
const MESSAGES = 5;
/** Slack says "ok"; nothing longer is worth reading. */
const ANSWER_MAX = 4096;

export function openLine(url: string, now: Date, isOwn: boolean): ResponseLine {
  return { url, closesAt: now.getTime() + OPEN_MS, left: MESSAGES, isOwn, isUsed: false };
}

/**
 * Sends a message by a response URL. By Node's own client, which keeps its connections: `fetch` cost half a millisecond of
 * every command.
 * @throws BrevierError `platform/rate-limited`, `platform/uncertain`, `platform/refused` (used up or closed)
 */
export async function respond(line: ResponseLine, message: Record<string, unknown>, callMs: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (line.left === 0) throw new BrevierError('platform/refused', 'Slack takes no more than five answers to one command.');
  line.left -= 1;
  const { status, headers, words } = await exchange(line.url, message, callMs, signal).catch((cause: unknown) => {
    line.isUsed = true;
    if (signal.aborted) throw cause;
    throw uncertain(cause);
  });
  if (status === 429) {
    line.left += 1;
    throw new BrevierError('platform/rate-limited', 'Slack asks for a pause. Try again in a few minutes.', { waitMs: waitIn(headers) });
  }
  if (status >= 400 && status < 500) throw refused(words);
  line.isUsed = true;
  const verdict = status < 300 ? verdictOf(words) : null;
  if (verdict === false) throw refused(words);
  if (verdict === null) throw uncertain(new Error(`the response URL answered ${status} and not "ok"`));
}

async function exchange(url: string, message: Record<string, unknown>, callMs: number, signal: AbortSignal) {
  const body = JSON.stringify(message);
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const limited = AbortSignal.any([signal, AbortSignal.timeout(callMs)]);
  const request = send(url, { method: 'POST', headers, signal: limited });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let words = '';
  // Breaking off destroys the connection.
  for await (const chunk of response.setEncoding('utf8')) {
    words += chunk as string;
    if (words.length > ANSWER_MAX) break;
  }
  return { status: response.statusCode ?? 0, headers: response.headers, words };
}

/** Slack's own yes or no; null for a page of a proxy, or nothing. */
function verdictOf(words: string): boolean | null {
  if (words.trim() === 'ok') return true;
  try {
    const { ok } = JSON.parse(words) as { ok?: unknown };
    return typeof ok === 'boolean' ? ok : null;
  } catch {
    return null;
  }
}

function waitIn({ 'retry-after': after }: IncomingMessage['headers']): number | null {
  const seconds = Number(after);
  return after === undefined || !Number.isFinite(seconds) || seconds < 0 ? null : seconds * 1000;
}

function refused(words: string): BrevierError {
  const error = /(?:"error":\s*"|^)([a-z_]{1,60})(?:"|\s*$)/u.exec(words)?.[1] ?? 'closed';
  return new BrevierError('platform/refused', `Slack takes no answer there any more (${error}).`);
}

function uncertain(cause: unknown): BrevierError {
  return new BrevierError('platform/uncertain', 'Slack did not confirm the answer; it may have been posted.', { cause });
}
