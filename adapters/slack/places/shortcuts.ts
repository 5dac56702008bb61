import type { GlobalShortcut, MessageShortcut } from '@slack/bolt';
import type { Request } from '../../../src/bot/request.ts';
import { ACTION_PREFIX } from '../render.ts';
import { viewMessage } from '../../../src/view/message-view.ts';
import { giveBy } from '../../insist.ts';
import { handle, reachOf } from './answering.ts';
import { formModal } from './form.ts';
import { openLine } from './respond.ts';
import { byDirect, byOpening } from './ways.ts';
import { asking, unwrapLinks, type SlackPlace, type SlackWiring } from './wiring.ts';

const NO_FORM = viewMessage('Slack did not open the form. Please use the shortcut once more.');
const LINK = /https?:\/\/[^\s<>|]+/i;

/** "Brief this" on any message, and "Brief an article" from anywhere. */
export function wireShortcuts(wiring: SlackWiring): void {
  const { app, running } = wiring;
  app.shortcut<MessageShortcut>(
    { callback_id: `${ACTION_PREFIX}brief-this`, type: 'message_action' },
    async ({ ack, shortcut, client }) => {
      await ack();
      const { channel, message, user, team, response_url: responseUrl, trigger_id: trigger } = shortcut;
      const target: SlackPlace = {
        platform: 'slack',
        team: team?.id ?? '',
        channel: channel.id,
        thread: (message as { thread_ts?: string })['thread_ts'] ?? null,
      };
      running.run(async (signal) => {
        const request: Request = {
          ...asking(wiring, client, target, user.id, signal),
          eventId: `slack:${target.team}:shortcut:${trigger}`,
          act: { type: 'command', name: 'brief', text: textToBrief(message) },
        };
        const line = openLine(responseUrl, wiring.host.now(), true);
        await handle(wiring, reachOf(request, { client, target, user: user.id, line }), request, signal);
      });
    },
  );
  app.shortcut<GlobalShortcut>({ callback_id: `${ACTION_PREFIX}new-brief`, type: 'shortcut' }, async ({ ack, shortcut, client }) => {
    await ack();
    const target: SlackPlace = { platform: 'slack', team: shortcut.team?.id ?? '', channel: shortcut.user.id, thread: null };
    running.run(async (signal) => {
      const view = formModal({ action: 'new-brief', ref: '', responseUrl: null, isHome: false, target }, null);
      const eventId = `slack:${target.team}:shortcut:${shortcut.trigger_id}`;
      const reach = reachOf({ eventId }, { client, target, user: shortcut.user.id, line: null });
      const ways = [byOpening(client, shortcut.trigger_id, view, signal), ...byDirect(reach, NO_FORM, signal)];
      await giveBy<unknown>('slack', ways, wiring.host, signal);
    });
  });
}

interface Shared {
  text?: string;
  attachments?: readonly { from_url?: string; title_link?: string }[];
}

/** The first link of the message, else the page that Slack shows under it, else its words. */
function textToBrief({ text = '', attachments = [] }: Shared): string {
  const words = unwrapLinks(text);
  const shown = attachments.map(({ from_url: from, title_link: link }) => from ?? link).find((url) => url !== undefined);
  return LINK.exec(words)?.[0].replace(/[).,;!?'"]+$/, '') ?? shown ?? (words.trim() === '' ? 'This message' : words);
}
