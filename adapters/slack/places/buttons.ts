import type { BlockAction, ButtonAction, PlainTextInputAction } from '@slack/bolt';
import { formFaults, formFor, formWords } from '../../../src/bot/forms.ts';
import type { Request } from '../../../src/bot/request.ts';
import { zonesLike } from '../../../src/schedule/zone.ts';
import type { Action } from '../../../src/view/view.ts';
import { viewMessage } from '../../../src/view/message-view.ts';
import { giveBy, insist } from '../../insist.ts';
import { READING, showing } from '../../patience.ts';
import { ACTION_PREFIX } from '../render.ts';
import type { Client } from '../send.ts';
import { answer, reachOf, showPrivately } from './answering.ts';
import { answerModal, filledIn, FORM, FormContext, formModal, option, ZONE } from './form.ts';
import { publishHome, TRY } from './home.ts';
import { openLine } from './respond.ts';
import { byDirect, byEphemeral, byOpening, byView } from './ways.ts';
import { asking, type SlackPlace, type SlackWiring } from './wiring.ts';

/** Slack takes 100 options from a menu that loads them. */
const ZONES = 100;

/** Buttons on messages of any age and on the home page, and the forms behind them. */
export function wireButtons(wiring: SlackWiring): void {
  const { app, running } = wiring;
  app.action<BlockAction<ButtonAction | PlainTextInputAction>>(new RegExp(`^${ACTION_PREFIX}`), async ({ ack, action, body, client }) => {
    await ack();
    running.run(async (signal) => {
      const name = action.action_id.slice(ACTION_PREFIX.length);
      const press: Press = { body, client, name: name as Action, ref: action.value ?? '' };
      if (action.action_id === TRY) await tryIt(wiring, press, signal);
      else if (action.type === 'button') await pressed(wiring, press, signal);
    });
  });
  app.options(ZONE, async ({ ack, payload }) => {
    await ack({ options: zonesLike(payload.value, ZONES).map((zone) => option(zone, zone)) });
  });
  wireForms(wiring);
}

interface Press {
  body: BlockAction;
  client: Client;
  name: Action;
  ref: string;
}

async function pressed(wiring: SlackWiring, { body, client, name, ref }: Press, signal: AbortSignal): Promise<void> {
  const { host } = wiring;
  const target = placeOf(body);
  const isHome = body.container['type'] === 'view';
  const own = asking(wiring, client, target, body.user.id, signal);
  const eventId = `slack:${target.team}:action:${body.trigger_id}:${name}`;
  const line = body.response_url === undefined ? null : openLine(body.response_url, host.now(), false);
  const reach = reachOf({ eventId }, { client, target, user: body.user.id, line });
  if (formFor(name, null) !== null) {
    const zone = name === 'new-digest' ? (await wiring.people(client, body.user.id, signal)).zone : null;
    const context: FormContext = { action: name, ref, target, isHome, responseUrl: body.response_url ?? null };
    const form = byOpening(client, body.trigger_id, formModal(context, zone), signal);
    const note = isHome ? [] : byEphemeral(reach, NO_FORM, signal);
    await giveBy<unknown>('slack', [form, ...note, ...byDirect(reach, NO_FORM, signal)], host, signal);
    return;
  }
  const request: Request = { ...own, eventId, act: { type: 'action', action: name, ref, text: null } };
  const isReplacing = (name === 'longer' || name === 'shorter') && body.container['is_ephemeral'] === true && !isHome;
  const { value: response } = await showing((draft) => wiring.handler(isReplacing ? { ...request, draft } : request, signal), {
    waiting: null,
    show: (view) => showPrivately(wiring, reach, view, true, signal),
  });
  if (response === null) return;
  if (isHome) {
    const modal = byOpening(client, body.trigger_id, answerModal('Brevier', response.view), signal);
    await giveBy<unknown>('slack', [modal, ...byDirect(reach, response.view, signal)], host, signal);
    await publishHome(wiring, client, own, `${eventId}:home`, signal);
    return;
  }
  const replaces = response.replaces === true && body.container['is_ephemeral'] === true;
  await answer(wiring, reach, response, signal, replaces);
}

