import type { Article } from '../model/article.ts';
import type { Clock, Extractor, Fetcher } from '../ports.ts';
import { looksLikeMarkdown } from './kind.ts';

/** What somebody gave to be briefed. */
export type Source = { type: 'url'; url: string } | { type: 'pasted'; text: string };

/** An http(s) address alone makes a URL; everything else is the text itself. */
export function sourceFrom(words: string): Source {
  const trimmed = words.trim().replace(/^<(https?:\/\/[^|>\s]+)(?:\|[^>]*)?>$/, '$1');
  return /^https?:\/\/\S+$/i.test(trimmed) ? { type: 'url', url: trimmed } : { type: 'pasted', text: words };
}

/**
 * Fetches where that is needed, and reads.
 * @throws BrevierError `source/*`.
 */
export async function articleFromSource(
  source: Source,
  { fetcher, clock, extractor }: { fetcher: Fetcher; clock: Clock; extractor: Extractor },
  signal: AbortSignal,
): Promise<Article> {
  const fetchedAt = clock.now().toISOString();
  if (source.type === 'pasted') {
    const kind = looksLikeMarkdown(source.text) ? 'markdown' : 'text';
    return await extractor.extract({ kind, content: source.text, url: null, fetchedAt });
  }
  const page = await fetcher.fetchPage(source.url, signal);
  if (page.bytes !== undefined) return await extractor.extract({ kind: 'pdf', bytes: page.bytes, url: page.url, fetchedAt });
  const kind = page.contentType === 'text/markdown' ? 'markdown' : page.contentType === 'text/plain' ? 'text' : 'html';
  return await extractor.extract({ kind, content: page.body, url: page.url, fetchedAt });
}
