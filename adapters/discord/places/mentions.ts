import { Routes, type Message } from 'discord.js';
import type { Request } from '../../../src/bot/request.ts';
import { toBrevierError } from '../../../src/errors.ts';
import { viewMessage } from '../../../src/view/message-view.ts';
import { showing } from '../../patience.ts';
import { attempt } from '../send.ts';
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
  const typing = addressed ? client.rest.post(Routes.channelTyping(message.channelId), { signal }).catch(() => undefined) : null;
  let draftId: string | null = null;
  const { value: response } = await showing((draft) => handler({ ...request, draft }, signal), {
    waiting: null,
    show: async (view) => (draftId = await reply(wiring, message, view, draftId, signal)),
  });
  await typing;
  if (response === null) return;
  try {
    await reply(wiring, message, response.view, draftId, signal);
  } catch (thrown) {
    const error = toBrevierError(thrown);
    if (error.code !== 'platform/refused') throw thrown;
    await toPerson(wiring, message.author.id, viewMessage(`I could not answer where you asked. ${error.message}`), signal);
  }
}

/** Answers a message, or changes the answer that stands there as far as it was written. Gives its id. */
async function reply(
  { client, host }: DiscordWiring,
  { id, channelId }: Message,
  view: Parameters<typeof messageFrom>[0],
  draftId: string | null,
  signal: AbortSignal,
): Promise<string> {
  const { body, files } = await messageFrom(view, host);
  const rest = {
    message_reference: { message_id: id, channel_id: channelId, fail_if_not_exists: false },
    nonce: id,
    enforce_nonce: true,
  };
  const send = (message: { flags: number }) =>
    client.rest.post(Routes.channelMessages(channelId), {
      body: { ...message, ...rest },
      files,
      signal,
    });
  const change = (message: { flags: number }) =>
    client.rest.patch(Routes.channelMessage(channelId, draftId ?? ''), { body: message, files, signal });
  const sent = await attempt(() => orPlain(draftId === null ? send : change, body, view), signal);
  return (sent as { id: string }).id;
}
