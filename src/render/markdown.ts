import type { CiteInline, Inline, View, ViewBlock } from '../view/view.ts';

/** View -> CommonMark. Content is escaped; links and citations are the only live markup. */
export function renderMarkdown(view: View): string {
  const parts = view.blocks.map(blockText).filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: ViewBlock): string {
  switch (block.type) {
    case 'heading':
      return `## ${line(block.inlines)}`;
    case 'meta':
    case 'paragraph':
      return line(block.inlines);
    case 'points':
      return block.items.map((item) => `- ${line(item)}`).join('\n');
    case 'figures': {
      const rows = block.rows.map(
        ({ value, label, tags, cites }) =>
          `| **${escapeMarkdown(value)}** | ${escapeMarkdown(label)} | ${escapeMarkdown(tags.join(' · '))} | ${cites.map(inline).join(' ')} |`,
      );
      return [`### ${escapeMarkdown(block.title)}`, '', '| figure | what | status | proof |', '|---:|---|---|---|', ...rows].join('\n');
    }
    case 'quote':
      return `> “${escapeMarkdown(block.text)}”${block.speaker === null ? '' : ` **${escapeMarkdown(block.speaker)}**`}${block.cites.map((cite) => ` ${inline(cite)}`).join('')}`;
    case 'sources':
      return block.items.map((item) => `\\[${item.number}\\] ${escapeMarkdown(item.sentence)}  `).join('\n');
    case 'image':
      return block.url === null ? escapeMarkdown(block.alt) : `![${escapeMarkdown(block.alt)}](${destination(block.url)})`;
    case 'divider':
      return '---';
    // Nothing can be pressed in a document.
    case 'actions':
      return '';
    default:
      return block satisfies never;
  }
}

function line(inlines: readonly Inline[]): string {
  return inlines.map(inline).join('').trim();
}

function inline(part: Inline | CiteInline): string {
  switch (part.type) {
    case 'text': {
      if (part.code) return `\`${part.text.replace(/[`\n]/g, "'")}\``;
      const words = escapeMarkdown(part.text);
      return part.strong && words.trim() !== '' ? `**${words}**` : words;
    }
    case 'place':
      return escapeMarkdown(part.text);
    case 'link':
      return `[${escapeMarkdown(part.text)}](${destination(part.url)})`;
    case 'cite':
      return part.href === null ? `\\[${part.number}\\]` : `[\\[${part.number}\\]](${destination(part.href)})`;
    default:
      return part satisfies never;
  }
}

function destination(url: string): string {
  return `<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>`;
}

/** Every ASCII punctuation mark may be escaped, https://spec.commonmark.org/0.31.2/#backslash-escapes. */
function escapeMarkdown(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(/^([-+])(?= )/, '\\$1')
    .replace(/^(\d+)([.)])(?= )/, '$1\\$2');
}
