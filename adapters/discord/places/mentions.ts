import { once as event } from 'node:events';
import { Routes, type Message } from 'discord.js';
import type { Request } from '../../../src/bot/request.ts';
import { toBrevierError } from '../../../src/errors.ts';
import type { View } from '../../../src/view/view.ts';
import { giveBy, tryBy, type Way } from '../../insist.ts';
import { showing } from '../../patience.ts';
import { attempt, idIn } from '../send.ts';
import { messageFrom, orPlain, toPerson } from './answering.ts';
import type { DiscordWiring } from './wiring.ts';

/** Mentions, direct messages, and replies in the bot's own threads, which Discord shows only with the Message Content intent. */
export async function onMessage(wiring: DiscordWiring, message: Message, signal: AbortSignal): Promise<void> {
  const { client, handler, appId } = wiring;
  if (message.author.bot || message.system || (message.content === '' && message.attachments.size === 0)) return;
  const self = client.user?.id ?? appId;
  const addressed = message.guildId === null || message.mentions.users.has(self);
  const inOwnThread = message.channel.isThread() && message.channel.ownerId === self;
  if (!addressed && !inOwnThread) return;
  const words = message.content.replaceAll(new RegExp(`<@!?${self}>`, 'g'), ' ').trim();
  const file = message.attachments.find(({ contentType }) => /^(?:text\/|application\/pdf)/.test(contentType ?? ''))?.url;
  const text = file === undefined || /https?:\/\//.test(words) ? words : `${words} ${file}`.trim();
  const roles = [...(message.member?.roles.cache.keys() ?? [])];
  const isManager = message.guildId === null || (message.member?.permissions.has('ManageGuild') ?? false);
  const request: Request = {
    eventId: `discord:${message.id}`,
    target: { platform: 'discord', guild: message.guildId, channel: message.channelId },
    user: `discord:${message.author.id}`,
    asker: () => Promise.resolve({ isManager, roles }),
    act: addressed ? { type: 'mention', text } : { type: 'reply', text },
  };
  // "Brevier is typing…", until the answer is posted. Where it is not shown, nothing is lost.
  const typing = addressed ? showTyping(wiring, message.channelId, signal) : null;
  const place: Place = { draft: null, mayHaveDraft: false };
  const { value: response } = await showing((draft) => handler({ ...request, draft }, signal), {
    waiting: null,
    show: (view) => showDraft(wiring, message, place, view, signal),
  });
  await typing;
  if (response === null) return;
  const direct = toPerson(wiring, message.author.id, message.id, response.view, signal);
  const given = await giveBy<string>('discord', [...replies(wiring, message, place, response.view, signal), direct], wiring.host, signal);
  const { draft } = place;
  if (draft === null || given === null || given === draft) return;
  // The answer stands elsewhere, so what was shown of it goes.
  const once = () => attempt(() => wiring.client.rest.delete(Routes.channelMessage(message.channelId, draft), { signal }), signal);
  await tryBy('discord', { name: 'removal of the draft', once }, wiring.host, signal);
}

/** What takes longer than this is not worth the wait for the answer. */
const TYPING_MS = 2000;

async function showTyping({ client }: DiscordWiring, channel: string, signal: AbortSignal): Promise<void> {
  const soon = AbortSignal.any([signal, AbortSignal.timeout(TYPING_MS)]);
  const late = event(soon, 'abort').catch(() => undefined);
  await Promise.race([client.rest.post(Routes.channelTyping(channel), { signal: soon }).catch(() => undefined), late]);
}

/** Where an unfinished answer stands. */
interface Place {
  draft: string | null;
  /** May there be one, of which Discord did not say so? */
  mayHaveDraft: boolean;
}

async function showDraft(wiring: DiscordWiring, message: Message, place: Place, view: View, signal: AbortSignal): Promise<void> {
  try {
    place.draft = (await replies(wiring, message, place, view, signal)[0]?.once({ isAgain: false, why: null })) ?? null;
  } catch (thrown) {
    place.mayHaveDraft ||= toBrevierError(thrown).code === 'platform/uncertain';
    throw thrown;
  }
}

/** As a reply, once under the nonce; first in place of the draft, where there is one. */
function replies(
  { client, host }: DiscordWiring,
  { id, channelId }: Message,
  place: Place,
  view: View,
  signal: AbortSignal,
): Way<string>[] {
  const update = async (draft: string) => {
    const { body, files } = await messageFrom(view, host);
    const change = (message: object) => client.rest.patch(Routes.channelMessage(channelId, draft), { body: message, files, signal });
    return await attempt(async () => idIn(await orPlain(change, body, view)), signal);
  };
  const reply = async (nonce: string) => {
    const { body, files } = await messageFrom(view, host);
    const reference = { message_id: id, channel_id: channelId, fail_if_not_exists: false };
    const send = (message: object) =>
      client.rest.post(Routes.channelMessages(channelId), {
        body: { ...message, message_reference: reference, nonce, enforce_nonce: true },
        files,
        signal,
      });
    const posted = await attempt(async () => idIn(await orPlain(send, body, view)), signal);
    // Under the nonce of a draft of which nothing was heard Discord gives that draft.
    return place.mayHaveDraft ? await update(posted) : posted;
  };
  const { draft } = place;
  if (draft === null) return [{ name: 'reply', once: () => reply(id) }];
  return [
    { name: 'edit of the draft', once: () => update(draft) },
    { name: 'reply anew', once: () => reply(`${id}-2`) },
  ];
}
