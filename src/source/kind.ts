import { extname } from 'node:path';

/** Front matter, an ATX heading, or a link or emphasis in Markdown's own way. */
export function looksLikeMarkdown(text: string): boolean {
  const head = text.slice(0, 20_000);
  return /^---\r?\n[\s\S]{0,4000}?\n---/.test(head) || /^#{1,6} \S/m.test(head) || /\[[^\]\n]{1,200}\]\(https?:/.test(head);
}

function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<article)/i.test(text.slice(0, 1000));
}

/** ISO 32000-1, 7.5.2: a PDF says so in its first bytes. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

/** How to read a file: by its ending, else by what it holds. */
export function kindOf(fileName: string, content: string): 'html' | 'markdown' | 'text' {
  const ending = extname(fileName).toLowerCase();
  if (ending === '.html' || ending === '.htm' || ending === '.xhtml') return 'html';
  if (ending === '.md' || ending === '.markdown') return 'markdown';
  if (looksLikeHtml(content)) return 'html';
  return ending === '' && looksLikeMarkdown(content) ? 'markdown' : 'text';
}
