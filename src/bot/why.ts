import { BrevierError } from '../errors.ts';
import type { Digest, DigestStory } from '../model/digest.ts';
import { channelKey } from '../model/target.ts';
import { viewList, viewMessage } from '../view/message-view.ts';
import type { View } from '../view/view.ts';
import type { BotContext } from './context.ts';
import type { Request } from './request.ts';
import { localStamp } from './schedule.ts';

const LOOKED_AT = 20;

/** `/brief why <link or words of the title>`: why a story stands where it stands in a digest, or why it does not. */
export async function why({ store }: BotContext, { target }: Request, words: string): Promise<View> {
  const asked = words.trim().replace(/^<|(?:\|[^>]*)?>$/g, '');
  if (asked === '') throw new BrevierError('command/usage', 'Say which story: /brief why <link>, or words of its title.');
  const channel = channelKey(target);
  const digests = await store.digests(channel, LOOKED_AT);
  const zone = (await store.subscriptions(channel))[0]?.zone ?? 'UTC';
  for (const digest of digests) {
    const found = explained(digest, asked, zone);
    if (found !== null) return found;
  }
  return viewMessage(
    digests.length === 0
      ? 'No digest has been posted here yet.'
      : 'None of the latest digests here has read that. Is it in a feed of this channel?',
  );
}

function explained({ content, slot }: Digest, asked: string, zone: string): View | null {
  if (content === null) return null;
  const when = localStamp(new Date(slot), zone);
  const place = content.stories.findIndex((story) => isMeant(story, asked));
  const story = content.stories[place];
  if (story !== undefined) {
    const rank = `Number ${place + 1} of ${content.stories.length} in the digest of ${when}, score ${story.score.toFixed(1)}`;
    return viewList(`${story.title}: ${rank}`, story.reasons.length === 0 ? ['nothing speaks for or against it'] : story.reasons);
  }
  const skipped = content.skipped.find(({ title, url }) => url === asked || title.toLowerCase().includes(asked.toLowerCase()));
  return skipped === undefined ? null : viewMessage(`${skipped.title}: left out of the digest of ${when}: ${skipped.reason}.`);
}

function isMeant({ url, also, title }: DigestStory, asked: string): boolean {
  return url === asked || also.some((other) => other.url === asked) || title.toLowerCase().includes(asked.toLowerCase());
}
