import type { App, RespondFn, BlockAction, ButtonAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import { FORMS, type Handler, type Request, type Response } from '../../src/bot/request.ts';
import type { Logger } from '../../src/log.ts';
import { toBrevierError } from '../../src/errors.ts';
import type { Target } from '../../src/model/target.ts';
import type { Action } from '../../src/view/view.ts';
import type { Running } from '../running.ts';
import { ACTION_PREFIX, renderSlack } from './render.ts';
import { addressed, call } from './send.ts';

export interface SlackWiring {
  app: App;
  handler: Handler;
  running: Running;
  log: Logger;
}

const COMMANDS = ['/brief', '/ask', '/digest'];

/** Where a reply by `response_url` goes. It works for 30 minutes and five messages, in channels the bot is not in, too. */
type Respond = (message: Record<string, unknown>) => Promise<unknown>;

/** Connects Slack's events to the bot. Everything is acknowledged before any work. */
export function wireSlack(wiring: SlackWiring): void {
  wireCommands(wiring);
  wireMessages(wiring);
  wireButtons(wiring);
}

function wireCommands({ app, handler, running }: SlackWiring): void {
  for (const name of COMMANDS) {
    app.command(name, async ({ ack, command, respond }) => {
      await ack();
      const target = { platform: 'slack', team: command.team_id, channel: command.channel_id, thread: null } as const;
      const request: Request = {
        eventId: `slack:${command.team_id}:command:${command.trigger_id}`,
        target,
        user: `slack:${command.team_id}/${command.user_id}`,
        act: { type: 'command', name: name.slice(1), text: unwrapLinks(command.text) },
      };
      running.run(async (signal) => {
        const response = await handler(request, signal);
        if (response !== null) await answerPrivately(respond, response);
      });
    });
  }
}

function wireMessages({ app, handler, running }: SlackWiring): void {
  app.event('app_mention', async ({ event, context, client }) => {
    if (event.bot_id !== undefined) return;
    const target: Target = { platform: 'slack', team: context.teamId ?? '', channel: event.channel, thread: event.thread_ts ?? event.ts };
    const request: Request = {
      eventId: messageId(target.team, event.channel, event.ts),
      target,
      user: `slack:${target.team}/${event.user ?? 'unknown'}`,
      act: { type: 'mention', text: unwrapLinks(withoutMention(event.text, context.botUserId)) },
    };
    running.run(async (signal) => postReply(client, await handler(request, signal), target, event.user, signal));
  });
  app.message(async ({ message, context, client }) => {
    if (message.subtype !== undefined || message.bot_id !== undefined || message.text === undefined) return;
    // A mention arrives a second time as a message: app_mention has it.
    if (context.botUserId !== undefined && message.text.includes(`<@${context.botUserId}>`) && message.channel_type !== 'im') return;
    const direct = message.channel_type === 'im';
    if (!direct && message.thread_ts === undefined) return;
    const target: Target = {
      platform: 'slack',
      team: context.teamId ?? '',
      channel: message.channel,
      thread: message.thread_ts ?? (direct ? null : message.ts),
    };
    const text = unwrapLinks(withoutMention(message.text, context.botUserId));
    const request: Request = {
      eventId: messageId(target.team, message.channel, message.ts),
      target,
      user: `slack:${target.team}/${message.user}`,
      act: direct ? { type: 'mention', text } : { type: 'reply', text },
    };
    running.run(async (signal) => postReply(client, await handler(request, signal), target, message.user, signal));
  });
}

function wireButtons({ app, handler, running, log }: SlackWiring): void {
  app.action<BlockAction<ButtonAction>>(new RegExp(`^${ACTION_PREFIX}`), async ({ ack, action, body, client, respond }) => {
    await ack();
    const name = action.action_id.slice(ACTION_PREFIX.length) as Action;
    const target = targetOf(body);
    const user = `slack:${target.team}/${body.user.id}`;
    const ref = action.value ?? '';
    running.run(async (signal) => {
      if (FORMS[name] !== undefined) {
        await openForm(client, body, name, ref, target, signal);
        return;
      }
      const eventId = `slack:${target.team}:action:${body.trigger_id}:${name}`;
      const response = await handler({ eventId, target, user, act: { type: 'action', action: name, ref, text: null } }, signal);
      if (response !== null) await answerButton(client, respond, response, target, signal);
    });
  });
  app.view({ callback_id: `${ACTION_PREFIX}form`, type: 'view_submission' }, async ({ ack, view, body, client }) => {
    await ack();
    const context = FormContext.safeParse(JSON.parse(view.private_metadata));
    if (!context.success) {
      log.warn('a form came back without its context');
      return;
    }
    const { action, ref, target, responseUrl } = context.data;
    const text = view.state.values['words']?.['words']?.value ?? '';
    running.run(async (signal) => {
      const request: Request = {
        eventId: `slack:${target.team}:form:${view.id}`,
        target,
        user: `slack:${target.team}/${body.user.id}`,
        act: { type: 'action', action: action as Action, ref, text },
      };
      const response = await handler(request, signal);
      const respond: Respond = async (message) => postTo(responseUrl, message, signal);
      if (response !== null) await answerButton(client, respond, response, target, signal);
    });
  });
}

const FormContext = z.object({
  action: z.string(),
  ref: z.string(),
  responseUrl: z.url(),
  target: z.object({ platform: z.literal('slack'), team: z.string(), channel: z.string(), thread: z.string().nullable() }),
});

async function openForm(
  client: webApi.WebClient,
  body: BlockAction,
  action: Action,
  ref: string,
  target: Target,
  signal: AbortSignal,
): Promise<void> {
  const form = FORMS[action];
  if (form === undefined) return;
  const plain = (text: string) => ({ type: 'plain_text', text });
  const input = {
    type: 'plain_text_input',
    action_id: 'words',
    max_length: 500,
    placeholder: plain(form.placeholder),
    focus_on_load: true,
  };
  await call(
    client,
    'views.open',
    {
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: `${ACTION_PREFIX}form`,
        private_metadata: JSON.stringify({ action, ref, target, responseUrl: body.response_url }),
        title: plain(form.title.slice(0, 24)),
        submit: plain(form.submit),
        close: plain('Cancel'),
        blocks: [{ type: 'input', block_id: 'words', label: plain(form.label), element: input }],
      },
    },
    signal,
  );
}

