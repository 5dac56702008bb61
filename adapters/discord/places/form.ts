import { InteractionResponseType, type Interaction, type ModalSubmitInteraction } from 'discord.js';
import { formFor, type Field, type Filled } from '../../../src/bot/forms.ts';
import type { Action } from '../../../src/view/view.ts';
import { ACTION_PREFIX } from '../render.ts';

/** A modal takes five parts, https://docs.discord.com/developers/components/reference#label; what does not fit has its own command. */
const FIELDS_MAX = 5;
const LESS = new Set(['budget']);
const LABEL_MAX = 45;
const PLACEHOLDER_MAX = 100;

/** The modal that an action opens first; null for one that needs nothing. `customId` comes back with the answer. */
export function modalFor(action: Action, customId: string): { type: number; data: Record<string, unknown> } | null {
  const form = formFor(action, null);
  if (form === null) return null;
  const fields = form.fields.filter(({ kind, name }) => kind !== 'channel' && !LESS.has(name)).slice(0, FIELDS_MAX);
  return {
    type: InteractionResponseType.Modal,
    data: { custom_id: customId, title: form.title, components: fields.map(labelled) },
  };
}

function labelled(field: Field): Record<string, unknown> {
  return { type: 18, label: field.label.slice(0, LABEL_MAX), component: component(field) };
}

function component({ name, kind, placeholder, initial, choices, isOptional, maxLength }: Field): Record<string, unknown> {
  if (kind === 'choice') {
    const options = choices.map(({ value, label }) => ({ label, value, default: value === initial }));
    return { type: 3, custom_id: name, required: !isOptional, options };
  }
  return {
    type: 4,
    custom_id: name,
    style: kind === 'text' ? 2 : 1,
    required: !isOptional,
    max_length: maxLength,
    ...(placeholder === '' ? {} : { placeholder: placeholder.slice(0, PLACEHOLDER_MAX) }),
    ...(initial === null ? {} : { value: initial }),
  };
}

/** What was filled in, by field. */
export function filledIn({ fields }: ModalSubmitInteraction): Filled {
  return Object.fromEntries(
    [...fields.fields.values()].map((field) => {
      const { customId, value, values } = field as { customId: string; value?: string; values?: readonly string[] };
      return [customId, value ?? values?.[0]];
    }),
  );
}

export function readCustomId(customId: string): { action: Action; ref: string } | null {
  if (!customId.startsWith(ACTION_PREFIX)) return null;
  const [action = '', ref = ''] = customId.slice(ACTION_PREFIX.length).split(':');
  return { action: action as Action, ref };
}

/** The modal for a button that needs words; null for everything else. */
export function formOf(interaction: Interaction): { type: number; data: Record<string, unknown> } | null {
  if (!interaction.isButton()) return null;
  const button = readCustomId(interaction.customId);
  return button === null ? null : modalFor(button.action, interaction.customId);
}
