import { DiscordAPIError, HTTPError, RateLimitError, Routes, type RawFile, type REST } from 'discord.js';
import { BrevierError } from '../../src/errors.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import type { Target } from '../../src/model/target.ts';
import type { Outgoing } from '../contract.ts';
import { pause } from '../pause.ts';
import { LIMITS, type DiscordMessage } from './limits.ts';
import { findPost, openPost, takesOnlyPosts } from './places/forum.ts';
import { latestMessages, type FoundMessage } from './places/messages.ts';
import { placeOf } from './places/thread.ts';

/**
 * Posts once: with `enforce_nonce` Discord returns the earlier message when the same nonce comes again within minutes.
 * For later the key also stands in the message, as the id of its container. A forum takes a post instead, for which
 * there is no nonce. discord.js waits out rate limits by itself.
 */
export async function deliver(
  rest: REST,
  { key, target, view, parent }: Outgoing,
  { body: payload, files }: { body: DiscordMessage; files: RawFile[] },
  signal: AbortSignal,
): Promise<Receipt> {
  const message = marked(payload, key);
  const { channel } = discordTarget(target);
  const place = await patiently(() => placeOf(rest, channel, parent, view.title, signal), signal);
  const body = { ...message, ...place.reference, nonce: nonceOf(key), enforce_nonce: true };
  try {
    const posted = await patiently(
      async () => idIn(await rest.post(Routes.channelMessages(place.channel), { body, files, signal })),
      signal,
    );
    return { target: { ...discordTarget(target), channel: place.channel }, messageId: posted };
  } catch (thrown) {
    if (parent !== null || !takesOnlyPosts(thrown)) throw thrown;
    const post = await patiently(() => openPost(rest, place.channel, view.title, message, signal), signal);
    return { target: { ...discordTarget(target), channel: post }, messageId: post };
  }
}

/** The message under this key among the latest hundred of the channel (or thread, or a forum's latest posts); null when it is not there. */
export async function findDelivery(
  rest: REST,
  appId: string,
  key: string,
  { target, parent }: Pick<Outgoing, 'target' | 'parent'>,
  signal: AbortSignal,
): Promise<Receipt | null> {
  const place = discordTarget(target);
  const isOurs = ({ author, components }: FoundMessage) => author?.id === appId && components?.[0]?.id === markOf(key);
  // The thread of a message has the message's id. Without a thread the replies stand in the channel.
  for (const channel of new Set([...(parent === null ? [] : [parent.messageId]), place.channel])) {
    try {
      const match = (await patiently(() => latestMessages(rest, channel, signal), signal)).find(isOurs);
      if (match !== undefined) return { target: { ...place, channel }, messageId: match.id };
    } catch (thrown) {
      if (!takesOnlyPosts(thrown)) throw thrown;
      const post = await patiently(() => findPost(rest, place, isOurs, signal), signal);
      if (post !== null) return { target: { ...place, channel: post }, messageId: post };
    }
  }
  return null;
}

/** The id that Discord gave to what was sent. A page of a proxy, or nothing, has none. */
export function idIn(answer: unknown): string {
  const { id } = (answer ?? {}) as { id?: unknown };
  if (typeof id !== 'string') throw new Error('Discord answered without an id');
  return id;
}

/** The number of the error that Discord gave; null where there is none. */
export function discordError(thrown: unknown): number | null {
  if (thrown instanceof BrevierError) return discordError(thrown.cause);
  return thrown instanceof DiscordAPIError ? Number(thrown.code) : null;
}

/** `@me` of one person. */
export async function directTarget(rest: REST, user: string, signal: AbortSignal): Promise<Target | null> {
  const id = /^discord:(\d+)$/.exec(user)?.[1];
  if (id === undefined) return null;
  return { platform: 'discord', guild: null, channel: await patiently(() => directChannel(rest, id, signal), signal) };
}

/** Opening it again gives the same one. */
export async function directChannel(rest: REST, person: string, signal: AbortSignal): Promise<string> {
  return await attempt(async () => idIn(await rest.post(Routes.userChannels(), { body: { recipient_id: person }, signal })), signal);
}

/** Rate limits in a row before giving up; each waits as long as Discord says, if that is not too long. */
const PATIENCE = 5;
const LONGEST_WAIT_MS = 60_000;

/**
 * A request that waits out rate limits.
 * @throws BrevierError as `attempt`
 */
export async function patiently<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let limits = 0; ; limits += 1) {
    try {
      return await attempt(request, signal);
    } catch (thrown) {
      if (!(thrown instanceof BrevierError) || thrown.code !== 'platform/rate-limited') throw thrown;
      if (limits === PATIENCE || (thrown.waitMs ?? 0) > LONGEST_WAIT_MS) throw thrown;
      await pause(thrown.waitMs ?? 1000, signal);
    }
  }
}

/** @throws BrevierError `platform/refused`, `platform/rate-limited`, `platform/uncertain`; the abort reason when the signal aborts. */
export async function attempt<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  try {
    return await request();
  } catch (thrown) {
    if (signal.aborted || thrown instanceof BrevierError) throw thrown;
    if (thrown instanceof DiscordAPIError && thrown.status < 500) {
      throw new BrevierError('platform/refused', refusal(Number(thrown.code), thrown.message), { cause: thrown });
    }
    if (thrown instanceof RateLimitError) {
      const { retryAfter } = thrown;
      throw new BrevierError('platform/rate-limited', 'Discord asks for a longer pause. Try again in a few minutes.', {
        cause: thrown,
        waitMs: retryAfter > 0 ? retryAfter : null,
      });
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

/** The key as the id of the message's container, which people do not see. */
export function marked(payload: DiscordMessage, key: string): DiscordMessage {
  return {
    ...payload,
    components: payload.components.map((component, index) => (index === 0 ? { ...component, id: markOf(key) } : component)),
  };
}

function discordTarget(target: Target): Extract<Target, { platform: 'discord' }> {
  if (target.platform !== 'discord') throw new BrevierError('internal/bug', 'A message for another platform reached Discord.');
  return target;
}
