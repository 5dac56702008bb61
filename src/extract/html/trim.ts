import { dateIn } from './date.ts';
import type { KeptBlock } from './keep.ts';
import { proseOf } from './weights.ts';

const CREDIT = /^(?:photo|image|picture|foto|bild|credit|quelle|source|fuente|crédit|grafik|video|illustration)s?\b[^.]{0,20}:/iu;
const RIGHTS =
  /^\s*(?:©|\(c\)\s|copyright\b)|©|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti/iu;
const ADDRESS = /\S@\S+\.\p{L}{2,}|https?:\/\/|www\./iu;
/** How far from either end a line may be and still be something about the article. */
const EDGE = 4;
/** Patterns are not tried on more than this. */
const LONGEST_LINE = 1000;
/** A longer tail of lines like these is a list that the article means. */
const CLOSING = 8;

/** Takes away what stands around and between the text without being text: credits, dates, leftovers of boxes. */
export function trimBlocks(kept: readonly KeptBlock[]): KeptBlock[] {
  const plain = kept.filter((block, at) => !isLine(block) || !isNote(block, Math.min(at, kept.length - 1 - at)));
  let start = 0;
  while (start < plain.length && isOpeningLeftover(plain[start])) start += 1;
  let end = plain.length;
  while (end > start && plain.length - end < CLOSING && isClosingLeftover(plain[end - 1])) end -= 1;
  const trimmed = plain.slice(start === plain.length ? 0 : start, end);
  // What would be most of the text is no leftover of it.
  return withoutBareHeadings(wordsOf(trimmed) * 2 < wordsOf(plain) ? plain : trimmed);
}

function wordsOf(kept: readonly KeptBlock[]): number {
  return kept.reduce((sum, { raw }) => sum + raw.wording.words, 0);
}

function isLine({ kind }: KeptBlock): boolean {
  return kind === 'paragraph' || kind === 'list-item' || kind === 'caption';
}

function isNote({ text: whole, raw }: KeptBlock, fromEdge: number): boolean {
  const text = whole.slice(0, LONGEST_LINE);
  const { words, endsSentence } = raw.wording;
  if (words < 14 && !endsSentence && CREDIT.test(text)) return true;
  if (words < 60 && RIGHTS.test(text)) return true;
  return fromEdge < EDGE && words < 25 && !endsSentence && text.length < 160 && dateIn(text, true) !== null;
}

function isOpeningLeftover(block: KeptBlock | undefined): boolean {
  if (block === undefined) return false;
  // A standfirst in a heading's clothes says again what the text says.
  if (block.kind === 'heading') return block.raw.wording.words > 9;
  if (block.kind !== 'paragraph') return false;
  return proseOf(block.raw) === 0 && !block.raw.wording.endsSentence && block.raw.wording.words < 12;
}

function isClosingLeftover(block: KeptBlock | undefined): boolean {
  if (block === undefined || block.kind === 'table-row' || block.kind === 'code' || block.kind === 'reference') return false;
  if (block.kind === 'heading') return true;
  const { raw, kind } = block;
  const text = block.text.slice(0, LONGEST_LINE);
  const { words, endsSentence } = raw.wording;
  const linked = raw.linkChars / raw.text.length;
  if (kind !== 'list-item' && words < 60 && raw.wording.digits > raw.wording.letters * 0.15 && !endsSentence) return true;
  if (words < 45 && (ADDRESS.test(text) || (linked > 0.3 && raw.links > 0))) return true;
  if (kind === 'paragraph' && words < 50 && raw.strongChars > raw.text.length * 0.9 && raw.links > 0) return true;
  return kind === 'paragraph' && words < 8 && !endsSentence;
}

/** A heading with nothing of its own under it is the leftover of a box. */
function withoutBareHeadings(kept: readonly KeptBlock[]): KeptBlock[] {
  return kept.filter((block, at) => {
    const next = kept[at + 1];
    return block.kind !== 'heading' || (next !== undefined && (next.kind !== 'heading' || next.level > block.level));
  });
}
