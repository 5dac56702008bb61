import {
  InteractionResponseType,
  type AutocompleteInteraction,
  type Interaction,
  type Message,
  type ModalSubmitInteraction,
} from 'discord.js';
import { formFaults, formWords } from '../../../src/bot/forms.ts';
import type { Request, Response } from '../../../src/bot/request.ts';
import type { Suggested } from '../../../src/bot/suggestions.ts';
import { viewMessage } from '../../../src/view/message-view.ts';
import { ASK_ABOUT_THIS, BRIEF_THIS } from '../commands/definitions.ts';
import { commandFrom } from '../commands/words.ts';
import { ACTION_PREFIX } from '../render.ts';
import { giveBy, tryBy } from '../../insist.ts';
import { showing } from '../../patience.ts';
import { acknowledge, acknowledgeInPlace, calling, finish, showDraft, toPerson, TOKEN_MS, type Answering } from './answering.ts';
import { filledIn, formOf, modalFor, readCustomId } from './form.ts';
import { asking, placeOf, type DiscordWiring } from './wiring.ts';

/** https://docs.discord.com/developers/interactions/application-commands#autocomplete */
const CHOICES = { count: 25, name: 100, value: 100 };
const SUGGESTED: Readonly<Record<string, Suggested>> = { zone: 'zone', url: 'article', link: 'article', feed: 'feed', digest: 'digest' };
/** Messages somebody is typing a question about. They are forgotten sooner than anybody types. */
const REMEMBERED = 1000;

const NO_FORM = viewMessage('Discord did not open the form. Please try once more.');

/** Commands, menu entries, buttons and forms. Every interaction is acknowledged before any work. */
export function createInteractions(shared: DiscordWiring) {
  const askedAbout = new Map<string, string>();
  return async (interaction: Interaction, signal: AbortSignal): Promise<void> => {
    const wiring: Answering = { ...shared, closesAt: shared.host.now().getTime() + TOKEN_MS };
    if (interaction.isAutocomplete()) {
      await offer(wiring, interaction, signal);
      return;
    }
    const form = formOf(interaction) ?? questionAbout(interaction, askedAbout);
    if (form !== null) {
      const note = toPerson(wiring, interaction.user.id, interaction.id, NO_FORM, signal);
      await giveBy<unknown>('discord', [calling(wiring, interaction, form, signal), note], wiring.host, signal);
      return;
    }
    const asked = actOf(interaction, askedAbout);
    if (asked === null) return;
    const { act, wish } = asked;
    if (act.type === 'action' && (act.action === 'longer' || act.action === 'shorter') && isPrivateMessage(interaction)) {
      await acknowledgeInPlace(wiring, interaction, signal);
      await finish(wiring, interaction, 'private', await handle(wiring, interaction, asked, 'private', signal), signal);
      return;
    }
    const shown = wish ?? (act.type === 'action' && act.action === 'share' ? 'public' : 'private');
    await acknowledge(wiring, interaction, shown, signal);
    const faults = interaction.isModalSubmit() ? faultsOf(interaction) : null;
    await finish(wiring, interaction, shown, faults ?? (await handle(wiring, interaction, asked, shown, signal)), signal);
  };
}

interface Asked {
  act: Request['act'];
  wish?: 'private' | 'public';
}

/** What is certain before the answer is whole stands where the answer will, unless more people would see it there. */
async function handle(
  wiring: Answering,
  interaction: Interaction,
  asked: Asked,
  shown: 'private' | 'public',
  signal: AbortSignal,
): Promise<Response | null> {
  const request: Request = { ...asking(interaction), ...asked, eventId: `discord:${interaction.id}` };
  const { value } = await showing(
    (draft) =>
      wiring.handler(
        { ...request, draft: (view, visibility) => (visibility === 'public' || shown === 'private' ? draft(view) : undefined) },
        signal,
      ),
    { waiting: null, show: (view) => showDraft(wiring, interaction, view, signal) },
  );
  return value;
}

function actOf(interaction: Interaction, askedAbout: ReadonlyMap<string, string>): Asked | null {
  if (interaction.isChatInputCommand()) {
    const isPrivate = interaction.options.getBoolean('private');
    return { act: commandFrom(interaction), ...(isPrivate === null ? {} : { wish: isPrivate ? 'private' : 'public' }) };
  }
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === BRIEF_THIS) {
    return { act: { type: 'command', name: 'brief', text: textOf(interaction.targetMessage) } };
  }
  if (interaction.isButton()) {
    const button = readCustomId(interaction.customId);
    return button === null ? null : { act: { type: 'action', ...button, text: null } };
  }
  if (!interaction.isModalSubmit()) return null;
  const filled = filledIn(interaction);
  const about = /^brevier:about:(\d+)$/.exec(interaction.customId)?.[1];
  if (about !== undefined) {
    return { act: { type: 'command', name: 'ask', text: filled['words'] ?? '', about: askedAbout.get(about) ?? '' } };
  }
  const button = readCustomId(interaction.customId);
  return button === null ? null : { act: { type: 'action', ...button, text: formWords(button.action, filled) } };
}

/** "Ask about this" asks for the question first. */
function questionAbout(interaction: Interaction, askedAbout: Map<string, string>) {
  if (!interaction.isMessageContextMenuCommand() || interaction.commandName !== ASK_ABOUT_THIS) return null;
  const [oldest] = askedAbout.keys();
  if (askedAbout.size >= REMEMBERED && oldest !== undefined) askedAbout.delete(oldest);
  askedAbout.set(interaction.targetMessage.id, textOf(interaction.targetMessage));
  return modalFor('ask', `${ACTION_PREFIX}about:${interaction.targetMessage.id}`);
}

/** A modal cannot be sent back with a note beside a field: the asker gets the note, and a way to try again. */
function faultsOf(interaction: ModalSubmitInteraction): Response | null {
  const button = readCustomId(interaction.customId);
  if (button === null) return null;
  const faults = [...formFaults(button.action, filledIn(interaction)).values()];
  if (faults.length === 0) return null;
  const view = viewMessage(faults.join('\n'));
  const again = { type: 'actions' as const, buttons: [{ ...button, label: 'Try again' }] };
  return { view: { ...view, blocks: [...view.blocks, again] }, visibility: 'private' };
}

/** A file, the first link of the message, else the page that Discord shows under it, else its words. */
function textOf({ content, embeds, attachments }: Message): string {
  const file = attachments.find(({ contentType }) => /^(?:text\/|application\/pdf)/.test(contentType ?? ''));
  return file?.url ?? /https?:\/\/[^\s<>]+/i.exec(content)?.[0] ?? embeds[0]?.url ?? (content === '' ? 'This message' : content);
}

function isPrivateMessage(interaction: Interaction): boolean {
  return interaction.isButton() && interaction.message.flags.has('Ephemeral');
}

async function offer(wiring: DiscordWiring, interaction: AutocompleteInteraction, signal: AbortSignal): Promise<void> {
  const { host } = wiring;
  const { name, value } = interaction.options.getFocused(true);
  const kind = Object.hasOwn(SUGGESTED, name) ? SUGGESTED[name] : undefined;
  const found = kind === undefined ? [] : await host.suggest(kind, placeOf(interaction), value, CHOICES.count);
  const choices = found
    .filter((suggestion) => suggestion.value.length <= CHOICES.value)
    .map((suggestion) => ({ name: suggestion.label.slice(0, CHOICES.name), value: suggestion.value }));
  const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
  await tryBy('discord', calling(wiring, interaction, body, signal), host, signal);
}
