import { DiscordAPIError, HTTPError, RateLimitError, Routes, type REST } from 'discord.js';
import { BrevierError } from '../../src/errors.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import type { Target } from '../../src/model/target.ts';
import type { Outgoing } from '../contract.ts';
import { LIMITS, type DiscordMessage } from './limits.ts';
import { renderDiscord } from './render.ts';

/**
 * Posts once: with `enforce_nonce` Discord returns the earlier message when the same nonce comes again within minutes.
 * For later the key also stands in the message, as the id of its container. discord.js waits out rate limits by itself.
 */
export async function deliver(rest: REST, { key, target, view, parent }: Outgoing, signal: AbortSignal): Promise<Receipt> {
  const { payload } = renderDiscord(view);
  const place = await placeOf(rest, target, parent, view.title, signal);
  const body = { ...marked(payload, key), ...place.reference, nonce: nonceOf(key), enforce_nonce: true };
  const posted = await attempt(() => rest.post(Routes.channelMessages(place.channel), { body, signal }), signal);
  return { target: { ...discordTarget(target), channel: place.channel }, messageId: (posted as { id: string }).id };
}

/** The message under this key among the latest hundred of the channel (or thread); null when it is not there. */
export async function findDelivery(
  rest: REST,
  appId: string,
  key: string,
  { target, parent }: Pick<Outgoing, 'target' | 'parent'>,
  signal: AbortSignal,
): Promise<Receipt | null> {
  const query = new URLSearchParams({ limit: '100' });
  // The thread of a message has the message's id. Without a thread the replies stand in the channel.
  const channels = [...(parent === null ? [] : [parent.messageId]), discordTarget(target).channel];
  for (const channel of channels) {
    const messages = await foundMessages(rest, channel, query, signal);
    const match = messages.find(({ author, components }) => author?.id === appId && components?.[0]?.id === markOf(key));
    if (match !== undefined) return { target: { ...discordTarget(target), channel }, messageId: match.id };
  }
  return null;
}

interface FoundMessage {
  id: string;
  author?: { id: string };
  components?: { id?: number }[];
}

/** Empty when the thread does not exist. */
async function foundMessages(rest: REST, channel: string, query: URLSearchParams, signal: AbortSignal): Promise<FoundMessage[]> {
  signal.throwIfAborted();
  try {
    return (await rest.get(Routes.channelMessages(channel), { query, signal })) as FoundMessage[];
  } catch (thrown) {
    if (thrown instanceof DiscordAPIError && Number(thrown.code) === UNKNOWN_CHANNEL) return [];
    return await attempt(() => Promise.reject(thrown as Error), signal);
  }
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const UNKNOWN_CHANNEL = 10003;
const THREAD_EXISTS = 160004;
const MAY_NOT = new Set([50001, 50013, 50024]);
const THREAD_NAME = 100;

/** Where a reply goes: into the thread of its parent, which is opened when needed; as a plain reply where threads are not allowed. */
async function placeOf(
  rest: REST,
  target: Target,
  parent: Receipt | null,
  title: string,
  signal: AbortSignal,
): Promise<{ channel: string; reference: Record<string, unknown> }> {
  const { channel } = discordTarget(target);
  if (parent === null) return { channel, reference: {} };
  const body = { name: title.slice(0, THREAD_NAME), auto_archive_duration: 1440 };
  signal.throwIfAborted();
  try {
    await rest.post(Routes.threads(channel, parent.messageId), { body, signal });
  } catch (thrown) {
    const code = thrown instanceof DiscordAPIError ? Number(thrown.code) : 0;
    if (MAY_NOT.has(code)) {
      return {
        channel,
        reference: { message_reference: { message_id: parent.messageId, channel_id: channel, fail_if_not_exists: false } },
      };
    }
    if (code !== THREAD_EXISTS) await attempt(() => Promise.reject(thrown as Error), signal);
  }
  return { channel: parent.messageId, reference: {} };
}

/** `@me` of one person. */
export async function directTarget(rest: REST, user: string, signal: AbortSignal): Promise<Target | null> {
  const id = /^discord:(\d+)$/.exec(user)?.[1];
  if (id === undefined) return null;
  const opened = await attempt(() => rest.post(Routes.userChannels(), { body: { recipient_id: id }, signal }), signal);
  return { platform: 'discord', guild: null, channel: (opened as { id: string }).id };
}

/** @throws BrevierError `platform/refused`, `platform/uncertain`; the abort reason when the signal aborts. */
export async function attempt<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  try {
    return await request();
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    if (thrown instanceof DiscordAPIError && thrown.status < 500) {
      throw new BrevierError('platform/refused', refusal(Number(thrown.code), thrown.message), { cause: thrown });
    }
    if (thrown instanceof RateLimitError) {
      throw new BrevierError('platform/rate-limited', 'Discord asks for a longer pause. Try again in a few minutes.', { cause: thrown });
    }
    const status = thrown instanceof HTTPError ? ` (${thrown.status})` : '';
    throw new BrevierError('platform/uncertain', `Discord did not confirm the message${status}; it may have been posted.`, {
      cause: thrown,
    });
  }
}

/** What a Discord error code means for the person who can do something about it. */
function refusal(code: number, message: string): string {
  const sentences: Record<number, string> = {
    10003: 'That channel no longer exists.',
    10008: 'That message no longer exists.',
    50001: 'I cannot see that channel. Give my role the View Channel permission there.',
    50013: 'I may not post in that channel. Give my role the Send Messages permission there.',
    50083: 'That thread is archived. Reopen it first.',
  };
  return sentences[code] ?? `Discord refused the message (${message}).`;
}

function nonceOf(key: string): string {
  return key.slice(0, LIMITS.nonce.max);
}

/** Component ids are 32-bit integers above zero, https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
function markOf(key: string): number {
  return Number.parseInt(key.slice(0, 7), 16) + 1;
}

function marked(payload: DiscordMessage, key: string) {
  return {
    ...payload,
    components: payload.components.map((component, index) => (index === 0 ? { ...component, id: markOf(key) } : component)),
  };
}

function discordTarget(target: Target): Extract<Target, { platform: 'discord' }> {
  if (target.platform !== 'discord') throw new BrevierError('internal/bug', 'A message for another platform reached Discord.');
  return target;
}
