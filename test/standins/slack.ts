import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { answerBadly, takesIt, type Fault } from './faults.ts';
import { bodyOf, eventually, startOrigin } from './origin.ts';

interface SlackCall {
  method: string;
  args: Record<string, unknown>;
  token: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What Slack gives for a code, or for a refresh token. https://docs.slack.dev/authentication/using-token-rotation/ */
function installed({ code, grant_type: grant, refresh_token: refresh }: Record<string, unknown>) {
  if (grant !== 'refresh_token' && code !== 'good-code' && code !== 'org-code') return { ok: false, error: 'invalid_code' };
  const round = grant === 'refresh_token' ? Number(/\d+$/.exec(String(refresh))?.[0] ?? 0) + 1 : 1;
  return {
    ok: true,
    access_token: `xoxe.xoxb-${round}`,
    refresh_token: `xoxe-${round}`,
    expires_in: round === 1 ? 0 : 43_200,
    token_type: 'bot',
    scope: SCOPES,
    bot_user_id: SLACK_BOT.user,
    app_id: 'A1',
    team: { id: SLACK_BOT.team, name: 'Team' },
    enterprise: null,
    authed_user: { id: 'U1' },
    is_enterprise_install: false,
    ...(code === 'org-code' ? { is_enterprise_install: true, team: null, enterprise: { id: SLACK_ORG, name: 'Org' } } : {}),
  };
}

export const SLACK_ORG = 'E0001';
export const SLACK_BOT = { user: 'UBREVIER', bot: 'BBREVIER', team: 'T0001' };
/** What came back for an envelope, and when. */
interface Acknowledged {
  at: number;
  payload: unknown;
}

/** Longer than Slack itself waits, which is 3 s: a test should say what is missing. */
const ACK_MS = 8000;
/** The one person who may decide for the workspace. */
export const SLACK_ADMIN = 'UADMIN';
const JSON_ARGUMENTS = ['blocks', 'metadata', 'view', 'files', 'prompts'];

/** Slack's Web API, Socket Mode and response URLs on loopback, as its documents describe them. */
export async function startSlack() {
  const calls: SlackCall[] = [];
  const responses: { message: Record<string, unknown>; at: number }[] = [];
  const posted: Record<string, unknown>[] = [];
  /** What people see: private messages, forms and home pages, by where they stand. Messages of channels are in `posted`. */
  const shown: { place: string; content: unknown }[] = [];
  const uploads: { file: string; bytes: number }[] = [];
  const faults = new Map<string, Fault[]>();
  const triggers = new Set<string>();
  const acks = new Map<string, (ack: Acknowledged) => void>();
  const open: WebSocket[] = [];
  const unacknowledged = new Map<string, string>();
  let ts = 1_790_000_000;
  let turn = 0;

  const origin = await startOrigin((request, response) => void route(request, response));
  const sockets = new WebSocketServer({ server: origin.server, path: '/link' });
  sockets.on('connection', (opened) => {
    open.push(opened);
    opened.on('close', () => open.splice(open.indexOf(opened), 1));
    opened.on('message', (data) => {
      const ack = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown };
      unacknowledged.delete(ack.envelope_id);
      acks.get(ack.envelope_id)?.({ at: Date.now(), payload: ack.payload });
      acks.delete(ack.envelope_id);
    });
    opened.send(JSON.stringify({ type: 'hello', num_connections: 1, debug_info: { host: 'standin' }, connection_info: { app_id: 'A1' } }));
  });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const body = await bodyOf(request);
    if (path.startsWith('/upload/')) {
      uploads.push({ file: path.slice('/upload/'.length), bytes: body.length });
      response.end('OK');
      return;
    }
    if (path.startsWith('/respond/')) {
      const fault = faults.get('response_url')?.shift();
      const message = JSON.parse(body) as Record<string, unknown>;
      responses.push({ message, at: Date.now() });
      if (takesIt(fault)) respondWith(path, message);
      if (fault !== undefined) answerBadly(fault, response);
      else response.end('ok');
      return;
    }
    const method = path.replace(/^\/api\//, '').split('?')[0] ?? '';
    const args = argumentsOf(body, request.headers['content-type'] ?? '');
    calls.push({ method, args, token: (request.headers.authorization ?? '').replace('Bearer ', ''), at: Date.now() });
    const fault = faults.get(method)?.shift();
    const answer = takesIt(fault) ? answerTo(method, args) : null;
    if (fault !== undefined) {
      answerBadly(fault, response);
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': SCOPES });
    response.end(JSON.stringify(answer));
  }

  /** https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses */
  function respondWith(url: string, message: Record<string, unknown>): void {
    const replaced = message['replace_original'] === true || message['delete_original'] === true;
    const at = replaced ? shown.findLastIndex(({ place }) => place === url) : -1;
    if (at >= 0) shown.splice(at, 1);
    if (message['delete_original'] !== true) shown.push({ place: url, content: message });
  }

  function showView(place: string, content: unknown): void {
    const at = shown.findIndex((one) => one.place === place);
    if (at >= 0) shown.splice(at, 1);
    shown.push({ place, content });
  }

  function answerTo(method: string, args: Record<string, unknown>): unknown {
    switch (method) {
      case 'auth.test':
        return { ok: true, user: 'brevier', team: 'Team', user_id: SLACK_BOT.user, bot_id: SLACK_BOT.bot, team_id: SLACK_BOT.team };
      case 'apps.connections.open':
        return { ok: true, url: `ws://${origin.host}/link` };
      case 'chat.postMessage': {
        ts += 1;
        posted.push({ ...args, ts: `${ts}.000100` });
        return { ok: true, channel: args['channel'], ts: `${ts}.000100` };
      }
      case 'conversations.history':
      case 'conversations.replies':
        return { ok: true, messages: posted.filter(({ channel }) => channel === args['channel']).toReversed() };
      case 'oauth.v2.access':
        return installed(args);
      case 'users.info': {
        const user = String(args['user']);
        return { ok: true, user: { id: user, tz: 'Europe/Stockholm', is_admin: user === SLACK_ADMIN } };
      }
      case 'views.open': {
        if (triggers.has(String(args['trigger_id']))) return { ok: false, error: 'exchanged_trigger_id' };
        triggers.add(String(args['trigger_id']));
        showView(`V${calls.length}`, args['view']);
        return { ok: true, view: { ...(args['view'] as object), id: `V${calls.length}` } };
      }
      case 'views.publish':
      case 'views.update':
        showView(String(args['view_id'] ?? args['user_id']), args['view']);
        return { ok: true, view: { ...(args['view'] as object), id: args['view_id'] ?? `V${calls.length}` } };
      case 'chat.postEphemeral':
        shown.push({ place: `${String(args['channel'])} for ${String(args['user'])}`, content: args });
        return { ok: true, message_ts: '1.1' };
      case 'files.getUploadURLExternal':
        return { ok: true, upload_url: `${origin.url}/upload/F${calls.length}`, file_id: `F${calls.length}` };
      case 'files.completeUploadExternal':
      case 'assistant.threads.setStatus':
      case 'assistant.threads.setSuggestedPrompts':
        return { ok: true };
      case 'chat.update': {
        const message = posted.find((one) => one['ts'] === args['ts']);
        return message === undefined ? { ok: false, error: 'message_not_found' } : { ok: true, ...Object.assign(message, args) };
      }
      case 'chat.delete': {
        const at = posted.findIndex((one) => one['ts'] === args['ts']);
        if (at >= 0) posted.splice(at, 1);
        return at < 0 ? { ok: false, error: 'message_not_found' } : { ok: true };
      }
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }

  async function deliver(type: string, payload: Record<string, unknown>): Promise<Acknowledged> {
    const id = randomUUID();
    const { promise, resolve, reject } = Promise.withResolvers<Acknowledged>();
    const late = setTimeout(() => reject(new Error(`timed out waiting for the acknowledgement of ${type}`)), ACK_MS);
    acks.set(id, (ack) => {
      clearTimeout(late);
      resolve(ack);
    });
    const connection = await eventually('a Socket Mode connection', () => open[turn++ % Math.max(1, open.length)]);
    const envelope = JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api' });
    unacknowledged.set(id, envelope);
    connection.send(envelope);
    return await promise;
  }

  return {
    apiUrl: `${origin.url}/api/`,
    calls,
    responses,
    posted,
    shown,
    uploads,
    fail(method: string, ...answers: Fault[]) {
      faults.set(method, answers);
    },
    /** So many calls meet the fault; it may be any number. */
    failOften(method: string, fault: Fault, times: number) {
      faults.set(
        method,
        Array.from({ length: Math.min(times, 500) }, () => fault),
      );
    },
    /** A slash command by Socket Mode. Resolves when it was acknowledged. */
    command: (fields: Partial<Record<string, string>>) => deliver('slash_commands', slashCommand(origin.url, fields)),
    /** An event by Socket Mode, such as `app_mention`. */
    event: (event: Record<string, unknown>) => deliver('events_api', eventBody(event)),
    /** A button or a submitted form by Socket Mode. */
    interaction: (payload: Record<string, unknown>, { responseUrl = true } = {}) =>
      deliver('interactive', responseUrl ? { ...payload, response_url: `${origin.url}/respond/3` } : payload),
    responseUrl: `${origin.url}/respond/3`,
    /** Open Socket Mode connections. */
    connections: open,
    /** Slack sends again, on a connection that is open, what nobody acknowledged. */
    async sendAgain() {
      const connection = await eventually('a Socket Mode connection', () => open[0]);
      for (const envelope of unacknowledged.values()) connection.send(envelope);
    },
    async close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      await origin.close();
    },
  };
}

const SCOPES =
  'app_mentions:read,assistant:write,channels:history,chat:write,commands,files:write,groups:history,im:history,mpim:history,users:read';

export function slashCommand(origin: string, fields: Partial<Record<string, string>>): Record<string, string> {
  return {
    command: '/brief',
    text: '',
    team_id: SLACK_BOT.team,
    team_domain: 'team',
    channel_id: 'C1',
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'ann',
    trigger_id: randomUUID(),
    api_app_id: 'A1',
    token: 'legacy',
    response_url: `${origin}/respond/1`,
    ...fields,
  };
}

export function eventBody(event: Record<string, unknown>): Record<string, unknown> {
  return {
    type: 'event_callback',
    team_id: SLACK_BOT.team,
    api_app_id: 'A1',
    event_id: `Ev${randomUUID()}`,
    event_time: 1_790_000_000,
    event,
    authorizations: [{ team_id: SLACK_BOT.team, user_id: SLACK_BOT.user, is_bot: true }],
  };
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack/ */
export function signedHeaders(secret: string, body: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
}

function argumentsOf(body: string, type: string): Record<string, unknown> {
  if (type.includes('json')) return JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>;
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, JSON_ARGUMENTS.includes(name) ? JSON.parse(value) : value]),
  );
}
