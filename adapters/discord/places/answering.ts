import { DiscordAPIError, InteractionResponseType, MessageFlags, Routes, type Interaction, type RawFile, type REST } from 'discord.js';
import type { Response } from '../../../src/bot/request.ts';
import { viewMessage } from '../../../src/view/message-view.ts';
import type { View } from '../../../src/view/view.ts';
import type { ChatHost } from '../../contract.ts';
import { withImages } from '../../images.ts';
import { plainDiscord, renderDiscord } from '../render.ts';
import { attempt } from '../send.ts';
import type { DiscordWiring } from './wiring.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json: "Invalid form body" */
const INVALID_FORM = 50035;
const CARD = 'key-figures.png';

type Shown = 'private' | 'public';

/** The first acknowledgement fixes who sees the answer; it comes before any work. */
export async function acknowledge({ swift }: DiscordWiring, interaction: Interaction, shown: Shown, signal: AbortSignal): Promise<void> {
  const data = { flags: shown === 'private' ? MessageFlags.Ephemeral : 0 };
  await callback(swift, interaction, { type: InteractionResponseType.DeferredChannelMessageWithSource, data }, signal);
}

/** Says that the message whose button was pressed will be changed. */
export async function acknowledgeInPlace({ swift }: DiscordWiring, interaction: Interaction, signal: AbortSignal): Promise<void> {
  await callback(swift, interaction, { type: InteractionResponseType.DeferredMessageUpdate }, signal);
}

export async function callback(rest: REST, { id, token }: Interaction, body: Record<string, unknown>, signal: AbortSignal): Promise<void> {
  await attempt(() => rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal }), signal);
}

/** Puts the answer where the acknowledgement stands, or beside it where others have to see it. The token is good for 15 minutes. */
export async function finish(
  wiring: DiscordWiring,
  interaction: Interaction,
  acknowledged: Shown,
  response: Response | null,
  signal: AbortSignal,
): Promise<void> {
  const { swift, appId } = wiring;
  const own = Routes.webhookMessage(appId, interaction.token, '@original');
  const remove = () => attempt(() => swift.delete(own, { auth: false, signal }), signal);
  if (response === null) {
    await remove();
    return;
  }
  if (response.visibility === 'direct') {
    await toPerson(wiring, interaction.user.id, response.view, signal);
    await put(swift, 'patch', own, viewMessage('It is in your direct messages now, where it stays.'), wiring.host, 0, signal);
    return;
  }
  if (response.visibility === acknowledged) {
    await put(swift, 'patch', own, response.view, wiring.host, 0, signal);
    return;
  }
  const flags = response.visibility === 'private' ? MessageFlags.Ephemeral : 0;
  await put(swift, 'post', Routes.webhook(appId, interaction.token), response.view, wiring.host, flags, signal);
  await remove();
}

/** Shows the answer as far as it is written where the acknowledgement stands. */
export async function showDraft(
  { swift, appId, host }: DiscordWiring,
  { token }: Interaction,
  view: View,
  signal: AbortSignal,
): Promise<void> {
  await put(swift, 'patch', Routes.webhookMessage(appId, token, '@original'), view, host, 0, signal);
}

async function put(
  rest: REST,
  method: 'patch' | 'post',
  route: `/${string}`,
  view: View,
  host: ChatHost,
  flags: number,
  signal: AbortSignal,
): Promise<void> {
  const { body, files } = await messageFrom(view, host);
  const send = (message: { flags: number }) =>
    rest[method](route, { body: { ...message, flags: message.flags | flags }, files, auth: false, signal });
  await attempt(() => orPlain(send, body, view), signal);
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

export async function toPerson(
  { client, host }: Pick<DiscordWiring, 'client' | 'host'>,
  id: string,
  view: View,
  signal: AbortSignal,
): Promise<void> {
  const opened = await attempt(() => client.rest.post(Routes.userChannels(), { body: { recipient_id: id }, signal }), signal);
  const { body, files } = await messageFrom(view, host);
  await attempt(() => client.rest.post(Routes.channelMessages((opened as { id: string }).id), { body, files, signal }), signal);
}
