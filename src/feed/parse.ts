import { parseFeed as parseDocument } from 'feedsmith';
import { treeOf, textWithin } from '../extract/html/tree.ts';
import { BrevierError } from '../errors.ts';
import type { ParsedEntry, ParsedFeed } from '../model/feed.ts';
import { withoutPiles } from '../stacked-marks.ts';
import { dateFrom } from './date.ts';
import { withoutDoctype } from './doctype.ts';
import { closed, mended } from './mend.ts';

/** Entries of one document that are looked at, from its top. */
const ENTRIES = 1000;
const TITLE = 300;
const HTML = 200_000;

type Document = ReturnType<typeof parseDocument>;

/**
 * RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed. `url` is where the document came from; links are made absolute by it.
 * @throws BrevierError `feed/not-a-feed`
 */
export function parseFeed(body: string, url: string): ParsedFeed {
  const words = mended(withoutDoctype(body.trim()));
  let document: Document;
  try {
    document = parsed(words);
  } catch (cause) {
    const isPage = /^\s*(?:<!doctype html|<html\b)/i.test(body.slice(0, 500));
    const what =
      body.trim() === '' ? 'The feed is empty.' : isPage ? 'That is a web page and no feed.' : 'That is no feed, or a broken one.';
    throw new BrevierError('feed/not-a-feed', what, { cause });
  }
  return read(document, url);
}

/** A document that ends in the middle of an entry loses that entry, and no other. */
function parsed(words: string): Document {
  try {
    return parseDocument(words);
  } catch (cause) {
    const whole = closed(words);
    if (whole === null) throw cause;
    return parseDocument(whole);
  }
}

function read(document: Document, url: string): ParsedFeed {
  switch (document.format) {
    case 'rss':
    case 'rdf': {
      const { feed } = document;
      const base = baseOf(feed, url);
      const site = absolute(feed.link, base ?? url);
      return {
        title: oneLine(feed.title ?? feed.dc?.titles?.[0], TITLE),
        siteUrl: site,
        entries: (feed.items ?? []).slice(0, ENTRIES).map((item) => fromItem(item, base ?? site ?? url)),
      };
    }
    case 'atom': {
      const { feed } = document;
      const base = baseOf(feed, url);
      const site = absolute(alternate(feed.links), base ?? url);
      return {
        title: oneLine(feed.title?.value, TITLE),
        siteUrl: site,
        entries: (feed.entries ?? []).slice(0, ENTRIES).map((entry) => ({
          guid: oneLine(entry.id, TITLE),
          link:
            original(entry) ??
            absolute(alternate(entry.links), baseOf(entry, base ?? url) ?? base ?? site ?? url) ??
            absolute(entry.id, base ?? url),
          title: oneLine(entry.title?.value ?? otherTitle(entry), TITLE),
          html: longest(unpacked(entry.content?.value), entry.summary?.value, entry.media?.description?.value),
          publishedAt: dateFrom(entry.published ?? entry.updated),
        })),
      };
    }
    case 'json': {
      const { feed } = document;
      const site = absolute(feed.home_page_url, url);
      return {
        title: oneLine(feed.title, TITLE),
        siteUrl: site,
        entries: (feed.items ?? []).slice(0, ENTRIES).map((item) => ({
          guid: oneLine(item.id, TITLE),
          link: absolute(item.url ?? item.external_url, site ?? url) ?? absolute(item.id, url, true),
          title: oneLine(item.title, TITLE),
          html: longest(item.content_html, item.content_text === undefined ? undefined : paragraphs(item.content_text), item.summary),
          publishedAt: dateFrom(item.date_published ?? item.date_modified),
        })),
      };
    }
    default:
      throw new BrevierError('feed/not-a-feed', 'That is no feed of a kind that I know.');
  }
}

type Item = NonNullable<Extract<Document, { format: 'rss' }>['feed']['items']>[number] & { rdf?: { about?: string } };