async function answerPrivately(respond: RespondFn, response: Response): Promise<void> {
  await respond({ ...asResponse(response), response_type: response.visibility === 'private' ? 'ephemeral' : 'in_channel' });
}

/** A public answer is posted by the bot, so that its thread works; where the bot is not a member, by the response URL. */
async function answerButton(
  client: webApi.WebClient,
  respond: Respond,
  response: Response,
  target: SlackPlace,
  signal: AbortSignal,
): Promise<void> {
  const message = { ...asResponse(response), replace_original: false };
  if (response.visibility === 'private') {
    await respond({ ...message, response_type: 'ephemeral', ...(target.thread === null ? {} : { thread_ts: target.thread }) });
    return;
  }
  try {
    await call(client, 'chat.postMessage', addressed(renderSlack(response.view).payload, target), signal);
  } catch (thrown) {
    if (toBrevierError(thrown).code !== 'platform/refused') throw thrown;
    await respond({ ...message, response_type: 'in_channel' });
  }
}

async function postReply(
  client: webApi.WebClient,
  response: Response | null,
  target: SlackPlace,
  user: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (response === null) return;
  const message = addressed(renderSlack(response.view).payload, target);
  // A refusal concerns the asker alone; the channel need not read it.
  if (response.visibility === 'private' && user !== undefined && !target.channel.startsWith('D')) {
    await call(client, 'chat.postEphemeral', { ...message, user }, signal);
    return;
  }
  await call(client, 'chat.postMessage', message, signal);
}

async function postTo(url: string, message: Record<string, unknown>, signal: AbortSignal): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`response_url answered ${answer.status}`);
}

type SlackPlace = Extract<Target, { platform: 'slack' }>;

function targetOf(body: BlockAction): SlackPlace {
  const thread = (body.message as { thread_ts?: string } | undefined)?.thread_ts ?? (body.container['thread_ts'] as string | undefined);
  return {
    platform: 'slack',
    team: body.team?.id ?? body.user.team_id ?? '',
    channel: body.channel?.id ?? String(body.container['channel_id']),
    thread: thread ?? null,
  };
}

function asResponse({ view }: Response) {
  const { text, blocks } = renderSlack(view).payload;
  // Bolt's own block types are closed over what the SDK knew when it was built.
  return { text, blocks: blocks as never[], unfurl_links: false, unfurl_media: false };
}

function messageId(team: string, channel: string, ts: string): string {
  return `slack:${team}:${channel}:${ts}`;
}

/** `<https://x|label>` and `<https://x>` as the bare address. https://docs.slack.dev/messaging/formatting-message-text/ */
function unwrapLinks(text: string): string {
  return text
    .replace(/<(https?:\/\/[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function withoutMention(text: string, botUserId: string | undefined): string {
  return botUserId === undefined ? text : text.replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ').trim();
}
