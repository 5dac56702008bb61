import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { answerBadly, takesIt, type Fault } from './faults.ts';
import { bodyOf, eventually, startOrigin } from './origin.ts';

interface DiscordCall {
  /** `POST /channels/300/messages` */
  route: string;
  body: Record<string, unknown>;
  /** Names of the files that came along. */
  files: string[];
  at: number;
}

export const DISCORD_APP = '200000000000000001';
export const DISCORD_GUILD = '200000000000000002';
export const DISCORD_CHANNEL = '200000000000000003';
export const DISCORD_FORUM = '200000000000000004';
const PERSON = { id: '200000000000000009', username: 'ann', discriminator: '0', global_name: 'Ann', avatar: null };
const BOT = { id: DISCORD_APP, username: 'brevier', discriminator: '0', global_name: null, avatar: null, bot: true };

interface StandinOptions {
  /** How long Discord remembers a nonce; "the past few minutes", its document says. */
  nonceMs?: number;
  heartbeatMs?: number;
  /** How many shards it recommends. */
  shards?: number;
}

/** Discord's REST API v10 and its gateway on loopback, as its documents describe them. */
export async function startDiscord({ nonceMs = 180_000, heartbeatMs = 45_000, shards = 1 }: StandinOptions = {}) {
  const calls: DiscordCall[] = [];
  const posted: Record<string, unknown>[] = [];
  /** What stands where interactions were answered, by their token, and private messages beside. */
  const replies = new Map<string, unknown>();
  const besides: unknown[] = [];
  let watcher: (route: string) => void = () => undefined;
  const faults = new Map<string, Fault[]>();
  let commands: unknown[] = [];
  let socket: WebSocket | null = null;
  let sequence = 0;
  let identified = 0;
  let resumed = 0;
  let isDeaf = false;
  let snowflake = 300_000_000_000_000_000n;
  const nextId = () => String((snowflake += 1n));

  const origin = await startOrigin((request, response) => void route(request, response));
  const sockets = new WebSocketServer({ server: origin.server, path: '/gateway' });
  sockets.on('connection', (opened) => {
    opened.send(JSON.stringify({ op: 10, d: { heartbeat_interval: heartbeatMs } }));
    opened.on('message', (data) => {
      const { op } = JSON.parse(String(data)) as { op: number };
      if (op === 1 && !isDeaf) opened.send(JSON.stringify({ op: 11 }));
      if (op === 6) {
        resumed += 1;
        socket = opened;
        dispatch('RESUMED', {});
      }
      if (op === 2) {
        identified += 1;
        socket = opened;
        dispatch('READY', {
          v: 10,
          user: BOT,
          guilds: [{ id: DISCORD_GUILD, unavailable: true }],
          session_id: 's',
          resume_gateway_url: `ws://${origin.host}/gateway`,
          application: { id: DISCORD_APP, flags: 0 },
        });
        dispatch('GUILD_CREATE', guild());
      }
    });
  });

  function dispatch(t: string, d: unknown): void {
    sequence += 1;
    socket?.send(JSON.stringify({ op: 0, t, s: sequence, d }));
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent((request.url ?? '').replace(/^\/api\/v10/, '').split('?')[0] ?? '');
    const words = await bodyOf(request);
    const name = `${request.method} ${path}`;
    const { body, files } = parsedBody(words, request.headers['content-type'] ?? '');
    calls.push({ route: name, body, files, at: Date.now() });
    watcher(name);
    const key = [...faults.keys()].find((prefix) => name.startsWith(prefix) && (faults.get(prefix)?.length ?? 0) > 0);
    const isForum = path === `/channels/${DISCORD_FORUM}/messages`;
    const fault = isForum ? NO_MESSAGES : key === undefined ? undefined : faults.get(key)?.shift();
    const refusal = interactionFault(request.method ?? 'GET', path);
    const answer = refusal === null && takesIt(fault) ? answerTo(request.method ?? 'GET', path, body) : null;
    for (const [header, value] of Object.entries(LIMIT_HEADERS)) response.setHeader(header, value);
    if (fault !== undefined || refusal !== null) {
      answerBadly(fault ?? refusal ?? NO_MESSAGES, response);
      return;
    }
    if (answer === null) {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  }

  /** An interaction takes one answer, and its webhook works after that. */
  function interactionFault(method: string, path: string): Fault | null {
    const token = /^\/interactions\/\d+\/([^/]+)\/callback$/.exec(path)?.[1];
    if (token !== undefined && replies.has(token)) {
      return { status: 400, body: { code: 40060, message: 'Interaction has already been acknowledged.' } };
    }
    const own = /^\/webhooks\/\d+\/([^/]+)/.exec(path)?.[1];
    if (own === undefined || replies.has(own)) return null;
    return {
      status: 404,
      body: method === 'POST' ? { code: 10015, message: 'Unknown Webhook' } : { code: 10008, message: 'Unknown Message' },
    };
  }

  function answerTo(method: string, path: string, body: Record<string, unknown>): unknown {
    if (path === '/gateway/bot') {
      return {
        url: `ws://${origin.host}/gateway`,
        shards,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
      };
    }
    if (path === '/applications/@me') return { id: DISCORD_APP, name: 'brevier', flags: 0 };
    if (path.endsWith('/commands')) {
      if (method === 'PUT') commands = asKept(body) as unknown[];
      return commands;
    }
    if (path === `/channels/${DISCORD_FORUM}` && method === 'GET') {
      return {
        id: DISCORD_FORUM,
        type: 15,
        flags: 1 << 4,
        available_tags: [
          { id: '71', name: 'General' },
          { id: '72', name: 'Digests' },
        ],
      };
    }
    if (path.endsWith('/typing')) return null;
    const token = /^\/interactions\/\d+\/([^/]+)\/callback$/.exec(path)?.[1];
    if (token !== undefined) {
      replies.set(token, body['data'] ?? {});
      return null;
    }
    const own = /^\/webhooks\/\d+\/([^/]+)/.exec(path)?.[1];
    if (own !== undefined && method === 'PATCH') replies.set(own, body);
    if (own !== undefined && method === 'DELETE') replies.set(own, 'deleted');
    if (own !== undefined && method === 'POST') {
      const message = { ...body, id: nextId(), channel_id: DISCORD_CHANNEL, author: BOT };
      (Number(body['flags']) & EPHEMERAL ? besides : posted).push(message);
      return message;
    }
    if (/^\/channels\/\d+\/messages$/.test(path)) {
      const channel = path.split('/')[2] ?? '';
      return method === 'GET'
        ? posted
            .filter((message) => message['channel_id'] === channel)
            .toReversed()
            .slice(0, 100)
        : post(channel, body);
    }
    if (path === `/channels/${DISCORD_FORUM}/threads`) {
      const id = nextId();
      posted.push({ ...(body['message'] as object), id, channel_id: id, author: BOT, at: Date.now(), name: body['name'] });
      return { id, type: 11, parent_id: DISCORD_FORUM, name: body['name'] };
    }
    if (path.endsWith('/threads/active')) {
      return { threads: posted.filter((message) => 'name' in message).map(({ id }) => ({ id, parent_id: DISCORD_FORUM })), members: [] };
    }
    const single = /^\/channels\/\d+\/messages\/(\d+)$/.exec(path)?.[1];
    if (single !== undefined) {
      const message = posted.find(({ id }) => id === single);
      if (method === 'DELETE') {
        if (message !== undefined) posted.splice(posted.indexOf(message), 1);
        return null;
      }
      return method === 'PATCH' && message !== undefined ? Object.assign(message, body) : message;
    }
    if (path === '/users/@me/channels') return { id: `9${String(body['recipient_id'])}`, type: 1 };
    const parent = /^\/channels\/\d+\/messages\/(\d+)\/threads$/.exec(path)?.[1];
    if (parent !== undefined) return { id: parent, type: 11, name: body['name'] };
    if (own !== undefined && method === 'DELETE') return null;
    return { ...body, id: nextId() };
  }

  /** `enforce_nonce`: the same nonce within minutes returns the message that is there. */
  function post(channel: string, body: Record<string, unknown>): unknown {
    const isRecent = (message: Record<string, unknown>) => Date.now() - Number(message['at']) < nonceMs;
    const earlier =
      body['enforce_nonce'] === true
        ? posted.find((message) => message['nonce'] === body['nonce'] && message['channel_id'] === channel && isRecent(message))
        : undefined;
    if (earlier !== undefined) return earlier;
    const message = {
      ...body,
      id: nextId(),
      channel_id: channel,
      author: BOT,
      timestamp: '2026-11-23T08:00:00Z',
      attachments: [],
      embeds: [],
      mentions: [],
      type: 0,
      content: '',
      at: Date.now(),
    };
    posted.push(message);
    return message;
  }

  const connected = () => eventually('a gateway connection', () => socket);
  return {
    apiUrl: `${origin.url}/api`,
    calls,
    posted,
    /** Every message and form that somebody sees. */
    seen: () => [...posted, ...replies.values(), ...besides],
    dispatch,
    connected,
    nextId,
    /** Hears of every call. */
    onCall(listener: (route: string) => void) {
      watcher = listener;
    },
    /** What the gateway has seen. */
    sessions: () => ({ identified, resumed }),
    /** The gateway stops acknowledging heartbeats: a zombie connection. */
    deafen(deaf: boolean) {
      isDeaf = deaf;
    },
    /** Sends a bare gateway message, such as op 7 (reconnect) or op 9 (invalid session). */
    tell: (op: number, d: unknown) => socket?.send(JSON.stringify({ op, d })),
    /** The connection breaks without a word. */
    breakConnection() {
      socket?.terminate();
      socket = null;
    },
    commands: () => commands,
    fail(prefix: string, ...answers: Fault[]) {
      faults.set(prefix, answers);
    },
    /** So many calls meet the fault; it may be any number. */
    failOften(prefix: string, fault: Fault, times: number) {
      faults.set(
        prefix,
        Array.from({ length: Math.min(times, 500) }, () => fault),
      );
    },
    async interaction(fields: Record<string, unknown>): Promise<{ id: string; token: string }> {
      await connected();
      const id = String(fields['id'] ?? nextId());
      const token = String(fields['token'] ?? `token-${id}`);
      dispatch('INTERACTION_CREATE', {
        application_id: DISCORD_APP,
        version: 1,
        guild_id: DISCORD_GUILD,
        channel_id: DISCORD_CHANNEL,
        channel: { id: DISCORD_CHANNEL, type: 0 },
        member: { user: PERSON, roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0, permissions: '0' },
        locale: 'en-GB',
        entitlements: [],
        authorizing_integration_owners: {},
        context: 0,
        attachment_size_limit: 1,
        ...fields,
        id,
        token,
      });
      return { id, token };
    },
    async message(fields: Record<string, unknown>): Promise<string> {
      await connected();
      const id = String(fields['id'] ?? nextId());
      dispatch('MESSAGE_CREATE', {
        ...BLANK_MESSAGE,
        guild_id: DISCORD_GUILD,
        author: PERSON,
        ...fields,
        id,
      });
      return id;
    },
    async close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      await origin.close();
    },
  };
}
export { BOT as DISCORD_BOT };

