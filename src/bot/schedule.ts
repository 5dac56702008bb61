import { BrevierError } from '../errors.ts';
import type { Delivery, Digest } from '../model/digest.ts';
import type { Subscription } from '../model/subscription.ts';
import { channelKey } from '../model/target.ts';
import { spoken } from '../schedule/plain-words.ts';
import { nextSlot } from '../schedule/slots.ts';
import { viewList, viewMessage } from '../view/message-view.ts';
import type { View } from '../view/view.ts';
import type { BotContext } from './context.ts';
import type { Request } from './request.ts';
import { SCHEDULE_USAGE, scheduleFrom, subscriptionFrom } from './schedule-words.ts';

const LOGGED = 12;

/** `/digest schedule weekdays at 8 in Europe/Berlin`. */
export async function schedule({ store, clock }: BotContext, { target, user }: Request, words: string): Promise<View> {
  if (words === '') throw new BrevierError('schedule/time', SCHEDULE_USAGE);
  const channel = channelKey(target);
  const others = await store.subscriptions(channel);
  const subscription = subscriptionFrom(scheduleFrom(words, others[0]?.zone ?? null), target, user, clock.now());
  await store.saveSubscription(subscription);
  const feeds = await store.feedsOf(channel);
  const count = feeds.length === 1 ? '1 feed' : `${feeds.length} feeds`;
  const next =
    feeds.length === 0
      ? 'There is no feed here yet: add one with /digest feeds add <link>.'
      : `It reads ${count}. See what it would say: /digest preview.`;
  return viewMessage(`${described(subscription, clock.now())}\n${next}`);
}

/** "A digest on weekdays at 08:00 (Europe/Berlin). Next: Tue 24 Nov 2026, 08:00. Id a1b2c3d4." */
export function described(subscription: Subscription, now: Date): string {
  const { cron, zone, status, pausedBecause, id, settings } = subscription;
  const next = nextSlot(subscription, now);
  const state =
    status === 'paused'
      ? `Paused${pausedBecause === null ? '' : `: ${pausedBecause}`}`
      : `Next: ${next === null ? 'never within a year' : localStamp(next, zone)}`;
  const wishes = [
    settings.budgetMinutes === null ? 'no reading budget' : `${settings.budgetMinutes} min to read`,
    `at most ${settings.maxStories} stories`,
    ...(settings.only.length > 0 ? [`only ${settings.only.join(', ')}`] : []),
    ...(settings.mute.length > 0 ? [`without ${settings.mute.join(', ')}`] : []),
  ];
  return `A digest ${spoken(cron)} (${zone}), ${wishes.join(', ')}. ${state}. Id ${id}.`.replace(/\.{2,}/g, '.');
}

export function localStamp(at: Date, zone: string): string {
  const day = at.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
  return `${day.replace(',', '')}, ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone })}`;
}

/** `/digest list` */
export async function list({ store, clock }: BotContext, { target }: Request): Promise<View> {
  const channel = channelKey(target);
  const subscriptions = await store.subscriptions(channel);
  if (subscriptions.length === 0) return viewMessage(`No digest is scheduled here. ${SCHEDULE_USAGE}`);
  return viewList(
    'Digests here',
    subscriptions.map((subscription) => described(subscription, clock.now())),
  );
}

/** `/digest pause`, `resume`, `remove`, with an id where the channel has several. */
export async function change(context: BotContext, { target }: Request, verb: 'pause' | 'resume' | 'remove', words: string): Promise<View> {
  return await changeDigest(context, chosen(await context.store.subscriptions(channelKey(target)), words, verb), verb);
}

export async function changeDigest(
  { store, clock }: BotContext,
  subscription: Subscription,
  verb: 'pause' | 'resume' | 'remove',
): Promise<View> {
  if (verb === 'remove') {
    await store.removeSubscription(subscription.id);
    return viewMessage(`The digest ${spoken(subscription.cron)} is removed. The feeds stay: /digest feeds list.`);
  }
  const changed: Subscription = { ...subscription, status: verb === 'pause' ? 'paused' : 'active', pausedBecause: null };
  await store.saveSubscription(changed);
  // What fell due during the pause stays untold.
  if (verb === 'resume') await store.setCheckedAt(changed.id, clock.now());
  return viewMessage(described(changed, clock.now()));
}

/** @throws BrevierError `schedule/unknown` */
function chosen(subscriptions: readonly Subscription[], words: string, verb: string): Subscription {
  const found = words === '' && subscriptions.length === 1 ? subscriptions[0] : subscriptions.find(({ id }) => id === words.toLowerCase());
  if (found !== undefined) return found;
  if (subscriptions.length === 0) throw new BrevierError('schedule/unknown', `No digest is scheduled here. ${SCHEDULE_USAGE}`);
  const ids = subscriptions.map(({ id, cron }) => `${id} (${spoken(cron)})`).join(', ');
  throw new BrevierError('schedule/unknown', `Say which one: /digest ${verb} <id>. There are ${ids}.`);
}

/** `/digest log` */
export async function log({ store }: BotContext, { target }: Request): Promise<View> {
  const channel = channelKey(target);
  const digests = await store.digests(channel, LOGGED);
  if (digests.length === 0) return viewMessage('No digest has been due here yet.');
  const zone = (await store.subscriptions(channel))[0]?.zone ?? 'UTC';
  const lines: string[] = [];
  for (const digest of digests) lines.push(logged(digest, await store.deliveries(digest.id), zone));
  return viewList(`Digests so far (${zone})`, lines);
}

/** "Mon 23 Nov 2026, 08:00: delivered, 5 stories in 6 messages" */
export function logged(digest: Digest, deliveries: readonly Delivery[], zone: string): string {
  const { slot, kind, state, reason, content } = digest;
  const words = { due: 'waiting', composed: 'on its way', done: 'delivered', skipped: 'skipped', failed: 'failed' };
  const arrived = deliveries.filter((delivery) => delivery.state === 'delivered').length;
  const unsure = deliveries.filter((delivery) => delivery.state === 'uncertain').length;
  const parts = [
    state === 'done' && deliveries.length === 0 ? 'nothing new' : words[state],
    ...(content === null || deliveries.length === 0
      ? []
      : [`${content.stories.length} stories in ${arrived} of ${deliveries.length} messages`]),
    ...(unsure > 0 ? [`${unsure} unconfirmed`] : []),
    ...(kind === 'scheduled' ? [] : [kind === 'manual' ? 'asked for' : 'late']),
  ];
  return `${localStamp(new Date(slot), zone)}: ${parts.join(', ')}${reason === null || state === 'done' ? '' : `. ${reason}`}`;
}
