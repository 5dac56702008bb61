import type { BlockKind } from '../../model/article.ts';
import type { Outline, RawBlock, Region } from './outline.ts';
import type { Selection } from './select.ts';
import { CAPTION, LEAD, PICTURE, REFERENCES } from './vocabulary.ts';
import { proseOf, type Weights } from './weights.ts';

export interface PageBlock {
  kind: BlockKind;
  text: string;
}

/** A block that stands in the article, and where it was. */
export interface KeptBlock extends PageBlock {
  /** Index of the raw block. */
  index: number;
  raw: RawBlock;
  /** Region of the table row, or -1. */
  row: number;
  /** 1 to 6 for headings, else 0. */
  level: number;
}

const KIND_OF_TAG = new Map<string, BlockKind>([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'list-item'],
  ['dt', 'list-item'],
  ['dd', 'list-item'],
  ['blockquote', 'quote'],
  ['pre', 'code'],
  ['td', 'table-row'],
  ['th', 'table-row'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['figure', 'caption'],
]);
/** A standfirst is at most so many blocks above the text; fewer when the headline was not found. */
const ABOVE = 30;
const ABOVE_UNKNOWN = 6;
const LONGEST_HEADING = 31;
const MOST_REFERENCES = 0.6;

/** The blocks of the article, in order. `headline` is the number of blocks before the headline, if it was found. */
export function keepBlocks(outline: Outline, selection: Selection, headline: number | null): KeptBlock[] {
  const { regions, blocks } = outline;
  const { root, dropped } = selection;
  const end = regions[root]?.end ?? regions.length;
  const inside = (block: RawBlock): boolean => block.region >= root && block.region < end;
  const first = blocks.findIndex(inside);
  const from = startOf(blocks, inside, first, headline, (block) => dropped[block.region] === 1);
  const kept: KeptBlock[] = [];
  const seen = new Set<string>();
  for (let index = from; index < blocks.length; index++) {
    const raw = blocks[index];
    if (raw === undefined || (dropped[raw.region] === 1 && !(index < first && isLead(regions, raw.region)))) continue;
    const own = inside(raw);
    const place = placeOf(regions, raw, own ? root : 0, selection.weights);
    if (own ? !belongs(raw, place.kind, regions[raw.region]) : index > first || !isStandfirst(raw, place.kind, regions, headline !== null))
      continue;
    if (raw.wording.words > 8 && raw.wording.endsSentence && place.kind !== 'list-item' && place.row < 0) {
      if (seen.has(raw.text)) continue;
      seen.add(raw.text);
    }
    kept.push({ kind: place.kind, text: raw.text, index, raw, row: place.row, level: place.level });
  }
  return kept;
}

/** A block as it stands in the article, whatever the rules say of it. */
export function keptFrom(regions: readonly Region[], raw: RawBlock, index: number, { root, weights }: Selection): KeptBlock {
  const isInside = raw.region >= root && raw.region < (regions[root]?.end ?? 0);
  return { ...placeOf(regions, raw, isInside ? root : 0, weights), text: raw.text, index, raw };
}

/** What stands above the headline is not the article, as long as enough is below it. */
function startOf(
  blocks: readonly RawBlock[],
  inside: (block: RawBlock) => boolean,
  first: number,
  headline: number | null,
  isForeign: (block: RawBlock) => boolean,
): number {
  if (headline === null || headline <= first) {
    const floor = headline ?? 0;
    let start = Math.max(0, first);
    for (let steps = headline === null ? ABOVE_UNKNOWN : ABOVE; start > floor && steps > 0; start--) {
      const above = blocks[start - 1];
      if (above !== undefined && !isForeign(above)) steps -= 1;
    }
    return start;
  }
  let below = 0;
  let all = 0;
  blocks.forEach((block, index) => {
    const prose = inside(block) ? proseOf(block) : 0;
    all += prose;
    if (index >= headline) below += prose;
  });
  return below > Math.min(120, all * 0.4) ? headline : first;
}

