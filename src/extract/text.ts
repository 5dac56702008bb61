import type { LooseBlock } from './assemble.ts';

const LIST_ITEM = /^\s*(?:[-*•‣▪◦·]|\(?\d{1,2}[.)])\s+(?=\S)/u;
const SENTENCE_END = /[.!?…:;,。！？।؟"'”’»)\]]$/u;
/** A headline may ask, shout, or end in what somebody said: "Blind student 'hears in colour'". */
const TITLE_END = /[.…:;,。，؛]$|[.!?…,]['"”’»)\]]$/u;
/** Longer than this, a line without a full stop is a paragraph that forgot one. */
const HEADING_MAX = 120;
/** A file whose lines are about this long was wrapped by an editor: its lines are not paragraphs. */
const WRAP_WIDTH = { min: 50, max: 100 };

/**
 * Plain text as blocks. Blank lines separate blocks; inside a stretch without blank lines each line is a block
 * unless the text was hard-wrapped. A first short line with no full stop is the title.
 */
export function readText(content: string): { title: string | null; blocks: LooseBlock[] } {
  const stretches = content
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/u)
    .map((stretch) => stretch.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
  const wrapped = isHardWrapped(stretches);
  const blocks: LooseBlock[] = [];
  for (const lines of stretches) blocks.push(...blocksOf(lines, wrapped));
  return withoutTitle(markHeadings(blocks));
}

function isHardWrapped(stretches: readonly string[][]): boolean {
  const inner = stretches.flatMap((lines) => lines.slice(0, -1)).filter((line) => !LIST_ITEM.test(line));
  if (inner.length < 3) return false;
  const open = inner.filter((line) => {
    const length = line.trimEnd().length;
    return length >= WRAP_WIDTH.min && length <= WRAP_WIDTH.max;
  });
  return open.length / inner.length > 0.8;
}

function blocksOf(lines: readonly string[], wrapped: boolean): LooseBlock[] {
  const blocks: LooseBlock[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (LIST_ITEM.test(line)) {
      blocks.push({ kind: 'list-item', text: line.replace(LIST_ITEM, '').trim() });
    } else if (wrapped && last !== undefined) {
      last.text += ` ${line.trim()}`;
    } else {
      blocks.push({ kind: 'paragraph', text: line.trim() });
    }
  }
  return blocks;
}

/** A short line with no end mark is a heading when something follows it that is longer. */
function markHeadings(blocks: readonly LooseBlock[]): LooseBlock[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    const heading =
      block.kind === 'paragraph' &&
      block.text.length <= HEADING_MAX &&
      !(index === 0 ? TITLE_END : SENTENCE_END).test(block.text) &&
      next !== undefined &&
      (next.kind === 'list-item' || next.text.length > block.text.length);
    return heading ? { kind: 'heading', text: block.text } : block;
  });
}

function withoutTitle(blocks: LooseBlock[]): { title: string | null; blocks: LooseBlock[] } {
  const first = blocks[0];
  if (first?.kind !== 'heading' || blocks.length < 2 || blocks[1]?.kind === 'list-item') {
    return { title: null, blocks };
  }
  return { title: first.text, blocks: blocks.slice(1) };
}
