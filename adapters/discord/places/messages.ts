import { DiscordAPIError, Routes, type REST } from 'discord.js';

/** What is looked at in a message that may be ours. */
export interface FoundMessage {
  id: string;
  author?: { id: string };
  components?: { id?: number }[];
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const UNKNOWN_CHANNEL = 10003;

/** The latest hundred; empty when the channel or thread does not exist. */
export async function latestMessages(rest: REST, channel: string, signal: AbortSignal): Promise<FoundMessage[]> {
  try {
    return (await rest.get(Routes.channelMessages(channel), { query: new URLSearchParams({ limit: '100' }), signal })) as FoundMessage[];
  } catch (thrown) {
    if (thrown instanceof DiscordAPIError && Number(thrown.code) === UNKNOWN_CHANNEL) return [];
    throw thrown;
  }
}