/** What every message has, whoever wrote it. */
export const BLANK_MESSAGE = {
  channel_id: DISCORD_CHANNEL,
  timestamp: '2026-11-23T08:00:00Z',
  content: '',
  type: 0,
  attachments: [],
  embeds: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
  edited_timestamp: null,
};

/** Discord leaves out lists that are empty. */
function asKept(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asKept);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (Array.isArray(part) && part.length === 0 ? [] : [[name, asKept(part)]])),
  );
}

/** JSON, or the JSON part of a multipart message with the names of its files. */
function parsedBody(words: string, type: string): { body: Record<string, unknown>; files: string[] } {
  if (words === '') return { body: {}, files: [] };
  if (!type.startsWith('multipart/')) return { body: JSON.parse(words) as Record<string, unknown>, files: [] };
  const json = /name="payload_json"(?:\r\n[^\r\n]+)*\r\n\r\n([\s\S]*?)\r\n--/.exec(words)?.[1] ?? '{}';
  return {
    body: JSON.parse(json) as Record<string, unknown>,
    files: [...words.matchAll(/name="files\[\d+\]"; filename="([^"]+)"/g)].map((match) => match[1] ?? ''),
  };
}

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const EPHEMERAL = 1 << 6;

const NO_MESSAGES: Fault = { status: 400, body: { code: 50008, message: 'Cannot send messages in a non-text channel' } };

const LIMIT_HEADERS = {
  'x-ratelimit-limit': '50',
  'x-ratelimit-remaining': '49',
  'x-ratelimit-reset-after': '1',
  'x-ratelimit-bucket': 'b',
};

function guild() {
  return {
    id: DISCORD_GUILD,
    name: 'Guild',
    owner_id: PERSON.id,
    roles: [],
    emojis: [],
    features: [],
    members: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    large: false,
    member_count: 2,
    unavailable: false,
    joined_at: '2026-01-01T00:00:00Z',
    channels: [{ id: DISCORD_CHANNEL, type: 0, name: 'general', position: 0, permission_overwrites: [] }],
  };
}
