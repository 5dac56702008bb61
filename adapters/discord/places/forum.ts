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
  const tags = await tagsFor(rest, forum, signal);
  const name = title.slice(0, LIMITS.threadName.max);
  const body = { name, auto_archive_duration: ARCHIVE_MINUTES, message, ...(tags.length === 0 ? {} : { applied_tags: tags }) };
  return ((await rest.post(Routes.threads(forum), { body, signal })) as { id: string }).id;
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-flags: REQUIRE_TAG */
const REQUIRE_TAG = 1 << 4;

interface Forum {
  flags?: number;
  available_tags?: readonly { id: string; name: string; moderated?: boolean }[];
}

/** The forum's tag for digests; where it has none but wants one, its first. */
async function tagsFor(rest: REST, forum: string, signal: AbortSignal): Promise<string[]> {
  const { flags = 0, available_tags: tags = [] } = (await rest.get(Routes.channel(forum), { signal })) as Forum;
  const open = tags.filter(({ moderated }) => moderated !== true);
  const fitting = open.find(({ name }) => /digest|brief|news/i.test(name)) ?? ((flags & REQUIRE_TAG) === 0 ? undefined : open[0]);
  return fitting === undefined ? [] : [fitting.id];
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
