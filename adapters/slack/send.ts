import type { webApi } from '@slack/bolt';
import { BrevierError } from '../../src/errors.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import type { Target } from '../../src/model/target.ts';
import type { Outgoing } from '../contract.ts';
import type { View } from '../../src/view/view.ts';
import type { ChatHost } from '../contract.ts';
import { withImages } from '../images.ts';
import { pause } from '../pause.ts';
import { LIMITS, type SlackMessage } from './limits.ts';
import { renderSlack, SLACK_FILE } from './render.ts';

/** What is needed of a Web API client. Its token is that of the workspace. */
export type Client = Pick<webApi.WebClient, 'apiCall'>;
type SlackTarget = Extract<Target, { platform: 'slack' }>;

const EVENT_TYPE = 'brevier_delivery';
/** Rate limits in a row before giving up; each waits as long as Slack says, if that is not absurd. */
const PATIENCE = 5;
const LONGEST_WAIT_MS = 120_000;

/** Posts once. The key travels as message metadata, so that `findDelivery` can tell whether it arrived. */
export async function deliver(client: Client, { key, target, view, parent }: Outgoing, signal: AbortSignal): Promise<Receipt> {
  const place = placeOf(target, parent);
  const { payload } = renderSlack(view);
  const posted = await call(client, 'chat.postMessage', { ...addressed(payload, place), ...marked(key) }, signal);
  return { target, messageId: String(posted['ts']) };
}

/** The key as metadata, which people do not see. */
export function marked(key: string): { metadata: Record<string, unknown> } {
  return { metadata: { event_type: EVENT_TYPE, event_payload: { key } } };
}

/** The message under this key among the channel's (or thread's) recent ones; null when it is not there. */
export async function findDelivery(
  client: Client,
  key: string,
  { target, parent }: Pick<Outgoing, 'target' | 'parent'>,
  signal: AbortSignal,
  /** A timestamp that it comes after, and how it is asked for: who answers a person cannot wait out a rate limit over it. */
  { since = null, ask = call }: { since?: string | null; ask?: typeof call } = {},
): Promise<Receipt | null> {
  const place = placeOf(target, parent);
  const method = place.thread === null ? 'conversations.history' : 'conversations.replies';
  const found = await ask(
    client,
    method,
    {
      channel: place.channel,
      ...(place.thread === null ? {} : { ts: place.thread }),
      ...(since === null ? {} : { oldest: since }),
      include_all_metadata: true,
      limit: 100,
    },
    signal,
  );
  const messages = (found['messages'] ?? []) as { ts: string; metadata?: { event_payload?: { key?: string } } }[];
  const match = messages.find(({ metadata }) => metadata?.event_payload?.key === key);
  return match === undefined ? null : { target, messageId: match.ts };
}

const UPLOAD_MS = 10_000;

/** A view with its card images uploaded, https://docs.slack.dev/messaging/working-with-files/#uploading_files */
export async function illustrated(
  client: Client,
  { card, log }: Pick<ChatHost, 'card' | 'log'>,
  view: View,
  signal: AbortSignal,
): Promise<View> {
  return await withImages(view, async (articleId, alt) => {
    try {
      const image = await card(articleId);
      if (image === null) return null;
      const options = { filename: 'key-figures.png', length: image.byteLength, alt_txt: alt.slice(0, LIMITS.altText.max) };
      const { upload_url: url, file_id: id } = await call(client, 'files.getUploadURLExternal', options, signal);
      const uploaded = await fetch(String(url), {
        method: 'POST',
        body: new Blob([new Uint8Array(image)]),
        signal: AbortSignal.any([signal, AbortSignal.timeout(UPLOAD_MS)]),
      });
      await uploaded.body?.cancel();
      if (!uploaded.ok) throw new Error(`the upload answered ${uploaded.status}`);
      await call(client, 'files.completeUploadExternal', { files: [{ id, title: 'Key figures' }] }, signal);
      return SLACK_FILE + String(id);
    } catch (err) {
      signal.throwIfAborted();
      log.warn({ err }, 'slack: an image could not be uploaded; its facts go as text');
      return null;
    }
  });
}

export function addressed(message: SlackMessage, { channel, thread }: { channel: string; thread: string | null }): Record<string, unknown> {
  return { ...message, channel, ...(thread === null ? {} : { thread_ts: thread }) };
}

