import { App, HTTPReceiver, LogLevel, SocketModeReceiver, type Logger as BoltLogger } from '@slack/bolt';
import type { Logger } from '../../src/log.ts';
import { toBrevierError } from '../../src/errors.ts';
import type { Adapter, AdapterHost, Capabilities } from '../contract.ts';
import { createRunning } from '../running.ts';
import type { SlackConfig } from './config.ts';
import { wireSlack } from './events.ts';
import { renderSlack } from './render.ts';
import { addressed, call, deliver, directTarget, findDelivery } from './send.ts';

export const SLACK_CAPABILITIES: Capabilities = {
  ephemeral: true,
  buttons: true,
  forms: true,
  threads: true,
  edit: true,
  dedupe: 'lookup',
  // One message a second in a channel, several hundred a minute in a workspace: https://docs.slack.dev/apis/web-api/rate-limits/
  pace: { channelMs: 1100, workspaceMs: 220 },
};

/** How long one Web API call may take, in milliseconds. The SDK has no limit of its own. */
const CALL_MS = 10_000;
/** Socket Mode's own default of 5 s takes a slow moment for a dead line. */
const PONG_MS = 15_000;
const DRAIN_MS = 8_000;

/** Bolt over Socket Mode or signed HTTP. */
export function createSlackAdapter(config: SlackConfig, host: AdapterHost): Adapter {
  const logger = boltLogger(host.log);
  // Retries and rate limits are handled in send.ts, where the key of a delivery is known.
  const clientOptions = { slackApiUrl: config.apiUrl, timeout: CALL_MS, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const receiver =
    config.mode.type === 'socket'
      ? new SocketModeReceiver({ appToken: config.mode.appToken, logger, clientPingTimeout: PONG_MS, installerOptions: { clientOptions } })
      : new HTTPReceiver({ signingSecret: config.mode.signingSecret, port: config.mode.port, logger });
  const app = new App({ token: config.botToken, receiver, clientOptions, logger, ignoreSelf: true, deferInitialization: true });
  app.error(async (error) => host.log.error({ err: error }, 'slack: a listener failed'));
  const running = createRunning((error) => {
    const { code, message } = toBrevierError(error);
    host.log.error({ code, err: error }, `slack: an answer could not be delivered: ${message}`);
  });
  let started = false;

  return {
    name: 'slack',
    capabilities: SLACK_CAPABILITIES,
    render: renderSlack,
    async start(handler) {
      wireSlack({ app, handler, running, log: host.log });
      await app.init();
      await (config.mode.type === 'http' ? app.start(config.mode.port) : app.start());
      started = true;
      host.log.info({ mode: config.mode.type }, 'slack: connected');
    },
    send: (outgoing, signal) => deliver(app.client, outgoing, signal),
    find: (key, place, signal) => findDelivery(app.client, key, place, signal),
    direct: (user) => Promise.resolve(directTarget(user)),
    async edit({ target, messageId }, view, signal) {
      if (target.platform !== 'slack') return;
      const { thread_ts: _thread, ...message } = addressed(renderSlack(view).payload, target);
      await call(app.client, 'chat.update', { ...message, ts: messageId }, signal);
    },
    async stop() {
      await running.drain(DRAIN_MS);
      if (started) {
        started = false;
        await app.stop();
      }
    },
  };
}

/** Bolt's log lines as ours. Its info lines are news to nobody but a developer. */
function boltLogger(log: Logger): BoltLogger {
  const words = (parts: unknown[]) => parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: (...parts) => log.trace(`bolt: ${words(parts)}`),
    info: (...parts) => log.debug(`bolt: ${words(parts)}`),
    warn: (...parts) => log.warn(`bolt: ${words(parts)}`),
    error: (...parts) => log.error(`bolt: ${words(parts)}`),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
