/** The part of Block Kit that Brevier writes, https://docs.slack.dev/reference/block-kit/blocks/. */
export interface SlackMessage {
  text: string;
  blocks: SlackBlock[];
  unfurl_links: false;
  unfurl_media: false;
}
export interface Style {
  bold?: true;
  italic?: true;
  code?: true;
}
export type Leaf =
  | { type: 'text'; text: string; style?: Style }
  | { type: 'link'; url: string; text: string; style?: Style }
  | { type: 'channel'; channel_id: string };
export interface RichSection {
  type: 'rich_text_section' | 'rich_text_quote';
  elements: Leaf[];
}
export interface RichList {
  type: 'rich_text_list';
  style: 'bullet' | 'ordered';
  elements: { type: 'rich_text_section'; elements: Leaf[] }[];
}
export interface SlackRichText {
  type: 'rich_text';
  elements: (RichSection | RichList)[];
}
interface PlainText {
  type: 'plain_text';
  text: string;
  emoji: false;
}
interface SlackButton {
  type: 'button';
  action_id: string;
  text: PlainText;
  value: string;
}
export type SlackBlock =
  | SlackRichText
  | { type: 'context'; elements: (PlainText | { type: 'mrkdwn'; text: string; verbatim: true })[] }
  | { type: 'actions'; elements: SlackButton[] }
  | { type: 'image'; image_url: string; alt_text: string }
  | { type: 'image'; slack_file: { id: string }; alt_text: string }
  | { type: 'divider' };

interface Limit {
  max: number;
  source: string;
}

const BLOCKS = 'https://docs.slack.dev/reference/block-kit/blocks';
const ELEMENTS = 'https://docs.slack.dev/reference/block-kit/block-elements';

/** Slack's limits, each with the document that states it. Characters are UTF-16 units, the strictest reading. */
export const LIMITS = {
  blocks: { max: 50, source: `${BLOCKS}/` },
  blockId: { max: 255, source: `${BLOCKS}/` },
  contextElements: { max: 10, source: `${BLOCKS}/context-block/` },
  contextText: { max: 3000, source: 'https://docs.slack.dev/reference/block-kit/composition-objects/text-object/' },
  actionElements: { max: 25, source: `${BLOCKS}/actions-block/` },
  buttonText: { max: 75, source: `${ELEMENTS}/button-element/` },
  buttonValue: { max: 2000, source: `${ELEMENTS}/button-element/` },
  actionId: { max: 255, source: `${ELEMENTS}/button-element/` },
  altText: { max: 2000, source: `${BLOCKS}/image-block/` },
  url: { max: 3000, source: `${BLOCKS}/image-block/` },
  text: { max: 4000, source: 'https://docs.slack.dev/reference/methods/chat.postMessage/' },
  /** Not documented: a message is refused with `msg_blocks_too_long` near 13,200 characters over all blocks. */
  allBlocks: { max: 12_000, source: 'observed' },
} satisfies Record<string, Limit>;

/** Every limit that the message breaks, as sentences; none when Slack will take it. */
export function limitFaults(message: SlackMessage): string[] {
  const faults: string[] = [];
  const check = (name: keyof typeof LIMITS, size: number) => {
    if (size > LIMITS[name].max) faults.push(`${name}: ${size} is over ${LIMITS[name].max} (${LIMITS[name].source})`);
  };
  check('text', message.text.length);
  check('blocks', message.blocks.length);
  for (const block of message.blocks) blockFaults(block, check);
  check(
    'allBlocks',
    message.blocks.reduce((sum, block) => sum + textLength(block), 0),
  );
  return faults;
}

function blockFaults(block: SlackBlock, check: (name: keyof typeof LIMITS, size: number) => void): void {
  switch (block.type) {
    case 'rich_text':
      for (const { url } of leaves(block).filter((leaf) => leaf.type === 'link')) check('url', url.length);
      return;
    case 'context':
      check('contextElements', block.elements.length);
      for (const { text } of block.elements) check('contextText', text.length);
      return;
    case 'actions':
      check('actionElements', block.elements.length);
      for (const { text, value, action_id: id } of block.elements) {
        check('buttonText', text.text.length);
        check('buttonValue', value.length);
        check('actionId', id.length);
      }
      return;
    case 'image':
      check('altText', block.alt_text.length);
      if ('image_url' in block) check('url', block.image_url.length);
      return;
    case 'divider':
      return;
    default:
      block satisfies never;
  }
}

function leaves(block: SlackRichText) {
  return block.elements.flatMap((part) =>
    part.type === 'rich_text_list' ? part.elements.flatMap(({ elements }) => elements) : part.elements,
  );
}

function textLength(block: SlackBlock): number {
  switch (block.type) {
    case 'rich_text':
      return leaves(block).reduce((sum, leaf) => sum + leafLength(leaf), 0);
    case 'context':
      return block.elements.reduce((sum, { text }) => sum + text.length, 0);
    case 'actions':
      return block.elements.reduce((sum, { text, value }) => sum + text.text.length + value.length, 0);
    case 'image':
      return block.alt_text.length + ('image_url' in block ? block.image_url.length : block.slack_file.id.length);
    case 'divider':
      return 0;
    default:
      return block satisfies never;
  }
}

function leafLength(leaf: Leaf): number {
  if (leaf.type === 'channel') return leaf.channel_id.length;
  return leaf.text.length + (leaf.type === 'link' ? leaf.url.length : 0);
}
