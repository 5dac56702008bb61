import type { Passage } from '../passages.ts';

/** How a sentence stands to the quotations of its paragraph. */
export interface Quoted {
  /** Nothing but words of somebody else. */
  isWhole: boolean;
  /** Its quotation goes on in the next sentence. */
  isOpen: boolean;
}

const MARK = /["“”„«»]/gu;

/** Which sentences are quoted, when a quotation may run over several of them; one entry a passage. */
export function quotedOf(passages: readonly Passage[]): Quoted[] {
  let open: string | null = null;
  let block = -1;
  return passages.map((passage) => {
    if (passage.block !== block) open = null;
    block = passage.block;
    const { text } = passage;
    // A mark in front of the first word opens, even where the one before was never closed.
    if (/^\s*["“„«]/u.test(text)) open = null;
    let outside = '';
    let from = 0;
    for (const match of text.matchAll(MARK)) {
      if (open === null) outside += text.slice(from, match.index);
      from = match.index + 1;
      open = open === null ? opened(match[0]) : closes(open, match[0]) ? null : open;
    }
    if (open === null) outside += text.slice(from);
    return { isWhole: !/[\p{L}\p{N}]/u.test(outside), isOpen: open !== null };
  });
}

function opened(mark: string): string | null {
  return mark === '”' ? null : mark;
}

function closes(open: string, mark: string): boolean {
  if (open === '"') return mark === '"';
  if (open === '“') return mark === '”';
  if (open === '„') return mark === '“' || mark === '”';
  return open === '«' ? mark === '»' : mark === '«';
}
