import { buttons, type ReadContext } from '../bot/context.ts';
import { policyFor } from '../bot/policy.ts';
import { fill } from '../brief/fill.ts';
import { makeDigest } from '../digest/make.ts';
import type { Reader } from '../digest/reader.ts';
import { refreshFeed, type FeedContext } from '../feed/refresh.ts';
import { sha256 } from '../hash.ts';
import type { Digest, DigestContent } from '../model/digest.ts';
import { DigestSettings, type Subscription } from '../model/subscription.ts';
import type { Target } from '../model/target.ts';
import type { ChannelFeed, NewDelivery } from '../ports.ts';
import { readLine, viewDigest, viewDigestThread, type DigestFrame } from '../view/digest-view.ts';
import type { Labels } from '../view/labels/labels.ts';
import { labelsFor } from '../view/labels/tables.ts';
import { viewMessage } from '../view/message-view.ts';
import type { StoryOptions, ToldStory } from '../view/story-view.ts';
import type { Action, View } from '../view/view.ts';

/** What a digest needs from outside. */
export interface ComposeContext {
  bot: ReadContext;
  reader: Reader;
  /** Where readers of that chat reach the article pages; null when they cannot. */
  pagesFor?(target: Target): string | null;
  feeds: FeedContext;
}

const HOUR_MS = 3_600_000;
/** The first digest looks back this far, and none looks back further than the longest. */
const FIRST_MS = 24 * HOUR_MS;
const LONGEST_MS = 72 * HOUR_MS;
/** A feed read within this time is not read again for a digest. */
const FRESH_MS = 10 * 60_000;
const FEEDS_AT_ONCE = 6;
const BUTTONS: readonly Action[] = ['brief', 'ask', 'save', 'more', 'less'];

/** What the digest holds and the messages that tell it. No message at all when a quiet channel wants none. */
export async function composeDigest(
  context: ComposeContext,
  digest: Pick<Digest, 'id' | 'channel' | 'target' | 'slot' | 'kind'>,
  subscription: Subscription | null,
  signal: AbortSignal,
): Promise<{ content: DigestContent; deliveries: NewDelivery[] }> {
  const { store, clock } = context.bot;
  const publicUrl = context.pagesFor?.(digest.target) ?? context.bot.publicUrl;
  const settings = subscription?.settings ?? DigestSettings.parse({});
  const zone = subscription?.zone ?? 'UTC';
  const feeds = await freshFeeds(context, digest.channel, signal);
  const now = clock.now().getTime();
  const told = await store.toldUntil(digest.channel);
  const since = new Date(Math.max(told?.getTime() ?? now - FIRST_MS, now - LONGEST_MS));
  const content = await makeDigest(context.bot, context.reader, { channel: digest.channel, zone, settings, feeds, since }, signal);
  const labels = labelsFor((await policyFor(store, digest.target)).language);
  const frame = frameOf(digest, content, { zone, labels });
  const views =
    content.stories.length === 0
      ? quietViews(digest, content, settings, frame)
      : await storyViews(context.bot, content, settings, { frame, publicUrl, labels });
  return { content, deliveries: views.map((view, part) => ({ key: sha256(digest.id, String(part)), part, view })) };
}

async function storyViews(
  bot: ReadContext,
  content: DigestContent,
  settings: DigestSettings,
  { frame, ...options }: StoryOptions & { frame: DigestFrame },
): Promise<View[]> {
  const stories = await toldStories(bot, content, options.labels);
  return settings.layout === 'message' ? [viewDigest(frame, stories, options)] : viewDigestThread(frame, stories, options);
}

/** Stories with their articles, from the store. */
async function toldStories({ store }: ReadContext, content: DigestContent, labels: Labels): Promise<ToldStory[]> {
  const stories: ToldStory[] = [];
  for (const story of content.stories) {
    const [article, brief] = await Promise.all([store.article(story.articleId), store.brief(story.briefId)]);
    if (article === null || brief === null) continue;
    const others = await Promise.all(
      [...new Set(story.conflicts.flatMap(({ sides }) => sides.map(({ articleId }) => articleId)))]
        .filter((id) => id !== story.articleId)
        .map((id) => store.article(id)),
    );
    const ref = await store.saveRef({ articleId: article.id, briefId: brief.id, question: null });
    stories.push({ article, brief, story, others: others.filter((other) => other !== null), buttons: buttons(ref, BUTTONS, labels) });
  }
  return stories;
}

function quietViews({ kind }: Pick<Digest, 'kind'>, content: DigestContent, settings: DigestSettings, frame: DigestFrame): View[] {
  if (kind === 'scheduled' && settings.whenQuiet === 'skip') return [];
  return [viewMessage([`${frame.name}: nothing new.`, ...frame.notes, readLine(content)].join('\n'))];
}

function frameOf(
  { slot, kind }: Pick<Digest, 'slot' | 'kind'>,
  content: DigestContent,
  { zone, labels }: { zone: string; labels: Labels },
): DigestFrame {
  const at = new Date(slot);
  const day = at.toLocaleDateString(labels.locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
  const time = at.toLocaleTimeString(labels.locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const late = `Due ${day} at ${time} and late, because Brevier was not running then.`;
  return { name: fill(labels.digest.name, { day }), notes: kind === 'catch-up' ? [late] : [], lastLine: readLine(content) };
}

/** The channel's feeds, read again where the last reading is old. A feed that fails is left as it is, with its problem. */
async function freshFeeds({ bot, feeds: context }: ComposeContext, channel: string, signal: AbortSignal): Promise<ChannelFeed[]> {
  const now = bot.clock.now();
  const known = await bot.store.feedsOf(channel);
  const stale = known.filter(({ status, nextAt, readAt, failures }) => {
    if (status !== 'active' || (failures > 0 && nextAt > now.toISOString())) return false;
    return readAt === null || now.getTime() - Date.parse(readAt) > FRESH_MS;
  });
  for (let at = 0; at < stale.length; at += FEEDS_AT_ONCE) {
    await Promise.all(stale.slice(at, at + FEEDS_AT_ONCE).map(async (feed) => refreshFeed(context, asFeed(feed), signal)));
  }
  return stale.length === 0 ? known : await bot.store.feedsOf(channel);
}

function asFeed({ addedBy: _addedBy, ...feed }: ChannelFeed) {
  return feed;
}
