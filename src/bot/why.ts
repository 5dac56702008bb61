import { BrevierError } from '../errors.ts';
import type { Article } from '../model/article.ts';
import { BriefOptions } from '../model/brief.ts';
import type { Digest, DigestStory } from '../model/digest.ts';
import { channelKey } from '../model/target.ts';
import { viewList, viewMessage } from '../view/message-view.ts';
import type { View } from '../view/view.ts';
import { articleHere, articlesToday, type BotContext } from './context.ts';
import type { Request } from './request.ts';
import { localStamp } from './schedule.ts';

const LOOKED_AT = 20;

/**
 * `/brief why <link or words of the title>`: why a story stands where it stands in a digest, or why it does not; and what
 * a model wrote about the article, or without words about the one here, that the lock refused.
 */
export async function why(context: BotContext, request: Request, words: string): Promise<View> {
  const asked = words.trim().replace(/^<|(?:\|[^>]*)?>$/g, '');
  const { store } = context;
  const channel = channelKey(request.target);
  if (asked === '') {
    const here = await articleHere(context, request.target, 'channel');
    if (here === null) throw new BrevierError('command/usage', 'Say which story: /brief why <link>, or words of its title.');
    return await refusedOf(context, here);
  }
  const digests = await store.digests(channel, LOOKED_AT);
  const zone = (await store.subscriptions(channel))[0]?.zone ?? 'UTC';
  for (const digest of digests) {
    const found = explained(digest, asked, zone);
    if (found !== null) return found;
  }
  const briefed = await articleMeant(context, request, asked);
  if (briefed !== null) return await refusedOf(context, briefed);
  return viewMessage(
    digests.length === 0
      ? 'No digest has been posted here yet, and no article like that was briefed here.'
      : 'None of the latest digests here has read that. Is it in a feed of this channel?',
  );
}

/** Points of the briefs that can be asked for: as usual, short and long. */
const LENGTHS = [undefined, 2, 8];

/** What a model wrote about the article and the lock refused. */
async function refusedOf({ writer }: BotContext, article: Article): Promise<View> {
  const name = article.title ?? 'This article';
  for (const points of writer === undefined ? [] : LENGTHS) {
    const brief = await writer?.known(article, BriefOptions.parse({ points }));
    if (brief === null || brief === undefined) continue;
    const refused = brief.refused ?? [];
    if (refused.length > 0)
      return viewList(
        `${name}: ${refused.length} of the model’s lines were refused`,
        refused.map(({ text, why: reason }) => `${text} – not posted: ${reason}.`),
      );
    return viewMessage(`${name}: every line that the model wrote held against the article.`);
  }
  return viewMessage(`${name}: the built-in engine wrote its brief. Every line of it is taken from the article and cites its sentence.`);
}

/** An article that this channel talked about today, by its link or words of its title. */
async function articleMeant(context: BotContext, { target }: Request, asked: string): Promise<Article | null> {
  const articles = await articlesToday(context, target, LOOKED_AT);
  const isMeantBy = ({ canonicalUrl, title }: Article) =>
    canonicalUrl === asked || title?.toLowerCase().includes(asked.toLowerCase()) === true;
  return articles.find(isMeantBy) ?? null;
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
