import { z } from 'zod';
import { formFor, type Field, type Filled, type Form } from '../../../src/bot/forms.ts';
import type { Action, View } from '../../../src/view/view.ts';
import type { SlackBlock } from '../limits.ts';
import { ACTION_PREFIX, renderSlack } from '../render.ts';
import type { SlackPlace } from './wiring.ts';

/** Slack's limits on modals: https://docs.slack.dev/reference/views/modal-views/ and the input elements. */
const TITLE_MAX = 24;
const PLACEHOLDER_MAX = 150;
export const FORM = `${ACTION_PREFIX}form`;
export const ZONE = `${ACTION_PREFIX}zone`;

/** What a form has to know when it comes back. */
export const FormContext = z.object({
  action: z.string(),
  ref: z.string(),
  /** Where the answer goes: into the modal itself when there was no message to answer at. */
  responseUrl: z.url().nullable(),
  isHome: z.boolean(),
  target: z.object({ platform: z.literal('slack'), team: z.string(), channel: z.string(), thread: z.string().nullable() }),
});
export type FormContext = Omit<z.infer<typeof FormContext>, 'action' | 'target'> & { action: Action; target: SlackPlace };

/** The modal that asks what an action needs; null for an action that needs nothing. */
export function formModal(context: FormContext, zone: string | null): Record<string, unknown> | null {
  const form = formFor(context.action, zone);
  return form === null ? null : modal(form, context);
}

function modal({ title, submit, fields }: Form, context: FormContext): Record<string, unknown> {
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: JSON.stringify(context),
    title: plain(title.slice(0, TITLE_MAX)),
    submit: plain(submit),
    close: plain('Cancel'),
    blocks: fields.map((field, index) => input(field, index === 0, context)),
  };
}

function input(field: Field, isFirst: boolean, context: FormContext): Record<string, unknown> {
  return {
    type: 'input',
    block_id: field.name,
    label: plain(field.label),
    optional: field.isOptional,
    element: element(field, isFirst, context),
  };
}

function element({ name, kind, placeholder, initial, choices, maxLength }: Field, isFirst: boolean, { target, isHome }: FormContext) {
  const hint = placeholder === '' ? {} : { placeholder: plain(placeholder.slice(0, PLACEHOLDER_MAX)) };
  switch (kind) {
    case 'line':
    case 'text': {
      const start = initial === null ? {} : { initial_value: initial };
      const shape = { multiline: kind === 'text', max_length: maxLength, focus_on_load: isFirst };
      return { type: 'plain_text_input', action_id: name, ...shape, ...start, ...hint };
    }
    case 'choice': {
      const options = choices.map(({ value, label }) => option(label, value));
      const chosen = options.find(({ value }) => value === initial);
      return { type: 'static_select', action_id: name, options, ...(chosen === undefined ? {} : { initial_option: chosen }) };
    }
    case 'zone':
      return {
        type: 'external_select',
        action_id: ZONE,
        min_query_length: 2,
        ...hint,
        ...(initial === null ? {} : { initial_option: option(initial, initial) }),
      };
    case 'channel': {
      const here = isHome || target.channel.startsWith('D') ? {} : { initial_conversation: target.channel };
      const filter = { include: ['public', 'private', 'im'], exclude_bot_users: true };
      return { type: 'conversations_select', action_id: name, default_to_current_conversation: !isHome, filter, ...here };
    }
    default:
      return kind satisfies never;
  }
}

/** What was filled in, by field, from the state of a submitted view. */
export function filledIn(values: Readonly<Record<string, Readonly<Record<string, State>>>>): Filled {
  return Object.fromEntries(
    Object.entries(values).map(([field, elements]) => {
      const [state] = Object.values(elements);
      return [field, state?.value ?? state?.selected_option?.value ?? state?.selected_conversation ?? undefined];
    }),
  );
}

interface State {
  value?: string | null | undefined;
  selected_option?: { value?: string } | null | undefined;
  selected_conversation?: string | null | undefined;
}

/** An answer as a modal of its own. Its buttons stay out: nothing in a modal can answer in a channel. */
export function answerModal(title: string, view: View): Record<string, unknown> {
  const blocks: SlackBlock[] = renderSlack({ ...view, blocks: view.blocks.filter(({ type }) => type !== 'actions') }).payload.blocks;
  return { type: 'modal', title: plain(title.slice(0, TITLE_MAX)), close: plain('Close'), blocks };
}

export function option(label: string, value: string) {
  return { text: plain(label), value };
}

export function plain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}
