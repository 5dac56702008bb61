import { withoutInvisible } from '../language/invisible.ts';
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
      return block.items.map((item, index) => `${block.numbered === true ? `${index + 1}.` : '-'} ${line(item)}`).join('\n');
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

/** One line. What would make a list or a heading of it is made words; two pieces of code side by side would fence each other in. */
function line(inlines: readonly Inline[]): string {
  return inlines
    .map(inline)
    .reduce((told, part) => told + (told.endsWith('`') && part.startsWith('`') ? ' ' : '') + part, '')
    .trim()
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

function inline(part: Inline | CiteInline): string {
  switch (part.type) {
    case 'text': {
      if (part.code) return code(part.text);
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

function code(text: string): string {
  const words = withoutInvisible(text).replace(/[`\s]+/gu, (found) => (found.includes('`') ? "'" : ' '));
  return words === '' ? '' : `\`${words}\``;
}

/** A bar would end the cell of a table, even inside a link (https://github.github.com/gfm/#tables-extension-). */
function destination(url: string): string {
  return `<${url.replace(/[<>\s\\|]/g, encodeURIComponent)}>`;
}

/**
 * Every ASCII punctuation mark may be escaped, https://spec.commonmark.org/0.31.2/#backslash-escapes. Addresses would
 * become links by themselves, https://github.github.com/gfm/#autolinks-extension-.
 */
function escapeMarkdown(words: string): string {
  return withoutInvisible(words)
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>#|~&!@]/g, '\\$&')
    .replace(/\b([a-z]{2,12}):(?=\/\/)/gi, '$1\\:')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`);
}
