import { DiscordAPIError, InteractionResponseType, MessageFlags, Routes, type Interaction, type RawFile, type REST } from 'discord.js';
import type { Response } from '../../../src/bot/request.ts';
import type { BrevierError } from '../../../src/errors.ts';
import { sha256 } from '../../../src/hash.ts';
import { viewMessage } from '../../../src/view/message-view.ts';
import type { View } from '../../../src/view/view.ts';
import type { ChatHost } from '../../contract.ts';
import { withImages } from '../../images.ts';
import { giveBy, tryBy, type Way } from '../../insist.ts';
import type { DiscordMessage } from '../limits.ts';
import { plainDiscord, renderDiscord } from '../render.ts';
import { attempt, directChannel, discordError, findDelivery, idIn, marked } from '../send.ts';
import { placeOf, type DiscordWiring } from './wiring.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json: "Invalid form body" */
const INVALID_FORM = 50035;
const CARD = 'key-figures.png';

type Shown = 'private' | 'public';

/** Discord gives up on an interaction after 3 s; so much of that is used. Milliseconds. */
const ACKNOWLEDGE_MS = 2500;
const ONE_CALLBACK_MS = 1000;
/** How long the token of an interaction is good, in milliseconds. */
export const TOKEN_MS = 15 * 60_000;
/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json: "Interaction has already been acknowledged" */
const ACKNOWLEDGED = 40060;
/** "Unknown Message", "Unknown Webhook": what should go is gone. */
const GONE = new Set([10008, 10015]);

/** What answering one interaction works with. */
export interface Answering extends DiscordWiring {
  /** When its token ends, in milliseconds since the epoch. */
  closesAt: number;
}

/** The first acknowledgement fixes who sees the answer; it comes before any work. False when Discord did not take it. */
export async function acknowledge(wiring: DiscordWiring, interaction: Interaction, shown: Shown, signal: AbortSignal): Promise<boolean> {
  const data = { flags: shown === 'private' ? MessageFlags.Ephemeral : 0 };
  const body = { type: InteractionResponseType.DeferredChannelMessageWithSource, data };
  return await tryBy('discord', calling(wiring, interaction, body, signal), wiring.host, signal);
}

/** Says that the message whose button was pressed will be changed. False when Discord did not take it. */
export async function acknowledgeInPlace(wiring: DiscordWiring, interaction: Interaction, signal: AbortSignal): Promise<boolean> {
  const body = { type: InteractionResponseType.DeferredMessageUpdate };
  return await tryBy('discord', calling(wiring, interaction, body, signal), wiring.host, signal);
}

/** Answers an interaction at once. Trying again shows nothing twice: Discord takes one answer. */
export function calling(
  { swift, host }: DiscordWiring,
  { id, token }: Interaction,
  body: Record<string, unknown>,
  signal: AbortSignal,
): Way<'seen'> {
  return {
    name: 'interaction callback',
    openMs: ACKNOWLEDGE_MS,
    async once({ isAgain }) {
      const soon = AbortSignal.any([signal, AbortSignal.timeout(Math.min(ONE_CALLBACK_MS, host.retrying.callMs))]);
      try {
        await attempt(() => swift.post(Routes.interactionCallback(id, token), { body, auth: false, signal: soon }), signal);
      } catch (thrown) {
        if (!isAgain || discordError(thrown) !== ACKNOWLEDGED) throw thrown;
      }
      return 'seen';
    },
  };
}

/**
 * Puts the answer where the acknowledgement stands, or beside it where others have to see it; where Discord does not take
 * it there, into the channel when everybody may see it, else into the person's direct messages.
 */
export async function finish(
  wiring: Answering,
  interaction: Interaction,
  acknowledged: Shown,
  response: Response | null,
  signal: AbortSignal,
): Promise<void> {
  const { host } = wiring;
  if (response === null) {
    await tryBy('discord', removing(wiring, interaction, signal), host, signal);
    return;
  }
  const { view, visibility } = response;
  const direct = toPerson(wiring, interaction.user.id, interaction.id, view, signal);
  if (visibility === 'direct') {
    const given = await giveBy<string>(
      'discord',
      acknowledged === 'private' ? [direct, byEdit(wiring, interaction, view, signal)] : [direct],
      host,
      signal,
    );
    if (given !== 'direct') return;
    const note = viewMessage('It is in your direct messages now, where it stays.');
    await tryBy('discord', byEdit(wiring, interaction, note, signal), host, signal);
    return;
  }
  const channel =
    visibility === 'public' && interaction.channelId !== null
      ? [toChannel(wiring, interaction.channelId, interaction.id, view, signal)]
      : [];
  if (visibility === acknowledged) {
    await giveBy<string>('discord', [byEdit(wiring, interaction, view, signal), ...channel, direct], host, signal);
    return;
  }
  const given = await giveBy<string>('discord', [byFollowUp(wiring, interaction, response, signal), ...channel, direct], host, signal);
  if (given !== null) await tryBy('discord', removing(wiring, interaction, signal), host, signal);
}

