import type { Rendered } from '../contract.ts';
import { clip, fitView } from '../../src/view/fit.ts';
import type { CiteInline, FigureRow, Inline, View, ViewBlock } from '../../src/view/view.ts';
import {
  LIMITS,
  limitFaults,
  type Leaf,
  type RichList,
  type RichSection,
  type SlackBlock,
  type SlackMessage,
  type SlackRichText,
  type Style,
} from './limits.ts';

export const ACTION_PREFIX = 'brevier:';
/** Marks the id of a file that was uploaded to Slack where a view has an address. */
export const SLACK_FILE = 'slack-file:';

/**
 * View -> chat.postMessage arguments. Running text goes into rich_text leaves, which Slack shows literally: no
 * mention, broadcast or markup in the content can come alive.
 */
export function renderSlack(view: View): Rendered<SlackMessage> {
  const known = rendered.get(view);
  if (known !== undefined) return known;
  const made = fitted(view);
  rendered.set(view, made);
  return made;
}

/** A view that is asked for again is the same object. */
const rendered = new WeakMap<View, Rendered<SlackMessage>>();

function fitted(view: View): Rendered<SlackMessage> {
  const { view: fitting, dropped, droppedCites } = fitView(view, (candidate) => limitFaults(message(candidate)).length === 0);
  return { payload: message(fitting), dropped, droppedCites };
}

function message(view: View): SlackMessage {
  return {
    text: escapeMrkdwn(clip(view.title, 300)),
    blocks: view.blocks.flatMap(toBlocks),
    unfurl_links: false,
    unfurl_media: false,
  };
}

function toBlocks(block: ViewBlock): SlackBlock[] {
  switch (block.type) {
    case 'heading':
      return [rich([section(block.inlines.map((inline) => leaf(inline, { bold: true })))])];
    case 'paragraph':
      return [rich([section(block.inlines.map((inline) => leaf(inline)))])];
    case 'meta':
      return [context(block.inlines)];
    case 'points':
      return [
        rich([
          list(
            block.items.map((item) => item.map((inline) => leaf(inline))),
            block.numbered === true ? 'ordered' : 'bullet',
          ),
        ]),
      ];
    case 'figures':
      return [rich([section([text(block.title, { bold: true })]), list(block.rows.map(figure))])];
    case 'quote':
      return [rich([{ type: 'rich_text_quote', elements: quote(block) }])];
    case 'sources':
      return [rich([list(block.items.map((item) => [text(`[${item.number}] `), text(`“${item.sentence}”`, { italic: true })]))])];
    case 'image':
      return [image(block)];
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return [
        {
          type: 'actions',
          elements: block.buttons.map(({ action, label, ref }) => ({
            type: 'button',
            action_id: ACTION_PREFIX + action,
            text: { type: 'plain_text', text: label, emoji: false },
            value: ref,
          })),
        },
      ];
    default:
      return block satisfies never;
  }
}

/** Slack loads an image from an address or shows one of its own files; without either the facts stand in words. */
function image({ url, alt }: Extract<ViewBlock, { type: 'image' }>): SlackBlock {
  if (url === null) return rich([section([text(alt)])]);
  const alt_text = clip(alt, LIMITS.altText.max);
  const file = url.startsWith(SLACK_FILE) ? url.slice(SLACK_FILE.length) : null;
  return file === null ? { type: 'image', image_url: url, alt_text } : { type: 'image', slack_file: { id: file }, alt_text };
}

function figure({ value, label, tags, cites }: FigureRow): Leaf[] {
  const hedge = tags.length === 0 ? [] : [text(` ${tags.join(' · ')}`, { italic: true })];
  return [text(value, { bold: true }), text(`  ${label}`), ...hedge, ...spacedCites(cites)];
}

function quote({ text: words, speaker, cites }: Extract<ViewBlock, { type: 'quote' }>): Leaf[] {
  return [text(`“${words}”`), ...(speaker === null ? [] : [text(` ${speaker}`, { bold: true })]), ...spacedCites(cites)];
}

