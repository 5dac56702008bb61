import type { Request } from '../../../src/bot/request.ts';
import { call, type Client } from '../send.ts';
import { handle, reachOf } from './answering.ts';
import { asking, unwrapLinks, type SlackPlace, type SlackWiring } from './wiring.ts';

/** Messages of people: all other subtypes are edits, joins and the like. */
const SPOKEN = new Set([undefined, 'thread_broadcast', 'file_share']);
const STATUS = 'is reading…';
/** A status that takes longer than this is not worth the wait for the answer. */
const STATUS_MS = 2000;

/** Mentions, direct messages (the assistant's pane is one), and replies in threads that the bot takes part in. */
export function wireMessages(wiring: SlackWiring): void {
  const { app, running } = wiring;
  app.event('app_mention', async ({ event, context, client }) => {
    if (event.bot_id !== undefined) return;
    const place: SlackPlace = {
      platform: 'slack',
      team: context.teamId ?? '',
      channel: event.channel,
      thread: event.thread_ts ?? event.ts,
    };
    const text = unwrapLinks(withoutMention(event.text, context.botUserId));
    running.run(async (signal) => {
      if (context.isEnterpriseInstall && context.enterpriseId !== undefined)
        await wiring.noteOrganisation(place.team, context.enterpriseId);
      await reply(wiring, { client, place, user: event.user ?? null, ts: event.ts, act: { type: 'mention', text } }, signal);
    });
  });
  app.message(async ({ message: raw, context, client }) => {
    const message = raw as Spoken;
    if (!SPOKEN.has(message.subtype) || message.bot_id !== undefined || message.text === undefined) return;
    const direct = message.channel_type === 'im';
    // A mention arrives a second time as a message: app_mention has it.
    if (!direct && context.botUserId !== undefined && message.text.includes(`<@${context.botUserId}>`)) return;
    if (!direct && message.thread_ts === undefined) return;
    const place: SlackPlace = {
      platform: 'slack',
      team: context.teamId ?? '',
      channel: message.channel,
      thread: message.thread_ts ?? null,
    };
    const text = unwrapLinks(withoutMention(message.text, context.botUserId));
    const act: Request['act'] = direct ? { type: 'mention', text } : { type: 'reply', text };
    running.run((signal) => reply(wiring, { client, place, user: message.user ?? null, ts: message.ts, act }, signal));
  });
}

interface Spoken {
  subtype?: string;
  bot_id?: string;
  text?: string;
  channel: string;
  channel_type?: string;
  thread_ts?: string;
  ts: string;
  user?: string;
}

interface Said {
  client: Client;
  place: SlackPlace;
  user: string | null;
  ts: string;
  act: Request['act'];
}

async function reply(wiring: SlackWiring, { client, place, user, ts, act }: Said, signal: AbortSignal): Promise<void> {
  const request: Request = {
    ...asking(wiring, client, place, user ?? 'unknown', signal),
    eventId: `slack:${place.team}:${place.channel}:${ts}`,
    act,
  };
  // In a thread between people nothing may show until it is known that the bot has something to say.
  const thread = place.thread ?? ts;
  const status = act.type === 'mention' ? showStatus(client, place.channel, thread, signal) : Promise.resolve();
  await handle(wiring, reachOf(request, { client, target: place, user, line: null, since: ts }), request, signal, status);
}

/** "Brevier is reading…", until the answer is posted. Where Slack does not show it, nothing is lost. */
async function showStatus(client: Client, channel: string, thread: string, signal: AbortSignal): Promise<void> {
  const soon = AbortSignal.any([signal, AbortSignal.timeout(STATUS_MS)]);
  await call(client, 'assistant.threads.setStatus', { channel_id: channel, thread_ts: thread, status: STATUS }, soon).catch(
    () => undefined,
  );
}

function withoutMention(text: string, botUserId: string | undefined): string {
  return botUserId === undefined ? text : text.replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ').trim();
}
