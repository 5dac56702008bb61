import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Handler, Request } from '../../src/bot/request.ts';
import type { OverviewRow } from '../../src/bot/overview.ts';
import type { Article } from '../../src/model/article.ts';
import { asset } from './workspace/assets.ts';
import type { Channel } from './workspace/channel.ts';
import { isKnown, isOwn, isToken, sessionCookie, signInPage, type Access } from './workspace/access.ts';
import { HEADERS, isPublicRead, readBody, readJson, respond, respondJson } from './workspace/http.ts';
import { overviewPage } from './workspace/overview.ts';
import { readerPage } from './workspace/reader.ts';
import { workspacePage } from './workspace/workspace.ts';
import { ACTIONS } from '../../src/view/view.ts';

export interface WebWiring {
  channel: Channel;
  handler: Handler;
  /** Rejects when the store does not answer. */
  ping(): Promise<void>;
  article(id: string): Promise<Article | null>;
  /** Its card of key figures as a PNG. */
  card(article: Article): Promise<Buffer>;
  /** Chats that are set up and not connected. */
  unready(): readonly string[];
  metrics: { text(): Promise<string>; contentType: string };
  ledger(): Promise<OverviewRow[]>;
  feeds(): Promise<OverviewRow[]>;
  signal: AbortSignal;
  /** Host name under which readers reach the article pages, and nothing else; null when they do not. */
  publicHost: string | null;
  token: string | null;
  /** Aborts when event streams have to end. */
  streams: AbortSignal;
}

const WEB_CHANNEL = 'general';
const HTML = 'text/html; charset=utf-8';

const Said = z.object({ id: z.string().min(1).max(64), text: z.string().min(1) });
const Pressed = z.object({
  id: z.string().min(1).max(64),
  action: z.enum(ACTIONS),
  ref: z.string().max(64),
  text: z.string().nullable(),
});

/** One HTTP request of the page. */
export async function onHttp(wiring: WebWiring, request: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path === '/healthz') return await health(wiring, [], response);
  if (path === '/readyz') return await health(wiring, wiring.unready(), response);
  const access: Access = { token: wiring.token, port };
  const isReading = path.startsWith('/articles/') || path.startsWith('/assets/');
  if (!(isReading && isPublicRead(request, wiring.publicHost))) {
    if (!isOwn(request, access) && path !== '/metrics') return respond(response, 403, 'text/plain', 'Open this page by its own address.');
    if (path === '/sign-in') return await onSignIn(access, request, response);
    if (!isKnown(request, access) && !path.startsWith('/assets/')) return respond(response, 401, HTML, signInPage(null));
  }
  if (path === '/metrics') return respond(response, 200, wiring.metrics.contentType, await wiring.metrics.text());
  if (request.method === 'GET') return await onGet(wiring, path, response);
  if (request.method === 'POST' && path === '/api/messages') return await onSaid(wiring, request, response);
  if (request.method === 'POST' && path === '/api/actions') return await onPressed(wiring, request, response);
  respond(response, 404, 'text/plain', 'There is nothing here.');
}

async function onGet(wiring: WebWiring, path: string, response: ServerResponse): Promise<void> {
  const { channel, article, card, streams } = wiring;
  if (path === '/') return respond(response, 200, HTML, workspacePage());
  if (path === '/api/messages') return respondJson(response, 200, { messages: channel.messages() });
  if (path === '/api/events') return stream(channel, response, streams);
  if (path === '/deliveries')
    return respond(
      response,
      200,
      HTML,
      overviewPage('Deliveries', 'No digest is scheduled, and none has been due.', await wiring.ledger()),
    );
  if (path === '/feeds') return respond(response, 200, HTML, overviewPage('Feeds', 'No channel reads a feed.', await wiring.feeds()));
  const file = path.startsWith('/assets/') ? asset(path.slice('/assets/'.length)) : null;
  if (file !== null) return respond(response, 200, file.type, file.body);
  const [, id, picture] = /^\/articles\/([0-9a-f]{64})(\/figures\.png)?$/.exec(path) ?? [];
  const found = id === undefined ? null : await article(id);
  if (found !== null && picture !== undefined) return respond(response, 200, 'image/png', await card(found));
  if (found !== null) return respond(response, 200, HTML, readerPage(found));
  respond(response, 404, 'text/plain', 'There is nothing here.');
}

async function onSignIn({ token }: Access, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (token === null || request.method !== 'POST') return respond(response, 200, HTML, signInPage(null));
  const given = new URLSearchParams((await readBody(request)) ?? '').get('token') ?? '';
  if (!isToken(given, token)) return respond(response, 401, HTML, signInPage('That is not the token.'));
  const isSecure = (request.headers.origin ?? '').startsWith('https://');
  response.writeHead(303, { ...HEADERS, location: '/', 'set-cookie': sessionCookie(token, isSecure) }).end();
}

async function onSaid(wiring: WebWiring, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const said = Said.safeParse(await readJson(request));
  if (!said.success) return respondJson(response, 400, { error: 'Send {"id", "text"} of at most 6 MB.' });
  const { id, text } = said.data;
  // A repeated request must not make the page show the line twice.
  if (!wiring.channel.messages().some((message) => message.id === id)) wiring.channel.say(id, text);
  await answer(wiring, { ...REQUEST, eventId: `web:${id}`, act: actOf(text) }, response);
}

async function onPressed(wiring: WebWiring, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pressed = Pressed.safeParse(await readJson(request));
  if (!pressed.success) return respondJson(response, 400, { error: 'Send {"id", "action", "ref", "text"}.' });
  const { id, action, ref, text } = pressed.data;
  await answer(wiring, { ...REQUEST, eventId: `web:${id}`, act: { type: 'action', action, ref, text } }, response);
}

const REQUEST = { target: { platform: 'web', channel: WEB_CHANNEL }, user: 'web:you' } as const;

async function answer({ channel, handler, signal }: WebWiring, request: Request, response: ServerResponse): Promise<void> {
  const id = `re:${request.eventId}`;
  const draft: Request['draft'] = (view, visibility) => void channel.post(id, view, visibility === 'private');
  const answered = await handler({ ...request, draft }, signal);
  const message = answered === null ? null : channel.post(id, answered.view, answered.visibility === 'private');
  respondJson(response, 200, { message });
}

/** `/command …`, `@brevier …`, or plain words in the channel, to which the bot listens only for questions and links. */
function actOf(text: string): Request['act'] {
  const command = /^\/(\S+)\s*([\s\S]*)$/.exec(text.trim());
  if (command !== null) return { type: 'command', name: command[1] ?? '', text: command[2] ?? '' };
  const mention = /^@brevier\b[,:]?\s*/i.exec(text.trim());
  return mention === null ? { type: 'reply', text } : { type: 'mention', text: text.trim().slice(mention[0].length) };
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html: what is posted while the page is open. */
function stream(channel: Channel, response: ServerResponse, ending: AbortSignal): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  response.write(': open\n\n');
  const stop = channel.watch((message) => response.write(`data: ${JSON.stringify(message)}\n\n`));
  ending.addEventListener('abort', () => response.end(), { once: true });
  response.on('close', stop);
}

/** 200 when the database answers and nothing is missing, else 503 with what is wrong. */
async function health({ ping }: WebWiring, missing: readonly string[], response: ServerResponse): Promise<void> {
  try {
    await ping();
    respondJson(response, missing.length === 0 ? 200 : 503, {
      status: missing.length === 0 ? 'ok' : `not connected: ${missing.join(', ')}`,
    });
  } catch {
    respondJson(response, 503, { status: 'the database does not answer' });
  }
}