function isStandfirst(block: RawBlock, kind: BlockKind, regions: readonly Region[], belowHeadline: boolean): boolean {
  if (kind === 'caption' || kind === 'list-item' || block.linkChars > block.text.length * 0.3) return false;
  if (isLead(regions, block.region) && block.wording.words > 5) return true;
  return belowHeadline && proseOf(block) > 0 && block.wording.endsSentence && block.wording.words > 9;
}

/** Named as the article's opening, whatever the box around it is named. */
function isLead(regions: readonly Region[], from: number): boolean {
  for (let at = from, steps = 0; at > 0 && steps < 4; at = regions[at]?.parent ?? 0, steps++) {
    if (((regions[at]?.bits ?? 0) & LEAD) !== 0) return true;
  }
  return false;
}

function placeOf(
  regions: readonly Region[],
  block: RawBlock,
  root: number,
  weights: Weights,
): { kind: BlockKind; row: number; level: number } {
  if (isReference(regions, block, root, weights)) return { kind: 'reference', row: -1, level: 0 };
  let kind: BlockKind | null = (block.inlineBits & CAPTION) !== 0 ? 'caption' : null;
  for (let at = block.region; at > root && kind !== 'caption'; at = regions[at]?.parent ?? 0) {
    const region = regions[at];
    if (region === undefined) break;
    const words = weights.words[at] ?? 0;
    if ((region.bits & CAPTION) !== 0 && block.wording.words < 80) kind = 'caption';
    else if ((region.bits & PICTURE) !== 0 && words < 70 && (weights.blocks[at] ?? 0) < 4) kind = 'caption';
    // A table with this much text in a row lays out the page.
    else if (kind === 'table-row' && words > (region.tag === 'tr' ? 150 : 70)) kind = 'paragraph';
    else if (kind === 'table-row' && region.tag === 'tr') return { kind, row: at, level: 0 };
    else if (kind === null || kind === 'list-item') kind = kindOf(region.tag, words) ?? kind;
    if (kind === 'heading') {
      // Nobody writes headings this long: it is the opening paragraph, set large.
      const isText = block.wording.words > LONGEST_HEADING;
      return isText ? { kind: 'paragraph', row: -1, level: 0 } : { kind, row: -1, level: Number(region.tag[1]) };
    }
  }
  return { kind: kind === null || kind === 'table-row' ? 'paragraph' : kind, row: -1, level: 0 };
}

/** In a list of sources that is not the greater part of the article. */
function isReference(regions: readonly Region[], block: RawBlock, root: number, weights: Weights): boolean {
  for (let at = block.region; at > root; at = regions[at]?.parent ?? 0)
    if (((regions[at]?.bits ?? 0) & REFERENCES) !== 0) return (weights.words[at] ?? 0) < (weights.words[root] ?? 0) * MOST_REFERENCES;
  return false;
}

function kindOf(tag: string, words: number): BlockKind | undefined {
  const kind = KIND_OF_TAG.get(tag);
  return kind === 'table-row' && words > 70 ? undefined : kind;
}

function belongs(block: RawBlock, kind: BlockKind, region: Region | undefined): boolean {
  const { words, letters, digits } = block.wording;
  if (letters + digits === 0) return false;
  if (kind === 'code' || kind === 'table-row' || kind === 'reference') return true;
  const linked = block.linkChars / block.text.length;
  if (kind === 'heading') return linked < 0.8;
  if (kind === 'caption') return words > 3 && linked < 0.5;
  if (linked > 0.7 && proseOf(block) === 0) return false;
  if (proseOf(block) > 0) return true;
  if (kind === 'list-item' || kind === 'quote') return linked < 0.5;
  return region?.tag === 'p' || words > 5 || block.wording.endsSentence;
}

/** Cells of one row become one block. */
export function joinRows(kept: readonly KeptBlock[]): PageBlock[] {
  const joined: PageBlock[] = [];
  let row = -1;
  for (const block of kept) {
    const last = joined.at(-1);
    if (block.row >= 0 && block.row === row && last !== undefined) last.text += ` | ${block.text}`;
    else joined.push({ kind: block.kind, text: block.text });
    row = block.row;
  }
  return joined;
}