/** Shows the answer as far as it is written where the acknowledgement stands. */
export async function showDraft(wiring: Answering, interaction: Interaction, view: View, signal: AbortSignal): Promise<void> {
  await byEdit(wiring, interaction, view, signal).once({ isAgain: false, why: null });
}

/** In place of the acknowledgement: the same however often it is done. The token is good for 15 minutes. */
function byEdit(wiring: Answering, interaction: Interaction, view: View, signal: AbortSignal): Way<string> {
  const { swift, appId, host } = wiring;
  const route = Routes.webhookMessage(appId, interaction.token, '@original');
  return {
    name: 'edit of the reply',
    openMs: wiring.closesAt - host.now().getTime(),
    async once() {
      const { body, files } = await messageFrom(view, host);
      const send = (message: object) => swift.patch(route, { body: message, files, auth: false, signal });
      return await attempt(async () => idIn(await orPlain(send, body, view)), signal);
    },
  };
}

/** A message beside the acknowledgement. There is no nonce for it; one that others see is looked for. */
function byFollowUp(wiring: Answering, interaction: Interaction, { view, visibility }: Response, signal: AbortSignal): Way<string> {
  const { client, swift, appId, host } = wiring;
  const flags = visibility === 'private' ? MessageFlags.Ephemeral : 0;
  const key = sha256(interaction.id);
  const target = placeOf(interaction);
  const find = async () => (await findDelivery(client.rest, appId, key, { target, parent: null }, signal))?.messageId ?? null;
  return {
    name: 'message beside the reply',
    openMs: wiring.closesAt - host.now().getTime(),
    async once() {
      const { body, files } = await messageFrom(view, host);
      const send = (message: { flags: number }) =>
        swift.post(Routes.webhook(appId, interaction.token), {
          body: { ...message, flags: message.flags | flags },
          files,
          auth: false,
          signal,
        });
      return await attempt(async () => idIn(await orPlain(send, marked(body, key), view)), signal);
    },
    ...(visibility === 'private' ? {} : { find }),
  };
}

/** Into the channel by the bot itself, once under the nonce. */
function toChannel({ client, host }: DiscordWiring, channel: string, nonce: string, view: View, signal: AbortSignal): Way<string> {
  return {
    name: 'message in the channel',
    async once() {
      const { body, files } = await messageFrom(view, host);
      return await post(client.rest, channel, { body, files, view, nonce }, signal);
    },
  };
}

/** Into a person's direct messages, with a word on why it is not where it was asked for. */
export function toPerson(
  { client, host }: Pick<DiscordWiring, 'client' | 'host'>,
  person: string,
  nonce: string,
  view: View,
  signal: AbortSignal,
): Way<'direct'> {
  return {
    name: 'direct message',
    async once({ why }) {
      const words = why === null ? view : explained(view, why);
      const channel = await directChannel(client.rest, person, signal);
      const { body, files } = await messageFrom(words, host);
      await post(client.rest, channel, { body, files, view: words, nonce }, signal);
      return 'direct';
    },
  };
}

async function post(
  rest: REST,
  channel: string,
  { body, files, view, nonce }: { body: DiscordMessage; files: RawFile[]; view: View; nonce: string },
  signal: AbortSignal,
): Promise<string> {
  const send = (message: object) =>
    rest.post(Routes.channelMessages(channel), { body: { ...message, nonce, enforce_nonce: true }, files, signal });
  return await attempt(async () => idIn(await orPlain(send, body, view)), signal);
}

function explained(view: View, why: BrevierError): View {
  const { blocks } = viewMessage(`I could not answer where you asked. ${why.message}`);
  return { ...view, blocks: [...blocks, ...view.blocks] };
}

function removing({ swift, appId }: DiscordWiring, { token }: Interaction, signal: AbortSignal): Way<'gone'> {
  return {
    name: 'removal of the reply',
    async once() {
      try {
        await attempt(() => swift.delete(Routes.webhookMessage(appId, token, '@original'), { auth: false, signal }), signal);
      } catch (thrown) {
        if (!GONE.has(discordError(thrown) ?? 0)) throw thrown;
      }
      return 'gone';
    },
  };
}

/** Where components are not taken (an old client, a message of another kind), the same words go as plain text. */
export async function orPlain<T>(send: (message: { flags: number }) => Promise<T>, message: { flags: number }, view: View): Promise<T> {
  try {
    return await send(message);
  } catch (thrown) {
    if (!(thrown instanceof DiscordAPIError) || Number(thrown.code) !== INVALID_FORM) throw thrown;
    return await send(plainDiscord(view));
  }
}

/** A view as a message body and the images that go with it. */
export async function messageFrom(view: View, { card, log }: Pick<ChatHost, 'card' | 'log'>) {
  const files: RawFile[] = [];
  const illustrated = await withImages(view, async (articleId) => {
    try {
      const image = files.length > 0 ? null : await card(articleId);
      if (image === null) return null;
      files.push({ name: CARD, data: Buffer.from(image), contentType: 'image/png' });
      return `attachment://${CARD}`;
    } catch (err) {
      log.warn({ err }, 'discord: an image could not be made; its facts go as text');
      return null;
    }
  });
  return { body: renderDiscord(illustrated).payload, files };
}