function spacedCites(cites: readonly CiteInline[]): Leaf[] {
  return cites.flatMap((cite) => [text(' '), leaf(cite)]);
}

function leaf(inline: Inline, style: Style = {}): Leaf {
  switch (inline.type) {
    case 'text':
      return text(inline.text, { ...style, ...(inline.strong ? { bold: true } : {}), ...(inline.code ? { code: true } : {}) });
    case 'place':
      return { type: 'channel', channel_id: inline.channel };
    case 'link':
      return link(inline.url, inline.text, style);
    case 'cite':
      return inline.href === null ? text(`[${inline.number}]`) : link(inline.href, `[${inline.number}]`);
    default:
      return inline satisfies never;
  }
}

/** An address too long for Slack is left out rather than cut: half an address leads somewhere else. */
function link(url: string, words: string, style: Style = {}): Leaf {
  return url.length > LIMITS.url.max ? text(words, style) : { type: 'link', url, text: words, ...styled(style) };
}

function text(words: string, style: Style = {}): Leaf {
  return { type: 'text', text: words, ...styled(style) };
}

function styled(style: Style): { style?: Style } {
  return Object.keys(style).length === 0 ? {} : { style };
}

function rich(elements: SlackRichText['elements']): SlackRichText {
  return { type: 'rich_text', elements };
}

function section(elements: Leaf[]): RichSection {
  return { type: 'rich_text_section', elements };
}

function list(items: Leaf[][], style: RichList['style'] = 'bullet'): RichList {
  return { type: 'rich_text_list', style, elements: items.map((elements) => ({ type: 'rich_text_section', elements })) };
}

/** Small print. It is plain text unless it holds a link, which only mrkdwn can carry here. */
function context(inlines: readonly Inline[]): SlackBlock {
  const linked = inlines.some((inline) => inline.type === 'link' || (inline.type === 'cite' && inline.href !== null));
  const words = within(inlines, linked ? mrkdwn : plain, LIMITS.contextText.max);
  const element = linked
    ? ({ type: 'mrkdwn', text: words, verbatim: true } as const)
    : ({ type: 'plain_text', text: words, emoji: false } as const);
  return { type: 'context', elements: [element] };
}

/** Words are cut where they are too many, before they are escaped; a citation never is, and neither is an address. */
function within(inlines: readonly Inline[], write: (inline: Inline) => string, most: number): string {
  const whole = inlines.map(write).join('');
  if (whole.length <= most) return whole;
  const cites = inlines.reduce((sum, inline) => sum + (inline.type === 'cite' ? write(inline).length : 0), 0);
  let room = most - cites;
  return inlines
    .map((inline) => {
      if (inline.type === 'cite') return write(inline);
      let length = inline.text.length;
      let told = write(inline);
      while (told.length > room && length > 1) {
        length = Math.floor(length * 0.8);
        told = write({ ...inline, text: clip(inline.text, length) });
      }
      if (told.length > room) return '';
      room -= told.length;
      return told;
    })
    .join('');
}

function plain(inline: Inline): string {
  return inline.type === 'cite' ? `[${inline.number}]` : inline.text;
}

function mrkdwn(inline: Inline): string {
  const href = inline.type === 'link' ? inline.url : inline.type === 'cite' ? inline.href : null;
  const words = escapeMrkdwn(plain(inline));
  return href === null || href.length > 1000 ? words : `<${href.replace(/[<>|]/g, encodeURIComponent)}|${words}>`;
}

/** https://docs.slack.dev/messaging/formatting-message-text/#escaping, and the marks that Slack cannot escape made inert. */
function escapeMrkdwn(words: string): string {
  return words
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/([*_~`])/g, '\u200B$1\u200B')
    .replace(/@(?=here|channel|everyone)/gi, '@\u200B');
}
