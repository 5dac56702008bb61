import { withoutInvisible } from '../language/invisible.ts';
import type { CiteInline, FigureRow, Inline, View, ViewBlock } from '../view/view.ts';

export interface AnsiOptions {
  colour: boolean;
  /** Terminal hyperlinks (OSC 8); without them addresses are left out, and citations are quoted below. */
  links: boolean;
  /** Columns. */
  width: number;
}

const CODES = { bold: [1, 22], dim: [2, 22], italic: [3, 23], cyan: [36, 39] } as const;
type Paint = (style: keyof typeof CODES, words: string) => string;

/** View -> terminal text, wrapped at the width, ending in a line feed. Content cannot start an escape sequence. */
export function renderAnsi(view: View, options: AnsiOptions): string {
  const paint: Paint = (style, words) => {
    const [on, off] = CODES[style];
    return options.colour && words !== '' ? `\u001B[${on}m${words}\u001B[${off}m` : words;
  };
  const blocks = options.links ? view.blocks : withSources(view.blocks);
  const parts = blocks.map((block) => blockText(block, options, paint)).filter((part) => part !== '');
  return `${parts.join('\n\n').replaceAll(`\n\n${CLOSE}`, '\n').replaceAll(CLOSE, '')}\n`;
}

/** Where nothing can be opened, every cited sentence is quoted once, above the last line. */
function withSources(blocks: readonly ViewBlock[]): readonly ViewBlock[] {
  const quoted = new Set(blocks.flatMap((block) => (block.type === 'sources' ? block.items.map(({ number }) => number) : [])));
  // A message that is the sentence itself, such as an answer, need not say it again; beside others it is counted with them.
  const said = blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.inlines.map((part) => (part.type === 'cite' ? '' : part.text)).join('')] : [],
  );
  const unproved = blocks.flatMap(citesOf).filter(({ href, number }) => href !== null && !quoted.has(number));
  if (unproved.every(({ sentence }) => said.some((words) => words.includes(sentence.replace(/[;,]$/u, ''))))) return blocks;
  const missing = new Map(unproved.map((cite) => [cite.number, cite] as const));
  if (missing.size === 0) return blocks;
  const items = [...missing.values()].toSorted((a, b) => a.number - b.number);
  const at = blocks.findLastIndex(({ type }) => type === 'meta');
  const end = at > 0 ? at : blocks.length;
  return [...blocks.slice(0, end), { type: 'sources', items }, ...blocks.slice(end)];
}

function citesOf(block: ViewBlock): CiteInline[] {
  const inlines = (parts: readonly Inline[]) => parts.filter((part) => part.type === 'cite');
  switch (block.type) {
    case 'heading':
    case 'meta':
    case 'paragraph':
      return inlines(block.inlines);
    case 'points':
      return inlines(block.items.flat());
    case 'figures':
      return block.rows.flatMap(({ cites: cited }) => cited);
    case 'quote':
      return block.cites;
    case 'sources':
    case 'image':
    case 'divider':
    case 'actions':
      return [];
    default:
      return block satisfies never;
  }
}

/** Marks a block that belongs close to the one above it. Content never holds this character. */
const CLOSE = '\u0001';

function blockText(block: ViewBlock, options: AnsiOptions, paint: Paint): string {
  const inline = (parts: readonly Inline[]) => parts.map((part) => inlineText(part, options, paint)).join('');
  switch (block.type) {
    case 'heading':
      return paint('bold', wrap(inline(block.inlines), options.width, ''));
    case 'meta':
      return CLOSE + paint('dim', wrap(inline(block.inlines), options.width, ''));
    case 'paragraph':
      return wrap(inline(block.inlines), options.width, '');
    case 'points':
      return block.items
        .map((item, index) =>
          block.numbered === true
            ? wrap(`${index + 1}. ${inline(item)}`, options.width, '   ')
            : wrap(`• ${inline(item)}`, options.width, '  '),
        )
        .join('\n');
    case 'figures':
      return [paint('bold', clean(block.title).toUpperCase()), ...figureLines(block.rows, options, paint)].join('\n');
    case 'quote': {
      const by = block.speaker === null ? '' : `  ${paint('bold', clean(block.speaker))}`;
      return wrap(`${paint('italic', `“${clean(block.text)}”`)}${by}${cites(block.cites, options, paint)}`, options.width, '  ');
    }
    case 'sources':
      return block.items.map((item) => paint('dim', wrap(`[${item.number}] ${clean(item.sentence)}`, options.width, '    '))).join('\n');
    case 'image':
      return paint('dim', `Image: ${clean(block.alt)}`);
    case 'divider':
      return '─'.repeat(Math.min(options.width, 40));
    // Nothing can be pressed in a terminal.
    case 'actions':
      return '';
    default:
      return block satisfies never;
  }
}

