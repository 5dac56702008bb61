import { rememberHere } from '../bot/context.ts';
import { toBrevierError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { Delivery, DeliveryState } from '../model/digest.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Subscription } from '../model/subscription.ts';
import type { Target } from '../model/target.ts';
import type { Claim, Outgoing, Sender } from '../ports.ts';
import type { View } from '../view/view.ts';
import { composeDigest, type ComposeContext } from './compose.ts';
import type { Crash } from './crash.ts';
import type { Pacer } from './pacer.ts';
import { pauseAndTell } from './tell.ts';

export interface DeliverContext extends ComposeContext {
  senders: ReadonlyMap<Target['platform'], Sender>;
  pacer: Pacer;
  crash: Crash;
  /** How long a worker may be silent before another takes over, and how long one waits before it tries again. Milliseconds. */
  timing: { leaseMs: number; retryMs: number };
}

/** So many attempts, counted by the fence, before a digest that cannot be settled is given up. */
const ATTEMPTS = 8;

/**
 * Takes a digest from wherever it stands to its end: composes it once, sends each message once. Does nothing when
 * somebody else works on it. What is not settled in the end is left for a later attempt.
 */
export async function deliverDigest(context: DeliverContext, id: string, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = context.bot;
  const waiting = await store.digest(id);
  const sender = waiting === null ? undefined : context.senders.get(waiting.target.platform);
  // Another process may have that chat connected: the digest waits for it, untouched.
  if (sender === undefined) return;
  const claim = await store.claimDigest(id, clock.now(), context.timing.leaseMs);
  if (claim === null) return;
  context.crash('claim');
  const { digest, fence } = claim;
  const own = log.child({ digest: id.slice(0, 12), fence, channel: digest.channel, slot: digest.slot });
  try {
    const subscription = digest.subscriptionId === null ? null : await store.subscription(digest.subscriptionId);
    if (digest.state === 'due' && !(await compose(context, claim, subscription, own, signal))) return;
    await sendAll(context, claim, { sender, subscription, log: own }, signal);
  } catch (thrown) {
    if (signal.aborted) {
      await store.releaseDigest(claim, clock.now()).catch(() => undefined);
      return;
    }
    const error = toBrevierError(thrown);
    own.error({ code: error.code, err: error.cause ?? error }, 'a digest could not be finished');
    await retryOrFail(context, claim, error.message, own).catch((err: unknown) => own.error({ err }, 'and its state could not be noted'));
  }
}

/** False when there is nothing to send, or the claim is lost. */
async function compose(
  context: DeliverContext,
  claim: Claim,
  subscription: Subscription | null,
  log: Logger,
  signal: AbortSignal,
): Promise<boolean> {
  const { store, clock } = context.bot;
  // Reading many pages takes longer than a lease; it is renewed while the work goes on.
  const stopRenewing = renew(context, claim, log);
  try {
    const { content, deliveries } = await composeDigest(context, claim.digest, subscription, signal);
    context.crash('render');
    if (!(await store.composeDigest(claim, content, deliveries, clock.now()))) {
      lost(log);
      return false;
    }
    log.info({ stories: content.stories.length, read: content.read, skipped: content.skipped.length }, 'digest: composed');
    if (deliveries.length > 0) return true;
    await store.closeDigest(claim, 'done', 'Nothing new, and the channel wants no message then.', clock.now());
    return false;
  } finally {
    stopRenewing();
  }
}

function renew({ bot: { store, clock }, timing: { leaseMs } }: DeliverContext, claim: Claim, log: Logger): () => void {
  const timer = setInterval(() => {
    const until = new Date(clock.now().getTime() + leaseMs);
    store.releaseDigest(claim, until).catch((err: unknown) => log.warn({ err }, 'digest: the lease could not be renewed'));
  }, leaseMs / 3);
  return () => clearInterval(timer);
}

interface Sending {
  sender: Sender;
  subscription: Subscription | null;
  log: Logger;
}

async function sendAll(context: DeliverContext, claim: Claim, sending: Sending, signal: AbortSignal): Promise<void> {
  const { store, clock } = context.bot;
  const { digest } = claim;
  const deliveries = await store.deliveries(digest.id);
  let parent: Receipt | null = null;
  for (const delivery of deliveries) {
    const outcome: Outcome =
      delivery.state === 'delivered' || delivery.state === 'failed'
        ? { state: delivery.state, receipt: delivery.receipt, reason: delivery.reason }
        : await settle(context, claim, delivery, parent, sending, signal);
    if (outcome.state === 'lost') return;
    if (outcome.state === 'failed') {
      await fail(context, claim, sending, outcome.reason ?? 'The platform refused the message.', signal);
      return;
    }
    if (outcome.state !== 'delivered') {
      await retryOrFail(context, claim, outcome.reason ?? 'It is not known whether the message arrived.', sending.log);
      return;
    }
    if (delivery.part === 0) parent = outcome.receipt;
  }
  await rememberStories(context, claim, parent);
  context.crash('before-ack');
  await store.closeDigest(claim, 'done', null, clock.now());
  context.bot.meter.digestDone((clock.now().getTime() - Date.parse(digest.slot)) / 1000);
  sending.log.info({ messages: deliveries.length }, 'digest: delivered');
}

interface Outcome {
  state: DeliveryState | 'lost';
  receipt: Receipt | null;
  reason: string | null;
}

/** One message to its end: looked for where it may have been sent before, else sent. */
async function settle(
  context: DeliverContext,
  claim: Claim,
  delivery: Delivery,
  parent: Receipt | null,
  { sender, log }: Sending,
  signal: AbortSignal,
): Promise<Outcome> {
  const { store, clock } = context.bot;
  const { key } = delivery;
  const outgoing: Outgoing = { key, target: claim.digest.target, view: delivery.view as View, parent };
  const note = async (outcome: Omit<Outcome, 'state'> & { state: DeliveryState }): Promise<Outcome> => {
    const held = await store.settleDelivery(claim, key, outcome, clock.now());
    context.bot.meter.delivery(sender.name, outcome.state);
    return held ? outcome : lost(log);
  };
  if (delivery.state !== 'pending') {
    const found = await lookedFor(sender, outgoing, signal);
    log.info({ key: key.slice(0, 12), found: found.type }, 'digest: looked for a message that may have been sent');
    if (found.type === 'found') return await note({ state: 'delivered', receipt: found.receipt, reason: null });
    if (found.type === 'unknown') return await note({ state: 'uncertain', receipt: null, reason: found.reason });
  }
  await context.pacer.turn(outgoing.target, sender.capabilities.pace, signal);
  if (!(await store.startSending(claim, key, clock.now(), context.timing.leaseMs))) return lost(log);
  context.crash('before-send');
  try {
    const receipt = await sender.send(outgoing, signal);
    context.crash('after-send');
    const outcome = await note({ state: 'delivered', receipt, reason: null });
    context.crash('after-commit');
    return outcome;
  } catch (thrown) {
    const { code, message } = toBrevierError(thrown);
    log.warn({ code, err: thrown, key: key.slice(0, 12) }, 'digest: a message was not confirmed');
    if (code === 'platform/refused') return await note({ state: 'failed', receipt: null, reason: message });
    if (code === 'platform/rate-limited') return await note({ state: 'pending', receipt: null, reason: message });
    return await note({ state: 'uncertain', receipt: null, reason: message });
  }
}

type Search = { type: 'found'; receipt: Receipt } | { type: 'absent' } | { type: 'unknown'; reason: string };

/** Did a message that may have been sent arrive? Where the platform cannot tell, it is not sent again. */
async function lookedFor(sender: Sender, outgoing: Outgoing, signal: AbortSignal): Promise<Search> {
  if (sender.find === undefined) {
    return { type: 'unknown', reason: 'The connection broke while the message was sent, and this platform cannot say whether it arrived.' };
  }
  try {
    const receipt = await sender.find(outgoing.key, outgoing, signal);
    return receipt === null ? { type: 'absent' } : { type: 'found', receipt };
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return { type: 'unknown', reason: `Whether the message arrived could not be looked up: ${toBrevierError(thrown).message}` };
  }
}

/** Questions in the digest's thread, and in its channel, find its articles. */
async function rememberStories({ bot }: DeliverContext, { digest }: Claim, parent: Receipt | null): Promise<void> {
  const content = (await bot.store.digest(digest.id))?.content;
  for (const { articleId } of (content?.stories ?? []).toReversed()) {
    for (const place of placesOf(digest.target, parent)) await rememberHere(bot, place, articleId);
  }
}

/** The channel, and the thread of the message: Slack's has its channel's id, Discord's one of its own. */
function placesOf(target: Target, parent: Receipt | null): Target[] {
  if (parent === null) return [target];
  if (target.platform === 'slack') return [{ ...target, thread: parent.messageId }];
  return target.platform === 'discord' ? [target, { ...target, channel: parent.messageId }] : [target];
}

async function retryOrFail(context: DeliverContext, claim: Claim, reason: string, log: Logger): Promise<void> {
  const { store, clock } = context.bot;
  if (claim.fence >= ATTEMPTS) {
    log.error({ reason }, 'digest: given up');
    await store.closeDigest(claim, 'failed', reason, clock.now());
    return;
  }
  const wait = context.timing.retryMs * 2 ** (claim.fence - 1);
  await store.releaseDigest(claim, new Date(clock.now().getTime() + wait));
}

/** The platform refused: it will refuse tomorrow, too, so the subscription rests until somebody has put it right. */
async function fail(
  context: DeliverContext,
  claim: Claim,
  { sender, subscription, log }: Sending,
  reason: string,
  signal: AbortSignal,
): Promise<void> {
  await context.bot.store.closeDigest(claim, 'failed', reason, context.bot.clock.now());
  log.warn({ reason }, 'digest: refused by the platform');
  if (subscription !== null) await pauseAndTell({ store: context.bot.store, sender, log }, subscription, reason, signal);
}

function lost(log: Logger): Outcome {
  log.warn('digest: another worker has taken over');
  return { state: 'lost', receipt: null, reason: null };
}
