/**
 * What feedsmith 3 does not read by itself, put right in the words of the document before it is parsed: a document that
 * is cut off, RSS behind a prefix of its own, text as XHTML in RSS, what the links of a channel are relative to, and the
 * address that FeedBurner's own link leads to.
 */

/** feedsmith passes unknown elements over; this one, which no feed uses, it keeps. */
const ORIGINAL_LINK = /<(\/?)(?:feedburner|pheedo):origLink(?=[\s>])/giu;
const PREFIXED_ROOT = /<([\w-]{1,20}):rss[\s>]/iu;
/** Text of an item of RSS as markup: (prefix:)body in XHTML's namespace. */
const XHTML_BODY = /<(xhtml:body|body(?=\s[^>]{0,200}xhtml))(?:\s[^>]*)?>((?:(?!<\/?(?:xhtml:)?body|\]\]>)[\s\S])*)<\/(?:xhtml:)?body>/giu;
const CHANNEL_BASE = /<channel\s[^>]{0,500}xml:base\s*=\s*(["'])([^"'<>]{1,500})\1/iu;
/** How far in the document its root element is looked for. */
const HEAD = 5000;
const ROOT = /<((?:[\w-]{1,20}:)?(?:rss|feed|RDF))[\s>]/iu;
const ENTRY_END = /<\/(?:[\w-]{1,20}:)?(?:item|entry)\s*>/giu;

export function mended(xml: string): string {
  const prefix = PREFIXED_ROOT.exec(xml.slice(0, HEAD))?.[1];
  const plain = prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
  const linked = plain.replace(ORIGINAL_LINK, '<$1dcterms:isVersionOf');
  const root = /<(?:rss|rdf:RDF)(?=[\s>])/iu.exec(linked.slice(0, HEAD))?.[0];
  return root === undefined ? linked : rssMended(linked, root);
}

function rssMended(xml: string, root: string): string {
  const base = CHANNEL_BASE.exec(xml.slice(0, 2 * HEAD))?.[2];
  const based =
    base === undefined || /<rss[^>]{0,500}xml:base/iu.test(xml.slice(0, HEAD)) ? xml : xml.replace(root, `${root} xml:base="${base}"`);
  return based.replace(XHTML_BODY, '<content:encoded><![CDATA[$2]]></content:encoded>');
}

/** The entries that are whole, with everything closed behind them; null when there are none. */
export function closed(xml: string): string | null {
  if (xml.startsWith('{')) return closedJson(xml);
  const root = ROOT.exec(xml.slice(0, HEAD))?.[1];
  if (root === undefined) return null;
  let end = -1;
  for (const match of xml.matchAll(ENTRY_END)) end = match.index + match[0].length;
  if (end < 0) return null;
  const channel = /rss$/iu.test(root) ? `</${/<(channel)[\s>]/iu.exec(xml)?.[1] ?? 'channel'}>` : '';
  return `${xml.slice(0, end)}${channel}</${root}>`;
}

/** A JSON Feed up to its last whole item: items are objects in an array of the outermost object. */
function closedJson(json: string): string | null {
  let depth = 0;
  let inString = false;
  let end = -1;
  for (let at = 0; at < json.length; at += 1) {
    const char = json[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (char === '}' && depth === 2) end = at + 1;
    }
  }
  return end < 0 ? null : `${json.slice(0, end)}]}`;
}