const NO_FORM = viewMessage('Slack did not open the form. Please press the button once more.');

/** The try-it field of the home page: the brief comes in a modal, and can be asked about in the Messages tab. */
async function tryIt(wiring: SlackWiring, { body, client, ref: text }: Press, signal: AbortSignal): Promise<void> {
  const { host } = wiring;
  const place = placeOf(body);
  const own = asking(wiring, client, place, body.user.id, signal);
  const opening = insist(byOpening(client, body.trigger_id, READING_MODAL, signal), host, signal);
  const opened = await opening.catch((err: unknown) => {
    host.log.warn({ err }, 'slack: a modal could not be opened; the answer goes into direct messages');
    return null;
  });
  const eventId = `slack:${place.team}:try:${body.trigger_id}`;
  const request: Request = { ...own, eventId, act: { type: 'command', name: 'brief', text } };
  const response = await wiring.handler(request, signal);
  if (response === null) return;
  const id = opened?.value.id ?? null;
  const modal = id === null ? [] : [byView(client, 'views.update', { view_id: id, view: answerModal('Brief', response.view) }, signal)];
  const reach = reachOf(request, { client, target: place, user: body.user.id, line: null });
  await giveBy<unknown>('slack', [...modal, ...byDirect(reach, response.view, signal)], host, signal);
}

const READING_MODAL = answerModal('Brief', READING);

function wireForms(wiring: SlackWiring): void {
  const { app, handler, running, host } = wiring;
  app.view({ callback_id: FORM, type: 'view_submission' }, async ({ ack, view, body, client }) => {
    const parsed = FormContext.safeParse(JSON.parse(view.private_metadata));
    if (!parsed.success) {
      host.log.warn('slack: a form came back without its context');
      await ack();
      return;
    }
    const { ref, responseUrl, isHome } = parsed.data;
    const action = parsed.data.action as Action;
    const filled = filledIn(view.state.values);
    const faults = formFaults(action, filled);
    if (faults.size > 0) {
      await ack({ response_action: 'errors', errors: Object.fromEntries(faults) });
      return;
    }
    const staysOpen = responseUrl === null;
    await (staysOpen ? ack({ response_action: 'update', view: READING_MODAL as never }) : ack());
    const target: SlackPlace =
      filled['channel'] === undefined ? parsed.data.target : { ...parsed.data.target, channel: filled['channel'], thread: null };
    running.run(async (signal) => {
      const own = asking(wiring, client, target, body.user.id, signal);
      const eventId = `slack:${target.team}:form:${view.id}`;
      const request: Request = { ...own, eventId, act: { type: 'action', action, ref, text: formWords(action, filled) } };
      const response = await handler(request, signal);
      if (response === null) return;
      const line = responseUrl === null ? null : openLine(responseUrl, host.now(), false);
      const reach = reachOf(request, { client, target: parsed.data.target, user: body.user.id, line });
      if (staysOpen) {
        const modal = byView(client, 'views.update', { view_id: view.id, view: answerModal('Brevier', response.view) }, signal);
        await giveBy<unknown>('slack', [modal, ...byDirect(reach, response.view, signal)], host, signal);
      } else await answer(wiring, reach, response, signal);
      if (isHome)
        await publishHome(wiring, client, asking(wiring, client, parsed.data.target, body.user.id, signal), `${eventId}:home`, signal);
    });
  });
}

/** Where a button stood. The home page is in no channel: there it is the person's own conversation with the bot. */
function placeOf(body: Pick<BlockAction, 'message' | 'container' | 'team' | 'user' | 'channel'>): SlackPlace {
  const thread = (body.message as { thread_ts?: string } | undefined)?.thread_ts ?? (body.container['thread_ts'] as string | undefined);
  const channel = body.channel?.id ?? (body.container['channel_id'] as string | undefined) ?? body.user.id;
  return { platform: 'slack', team: body.team?.id ?? body.user.team_id ?? '', channel, thread: thread ?? null };
}
