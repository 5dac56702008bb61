import { withoutInvisible } from '../language/invisible.ts';
import type { CiteInline, FigureRow, Inline, View, ViewBlock } from '../view/view.ts';

/** View -> an HTML fragment without script, style or inline handlers. Content is escaped. */
export function renderHtml(view: View): string {
  return `<article class="brief">\n${view.blocks.map(blockHtml).join('\n')}\n</article>\n`;
}

function blockHtml(block: ViewBlock): string {
  switch (block.type) {
    case 'heading':
      return `<h2 dir="auto">${inlines(block.inlines)}</h2>`;
    case 'meta':
      return `<p class="meta" dir="auto">${inlines(block.inlines)}</p>`;
    case 'paragraph':
      return `<p dir="auto">${inlines(block.inlines)}</p>`;
    case 'points':
      return pointsHtml(block);
    case 'figures':
      return `<section class="figures"><h3>${escapeHtml(block.title)}</h3><dl>${block.rows.map(figure).join('')}</dl></section>`;
    case 'quote': {
      const by = block.speaker === null ? '' : ` <cite>${escapeHtml(block.speaker)}</cite>`;
      return `<blockquote dir="auto"><p>“${escapeHtml(block.text)}”${by}${cites(block.cites)}</p></blockquote>`;
    }
    case 'sources':
      return `<ol class="sources">${block.items.map((item) => `<li value="${item.number}" dir="auto">${escapeHtml(item.sentence)}</li>`).join('')}</ol>`;
    case 'image':
      return block.url === null
        ? `<p dir="auto">${escapeHtml(block.alt)}</p>`
        : `<img src="${href(block.url)}" alt="${escapeHtml(block.alt)}">`;
    case 'divider':
      return '<hr>';
    case 'actions':
      return `<div class="actions">${block.buttons.map(({ action, label, ref }) => `<button type="button" data-action="${action}" data-ref="${escapeHtml(ref)}">${escapeHtml(label)}</button>`).join('')}</div>`;
    default:
      return block satisfies never;
  }
}

function pointsHtml({ items, numbered }: Extract<ViewBlock, { type: 'points' }>): string {
  const list = numbered === true ? 'ol' : 'ul';
  return `<${list} class="points">${items.map((item) => `<li dir="auto">${inlines(item)}</li>`).join('')}</${list}>`;
}

function figure({ value, label, tags, cites: cited }: FigureRow): string {
  const hedge = tags.map((tag) => ` <span class="tag">${escapeHtml(tag)}</span>`).join('');
  return `<div><dt dir="auto">${escapeHtml(value)}</dt><dd dir="auto">${escapeHtml(label)}${hedge}${cites(cited)}</dd></div>`;
}

function cites(items: readonly CiteInline[]): string {
  return items.map((item) => ` ${inline(item)}`).join('');
}

function inlines(parts: readonly Inline[]): string {
  return parts.map(inline).join('');
}

function inline(part: Inline): string {
  switch (part.type) {
    case 'text': {
      const words = escapeHtml(part.text);
      return part.strong ? `<strong>${words}</strong>` : part.code ? `<code>${words}</code>` : words;
    }
    case 'place':
      return escapeHtml(part.text);
    case 'link':
      return `<a href="${href(part.url)}" rel="noopener noreferrer">${escapeHtml(part.text)}</a>`;
    case 'cite': {
      const label = `aria-label="Source ${part.number}: ${escapeHtml(part.sentence)}" title="${escapeHtml(part.sentence)}"`;
      return part.href === null
        ? `<sup class="cite" ${label}>[${part.number}]</sup>`
        : `<sup class="cite"><a href="${href(part.href)}" ${label} rel="noopener noreferrer">[${part.number}]</a></sup>`;
    }
    default:
      return part satisfies never;
  }
}

/** Only web addresses and addresses on this site; anything else leads nowhere. */
function href(url: string): string {
  return /^(?:https?:\/\/|\/(?!\/)|#)/i.test(url) ? escapeHtml(url) : '#';
}

export function escapeHtml(words: string): string {
  return withoutInvisible(words)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
