import { workspaceKey, channelKey } from '../model/target.ts';
import type { Subscription } from '../model/subscription.ts';
import type { Button, Inline, ViewBlock } from '../view/view.ts';
import { buttons, type BotContext } from './context.ts';
import { feedLine } from './feeds.ts';
import { isManager, policyFor } from './policy.ts';
import type { Request, Response } from './request.ts';
import { savedList } from './saved.ts';
import { rulesOf } from './settings.ts';
import { described } from './schedule.ts';

/** More than any person reads; Slack takes 100 blocks in an App Home. */
const DIGESTS = 12;
const FEEDS = 20;
const SAVED = 15;

/** A person's own page: their digests (a manager sees all), the feeds behind them, what they saved. */
export async function home(context: BotContext, request: Request): Promise<Response> {
  const { store, clock } = context;
  const policy = await policyFor(store, request.target);
  const mine = await visibleSubscriptions(context, request, await isManager(request, policy));
  const channels = new Set([channelKey(request.target), ...mine.map(({ target }) => channelKey(target))]);
  const feeds = (await Promise.all([...channels].map((channel) => store.feedsOf(channel)))).flat();
  const kept = await store.kept(request.user, SAVED);
  const now = clock.now();
  const blocks: ViewBlock[] = [
    heading('Brevier'),
    paragraph('Send me a link, or mention me with one in a channel: I sum it up, with proof for every line.'),
    { type: 'actions', buttons: buttons('home', ['new-brief', 'new-feed', 'new-digest']) },
    heading('Digests'),
    ...(mine.length === 0
      ? [paragraph('No digest yet. Add feeds to a channel, then schedule a digest there.')]
      : mine.slice(0, DIGESTS).flatMap((subscription): ViewBlock[] => [
          { type: 'paragraph', inlines: [place(subscription), { type: 'text', text: ` ${described(subscription, now)}` }] },
          { type: 'actions', buttons: subscriptionButtons(subscription) },
        ])),
    heading('Feeds'),
    ...(feeds.length === 0
      ? [paragraph('No feed yet.')]
      : [{ type: 'points' as const, items: feeds.slice(0, FEEDS).map((feed): Inline[] => [{ type: 'text', text: feedLine(feed) }]) }]),
    heading('Saved'),
    kept.length === 0 ? paragraph('Press Save under a brief, and it stands here.') : savedList(kept),
    heading('Rules of this workspace'),
    { type: 'points', items: rulesOf(policy).map((rule): Inline[] => [{ type: 'text', text: rule }]) },
    {
      type: 'meta',
      inlines: [{ type: 'text', text: 'Channels may have rules of their own: /brief settings. /brief help lists everything.' }],
    },
  ];
  return { view: { title: 'Brevier', blocks }, visibility: 'private' };
}

async function visibleSubscriptions({ store }: BotContext, request: Request, seesAll: boolean): Promise<Subscription[]> {
  const workspace = workspaceKey(request.target);
  const all = (await store.subscriptions(null)).filter(({ target }) => workspaceKey(target) === workspace);
  return seesAll ? all : all.filter(({ createdBy }) => createdBy === request.user);
}

function place({ target }: Subscription): Inline {
  return { type: 'place', channel: 'channel' in target ? target.channel : '', text: channelKey(target) };
}

function subscriptionButtons({ id, status }: Subscription): Button[] {
  return buttons(id, status === 'paused' ? ['resume', 'remove'] : ['now', 'pause', 'remove']);
}

function heading(words: string): ViewBlock {
  return { type: 'heading', inlines: [{ type: 'text', text: words, strong: true }] };
}

function paragraph(words: string): ViewBlock {
  return { type: 'paragraph', inlines: [{ type: 'text', text: words }] };
}
