import { escapeHtml } from '../../../src/render/html.ts';

/** Block Kit as far as a preview needs it; read from any payload, not only from ours. */
interface Leaf {
  type: string;
  text?: string;
  url?: string;
  style?: { bold?: boolean; italic?: boolean; code?: boolean };
}
interface Part {
  type: string;
  style?: unknown;
  elements?: (Leaf & Part)[];
}
interface Block extends Part {
  elements?: (Leaf & Part & { action_id?: string; value?: string; text?: unknown })[];
  image_url?: string;
  alt_text?: string;
}

/** About what Slack shows for a message: https://docs.slack.dev/reference/block-kit/blocks/. */
export function previewSlack(payload: unknown): string {
  const { blocks = [] } = payload as { blocks?: Block[] };
  return blocks.map(blockHtml).join('\n');
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'rich_text':
      return (block.elements ?? []).map(partHtml).join('');
    case 'context':
      return `<p class="context">${(block.elements ?? []).map(contextHtml).join(' ')}</p>`;
    case 'actions':
      return `<div class="actions">${(block.elements ?? []).map(buttonHtml).join('')}</div>`;
    case 'image':
      return `<img src="${safe(block.image_url)}" alt="${escapeHtml(block.alt_text ?? '')}">`;
    case 'divider':
      return '<hr>';
    // A block that the preview does not know is named, so that it cannot be overlooked.
    default:
      return `<p class="context">[${escapeHtml(block.type)}]</p>`;
  }
}

function partHtml(part: Part): string {
  const elements = part.elements ?? [];
  switch (part.type) {
    case 'rich_text_list': {
      const list = part.style === 'ordered' ? 'ol' : 'ul';
      return `<${list}>${elements.map((item) => `<li>${(item.elements ?? []).map(leafHtml).join('')}</li>`).join('')}</${list}>`;
    }
    case 'rich_text_quote':
      return `<blockquote>${elements.map(leafHtml).join('')}</blockquote>`;
    default:
      return `<p>${elements.map(leafHtml).join('')}</p>`;
  }
}

function leafHtml({ type, text = '', url, style = {} }: Leaf): string {
  let html = escapeHtml(text);
  if (style.code) html = `<code>${html}</code>`;
  if (style.italic) html = `<em>${html}</em>`;
  if (style.bold) html = `<strong>${html}</strong>`;
  return type === 'link' ? `<a href="${safe(url)}" rel="noopener noreferrer">${html}</a>` : html;
}

function contextHtml({ type, text }: { type: string; text?: unknown }): string {
  const words = String(text ?? '');
  if (type !== 'mrkdwn') return escapeHtml(words);
  // In mrkdwn the words are escaped already, and only links are markup.
  return words
    .split(/(<[^>|]+\|[^>]*>)/)
    .map((piece) => {
      const [, url, label] = /^<([^>|]+)\|([^>]*)>$/.exec(piece) ?? [];
      const plain = (label ?? piece).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
      return url === undefined ? escapeHtml(plain) : `<a href="${safe(url)}" rel="noopener noreferrer">${escapeHtml(plain)}</a>`;
    })
    .join('');
}

function buttonHtml({ action_id: id = '', value = '', text }: { action_id?: string; value?: string; text?: unknown }): string {
  const label = (text as { text?: string } | undefined)?.text ?? '';
  return `<button type="button" data-action="${escapeHtml(id.split(':').at(-1) ?? '')}" data-ref="${escapeHtml(value)}">${escapeHtml(label)}</button>`;
}

function safe(url = ''): string {
  return /^https?:\/\//i.test(url) ? escapeHtml(url) : '#';
}
