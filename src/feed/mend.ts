/**
 * What feedsmith 3 does not read by itself, put right in the words of the document before it is parsed: a document that
 * is cut off, RSS behind a prefix of its own, and the address that FeedBurner's own link leads to.
 */

/** feedsmith passes unknown elements over; this one, which no feed uses, it keeps. */
const ORIGINAL_LINK = /<(\/?)(?:feedburner|pheedo):origLink(?=[\s>])/giu;
const PREFIXED_ROOT = /<([\w-]{1,20}):rss[\s>]/iu;
/** How far in the document its root element is looked for. */
const HEAD = 5000;
const ROOT = /<((?:[\w-]{1,20}:)?(?:rss|feed|RDF))[\s>]/iu;
const ENTRY_END = /<\/(?:[\w-]{1,20}:)?(?:item|entry)\s*>/giu;

export function mended(xml: string): string {
  const prefix = PREFIXED_ROOT.exec(xml.slice(0, HEAD))?.[1];
  const plain = prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
  return plain.replace(ORIGINAL_LINK, '<$1dcterms:isVersionOf');
}

/** The entries that are whole, with everything closed behind them; null when there are none. */
export function closed(xml: string): string | null {
  const root = ROOT.exec(xml.slice(0, HEAD))?.[1];
  if (root === undefined) return null;
  let end = -1;
  for (const match of xml.matchAll(ENTRY_END)) end = match.index + match[0].length;
  if (end < 0) return null;
  const channel = /rss$/iu.test(root) ? `</${/<(channel)[\s>]/iu.exec(xml)?.[1] ?? 'channel'}>` : '';
  return `${xml.slice(0, end)}${channel}</${root}>`;
}
