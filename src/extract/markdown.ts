import { lexer, type Token, type Tokens } from 'marked';
import { parse as parseYaml } from 'yaml';
import type { LooseBlock } from './assemble.ts';

export interface MarkdownPage {
  title: string | null;
  byline: string | null;
  publishedAt: string | null;
  site: string | null;
  language: string | null;
  url: string | null;
  blocks: LooseBlock[];
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
/** Deeper nesting than this is hostile, not written; what lies below is read as one block. */
const MAX_DEPTH = 20;

/** Markdown with optional front matter. Blocks come from marked's tokens, never from the HTML it prints. */
export function readMarkdown(content: string): MarkdownPage {
  const front = FRONT_MATTER.exec(content);
  const meta = frontMatter(front?.[1] ?? '');
  const blocks: LooseBlock[] = [];
  collect(lexer(front === null ? content : content.slice(front[0].length)), 'paragraph', 0, blocks);
  const title = text(meta['title']);
  const first = blocks[0];
  const headline = first?.kind === 'heading' ? first.text : null;
  // The first heading is the title, whether or not the front matter says it again.
  const repeated = headline !== null && (title === null || headline.toLowerCase() === title.toLowerCase());
  return {
    title: title ?? headline,
    byline: text(meta['author'] ?? meta['byline']),
    publishedAt: isoDate(meta['date'] ?? meta['published']),
    site: text(meta['site'] ?? meta['publisher']),
    language: text(meta['language'] ?? meta['lang']),
    url: text(meta['url'] ?? meta['canonical']),
    blocks: repeated ? blocks.slice(1) : blocks,
  };
}

function collect(tokens: readonly Token[], kind: LooseBlock['kind'], depth: number, into: LooseBlock[]): void {
  for (const token of tokens) {
    switch (token.type) {
      case 'heading':
        into.push({ kind: 'heading', text: inline(token.tokens ?? []) });
        break;
      case 'paragraph':
      case 'text':
        into.push({ kind, text: token.tokens === undefined ? plain(token.raw) : inline(token.tokens) });
        break;
      case 'blockquote':
        nested(token.tokens ?? [], 'quote', token.raw, depth, into);
        break;
      case 'list':
        for (const item of (token as Tokens.List).items) {
          nested(item.tokens, 'list-item', item.raw, depth, into);
        }
        break;
      case 'code':
        into.push({ kind: 'code', text: (token as Tokens.Code).text });
        break;
      case 'table':
        for (const row of [(token as Tokens.Table).header, ...(token as Tokens.Table).rows]) {
          into.push({ kind: 'table-row', text: row.map((cell) => inline(cell.tokens)).join(' | ') });
        }
        break;
      default:
        // Raw HTML, rules, definitions and blank space carry no running text.
        break;
    }
  }
}

function nested(tokens: readonly Token[], kind: LooseBlock['kind'], raw: string, depth: number, into: LooseBlock[]): void {
  if (depth >= MAX_DEPTH) into.push({ kind, text: plain(raw) });
  else collect(tokens, kind, depth + 1, into);
}

/** The words of inline tokens; images, raw HTML and addresses of links are dropped. */
function inline(tokens: readonly Token[]): string {
  let words = '';
  for (const token of tokens) {
    if (token.type === 'br') words += ' ';
    else if (token.type === 'image' || token.type === 'html') continue;
    else if ('tokens' in token && token.tokens !== undefined) words += inline(token.tokens);
    else if ('text' in token && typeof token.text === 'string') words += entities(token.text);
  }
  return words;
}

/** marked escapes what it hands to an HTML printer; the words need the characters themselves. */
function entities(words: string): string {
  return words
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}

function plain(raw: string): string {
  return entities(raw.replace(/[*_`>#]+/g, ' '));
}

/** Bad YAML is no reason to lose the article: it then simply has no metadata. */
function frontMatter(yaml: string): Record<string, unknown> {
  try {
    const parsed: unknown = parseYaml(yaml, { maxAliasCount: 0 });
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isoDate(value: unknown): string | null {
  const raw = text(value);
  if (raw === null) return null;
  const date = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(raw);
  return date === null ? null : raw;
}
