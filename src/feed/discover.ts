import type { ChildNode, Element } from 'domhandler';
import { following, treeOf } from '../extract/html/tree.ts';

const TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$/iu;
const PATH = /(?:\/(?:feed|rss|atom)\/?|(?:feed|rss|atom|index)\.(?:xml|rss|atom|rdf|json)|\.(?:rss|atom|rdf))$/iu;
const MOST = 10;

/** Addresses of the feeds that a page announces, then those its links look like. Feeds of comments come last. No duplicates. */
export function feedLinks(html: string, url: string): string[] {
  const announced: string[] = [];
  const linked: string[] = [];
  const tree = treeOf(html);
  let node: ChildNode | null = tree.children[0] ?? null;
  while (node !== null) {
    if (node.type === 'tag') {
      const href = absolute(node, url);
      if (href !== null && node.name === 'link' && isFeedLink(node)) announced.push(href);
      if (href !== null && node.name === 'a' && PATH.test(new URL(href).pathname)) linked.push(href);
    }
    node = following(node, tree, true);
  }
  const all = [...new Set([...announced, ...linked])];
  const isComments = (href: string) => /comment/iu.test(href);
  return [...all.filter((href) => !isComments(href)), ...all.filter(isComments)].slice(0, MOST);
}

function isFeedLink({ attribs }: Element): boolean {
  const rel = (attribs['rel'] ?? '').toLowerCase().split(/\s+/u);
  return rel.includes('alternate') && TYPE.test((attribs['type'] ?? '').trim());
}

function absolute({ attribs }: Element, base: string): string | null {
  const href = attribs['href'];
  const url = href === undefined ? null : URL.parse(href, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
