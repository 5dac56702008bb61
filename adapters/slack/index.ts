import { LogLevel, type Logger as BoltLogger } from '@slack/bolt';
import { BrevierError, toBrevierError } from '../../src/errors.ts';
import type { Logger } from '../../src/log.ts';
import type { Target } from '../../src/model/target.ts';
import type { Adapter, Capabilities, ChatHost } from '../contract.ts';
import { createRunning } from '../running.ts';
import type { SlackConfig } from './config.ts';
import { wireSlack } from './events.ts';
import { connectSlack } from './install/connection.ts';
import { createPeople } from './places/people.ts';
import { renderSlack } from './render.ts';
import { addressed, call, deliver, directTarget, findDelivery, illustrated } from './send.ts';

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

const DRAIN_MS = 4_000;

/** Bolt over Socket Mode or signed HTTP, for one workspace or for all that install the app. */
export function createSlackAdapter(config: SlackConfig, host: ChatHost): Adapter {
  const { app, installations, clientFor, ...connection } = connectSlack(config, host, boltLogger(host.log));
  app.error(async (error) => host.log.error({ err: error }, 'slack: a listener failed'));
  const running = createRunning((error) => {
    const { code, message } = toBrevierError(error);
    host.log.error({ code, err: error }, `slack: an answer could not be delivered: ${message}`);
  });
  const clientOf = (target: Target) => {
    if (target.platform !== 'slack') throw new BrevierError('internal/bug', 'A message for another platform reached Slack.');
    return clientFor(target.team);
  };
  let started = false;

  return {
    name: 'slack',
    capabilities: SLACK_CAPABILITIES,
    render: renderSlack,
    async start(handler) {
      wireSlack({
        app,
        handler,
        running,
        host,
        people: createPeople(host.now),
        noteOrganisation: async (team, enterprise) => await installations?.noteOrganisation(team, enterprise),
        forgetInstallation: async (team, enterprise) =>
          await installations?.store.deleteInstallation?.({
            teamId: team ?? undefined,
            enterpriseId: enterprise ?? undefined,
            isEnterpriseInstall: enterprise !== null,
          }),
      });
      await connection.start();
      started = true;
      host.log.info({ mode: config.mode.type }, 'slack: connected');
    },
    async send(outgoing, signal) {
      const client = await clientOf(outgoing.target);
      return await deliver(client, { ...outgoing, view: await illustrated(client, host, outgoing.view, signal) }, signal);
    },
    find: async (key, place, signal) => await findDelivery(await clientOf(place.target), key, place, signal),
    direct: (user) => Promise.resolve(directTarget(user)),
    async edit({ target, messageId }, view, signal) {
      if (target.platform !== 'slack') return;
      const { thread_ts: _thread, ...message } = addressed(renderSlack(view).payload, target);
      await call(await clientOf(target), 'chat.update', { ...message, ts: messageId }, signal);
    },
    async stop() {
      await running.drain(DRAIN_MS);
      if (started) {
        started = false;
        await connection.stop();
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
