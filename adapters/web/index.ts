import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Adapter, AdapterHost, Capabilities } from '../contract.ts';
import type { WebConfig } from './config.ts';
import { onHttp, type WebWiring } from './events.ts';
import { renderWeb } from './render.ts';
import { deliver } from './send.ts';
import { createChannel, type Showings } from './workspace/channel.ts';

const WEB_CAPABILITIES: Capabilities = {
  ephemeral: true,
  buttons: true,
  forms: true,
  threads: false,
  edit: true,
  dedupe: 'native',
  pace: { channelMs: 0, workspaceMs: 0 },
};

const DRAIN_MS = 4_000;
/** Time for the last bytes to leave before connections that browsers hold open are cut. */
const FLUSH_MS = 200;

export type WebHost = AdapterHost & { showings: Showings } & Pick<
    WebWiring,
    'ping' | 'article' | 'card' | 'unready' | 'metrics' | 'ledger' | 'feeds'
  >;

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

/** Where this machine itself opens what listens everywhere. */
function openHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** The local workspace: one channel, one page. `url` is known once it has started. */
export function createWebAdapter(config: WebConfig, host: WebHost): Adapter & { url(): string } {
  const channel = createChannel(host.showings);
  const stopping = new AbortController();
  const streams = new AbortController();
  let wiring: WebWiring | null = null;
  let port = config.port;
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    if (wiring === null) {
      response.writeHead(503).end();
      return;
    }
    const task = onHttp(wiring, request, response, port)
      .catch((error: unknown) => {
        host.log.error({ err: error }, 'web: a request failed');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      })
      .finally(() => underWay.delete(task));
    underWay.add(task);
  });
  return {
    name: 'web',
    capabilities: WEB_CAPABILITIES,
    render: renderWeb,
    url: () => `http://${openHost(config.host)}:${port}`,
    async start(handler) {
      await listen(server, config.host, config.port).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE' || !config.mayMove) throw error;
        await listen(server, config.host, 0);
      });
      port = (server.address() as AddressInfo).port;
      wiring = {
        channel,
        handler,
        ping: () => host.ping(),
        article: (id) => host.article(id),
        card: (article) => host.card(article),
        unready: () => host.unready(),
        metrics: host.metrics,
        ledger: () => host.ledger(),
        feeds: () => host.feeds(),
        signal: stopping.signal,
        publicHost: config.publicHost,
        token: config.token,
        streams: streams.signal,
      };
    },
    async send(outgoing, signal) {
      return deliver(channel, outgoing, signal);
    },
    async find(key, { target }) {
      return channel.messages().some(({ id }) => id === key) ? { target, messageId: key } : null;
    },
    async edit({ messageId }, view) {
      channel.replace(messageId, view);
    },
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => stopping.abort(), DRAIN_MS);
      await Promise.all(underWay);
      // Event streams never end by themselves; they end last, so that pages see the answers that were under way.
      streams.abort();
      const last = setTimeout(() => server.closeAllConnections(), FLUSH_MS);
      await closed;
      clearTimeout(late);
      clearTimeout(last);
    },
  };
}
