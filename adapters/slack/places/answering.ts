import type { Request, Response } from '../../../src/bot/request.ts';
import { toBrevierError } from '../../../src/errors.ts';
import { sha256 } from '../../../src/hash.ts';
import { viewMessage } from '../../../src/view/message-view.ts';
import type { View } from '../../../src/view/view.ts';
import { giveBy, tryBy, type Way } from '../../insist.ts';
import { READING, showing } from '../../patience.ts';
import { renderSlack } from '../render.ts';
import { callOnce, illustrated, slackError } from '../send.ts';
import { respond } from './respond.ts';
import { byDirect, byEphemeral, byLine, byMessage, isDirect, type Given, type Reach } from './ways.ts';
import type { SlackWiring } from './wiring.ts';

/** What an unfinished answer leaves to the answer, of the five messages that a response URL takes. */
const SPARE = 2;

export function reachOf(
  request: Pick<Request, 'eventId'>,
  ways: Pick<Reach, 'client' | 'target' | 'user' | 'line'> & { since?: string | null },
): Reach {
  return { since: null, draft: null, mayHaveDraft: false, ...ways, key: sha256(request.eventId) };
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
  const { target, line } = reach;
  if (line !== null) {
    const { value: response, shown } = await showing((draft) => handler({ ...request, draft }, signal), {
      waiting: READING,
      show: (view, isFirst) => showPrivately(wiring, reach, view, !isFirst, signal),
    });
    if (response !== null) await answer(wiring, reach, response, signal, shown > 0);
    return;
  }
  const place = { ...reach };
  const { value: response } = await showing(
    (draft) =>
      handler({ ...request, draft: (view, visibility) => (visibility === 'public' || isDirect(target) ? draft(view) : undefined) }, signal),
    { waiting: null, show: (view) => showOpenly(place, view, signal) },
  );
  await before;
  if (response !== null) await answer(wiring, place, response, signal);
}

/** An unfinished answer, tried once: the next one follows soon. */
export async function showPrivately(
  { host }: SlackWiring,
  reach: Reach,
  view: View,
  replaces: boolean,
  signal: AbortSignal,
): Promise<void> {
  if (reach.line !== null && reach.line.left <= SPARE) throw new Error('the rest is for the answer');
  const [way] = [...byLine(reach, host, view, { response_type: 'ephemeral', replaces }, signal), ...byEphemeral(reach, view, signal)];
  await way?.once(FIRST);
}

const FIRST = { isAgain: false, why: null };

async function showOpenly(place: Reach, view: View, signal: AbortSignal): Promise<void> {
  try {
    place.draft = (await byMessage(place, view, signal)[0]?.once(FIRST))?.messageId ?? null;
  } catch (thrown) {
    place.mayHaveDraft ||= toBrevierError(thrown).code === 'platform/uncertain';
    throw thrown;
  }
}

/**
 * Gives an answer to whoever asked. What everybody should see is posted by the bot, so that its thread works, and by
 * the response URL where the bot is not a member. What cannot be given there goes into the person's direct messages.
 */
export async function answer(
  { host }: SlackWiring,
  reach: Reach,
  response: Response,
  signal: AbortSignal,
  /** The private message that this one stands in for. */
  replaces = false,
): Promise<void> {
  const { client, target, line } = reach;
  const view = await illustrated(client, host, response.view, signal);
  const direct = byDirect(reach, view, signal);
  if (response.visibility === 'direct' && direct.length > 0) {
    const given = await giveBy<Given>('slack', [...direct, ...privateWays(reach, host, view, replaces, signal)], host, signal);
    if (given === null || given === 'seen') return;
    await response.posted?.(given);
    const [note] = privateWays(reach, host, viewMessage('It is in your direct messages now, where it stays.'), false, signal);
    if (note !== undefined) await tryBy('slack', note, host, signal);
    return;
  }
  if (response.visibility === 'private' && !isDirect(target)) {
    await withdraw(reach, host, signal);
    await giveBy('slack', [...privateWays(reach, host, view, replaces, signal), ...direct], host, signal);
    return;
  }
  const openly = byLine(reach, host, view, { response_type: 'in_channel', replaces: false }, signal);
  const ways = [...byMessage(reach, view, signal), ...openly, ...direct, ...byEphemeral(reach, view, signal)];
  const given = await giveBy<Given>('slack', ways, host, signal);
  if (given !== null && (given === 'seen' || given.messageId !== reach.draft)) await withdraw(reach, host, signal);
  if (given === null || given === 'seen') return;
  await response.posted?.(given);
  if (line !== null && (replaces || (line.isOwn && line.isUsed))) {
    const once = () => respond(line, { delete_original: true }, host.retrying.callMs, signal);
    await tryBy('slack', { name: 'response_url', once }, host, signal);
  }
}

/** By the response URL, else beside the question for this person alone. */
function privateWays(reach: Reach, host: SlackWiring['host'], view: View, replaces: boolean, signal: AbortSignal): Way<Given>[] {
  return [...byLine(reach, host, view, { response_type: 'ephemeral', replaces }, signal), ...byEphemeral(reach, view, signal)];
}

/** The answer stands elsewhere, so what was shown of it goes; where it cannot be taken away it says so. */
async function withdraw(reach: Reach, host: SlackWiring['host'], signal: AbortSignal): Promise<void> {
  const { client, target, draft } = reach;
  if (draft === null || (await tryBy('slack', removing(reach, draft, signal), host, signal))) return;
  const { payload } = renderSlack(viewMessage('The answer is not here: it went to whoever asked.'));
  const once = () => callOnce(client, 'chat.update', { ...payload, channel: target.channel, ts: draft }, signal);
  await tryBy('slack', { name: 'chat.update', once }, host, signal);
}

function removing({ client, target }: Reach, draft: string, signal: AbortSignal): Way<null> {
  return {
    name: 'chat.delete',
    async once() {
      try {
        await callOnce(client, 'chat.delete', { channel: target.channel, ts: draft }, signal);
      } catch (thrown) {
        if (slackError(thrown) !== 'message_not_found') throw thrown;
      }
      return null;
    },
  };
}
