import { App, HTTPReceiver, SocketModeReceiver, type Logger as BoltLogger, type ReceiverEvent } from '@slack/bolt';
import { BrevierError } from '../../../src/errors.ts';
import type { Logger } from '../../../src/log.ts';
import type { ChatHost } from '../../contract.ts';
import { SCOPES, type SlackConfig } from '../config.ts';
import type { Client } from '../send.ts';
import { createInstallations, type Installations } from './installations.ts';
import { createSeal, derived } from './seal.ts';
import { keepConnected } from './sockets.ts';

/** Socket Mode's own default of 5 s takes a slow moment for a dead line. */
const PONG_MS = 15_000;
/** While Slack refreshes one connection there may be seconds without it; the other one hears what comes meanwhile. */
const SOCKETS = 2;

export interface Connection {
  app: App;
  /** Only where workspaces install the app themselves. */
  installations: Installations | null;
  /** A client that acts in a workspace. @throws BrevierError `platform/refused` when it has not installed the app. */
  clientFor(team: string): Promise<Client>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Bolt over two sockets, or over signed HTTP with or without OAuth. */
export function connectSlack({ apiUrl, mode }: SlackConfig, host: ChatHost, logger: BoltLogger): Connection {
  // Retries and rate limits are handled in send.ts, where the key of a delivery is known; a 429 of one channel holds up no other.
  const { callMs: timeout } = host.retrying;
  const clientOptions = { slackApiUrl: apiUrl, timeout, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const common = { clientOptions, logger, ignoreSelf: true, deferInitialization: true } as const;
  if (mode.type === 'oauth') {
    const installations = createInstallations(host, createSeal(mode.secret, 'slack installations'));
    const receiver = new HTTPReceiver({
      signingSecret: mode.signingSecret,
      port: mode.port,
      logger,
      clientId: mode.clientId,
      clientSecret: mode.clientSecret,
      stateSecret: derived(mode.secret, 'slack state'),
      scopes: SCOPES,
      installationStore: installations.store,
      ...(mode.redirectUri === undefined ? {} : { redirectUri: mode.redirectUri }),
      installerOptions: {
        clientOptions,
        redirectUriPath: '/slack/oauth_redirect',
        authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      },
    });
    const { installer } = receiver;
    if (installer === undefined) throw new BrevierError('internal/bug', 'Slack’s installer was not made.');
    const app = new App({ receiver, ...common });
    return {
      app,
      installations,
      async clientFor(team) {
        const { botToken } = await installer.authorize(await installations.queryFor(team)).catch((cause: unknown) => {
          throw new BrevierError('platform/refused', 'That Slack workspace has not installed Brevier (any more).', { cause });
        });
        return {
          apiCall: async (method, options) =>
            await app.client.apiCall(method, { ...options, ...(botToken === undefined ? {} : { token: botToken }) }),
        };
      },
      ...listening(app, receiver, mode.port, host.log),
    };
  }
  const single = { token: mode.botToken, ...common };
  if (mode.type === 'http') {
    const receiver = new HTTPReceiver({ signingSecret: mode.signingSecret, port: mode.port, logger });
    const app = new App({ receiver, ...single });
    return {
      app,
      installations: null,
      clientFor: () => Promise.resolve(app.client),
      ...listening(app, receiver, mode.port, host.log),
    };
  }
  const options = {
    appToken: mode.appToken,
    logger,
    clientPingTimeout: PONG_MS,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  };
  const receivers = Array.from({ length: SOCKETS }, () => new SocketModeReceiver(options));
  const [receiver] = receivers;
  if (receiver === undefined) throw new BrevierError('internal/bug', 'Slack has no receiver.');
  const app = new App({ receiver, ...single });
  let ends: (() => Promise<void>)[] = [];
  return {
    app,
    installations: null,
    clientFor: () => Promise.resolve(app.client),
    async start() {
      await app.init();
      for (const each of receivers) each.init(acknowledging(app, host.log));
      ends = await Promise.all(receivers.map((each) => keepConnected(each, host.log)));
    },
    stop: async () => void (await Promise.all(ends.map((end) => end()))),
  };
}

function listening(app: App, receiver: HTTPReceiver, port: number, log: Logger): Pick<Connection, 'start' | 'stop'> {
  return {
    async start() {
      await app.init();
      receiver.init(acknowledging(app, log));
      await receiver.start(port);
    },
    stop: () => receiver.stop(),
  };
}

/** What Bolt has no listener for would stay unacknowledged, and Slack would send it again and again. */
function acknowledging(app: App, log: Logger): App {
  const processEvent = async (event: ReceiverEvent) => {
    if (event.body['type'] !== 'app_rate_limited') {
      await app.processEvent(event);
      return;
    }
    log.warn({ team: event.body['team_id'], minute: event.body['minute_rate_limited'] }, 'slack: events are being held back');
    await event.ack();
  };
  // A receiver asks nothing else of an app.
  return { processEvent } as unknown as App;
}
