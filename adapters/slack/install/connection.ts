import { App, HTTPReceiver, SocketModeReceiver, type Logger as BoltLogger, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { BrevierError } from '../../../src/errors.ts';
import type { ChatHost } from '../../contract.ts';
import { SCOPES, type SlackConfig } from '../config.ts';
import type { Client } from '../send.ts';
import { createInstallations, type Installations } from './installations.ts';
import { createSeal, derived } from './seal.ts';

/** How long one Web API call may take, in milliseconds. The SDK has no limit of its own. */
const CALL_MS = 10_000;
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
  const clientOptions = { slackApiUrl: apiUrl, timeout: CALL_MS, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
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
    const app = new App({ receiver, ...common, authorize: (query) => installer.authorize(query) as never });
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
      start: () => started(app, [receiver], async () => void (await app.start(mode.port)), host),
      stop: async () => void (await app.stop()),
    };
  }
  const receivers = receiversFor(mode, clientOptions, logger);
  const [first] = receivers;
  if (first === undefined) throw new BrevierError('internal/bug', 'Slack has no receiver.');
  const app = new App({ token: mode.botToken, receiver: first, ...common });
  const open = async () => {
    const port = mode.type === 'http' ? mode.port : 0;
    await Promise.all(receivers.map((receiver) => (receiver instanceof HTTPReceiver ? receiver.start(port) : receiver.start())));
  };
  return {
    app,
    installations: null,
    clientFor: () => Promise.resolve(app.client),
    start: () => started(app, receivers, open, host),
    stop: async () => void (await Promise.all(receivers.map((receiver) => receiver.stop()))),
  };
}

type Single = Exclude<SlackConfig['mode'], { type: 'oauth' }>;

function receiversFor(mode: Single, clientOptions: { slackApiUrl: string }, logger: BoltLogger): (HTTPReceiver | SocketModeReceiver)[] {
  if (mode.type === 'http') return [new HTTPReceiver({ signingSecret: mode.signingSecret, port: mode.port, logger })];
  const options = { appToken: mode.appToken, logger, clientPingTimeout: PONG_MS, installerOptions: { clientOptions } };
  return Array.from({ length: SOCKETS }, () => new SocketModeReceiver(options));
}

async function started(app: App, receivers: readonly Receiver[], open: () => Promise<void>, { log }: ChatHost): Promise<void> {
  await app.init();
  // What Bolt has no listener for would stay unacknowledged, and Slack would send it again and again.
  const heard = {
    processEvent: async (event: ReceiverEvent) => {
      if (event.body['type'] !== 'app_rate_limited') {
        await app.processEvent(event);
        return;
      }
      log.warn({ team: event.body['team_id'], minute: event.body['minute_rate_limited'] }, 'slack: events are being held back');
      await event.ack();
    },
  } as unknown as App;
  for (const receiver of receivers) receiver.init(heard);
  await open();
}
