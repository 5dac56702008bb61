import { DiscordAPIError, HTTPError, RateLimitError, Routes, type REST } from 'discord.js';
import { BrevierError } from '../../src/errors.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import type { Target } from '../../src/model/target.ts';
import type { Outgoing } from '../contract.ts';
import { LIMITS } from './limits.ts';
import { renderDiscord } from './render.ts';

/**
 * Posts once: with `enforce_nonce` Discord returns the earlier message when the same nonce comes again within minutes.
 * discord.js waits out rate limits by itself.
 */
export async function deliver(rest: REST, { key, target, view }: Outgoing, signal: AbortSignal): Promise<Receipt> {
  const channel = discordChannel(target);
  const { payload } = renderDiscord(view);
  const body = { ...payload, nonce: nonceOf(key), enforce_nonce: true };
  const posted = await attempt(() => rest.post(Routes.channelMessages(channel), { body, signal }), signal);
  return { target, messageId: (posted as { id: string }).id };
}

/** The message under this key among the channel's latest hundred; null when it is not there. */
export async function findDelivery(rest: REST, key: string, target: Target, signal: AbortSignal): Promise<Receipt | null> {
  const query = new URLSearchParams({ limit: '100' });
  const messages = await attempt(() => rest.get(Routes.channelMessages(discordChannel(target)), { query, signal }), signal);
  const match = (messages as { id: string; nonce?: string | number }[]).find(({ nonce }) => String(nonce) === nonceOf(key));
  return match === undefined ? null : { target, messageId: match.id };
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

function discordChannel(target: Target): string {
  if (target.platform !== 'discord') throw new BrevierError('internal/bug', 'A message for another platform reached Discord.');
  return target.channel;
}
