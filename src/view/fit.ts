import { withoutInvisible } from '../language/invisible.ts';
import { withoutPiles } from '../stacked-marks.ts';
import type { CiteInline, FigureRow, Inline, View, ViewBlock } from './view.ts';

export interface Fitted {
  view: View;
  /** Items left out: points, figure rows, sources, whole blocks. */
  dropped: number;
  /** Citations that went with them. */
  droppedCites: number;
}

/** Longest run of text in one place before it is cut with an ellipsis, in UTF-16 units. */
const TEXT_MAX = 1200;

/**
 * The largest view that `fits`, found by dropping whole items from the end; what was dropped is counted in a line.
 * Actions and the last meta line (the proof count) stay as long as anything does. `fits` must be monotone: a view
 * with fewer items never is larger.
 */
export function fitView(view: View, fits: (view: View) => boolean): Fitted {
  const clipped = { title: tidy(view.title), blocks: view.blocks.map(tidyBlock) };
  if (fits(clipped)) return { view: clipped, dropped: 0, droppedCites: 0 };
  const total = clipped.blocks.reduce((sum, block) => sum + itemsIn(block), 0);
  let low = 0;
  let high = total;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(withFirst(clipped, middle).view)) low = middle;
    else high = middle - 1;
  }
  return withFirst(clipped, low);
}

function withFirst(view: View, count: number): Fitted {
  const pinned = pinnedBlocks(view.blocks);
  let left = count;
  let dropped = 0;
  let droppedCites = 0;
  const blocks: ViewBlock[] = [];
  view.blocks.forEach((block, index) => {
    if (pinned.has(index)) {
      blocks.push(block);
      return;
    }
    const items = itemsIn(block);
    const kept = Math.min(items, left);
    left -= kept;
    const part = firstItems(block, kept);
    if (part !== null) blocks.push(part);
    dropped += items - kept;
    droppedCites += citesIn(block) - (part === null ? 0 : citesIn(part));
  });
  if (dropped > 0) blocks.splice(blocks.length - trailingPinned(view.blocks, pinned), 0, notShown(dropped, droppedCites));
  return { view: { title: view.title, blocks }, dropped, droppedCites };
}

function notShown(items: number, cites: number): ViewBlock {
  const proof = cites === 0 ? '' : ` and ${cites} ${cites === 1 ? 'citation' : 'citations'}`;
  return { type: 'meta', inlines: [{ type: 'text', text: `${items} more${proof} not shown here for lack of room.` }] };
}

/** Indexes of the actions and of the last meta block. */
function pinnedBlocks(blocks: readonly ViewBlock[]): ReadonlySet<number> {
  const pinned = new Set<number>();
  const lastMeta = blocks.findLastIndex((block) => block.type === 'meta');
  blocks.forEach((block, index) => {
    if (block.type === 'actions' || (index === lastMeta && index > 1)) pinned.add(index);
  });
  return pinned;
}

function trailingPinned(blocks: readonly ViewBlock[], pinned: ReadonlySet<number>): number {
  let count = 0;
  while (count < blocks.length && pinned.has(blocks.length - 1 - count)) count += 1;
  return count;
}

function itemsIn(block: ViewBlock): number {
  if (block.type === 'points' || block.type === 'sources') return block.items.length;
  return block.type === 'figures' ? block.rows.length : 1;
}

function firstItems(block: ViewBlock, count: number): ViewBlock | null {
  if (count === 0) return null;
  if (block.type === 'points') return { ...block, items: block.items.slice(0, count) };
  if (block.type === 'sources') return { ...block, items: block.items.slice(0, count) };
  return block.type === 'figures' ? { ...block, rows: block.rows.slice(0, count) } : block;
}

export function citesIn(block: ViewBlock): number {
  switch (block.type) {
    case 'heading':
    case 'meta':
    case 'paragraph':
      return block.inlines.filter(isCite).length;
    case 'points':
      return block.items.flat().filter(isCite).length;
    case 'figures':
      return block.rows.reduce((sum, { cites }) => sum + cites.length, 0);
    case 'quote':
      return block.cites.length;
    // A source quotes what a citation above it points to: not a citation of its own.
    case 'sources':
    case 'image':
    case 'divider':
    case 'actions':
      return 0;
    default:
      return block satisfies never;
  }
}

function isCite(inline: Inline): inline is CiteInline {
  return inline.type === 'cite';
}

function tidyBlock(block: ViewBlock): ViewBlock {
  switch (block.type) {
    case 'heading':
    case 'meta':
    case 'paragraph':
      return { ...block, inlines: block.inlines.map(tidyInline) };
    case 'points':
      return { ...block, items: block.items.map((item) => item.map(tidyInline)) };
    case 'figures':
      return { ...block, title: tidy(block.title), rows: block.rows.map(tidyRow) };
    case 'quote':
      return {
        ...block,
        text: tidy(block.text),
        speaker: block.speaker === null ? null : tidy(block.speaker),
        cites: block.cites.map(tidyCite),
      };
    case 'sources':
      return { ...block, items: block.items.map(tidyCite) };
    case 'image':
      return { ...block, alt: tidy(block.alt) };
    case 'divider':
    case 'actions':
      return block;
    default:
      return block satisfies never;
  }
}

function tidyCite(cite: CiteInline): CiteInline {
  return { ...cite, sentence: tidy(cite.sentence) };
}

function tidyRow(row: FigureRow): FigureRow {
  return { ...row, value: tidy(row.value), label: tidy(row.label), tags: row.tags.map(tidy), cites: row.cites.map(tidyCite) };
}

function tidyInline(inline: Inline): Inline {
  return inline.type === 'cite' ? tidyCite(inline) : { ...inline, text: tidy(inline.text) };
}

/** Clipped, and without what nobody sees and what covers other lines. */
function tidy(text: string): string {
  return clip(withoutPiles(withoutInvisible(text)));
}

/** At most `max` UTF-16 units, cut between characters, with an ellipsis where something was cut. */
export function clip(text: string, max: number = TEXT_MAX): string {
  return text.length <= max
    ? text
    : `${text
        .slice(0, max - 1)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')
        .trimEnd()}…`;
}
