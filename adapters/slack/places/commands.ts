import type { Request } from '../../../src/bot/request.ts';
import { viewMessage } from '../../../src/view/message-view.ts';
import { noticing } from '../../patience.ts';
import { answer, privately, type Reach } from './answering.ts';
import { asking, unwrapLinks, type SlackPlace, type SlackWiring } from './wiring.ts';

const COMMANDS = ['/brief', '/ask', '/digest'];

/** Slash commands. Acknowledged before any work, without a word. */
export function wireCommands(wiring: SlackWiring): void {
  const { app, handler, running } = wiring;
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
        const reach: Reach = { client, target, user, responseUrl };
        const { value: response, wasSlow } = await noticing(handler(request, signal), () =>
          privately(reach, viewMessage('Reading. The answer will stand here in a moment.'), signal, false),
        );
        if (response !== null) await answer(wiring, reach, response, signal, wasSlow);
      });
    });
  }
}
