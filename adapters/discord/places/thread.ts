import { DiscordAPIError, Routes, type REST } from 'discord.js';
import type { Receipt } from '../../../src/model/receipt.ts';
import { LIMITS } from '../limits.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const THREAD_EXISTS = 160004;
const MAY_NOT = new Set([50001, 50013, 50024]);
/** A day; the choices are 60, 1440, 4320 and 10080 minutes. */
const ARCHIVE_MINUTES = 1440;

/**
 * Where a reply goes: into the thread of its parent, which is opened when needed; as a plain reply where threads are
 * not allowed; into the post itself where the parent is one.
 */
export async function placeOf(
  rest: REST,
  channel: string,
  parent: Receipt | null,
  title: string,
  signal: AbortSignal,
): Promise<{ channel: string; reference: Record<string, unknown> }> {
  if (parent === null) return { channel, reference: {} };
  const { target, messageId } = parent;
  if (target.platform === 'discord' && target.channel === messageId) return { channel: messageId, reference: {} };
  const body = { name: title.slice(0, LIMITS.threadName.max), auto_archive_duration: ARCHIVE_MINUTES };
  signal.throwIfAborted();
  try {
    await rest.post(Routes.threads(channel, messageId), { body, signal });
  } catch (thrown) {
    const code = thrown instanceof DiscordAPIError ? Number(thrown.code) : 0;
    if (MAY_NOT.has(code)) {
      return { channel, reference: { message_reference: { message_id: messageId, channel_id: channel, fail_if_not_exists: false } } };
    }
    if (code !== THREAD_EXISTS) throw thrown;
  }
  return { channel: messageId, reference: {} };
}