/**
 * One Web API call that waits out rate limits.
 * @throws BrevierError `platform/rate-limited` when Slack asks for too long a wait, and what `callOnce` throws.
 */
export async function call(
  client: Client,
  method: string,
  options: Record<string, unknown>,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await callOnce(client, method, options, signal);
    } catch (thrown) {
      if (!(thrown instanceof BrevierError) || thrown.code !== 'platform/rate-limited') throw thrown;
      const { waitMs } = thrown;
      if (attempt === PATIENCE || (waitMs ?? 0) > LONGEST_WAIT_MS) throw thrown;
      await pause(waitMs ?? 1000, signal);
    }
  }
}

/**
 * One Web API call.
 * @throws BrevierError `platform/refused`, `platform/rate-limited` (not taken), `platform/uncertain` (perhaps taken); the
 * abort reason when the signal aborts.
 */
export async function callOnce(
  client: Client,
  method: string,
  options: Record<string, unknown>,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  signal.throwIfAborted();
  try {
    const result: Record<string, unknown> = { ...(await abortable(client.apiCall(method, options), signal)) };
    if (method === 'chat.postMessage' && typeof result['ts'] !== 'string') throw new Error('Slack gave no timestamp');
    return result;
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    const { code, retryAfter } = thrown as { code?: string; retryAfter?: number };
    if (code === 'slack_webapi_rate_limited_error') {
      throw new BrevierError('platform/rate-limited', 'Slack asks for a pause. Try again in a few minutes.', {
        cause: thrown,
        waitMs: Math.max(0, retryAfter ?? 1) * 1000,
      });
    }
    const error = slackError(thrown);
    if (error !== null && !PASSING.has(error)) throw new BrevierError('platform/refused', refusal(error), { cause: thrown });
    throw new BrevierError('platform/uncertain', 'Slack did not confirm the message; it may have been posted.', { cause: thrown });
  }
}

/** Errors that pass, https://docs.slack.dev/reference/methods/chat.postMessage/#errors: some of the work may have been done. */
const PASSING = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited', 'rate_limited']);

/** The name of the error that Slack gave; null where the answer was none of Slack's, such as a page of a proxy. */
export function slackError(thrown: unknown): string | null {
  const { code, data, cause } = thrown as { code?: string; data?: { error?: unknown }; cause?: unknown };
  if (thrown instanceof BrevierError) return cause === undefined ? null : slackError(cause);
  const error = code === 'slack_webapi_platform_error' ? data?.error : null;
  return typeof error === 'string' && /^[a-z][a-z0-9_.]*$/u.test(error) ? error : null;
}

/** What a Slack error means for the person who can do something about it. */
function refusal(error: string): string {
  const sentences: Record<string, string> = {
    not_in_channel: 'I am not in that channel. Invite me there with /invite @Brevier, then try again.',
    channel_not_found: 'I cannot see that channel. If it is private, invite me with /invite @Brevier.',
    is_archived: 'That channel is archived, so nothing can be posted there.',
    token_revoked: 'Slack has revoked Brevier’s token. An admin has to install the app again.',
    account_inactive: 'Brevier’s Slack account is switched off. An admin has to install the app again.',
    invalid_auth: 'Slack does not accept Brevier’s token. The operator has to check SLACK_BOT_TOKEN.',
    missing_scope: 'Brevier lacks a Slack permission for this. An admin has to install the app again with the current manifest.',
    msg_too_long: 'Slack refused the message as too long.',
    restricted_action: 'This workspace does not let Brevier post there.',
  };
  return sentences[error] ?? `Slack refused the message (${error}).`;
}

/** A reply stands in the thread of its parent. */
function placeOf(target: Target, parent: Receipt | null): SlackTarget {
  const place = slackTarget(target);
  return parent === null ? place : { ...place, thread: place.thread ?? parent.messageId };
}

/** A message to a person's id goes into their direct messages, https://docs.slack.dev/reference/methods/chat.postMessage/#channels */
export function directTarget(user: string): Target | null {
  const [, team, id] = /^slack:([^/]+)\/(\w+)$/.exec(user) ?? [];
  return team === undefined || id === undefined ? null : { platform: 'slack', team, channel: id, thread: null };
}

function slackTarget(target: Target): SlackTarget {
  if (target.platform !== 'slack') throw new BrevierError('internal/bug', 'A message for another platform reached Slack.');
  return target;
}

/** The SDK takes no signal, so the call itself goes on; nobody waits for it any more. */
async function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
