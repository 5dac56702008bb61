import { generateOpml, parseOpml } from 'feedsmith';
import { BrevierError } from '../errors.ts';
import { withoutDoctype } from './doctype.ts';

const MOST = 1000;
const DEEPEST = 20;

interface Outline {
  text?: string;
  title?: string;
  xmlUrl?: string;
  outlines?: readonly Outline[];
}

/**
 * The feeds of an OPML file, folders flattened, each address once, at most a thousand.
 * @throws BrevierError `feed/not-opml`
 */
export function readOpml(body: string): { url: string; title: string | null }[] {
  let outlines: readonly Outline[];
  try {
    outlines = parseOpml(withoutDoctype(body.trim())).body?.outlines ?? [];
  } catch (cause) {
    throw new BrevierError('feed/not-opml', 'That is no OPML file. Export one from your feed reader and try again.', { cause });
  }
  const feeds = new Map<string, string | null>();
  const collect = (list: readonly Outline[], depth: number): void => {
    for (const { xmlUrl, title, text, outlines: inner } of list) {
      const url = xmlUrl === undefined ? null : URL.parse(xmlUrl.trim());
      if (url !== null && /^https?:$/.test(url.protocol) && !feeds.has(url.href) && feeds.size < MOST)
        feeds.set(url.href, title ?? text ?? null);
      if (inner !== undefined && depth < DEEPEST) collect(inner, depth + 1);
    }
  };
  collect(outlines, 0);
  if (feeds.size === 0) throw new BrevierError('feed/not-opml', 'There is no feed in that OPML file.');
  return [...feeds].map(([url, title]) => ({ url, title }));
}

/** An OPML 2.0 file, the same for the same feeds. */
export function writeOpml(feeds: readonly { url: string; title: string | null; siteUrl: string | null }[], title: string): string {
  const outlines = feeds.map(({ url, title: name, siteUrl }) => ({
    text: name ?? url,
    type: 'rss',
    xmlUrl: url,
    ...(name === null ? {} : { title: name }),
    ...(siteUrl === null ? {} : { htmlUrl: siteUrl }),
  }));
  return generateOpml({ head: { title }, body: { outlines } });
}
