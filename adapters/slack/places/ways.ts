import type { BrevierError } from '../../../src/errors.ts';
import type { Receipt } from '../../../src/model/receipt.ts';
import { viewMessage } from '../../../src/view/message-view.ts';
import type { View } from '../../../src/view/view.ts';
import type { ChatHost } from '../../contract.ts';
import type { Way } from '../../insist.ts';
import { renderSlack } from '../render.ts';
import { addressed, callOnce, findDelivery, marked, slackError, type Client } from '../send.ts';
import { respond, type ResponseLine } from './respond.ts';
import type { SlackPlace } from './wiring.ts';

/** A person who asked, and the ways to reach them. */
export interface Reach {
  client: Client;
  target: SlackPlace;
  user: string | null;
  /** Works for 30 minutes and five messages, in channels the bot is not in, too; null where an event brought none. */
  line: ResponseLine | null;
  /** The answer's own, under which it is looked for when it is not known whether it was posted. */
  key: string;
  /** Timestamp of the message that is answered; null where there is none. */
  since: string | null;
  /** Timestamp of the bot's message that shows the answer as far as it is written; its place is the answer's. */
  draft: string | null;
  /** May there be such a message, of which Slack did not say so? */
  mayHaveDraft: boolean;
}

/** Where the answer stands; `seen` where nothing can be said to it. */
export type Given = Receipt | 'seen';

/** A private message by the response URL. */
export function byLine(
  { line, target }: Reach,
  { retrying, now }: Pick<ChatHost, 'retrying' | 'now'>,
  view: View,
  as: { response_type: 'ephemeral' | 'in_channel'; replaces: boolean },
  signal: AbortSignal,
): Way<Given>[] {
  if (line === null) return [];
  return [
    {
      name: 'response_url',
      openMs: line.closesAt - now().getTime(),
      async once() {
        const isReplacing = as.replaces || (line.isOwn && line.isUsed);
        const { replaces: _replaces, ...type } = as;
        await respond(line, { ...payload(view), ...type, replace_original: isReplacing, ...threaded(target) }, retrying.callMs, signal);
        return 'seen';
      },
    },
  ];
}

/** To one person alone where they are; not where they are alone with the bot. */
export function byEphemeral({ client, target, user }: Reach, view: View, signal: AbortSignal): Way<Given>[] {
  if (user === null || isDirect(target)) return [];
  const once = async (): Promise<Given> => {
    await callOnce(client, 'chat.postEphemeral', { ...addressed(payload(view), target), user }, signal);
    return 'seen';
  };
  return [{ name: 'chat.postEphemeral', once }];
}

/** By a message of the bot's where the question stands; first in place of the draft, where there is one. */
export function byMessage(reach: Reach, view: View, signal: AbortSignal): Way<Receipt>[] {
  const { client, target, key, since, draft } = reach;
  const find = () => findDelivery(client, key, { target, parent: null }, signal, { since, ask: callOnce });
  const update = async (messageId: string) => {
    await callOnce(client, 'chat.update', { ...payload(view), channel: target.channel, ts: messageId }, signal);
    return { target, messageId };
  };
  const post = async () => {
    // A draft of which nothing was heard is the place of the answer, too.
    const stray = reach.mayHaveDraft ? await find().catch(() => null) : null;
    if (stray !== null) return await update(stray.messageId);
    const posted = await callOnce(client, 'chat.postMessage', { ...addressed(payload(view), target), ...marked(key) }, signal);
    return { target, messageId: String(posted['ts']) };
  };
  const posting = { once: post, ...(reach.mayHaveDraft ? {} : { find }) };
  if (draft === null) return [{ name: 'chat.postMessage', ...posting }];
  return [
    { name: 'chat.update', once: () => update(draft) },
    { name: 'chat.postMessage anew', ...posting },
  ];
}

/** In direct messages, with a word on why it is not where it was asked for. */
export function byDirect({ client, target, user, key }: Omit<Reach, 'line' | 'draft'>, view: View, signal: AbortSignal): Way<Receipt>[] {
  if (user === null) return [];
  const once = async ({ why }: { why: BrevierError | null }) => {
    const words = payload(why === null ? view : explained(view, why));
    const posted = await callOnce(client, 'chat.postMessage', { ...words, channel: user, ...marked(key) }, signal);
    return { target: { ...target, channel: user, thread: null }, messageId: String(posted['ts']) };
  };
  return [{ name: 'direct message', once }];
}

/** A form, for as long as the press of the button can open one: https://docs.slack.dev/interactivity/handling-user-interaction/#trigger_id */
export function byOpening(client: Client, trigger: string, view: unknown, signal: AbortSignal): Way<{ id: string | null }> {
  return {
    name: 'views.open',
    openMs: TRIGGER_MS,
    async once({ isAgain }) {
      try {
        const opened = await callOnce(client, 'views.open', { trigger_id: trigger, view }, signal);
        return { id: (opened['view'] as { id?: string } | undefined)?.id ?? null };
      } catch (thrown) {
        // The attempt that was not confirmed had opened it.
        if (isAgain && slackError(thrown) === 'exchanged_trigger_id') return { id: null };
        throw thrown;
      }
    },
  };
}

const TRIGGER_MS = 2500;

/** Changing a form or a home page shows the same however often it is done. */
export function byView(
  client: Client,
  method: 'views.update' | 'views.publish',
  options: Record<string, unknown>,
  signal: AbortSignal,
): Way<Given> {
  return {
    name: method,
    async once() {
      await callOnce(client, method, options, signal);
      return 'seen';
    },
  };
}

/** A conversation of one person with the bot. */
export function isDirect({ channel }: SlackPlace): boolean {
  return channel.startsWith('D');
}

function explained(view: View, why: BrevierError): View {
  const { blocks } = viewMessage(`I could not answer where you asked. ${why.message}`);
  return { ...view, blocks: [...blocks, ...view.blocks] };
}

function payload(view: View) {
  return renderSlack(view).payload;
}

function threaded({ thread }: SlackPlace): { thread_ts?: string } {
  return thread === null ? {} : { thread_ts: thread };
}
