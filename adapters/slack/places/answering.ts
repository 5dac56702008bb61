import type { Request, Response } from '../../../src/bot/request.ts';
import { toBrevierError } from '../../../src/errors.ts';
import { viewMessage } from '../../../src/view/message-view.ts';
import type { View } from '../../../src/view/view.ts';
import { READING, showing } from '../../patience.ts';
import { renderSlack } from '../render.ts';
import { respond } from './respond.ts';
import { addressed, call, illustrated, type Client } from '../send.ts';
import type { SlackPlace, SlackWiring } from './wiring.ts';

/** A person who asked, and the ways to reach them. */
export interface Reach {
  client: Client;
  target: SlackPlace;
  user: string | null;
  /** Works for 30 minutes and five messages, in channels the bot is not in, too; null where an event brought none. */
  responseUrl: string | null;
  /** Timestamp of the bot's message that shows the answer as far as it is written; its place is the answer's. */
  draft?: string;
}

/** Handles a request and answers it. What is certain before the answer is whole stands where the answer will. */
export async function handle(
  wiring: SlackWiring,
  reach: Reach,
  request: Request,
  signal: AbortSignal,
  /** What has to be there before the answer is. */
  before?: Promise<void>,
): Promise<void> {
  const { handler } = wiring;
  const { client, target, responseUrl } = reach;
  if (responseUrl !== null) {
    const { value: response, shown } = await showing((draft) => handler({ ...request, draft }, signal), {
      waiting: READING,
      show: (view, isFirst) => privately(reach, view, signal, !isFirst),
    });
    if (response !== null) await answer(wiring, reach, response, signal, shown > 0);
    return;
  }
  const place = { ...reach };
  const { value: response } = await showing(
    (draft) =>
      handler({ ...request, draft: (view, visibility) => (visibility === 'public' || isDirect(target) ? draft(view) : undefined) }, signal),
    { waiting: null, show: async (view) => (place.draft = await put(client, place, view, signal)) },
  );
  await before;
  if (response !== null) await answer(wiring, place, response, signal);
}

/**
 * Gives an answer to whoever asked. What everybody should see is posted by the bot, so that its thread works, and by
 * the response URL where the bot is not a member.
 */
export async function answer(
  { host }: SlackWiring,
  reach: Reach,
  response: Response,
  signal: AbortSignal,
  /** The private message that this one stands in for. */
  replaces = false,
): Promise<void> {
  const { client, target, user, responseUrl } = reach;
  const view = await illustrated(client, host, response.view, signal);
  if (response.visibility === 'direct' && user !== null) {
    await post(client, { target: { ...target, channel: user, thread: null } }, { ...response, view }, signal);
    await privately(reach, viewMessage('It is in your direct messages now, where it stays.'), signal, false);
    return;
  }
  if (response.visibility === 'private' && !isDirect(target)) {
    if (reach.draft !== undefined) await call(client, 'chat.delete', { channel: target.channel, ts: reach.draft }, signal);
    await privately(reach, view, signal, replaces);
    return;
  }
  try {
    await post(client, reach, { ...response, view }, signal);
    if (replaces && responseUrl !== null) await respond(responseUrl, { delete_original: true }, signal);
  } catch (thrown) {
    if (responseUrl === null || toBrevierError(thrown).code !== 'platform/refused') throw thrown;
    await respond(responseUrl, { ...payload(view), response_type: 'in_channel', replace_original: false, ...threaded(target) }, signal);
  }
}

/** To one person alone, where they are: their refusal concerns nobody else. */
export async function privately(
  { client, target, user, responseUrl }: Reach,
  view: View,
  signal: AbortSignal,
  replaces: boolean,
): Promise<void> {
  if (responseUrl !== null) {
    await respond(responseUrl, { ...payload(view), response_type: 'ephemeral', replace_original: replaces, ...threaded(target) }, signal);
  } else if (user !== null && !isDirect(target)) {
    await call(client, 'chat.postEphemeral', { ...addressed(payload(view), target), user }, signal);
  } else {
    await call(client, 'chat.postMessage', addressed(payload(view), target), signal);
  }
}

/** Somebody who could not be answered where they asked is told why in their direct messages. */
export async function explain({ client, user }: Reach, thrown: unknown, signal: AbortSignal): Promise<void> {
  const error = toBrevierError(thrown);
  if (error.code !== 'platform/refused' || user === null) throw thrown;
  await call(
    client,
    'chat.postMessage',
    { ...payload(viewMessage(`I could not answer where you asked. ${error.message}`)), channel: user },
    signal,
  );
}

async function post(
  client: Client,
  place: Pick<Reach, 'target' | 'draft'>,
  { view, posted }: Response,
  signal: AbortSignal,
): Promise<void> {
  const messageId = await put(client, place, view, signal);
  await posted?.({ target: place.target, messageId });
}

/** Posts a message, or changes the one that stands in its place. Gives its timestamp. */
async function put(client: Client, { target, draft }: Pick<Reach, 'target' | 'draft'>, view: View, signal: AbortSignal): Promise<string> {
  if (draft === undefined) return String((await call(client, 'chat.postMessage', addressed(payload(view), target), signal))['ts']);
  await call(client, 'chat.update', { ...payload(view), channel: target.channel, ts: draft }, signal);
  return draft;
}

/** A conversation of one person with the bot. */
function isDirect({ channel }: SlackPlace): boolean {
  return channel.startsWith('D');
}

function payload(view: View) {
  return renderSlack(view).payload;
}

function threaded({ thread }: SlackPlace): { thread_ts?: string } {
  return thread === null ? {} : { thread_ts: thread };
}
