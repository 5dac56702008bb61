import type { Asking, Request } from '../../../src/bot/request.ts';
import { ACTION_PREFIX, renderSlack } from '../render.ts';
import { giveBy } from '../../insist.ts';
import type { Client } from '../send.ts';
import { plain } from './form.ts';
import { byView } from './ways.ts';
import { asking, type SlackPlace, type SlackWiring } from './wiring.ts';

export const TRY = `${ACTION_PREFIX}try`;

/** The App Home tab, made anew each time somebody opens it. */
export function wireHome(wiring: SlackWiring): void {
  wiring.app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab !== 'home') return;
    const target: SlackPlace = { platform: 'slack', team: context.teamId ?? '', channel: event.user, thread: null };
    wiring.running.run(async (signal) => {
      const eventId = `slack:${target.team}:home:${event.user}:${event.event_ts}`;
      await publishHome(wiring, client, asking(wiring, client, target, event.user, signal), eventId, signal);
    });
  });
}

export async function publishHome(
  { handler, host }: SlackWiring,
  client: Client,
  own: Asking,
  eventId: string,
  signal: AbortSignal,
): Promise<void> {
  const user = own.user.replace(/^.*\//, '');
  const request: Request = { ...own, eventId, act: { type: 'home' } };
  const response = await handler(request, signal);
  if (response === null) return;
  const { blocks } = renderSlack(response.view).payload;
  const view = { type: 'home', blocks: [...blocks.slice(0, 1), TRY_FIELD, ...blocks.slice(1)] };
  await giveBy('slack', [byView(client, 'views.publish', { user_id: user, view }, signal)], host, signal);
}

const TRY_FIELD = {
  type: 'input',
  block_id: 'try',
  dispatch_action: true,
  label: plain('Try it: a link or a text, then Enter'),
  element: {
    type: 'plain_text_input',
    action_id: TRY,
    placeholder: plain('https://…'),
    max_length: 3000,
    dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
  },
};