/** Columns beside a value. */
const LEAST_WIDTH = 20;

function figureLines(rows: readonly FigureRow[], options: AnsiOptions, paint: Paint): string[] {
  // A value as long as a line would push every other one, and every line below its label, as far to the right.
  const widest = Math.min(Math.floor(options.width / 2), Math.max(...rows.map(({ value }) => displayWidth(value))));
  return rows.map(({ value, label, tags, cites: cited }) => {
    const gap = ' '.repeat(Math.max(0, widest - displayWidth(value)));
    const tag = tags.length === 0 ? '' : paint('dim', `  ${clean(tags.join(' · '))}`);
    const words = wrap(`${clean(label)}${tag}${cites(cited, options, paint)}`, Math.max(LEAST_WIDTH, options.width - widest - 3), '');
    return ` ${gap}${paint('bold', clean(value))}  ${words.replaceAll('\n', `\n${' '.repeat(widest + 3)}`)}`;
  });
}

function cites(items: readonly CiteInline[], options: AnsiOptions, paint: Paint): string {
  return items.map((item) => ` ${inlineText(item, options, paint)}`).join('');
}

function inlineText(inline: Inline, options: AnsiOptions, paint: Paint): string {
  switch (inline.type) {
    case 'text': {
      const words = clean(inline.text);
      return inline.strong ? paint('bold', words) : inline.code ? paint('cyan', words) : words;
    }
    case 'place':
      return clean(inline.text);
    case 'link':
      return link(clean(inline.text), inline.url, options);
    case 'cite':
      return paint('cyan', inline.href === null ? `[${inline.number}]` : link(`[${inline.number}]`, inline.href, options));
    default:
      return inline satisfies never;
  }
}

/** https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda: the terminal hyperlink convention. */
function link(words: string, url: string, { links }: AnsiOptions): string {
  // oxlint-disable-next-line no-control-regex -- the escape sequence is the purpose
  return links ? `\u001B]8;;${url.replace(/[\u0000-\u0020\u007F-\u009F]/g, '')}\u001B\\${words}\u001B]8;;\u001B\\` : words;
}

/** Content without control characters: no colour, cursor movement or title change can come from an article. */
function clean(words: string): string {
  return withoutInvisible(words.replace(/\s+/gu, ' '));
}

// oxlint-disable-next-line no-control-regex -- escape sequences take no room on the screen
const ESCAPES = /\u001B\[[\d;]*m|\u001B\]8;;[^\u001B]*\u001B\\/g;

function displayWidth(words: string): number {
  let width = 0;
  for (const char of words.replace(ESCAPES, '')) {
    width += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF00-\uFF60]/u.test(char)
      ? 2
      : /\p{M}/u.test(char)
        ? 0
        : 1;
  }
  return width;
}

/** Breaks at spaces; `indent` goes before every line but the first. A word longer than the width keeps its line. */
function wrap(words: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of words.split(' ')) {
    const size = displayWidth(word);
    if (line !== '' && used + 1 + size > width) {
      lines.push(line);
      line = '';
    }
    const before = line !== '' ? ' ' : lines.length === 0 ? '' : indent;
    used = (line === '' ? 0 : used) + before.length + size;
    line += before + word;
  }
  return [...lines, line].join('\n');
}
