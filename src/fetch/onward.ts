import type { ChildNode, Element } from 'domhandler';
import { following, textWithin, treeOf } from '../extract/html/tree.ts';

/** A page that only sends its reader on is small; on larger ones a refresh reloads news, or is for browsers without scripts. */
const SMALL = 30_000;
const FEW_CHARACTERS = 600;
const SOON_S = 10;
/** Where heads end, at the latest. */
const HEAD = 60_000;
/** Without these letters there is nothing to look for, and most pages need not be taken apart here. */
const AMP = /[\s"'/]amp[\s=>/]|⚡/iu;
const REFRESH = /http-equiv/iu;

export interface Onward {
  url: string;
  /** Whether there is an article here too, should the other address not answer. */
  isArticleHere: boolean;
}

/**
 * Where a page sends whoever reads it: the target of a wrapper or short link that redirects by `<meta refresh>`, or the
 * page that an AMP page (https://amp.dev) is a copy of. Null for a page of its own.
 */
export function onwardFrom(html: string, url: string): Onward | null {
  const head = html.slice(0, HEAD);
  if (!AMP.test(head) && (html.length > SMALL || !REFRESH.test(head))) return null;
  const tree = treeOf(head);
  let isAmp = false;
  let canonical: string | null = null;
  let refresh: string | null = null;
  let root: Element | null = null;
  for (let node: ChildNode | null = tree.children[0] ?? null; node !== null; node = following(node, tree, true)) {
    if (node.type !== 'tag') continue;
    const { name, attribs } = node;
    if (name === 'html') {
      root ??= node;
      isAmp = 'amp' in attribs || '⚡' in attribs;
    } else if (name === 'link' && /(?:^|\s)canonical(?:$|\s)/iu.test(attribs['rel'] ?? '')) canonical ??= other(attribs['href'], url);
    else if (name === 'meta' && /^refresh$/iu.test(attribs['http-equiv'] ?? '')) refresh ??= other(targetOf(attribs['content'] ?? ''), url);
  }
  if (isAmp && canonical !== null) return { url: canonical, isArticleHere: true };
  if (refresh === null || html.length > SMALL) return null;
  return root !== null && textWithin(root, 2 * FEW_CHARACTERS).length >= FEW_CHARACTERS ? null : { url: refresh, isArticleHere: false };
}

/** The address in "0; url='https://…'", if it is meant for now. */
function targetOf(content: string): string | undefined {
  const match = /^\s{0,9}(\d{1,4})(?:\.\d{0,9})?\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}["']?([^"']{1,2048})/iu.exec(content.slice(0, 2200));
  return match !== null && Number(match[1]) <= SOON_S ? match[2] : undefined;
}

/** Another http(s) address than this page's; null for everything else. */
function other(address: string | undefined, url: string): string | null {
  const target = address === undefined ? null : URL.parse(address.trim(), url);
  if (target === null || !/^https?:$/u.test(target.protocol)) return null;
  const plain = (whole: string): string => whole.replace(/#.*$/u, '');
  return plain(target.href) === plain(url) ? null : target.href;
}
