import type { Rendered } from '../contract.ts';
import { clip, fitView } from '../../src/view/fit.ts';
import type { CiteInline, FigureRow, Inline, View, ViewBlock } from '../../src/view/view.ts';
import { LIMITS, limitFaults, type DiscordButton, type DiscordComponent, type DiscordMessage } from './limits.ts';

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const IS_COMPONENTS_V2 = 1 << 15;
export const ACTION_PREFIX = 'brevier:';

/** View -> message body. All content is escaped, and no mention in it can notify anybody. */
export function renderDiscord(view: View): Rendered<DiscordMessage> {
  const { view: fitted, dropped, droppedCites } = fitView(view, (candidate) => limitFaults(message(candidate)).length === 0);
  return { payload: message(fitted), dropped, droppedCites };
}

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const SUPPRESS_EMBEDS = 1 << 2;
/** What the document says; the published OpenAPI description allows twice as much. */
const CONTENT_MAX = 2000;

/** The same words as plain text, for where components are not taken. What has no room goes whole: half a link would be none. */
export function plainDiscord(view: View): { flags: number; content: string; allowed_mentions: { parse: [] } } {
  const words = { ...view, blocks: view.blocks.filter(({ type }) => type !== 'actions') };
  const whole = plainText(fitView(words, (candidate) => plainText(candidate).length <= CONTENT_MAX).view);
  // Escaping makes words at most twice as long.
  const content = whole.length <= CONTENT_MAX ? whole : escapeMarkdown(clip(view.title, CONTENT_MAX / 2)).trim();
  // Discord takes no empty message.
  return { flags: SUPPRESS_EMBEDS, content: content === '' ? '…' : content, allowed_mentions: { parse: [] } };
}

function plainText(view: View): string {
  return message(view)
    .components.flatMap((component) => (component.type === 17 ? component.components : []))
    .flatMap((part) => (part.type === 10 ? [part.content] : []))
    .join('\n');
}

function message(view: View): DiscordMessage {
  const shown = view.blocks.filter((block) => block.type !== 'actions').flatMap(toComponents);
  const rows = view.blocks.filter((block) => block.type === 'actions').flatMap(toComponents);
  return {
    flags: IS_COMPONENTS_V2,
    components: [{ type: 17, components: mergeTexts(shown) }, ...rows],
    allowed_mentions: { parse: [] },
  };
}

/** Neighbouring texts share one component, since a message holds only forty. */
function mergeTexts(components: readonly DiscordComponent[]): DiscordComponent[] {
  const merged: DiscordComponent[] = [];
  for (const component of components) {
    const last = merged.at(-1);
    if (component.type === 10 && last?.type === 10)
      merged[merged.length - 1] = { type: 10, content: `${last.content}\n${component.content}` };
    else merged.push(component);
  }
  return merged;
}

function toComponents(block: ViewBlock): DiscordComponent[] {
  switch (block.type) {
    case 'heading':
      return [text(`### ${line(block.inlines)}`)];
    case 'paragraph':
      return [text(line(block.inlines))];
    case 'meta':
      return [text(`-# ${line(block.inlines)}`)];
    case 'points':
      return [text(block.items.map((item, index) => `${block.numbered === true ? `${index + 1}.` : '-'} ${line(item)}`).join('\n'))];
    case 'figures':
      return [text([marked('**', block.title), ...block.rows.map(figure)].join('\n').trim() || NOTHING)];
    case 'quote':
      return [text(quote(block))];
    case 'sources':
      return [text(block.items.map((item) => `-# \\[${item.number}\\] “${escapeMarkdown(item.sentence)}”`).join('\n'))];
    case 'image':
      if (block.url === null) return [text(line([{ type: 'text', text: block.alt }]))];
      return [{ type: 12, items: [{ media: { url: block.url }, description: clip(block.alt, LIMITS.description.max) }] }];
    case 'divider':
      return [{ type: 14, divider: true, spacing: 1 }];
    case 'actions':
      return rowsOf(block.buttons);
    default:
      return block satisfies never;
  }
}

function rowsOf(buttons: Extract<ViewBlock, { type: 'actions' }>['buttons']): DiscordComponent[] {
  const rows: DiscordComponent[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.rowButtons.max) {
    const components = buttons.slice(at, at + LIMITS.rowButtons.max).map(({ action, label, ref }): DiscordButton => ({
      type: 2,
      style: action === 'share' ? 1 : 2,
      label: clip(label, LIMITS.label.max),
      custom_id: `${ACTION_PREFIX}${action}:${ref}`,
    }));
    rows.push({ type: 1, components });
  }
  return rows;
}

function figure({ value, label, tags, cites }: FigureRow): string {
  const hedge = tags.length === 0 ? '' : ` ${marked('*', tags.join(' · '))}`;
  return `- ${marked('**', value)} ${escapeMarkdown(label)}${hedge}${citations(cites)}`;
}

function quote({ text: words, speaker, cites }: Extract<ViewBlock, { type: 'quote' }>): string {
  const by = speaker === null ? '' : ` ${marked('**', speaker)}`;
  return `> “${escapeMarkdown(words)}”${by}${citations(cites)}`;
}

/** Emphasis around nothing would begin some that has no end. */
function marked(mark: '*' | '**', content: string): string {
  const words = escapeMarkdown(content);
  return words.trim() === '' ? words : `${mark}${words}${mark}`;
}

function citations(cites: readonly CiteInline[]): string {
  return cites.map((cite) => ` ${inlineText(cite)}`).join('');
}

/** Discord takes no empty text. */
const NOTHING = '\u200B';

/** One line: a line break in the content would start new markup. */
function line(inlines: readonly Inline[]): string {
  const words = inlines.map(inlineText).join('').trim();
  return words === '' ? NOTHING : words;
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text': {
      if (inline.code)
        return `\`${inline.text
          .replace(/[`\s]+/gu, ' ')
          .replace(/[<@]/g, '$&\u200B')
          .trim()}\``;
      return inline.strong ? marked('**', inline.text) : escapeMarkdown(inline.text);
    }
    case 'place':
      return /^\d+$/.test(inline.channel) ? `<#${inline.channel}>` : escapeMarkdown(inline.text);
    case 'link':
      return link(inline.text, inline.url);
    case 'cite':
      return inline.href === null ? `\\[${inline.number}\\]` : link(`[${inline.number}]`, inline.href);
    default:
      return inline satisfies never;
  }
}

/** Addresses longer than this would eat the room of the message itself. */
const URL_MAX = 512;

/** A masked link. Angle brackets keep Discord from showing a preview; brackets inside the address are encoded. */
function link(words: string, url: string): string {
  const shown = escapeMarkdown(words);
  return url.length > URL_MAX
    ? shown
    : `[${shown}](<${url.replace(/[<>()\s]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}>)`;
}

/** Every character that Discord's Markdown gives a meaning, made literal; addresses and mentions made dead. */
function escapeMarkdown(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replace(/[\\*_~`|>#[\]<]/g, '\\$&')
    .replace(/^([-+])(?= )/, '\\$1')
    .replace(/^(\d+)\.(?= )/, '$1\\.')
    .replace(/@/g, '@\u200B')
    .replace(/\b(https?):\/\//gi, '$1:\u200B//');
}

function text(content: string): DiscordComponent {
  return { type: 10, content };
}
