import type { Article } from '../model/article.ts';

/** About 8,000 tokens of most languages. */
const SECTION_CHARS = 24_000;
/** A longer article is a book: the built-in engine reads it. */
const SECTIONS_MAX = 6;

/** Ids of the sentences of each section, headings with what follows them; null when there are too many. */
export function sectionsOf({ sentences, blocks, text }: Article): number[][] | null {
  const sections: number[][] = [[]];
  let size = 0;
  for (const { id, block, span } of sentences) {
    const kind = blocks[block]?.kind;
    if (kind === 'code') continue;
    const length = text.slice(span.start, span.end).length + 8;
    const isFull = size + length > SECTION_CHARS || (kind === 'heading' && size > SECTION_CHARS * 0.8);
    if (isFull && size > 0) {
      sections.push([]);
      size = 0;
    }
    sections.at(-1)?.push(id);
    size += length;
  }
  return sections.length > SECTIONS_MAX ? null : sections;
}
