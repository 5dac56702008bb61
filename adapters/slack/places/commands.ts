import type { Request } from '../../../src/bot/request.ts';
import { handle, reachOf } from './answering.ts';
import { openLine } from './respond.ts';
import { asking, unwrapLinks, type SlackPlace, type SlackWiring } from './wiring.ts';

const COMMANDS = ['/brief', '/ask', '/digest'];

/** Slash commands. Acknowledged before any work, without a word. */
export function wireCommands(wiring: SlackWiring): void {
  const { app, running } = wiring;
  for (const name of COMMANDS) {
    app.command(name, async ({ ack, command, client, context }) => {
      await ack();
      running.run(async (signal) => {
        const { team_id: team, channel_id: channel, user_id: user, response_url: responseUrl, text, trigger_id: trigger } = command;
        const target: SlackPlace = { platform: 'slack', team, channel, thread: null };
        if (context.isEnterpriseInstall && context.enterpriseId !== undefined) await wiring.noteOrganisation(team, context.enterpriseId);
        const request: Request = {
          ...asking(wiring, client, target, user, signal),
          eventId: `slack:${team}:command:${trigger}`,
          act: { type: 'command', name: name.slice(1), text: unwrapLinks(text) },
        };
        const line = openLine(responseUrl, wiring.host.now(), true);
        await handle(wiring, reachOf(request, { client, target, user, line }), request, signal);
      });
    });
  }
}
