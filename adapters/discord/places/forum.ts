import { DiscordAPIError, Routes, type REST } from 'discord.js';
import { LIMITS, type DiscordMessage } from '../limits.ts';
import type { FoundMessage } from './messages.ts';

/** "Cannot send messages in a non-text channel", "Cannot execute action on this channel type": https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const NO_MESSAGES = new Set([50008, 50024]);
const ARCHIVE_MINUTES = 1440;
/** Latest posts that are looked at. */
const LOOKED_AT = 20;

/** Does this refusal mean that the channel is a forum? */
export function takesOnlyPosts(thrown: unknown): boolean {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  return cause instanceof DiscordAPIError && NO_MESSAGES.has(Number(cause.code));
}

/** Opens a post whose first message this is. Gives its id, which is also the message's. */
export async function openPost(rest: REST, forum: string, title: string, message: DiscordMessage, signal: AbortSignal): Promise<string> {
  const body = { name: title.slice(0, LIMITS.threadName.max), auto_archive_duration: ARCHIVE_MINUTES, message };
  return ((await rest.post(Routes.threads(forum), { body, signal })) as { id: string }).id;
}

/** The latest post of the forum whose first message is ours; null when there is none. */
export async function findPost(
  rest: REST,
  { guild, channel: forum }: { guild: string | null; channel: string },
  isOurs: (message: FoundMessage) => boolean,
  signal: AbortSignal,
): Promise<string | null> {
  if (guild === null) return null;
  const { threads } = (await rest.get(Routes.guildActiveThreads(guild), { signal })) as { threads: { id: string; parent_id: string }[] };
  const posts = threads.filter((thread) => thread.parent_id === forum).toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  for (const { id } of posts.slice(0, LOOKED_AT)) {
    const first = (await rest.get(Routes.channelMessage(id, id), { signal })) as FoundMessage;
    if (isOurs(first)) return id;
  }
  return null;
}
