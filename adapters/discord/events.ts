import {
  ApplicationCommandType,
  InteractionResponseType,
  MessageFlags,
  Routes,
  type Client,
  type Interaction,
  type Message,
} from 'discord.js';
import { formFor } from '../../src/bot/forms.ts';
import type { Handler, Request, Response } from '../../src/bot/request.ts';
import type { Logger } from '../../src/log.ts';
import type { Action } from '../../src/view/view.ts';
import type { Running } from '../running.ts';
import { ACTION_PREFIX, renderDiscord } from './render.ts';
import { attempt } from './send.ts';

export interface DiscordWiring {
  client: Client;
  handler: Handler;
  running: Running;
  log: Logger;
  appId: string;
}

/** The message context menu entry; its name is what Discord sends back. */
const BRIEF_THIS = 'Brief this';
const WORDS = 'words';

/** Connects Discord's events to the bot. Every interaction is acknowledged before any work. */
export function wireDiscord(wiring: DiscordWiring): void {
  const { client, running } = wiring;
  client.on('interactionCreate', (interaction) => running.run(async (signal) => onInteraction(wiring, interaction, signal)));
  client.on('messageCreate', (message) => running.run(async (signal) => onMessage(wiring, message, signal)));
}

async function onInteraction(wiring: DiscordWiring, interaction: Interaction, signal: AbortSignal): Promise<void> {
  const form = formOf(interaction);
  if (form !== null) {
    await acknowledge(wiring, interaction, form, signal);
    return;
  }
  const act = actOf(interaction);
  if (act === null) return;
  // The first acknowledgement fixes whether the answer is private, so only Share is acknowledged as public.
  const isShare = act.type === 'action' && act.action === 'share';
  const flags = isShare ? 0 : MessageFlags.Ephemeral;
  await acknowledge(wiring, interaction, { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags } }, signal);
  const response = await wiring.handler(requestOf(interaction, act), signal);
  await finish(wiring, interaction, response, signal);
}

async function acknowledge(
  { client }: DiscordWiring,
  { id, token }: Interaction,
  body: Record<string, unknown>,
  signal: AbortSignal,
): Promise<void> {
  await attempt(() => client.rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal }), signal);
}

/** Puts the answer where the acknowledgement stands. The token is good for 15 minutes. */
async function finish(
  { client, appId }: DiscordWiring,
  { token }: Interaction,
  response: Response | null,
  signal: AbortSignal,
): Promise<void> {
  const route = Routes.webhookMessage(appId, token, '@original');
  if (response === null) {
    await attempt(() => client.rest.delete(route, { auth: false, signal }), signal);
    return;
  }
  const { payload } = renderDiscord(response.view);
  await attempt(() => client.rest.patch(route, { body: payload, auth: false, signal }), signal);
}

function requestOf(interaction: Interaction, act: Request['act']): Request {
  const guild = interaction.guildId;
  return {
    eventId: `discord:${interaction.id}`,
    target: { platform: 'discord', guild, channel: interaction.channelId ?? interaction.user.id },
    user: `discord:${interaction.user.id}`,
    act,
  };
}

function actOf(interaction: Interaction): Request['act'] | null {
  if (interaction.isChatInputCommand()) {
    const words = interaction.options.data.flatMap((option) => [
      option.type === 1 ? option.name : '',
      ...(option.options ?? [option]).map(({ value }) => (value === undefined ? '' : String(value))),
    ]);
    return { type: 'command', name: interaction.commandName, text: words.filter((word) => word !== '').join(' ') };
  }
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === BRIEF_THIS) {
    const { content, embeds } = interaction.targetMessage;
    const link = /https?:\/\/[^\s<>]+/i.exec(content)?.[0] ?? embeds[0]?.url ?? null;
    return { type: 'command', name: 'brief', text: link ?? content };
  }
  if (interaction.isButton()) {
    const button = readCustomId(interaction.customId);
    return button === null ? null : { type: 'action', ...button, text: null };
  }
  if (interaction.isModalSubmit()) {
    const button = readCustomId(interaction.customId);
    return button === null ? null : { type: 'action', ...button, text: interaction.fields.getTextInputValue(WORDS) };
  }
  return null;
}

/** The modal for a button that needs words; null for everything else. */
function formOf(interaction: Interaction): { type: InteractionResponseType; data: Record<string, unknown> } | null {
  if (!interaction.isButton()) return null;
  const button = readCustomId(interaction.customId);
  const form = button === null ? null : formFor(button.action, null);
  const [field] = form?.fields ?? [];
  if (form === null || field === undefined) return null;
  const input = { type: 4, custom_id: WORDS, style: 1, min_length: 2, max_length: 500, required: true, placeholder: field.placeholder };
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: interaction.customId,
      title: form.title,
      components: [{ type: 18, label: field.label, component: input }],
    },
  };
}

function readCustomId(customId: string): { action: Action; ref: string } | null {
  if (!customId.startsWith(ACTION_PREFIX)) return null;
  const [action = '', ref = ''] = customId.slice(ACTION_PREFIX.length).split(':');
  return { action: action as Action, ref };
}

async function onMessage({ client, handler, appId }: DiscordWiring, message: Message, signal: AbortSignal): Promise<void> {
  if (message.author.bot || message.system || message.content === '') return;
  const direct = message.guildId === null;
  const addressed = direct || message.mentions.users.has(client.user?.id ?? appId);
  const inOwnThread = message.channel.isThread() && message.channel.ownerId === (client.user?.id ?? appId);
  if (!addressed && !inOwnThread) return;
  const text = message.content.replaceAll(new RegExp(`<@!?${client.user?.id ?? appId}>`, 'g'), ' ').trim();
  const response = await handler(
    {
      eventId: `discord:${message.id}`,
      target: { platform: 'discord', guild: message.guildId, channel: message.channelId },
      user: `discord:${message.author.id}`,
      act: addressed ? { type: 'mention', text } : { type: 'reply', text },
    },
    signal,
  );
  if (response === null) return;
  const { payload } = renderDiscord(response.view);
  const body = {
    ...payload,
    message_reference: { message_id: message.id, channel_id: message.channelId, fail_if_not_exists: false },
    nonce: message.id,
    enforce_nonce: true,
  };
  await attempt(() => client.rest.post(Routes.channelMessages(message.channelId), { body, signal }), signal);
}

/** What is registered with Discord. https://docs.discord.com/developers/interactions/application-commands */
export const COMMANDS = [
  {
    name: 'brief',
    type: ApplicationCommandType.ChatInput,
    description: 'A short brief of an article, with proof for every line',
    options: [{ type: 3, name: 'article', description: 'A link, or the text itself', required: true, max_length: 6000 }],
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  },
  {
    name: 'ask',
    type: ApplicationCommandType.ChatInput,
    description: 'Ask about the article last briefed here',
    options: [
      {
        type: 3,
        name: 'question',
        description: 'Your question; put a link before it to ask about another article',
        required: true,
        max_length: 1000,
      },
    ],
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  },
  {
    name: 'digest',
    type: ApplicationCommandType.ChatInput,
    description: 'Digests of feeds, scheduled or at once; say “help” for the list',
    options: [
      {
        type: 3,
        name: 'request',
        description: 'now · preview · schedule weekdays at 8 in Europe/Berlin · feeds add <link> · list · log · <links>',
        required: false,
        max_length: 3000,
      },
    ],
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  },
  { name: BRIEF_THIS, type: ApplicationCommandType.Message, integration_types: [0, 1], contexts: [0, 1, 2] },
] as const;
