import { Marked } from 'marked';
import { escapeHtml } from '../../../src/render/html.ts';

/** Components V2 as far as a preview needs them; read from any payload, not only from ours. */
interface Component {
  type: number;
  components?: Component[];
  content?: string;
  label?: string;
  custom_id?: string;
  items?: { media: { url: string }; description?: string }[];
}

/** About what Discord shows for a message: https://docs.discord.com/developers/components/reference. */
export function previewDiscord(payload: unknown): string {
  const { components = [] } = payload as { components?: Component[] };
  return components.map(componentHtml).join('\n');
}

function componentHtml(component: Component): string {
  const inner = (component.components ?? []).map(componentHtml).join('\n');
  switch (component.type) {
    case 17:
      return `<div class="container">${inner}</div>`;
    case 1:
      return `<div class="actions">${inner}</div>`;
    case 2: {
      const [, action = '', ref = ''] = (component.custom_id ?? '').split(':');
      return `<button type="button" data-action="${escapeHtml(action)}" data-ref="${escapeHtml(ref)}">${escapeHtml(component.label ?? '')}</button>`;
    }
    case 10:
      return markdownHtml(component.content ?? '');
    case 12:
      return (component.items ?? [])
        .map(({ media, description }) => `<img src="${safe(media.url)}" alt="${escapeHtml(description ?? '')}">`)
        .join('');
    case 14:
      return '<hr>';
    // A component that the preview does not know is named, so that it cannot be overlooked.
    default:
      return `<p class="small">[component ${component.type}]</p>`;
  }
}

/** Discord's Markdown is CommonMark's with hard line breaks, without HTML, and with `-# ` for small print. */
const markdown = new Marked({
  breaks: true,
  extensions: [
    {
      name: 'small',
      level: 'block',
      start: (source) => /(?:^|\n)-# /.exec(source)?.index,
      tokenizer(source) {
        const match = /^-# (.*)(?:\n|$)/.exec(source);
        if (match === null) return undefined;
        return { type: 'small', raw: match[0], tokens: this.lexer.inlineTokens(match[1] ?? '') };
      },
      renderer(token) {
        return `<p class="small">${this.parser.parseInline(token.tokens ?? [])}</p>`;
      },
    },
  ],
  renderer: {
    html: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      return `<a href="${safe(href)}" rel="noopener noreferrer">${this.parser.parseInline(tokens)}</a>`;
    },
    image: ({ text }) => escapeHtml(text),
  },
});

/** A `-# ` line ends the paragraph before it, which CommonMark does not know. */
function markdownHtml(content: string): string {
  return markdown.parse(
    content
      .replace(/\n(?=-# )/g, '\n\n')
      .replace(/^(- .*)\n(?!- |\n)/gm, '$1\n\n')
      .replace(/^(-# .*)\n(?!\n)/gm, '$1\n\n'),
    { async: false },
  );
}

function safe(url: string): string {
  return /^https?:\/\//i.test(url) ? escapeHtml(url) : '#';
}
