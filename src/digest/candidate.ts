import { treeOf, textWithin } from '../extract/html/tree.ts';
import { detectLanguage } from '../language/detect.ts';
import type { Entry, Feed } from '../model/feed.ts';
import type { Candidate } from './cluster.ts';
import { termsOf } from './terms.ts';

/** Of a feed's own text only the start is weighed; the article itself is read later. UTF-16 units. */
const HTML = 20_000;
const TEXT = 4_000;

/** An entry with what is known before its article is read. */
export function candidateFrom(entry: Entry, feed: Pick<Feed, 'title' | 'url' | 'siteUrl'>): Candidate {
  const text = plainText(entry.html);
  const language = detectLanguage(`${entry.title ?? ''}. ${text}`);
  const site = hostOf(entry.link ?? feed.siteUrl ?? feed.url);
  return { entry, site, source: feed.title ?? site, text, language, terms: termsOf(entry.title, text, language) };
}

function plainText(html: string | null): string {
  if (html === null) return '';
  const [root] = treeOf(`<div>${html.slice(0, HTML)}</div>`).children;
  return root?.type === 'tag' ? textWithin(root, TEXT) : '';
}

export function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./u, '') ?? url;
}