function fromItem(item: Item | NonNullable<Extract<Document, { format: 'rdf' }>['feed']['items']>[number], base: string): ParsedEntry {
  const guid = 'guid' in item ? item.guid : undefined;
  const about = item.rdf?.about;
  const published = 'pubDate' in item ? item.pubDate : undefined;
  const permalink = guid !== undefined && guid.isPermaLink !== false ? guid.value : undefined;
  return {
    guid: oneLine(guid?.value ?? about, TITLE),
    link:
      original(item) ??
      absolute(item.link, baseOf(item, base) ?? base) ??
      absolute(permalink ?? about, base, true) ??
      absolute(alternate(item.atom?.links), base),
    title: oneLine(item.title ?? otherTitle(item), TITLE),
    html: longest(unpacked(item.content?.encoded), item.description, item.media?.description?.value),
    publishedAt: dateFrom(published ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated ?? dctermsDate(item)),
  };
}

interface Extended {
  dc?: { titles?: readonly string[] };
  dcterms?: { isVersionOf?: readonly string[] } & Partial<Record<'issued' | 'created' | 'modified', readonly unknown[]>>;
  media?: { title?: { value?: string }; groups?: readonly { title?: { value?: string } }[] };
  xml?: { base?: string };
}

/** The article's own address behind that of a service which counts clicks (`mended` puts it there). */
function original({ dcterms }: Extended): string | null {
  return absolute(dcterms?.isVersionOf?.[0], '', true);
}

function dctermsDate({ dcterms }: Extended): unknown {
  return dcterms?.issued?.[0] ?? dcterms?.created?.[0] ?? dcterms?.modified?.[0];
}

function otherTitle({ dc, media }: Extended): string | undefined {
  return dc?.titles?.[0] ?? media?.title?.value ?? media?.groups?.[0]?.title?.value;
}

/** What links are relative to, where the element says so itself. */
function baseOf({ xml }: Extended, outer: string): string | null {
  return xml?.base === undefined ? null : absolute(xml.base, outer);
}

/** Old Atom may carry text in base64, which feedsmith leaves as it is. */
function unpacked(text: string | undefined): string | undefined {
  const bare = text?.replace(/\s+/gu, '') ?? '';
  if (bare.length < 24 || bare.length % 4 !== 0 || !/^[a-z\d+/]+={0,2}$/iu.test(bare)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(bare), (char) => char.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** Relations of a link that lead to no page about the entry. */
const NO_PAGE = new Set([
  'self',
  'enclosure',
  'edit',
  'edit-media',
  'replies',
  'hub',
  'license',
  'first',
  'last',
  'next',
  'previous',
  'prev',
]);

function alternate(links: readonly { href?: string; rel?: string }[] | undefined): string | undefined {
  return (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.find(({ rel }) => !NO_PAGE.has(rel ?? '')))?.href;
}

/** An http(s) address; null for everything else. `whole` refuses relative ones: a guid "1" is no link. */
function absolute(link: string | undefined, base: string, whole = false): string | null {
  // Some feeds escape their links twice.
  const words = link?.trim().replace(/&(?:amp|#38);/giu, '&') ?? '';
  if (words === '' || (whole && !/^https?:\/\//i.test(words))) return null;
  const url = whole ? URL.parse(words) : URL.parse(words, base);
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= 2048 ? url.href : null;
}

/** Plain text on one line: titles come with tags and entities in them. */
function oneLine(words: string | undefined, limit: number): string | null {
  if (words === undefined) return null;
  const [root] = /[<&]/.test(words) ? treeOf(`<div>${words.slice(0, 20 * limit)}</div>`).children : [];
  const plain = root?.type === 'tag' ? textWithin(root, limit) : words.slice(0, limit);
  const text = withoutPiles(plain)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed();
  return text === '' ? null : text;
}

/** The fullest of what a feed carries. A summary that is longer than the content says more than it. */
function longest(...texts: (string | undefined)[]): string | null {
  const found = texts.filter((text) => text !== undefined && text.trim() !== '').toSorted((a, b) => (b?.length ?? 0) - (a?.length ?? 0));
  return found[0]?.slice(0, HTML).toWellFormed() ?? null;
}

function paragraphs(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split(/\n\s*\n/u)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}
