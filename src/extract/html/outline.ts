import type { ChildNode, Document, Element } from 'domhandler';
import { newHead, noteHead, type Head } from './head.ts';
import { isNoteMark, isSourceMark } from './notes.ts';
import { following } from './tree.ts';
import { CAPTION, CHALLENGE, nameReader } from './vocabulary.ts';
import { wordingOf, type Wording } from './wording.ts';
import { hides } from './hidden.ts';

/** A block-level element, in reading order. `parent` and `end` are indices into `Outline.regions`. */
export interface Region {
  parent: number;
  /** One past the last region inside this one. */
  end: number;
  tag: string;
  depth: number;
  /** Vocabulary bits of the element's own names. */
  bits: number;
  /** Tag and class, the same for elements made from one template. */
  signature: string;
  element: Element | null;
}

/** A run of text between two block boundaries. */
export interface RawBlock {
  text: string;
  /** The innermost block-level element around the text. */
  region: number;
  linkChars: number;
  links: number;
  /** Characters in bold or emphasis. */
  strongChars: number;
  /** Vocabulary bits of inline elements around a part of the text. */
  inlineBits: number;
  /** Number of headings of level 1 seen before. */
  afterHeadline: number;
  wording: Wording;
}

export interface Outline {
  regions: Region[];
  blocks: RawBlock[];
  head: Head;
  passwordFields: number;
  /** Parts and scripts that ask a visitor to prove something. */
  challenges: number;
  /** Parts that a browser would not show. */
  hidden: number;
  /** Scripts that may show what the page itself does not hold. */
  scripts: number;
}

const BLOCK_TAGS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td
  tfoot th thead tr ul head`.split(/\s+/u),
);
const SILENT_TAGS = new Set(
  `script style template noscript svg iframe object embed canvas video audio select button textarea map picture img
  input datalist progress meter applet frameset title meta link base rt rp`.split(/\s+/u),
);
const STRONG_TAGS = new Set(['b', 'strong', 'em', 'i']);
const HIDING_NAME =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|is-?hidden|element-(?:hidden|invisible)|hidden|hide|d-none|offscreen|a11y)(?:$|\s)/iu;
/** Hidden on a small screen only. */
const SHOWN_AGAIN = /(?:^|\s)(?:[\w-]+:(?:block|flex|grid|inline[\w-]*|table[\w-]*|contents)|d-(?:sm|md|lg|xl|xxl)-(?!none)\w+)(?:$|\s)/u;
/** An id made from a heading ("sharing-with-a-colleague") tells what the section is about, not what it is for. */
const HEADING_ID = /^(?:[^-_]+[-_]){3}/u;
/** The sign behind a heading that links to it. */
const PERMALINK = /\s?¶\s?$/u;
const CARD_NODES = 40;
/** A paragraph that somebody made look like an item of a list. */
const BULLET = /^[•●▪◦‣■]\s+/u;
/** What is left of "[1, 2]" once its marks are gone. */
const EMPTY_MARKS = /\s?[[(][\s,;–-]*[\])]/gu;
/** Longer is no heading. */
const HEADING_LENGTH = 80;
/** Zero-width marks and soft hyphens are layout, not words. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu;

/** Blocks of text in reading order and the elements around them. `keepHidden` reads what a browser would not show. */
export function outlineOf(document: Document, keepHidden: boolean): Outline {
  const bitsOf = nameReader();
  const head = newHead();
  const regions: Region[] = [{ parent: -1, end: 0, tag: '#', depth: 0, bits: 0, signature: '#', element: null }];
  const blocks: RawBlock[] = [];
  let region = 0;
  let parts: string[] = [];
  let visible = false;
  let linkDepth = 0;
  let strongDepth = 0;
  let linkChars = 0;
  let links = 0;
  let strongChars = 0;
  let inlineBits = 0;
  let inlineOpen = 0;
  let breaks = 0;
  /** Where the line begins that a <br> ends, and how much before it is bold. */
  let line = { from: 0, strongChars: 0 };
  let marks = 0;
  let headlines = 0;
  let passwordFields = 0;
  let challenges = 0;
  let hidden = 0;
  let scripts = 0;
  let preformatted = 0;
  const openInline: number[] = [];

  const flush = (): void => {
    if (visible) {
      const raw = parts.join('').replace(INVISIBLE, '');
      const read = preformatted > 0 ? raw.replace(/^\s*\n/u, '').trimEnd() : raw.replace(/\s+/gu, ' ').replace(PERMALINK, '').trim();
      const text = (marks > 0 ? read.replace(EMPTY_MARKS, '') : read).replace(BULLET, '');
      if (text !== '') {
        blocks.push({
          text,
          region,
          linkChars: Math.min(linkChars, text.length),
          links,
          strongChars: Math.min(strongChars, text.length),
          inlineBits,
          afterHeadline: headlines,
          wording: wordingOf(text),
        });
      }
    }
    parts = [];
    visible = false;
    linkChars = 0;
    links = 0;
    strongChars = 0;
    inlineBits = inlineOpen;
    breaks = 0;
    marks = 0;
    line = { from: 0, strongChars: 0 };
  };

  /** A bold line of its own between two breaks heads what follows. */
  const endLine = (): void => {
    const own = parts.slice(line.from);
    const text = own.join('').trim();
    const strong = strongChars - line.strongChars;
    if (text !== '' && text.length <= HEADING_LENGTH && strong >= text.length && !/[.,;:!?]$/u.test(text)) {
      parts.length = line.from;
      strongChars = line.strongChars;
      visible = /\S/u.test(parts.join(''));
      flush();
      [parts, visible, strongChars] = [own, true, strong];
      flush();
    } else line = { from: parts.length, strongChars };
  };

  const enter = (element: Element): boolean => {
    const { name, attribs } = element;
    noteHead(head, element, blocks.length);
    if (name === 'input' && attribs['type'] === 'password') passwordFields += 1;
    if (name === 'br') {
      breaks += 1;
      if (breaks >= 2 && preformatted === 0) flush();
      else {
        parts.push('\n');
        if (preformatted === 0) endLine();
      }
      return false;
    }
    if (name === 'noscript') hidden += 1;
    if (SILENT_TAGS.has(name)) return name === 'noscript' && keepHidden;
    if ((name === 'sup' || name === 'a') && (isNoteMark(element) || (name === 'a' && isSourceMark(element, tailOf(parts))))) {
      marks += 1;
      return false;
    }
    if (!keepHidden && isHidden(element)) {
      hidden += 1;
      return false;
    }
    if (isBlock(name)) {
      flush();
      if (name === 'pre') preformatted += 1;
      const parent = regions[region];
      const names = namesOf(attribs);
      if (name === 'h1') headlines += 1;
      regions.push({
        parent: region,
        end: 0,
        tag: name,
        depth: (parent?.depth ?? 0) + 1,
        bits: names === '' ? 0 : bitsOf(names),
        signature: `${name}.${attribs['class'] ?? ''}`,
        element,
      });
      region = regions.length - 1;
      if (((regions[region]?.bits ?? 0) & CHALLENGE) !== 0) challenges += 1;
    } else if (name === 'a') {
      if (leadsOn(element, regions[region]?.tag)) {
        linkDepth += 1;
        links += 1;
      }
    } else if (STRONG_TAGS.has(name)) strongDepth += 1;
    else if (name !== 'font') {
      if (visible && name === 'span' && isCard(element)) return false;
      const names = namesOf(attribs);
      const bits = names === '' ? 0 : bitsOf(names);
      openInline.push(inlineOpen);
      // A caption in the middle of a paragraph stands beside it.
      if ((bits & ~inlineOpen & CAPTION) !== 0) flush();
      inlineOpen |= bits;
      inlineBits |= bits;
    }
    return true;
  };

  const leave = (element: Element): void => {
    const { name } = element;
    if (isBlock(name)) {
      flush();
      if (name === 'pre') preformatted -= 1;
      const closed = regions[region];
      if (closed !== undefined) {
        closed.end = regions.length;
        region = closed.parent;
      }
    } else if (name === 'a') linkDepth -= leadsOn(element, regions[region]?.tag) ? 1 : 0;
    else if (STRONG_TAGS.has(name)) strongDepth -= 1;
    else if (name !== 'font') {
      const outer = openInline.pop() ?? 0;
      const isCaption = (inlineOpen & ~outer & CAPTION) !== 0;
      inlineOpen = outer;
      if (isCaption) flush();
    }
  };

  const readText = (data: string): void => {
    if (!visible && !/\S/u.test(data)) {
      parts.push(' ');
      return;
    }
    parts.push(data);
    if (linkDepth === 0 && strongDepth === 0 && visible && breaks === 0) return;
    const chars = data.trim().length;
    if (chars === 0) return;
    visible = true;
    breaks = 0;
    if (linkDepth > 0) linkChars += chars;
    if (strongDepth > 0) strongChars += chars;
  };

  let node: ChildNode | null = document.children[0] ?? null;
  while (node !== null) {
    let descend = false;
    if (node.type === 'text') readText(node.data);
    else if (node.type === 'tag') descend = enter(node);
    else if (node.type === 'script') {
      noteHead(head, node, blocks.length);
      if (!/json|template/iu.test(node.attribs['type'] ?? '')) scripts += 1;
      const address = node.attribs['src'];
      if (address !== undefined && (bitsOf(address) & CHALLENGE) !== 0) challenges += 1;
    }
    const next: ChildNode | null = following(node, document, descend);
    // Leaving: every ancestor that does not hold the next node.
    if (!(descend && 'children' in node && node.children.length > 0)) {
      if (descend && node.type === 'tag') leave(node);
      let current: ChildNode = node;
      while (current.next === null) {
        const parent = current.parent;
        if (parent === null || parent.type === 'root') break;
        if (parent.type === 'tag') leave(parent);
        current = parent;
      }
    }
    node = next;
  }
  flush();
  const root = regions[0];
  if (root !== undefined) root.end = regions.length;
  return { regions, blocks, head, passwordFields, challenges, hidden, scripts };
}

/** The end of what has been read: enough to see a bracket that is open, however long the text in front of it. */
function tailOf(parts: readonly string[]): string {
  return parts
    .slice(-PIECES)
    .map((part) => part.slice(-TAIL))
    .join('');
}
const [PIECES, TAIL] = [6, 40];

function isBlock(name: string): boolean {
  return BLOCK_TAGS.has(name);
}

/** A heading that links to itself leads to no other text; a list of such links is a table of contents. */
function leadsOn({ attribs }: Element, around: string | undefined): boolean {
  return attribs['href']?.startsWith('#') !== true || !/^h[1-6]$/u.test(around ?? '');
}

/** What pops up beside a word of the text: a picture, and links of its own behind it. */
function isCard(element: Element): boolean {
  let [links, pictures] = [0, 0];
  let node = following(element, element, true);
  for (let steps = 0; node !== null && steps < CARD_NODES; steps += 1, node = following(node, element, true)) {
    if (node.type === 'text' && pictures === 0 && /\S/u.test(node.data)) return false;
    if (node.type !== 'tag') continue;
    if (node.name === 'a') links += 1;
    else if (node.name === 'img') pictures += 1;
  }
  return links >= 2 && pictures > 0;
}

function isHidden({ name, attribs }: Element): boolean {
  if (name === 'body' || name === 'html') return false;
  if ('hidden' in attribs || attribs['aria-hidden'] === 'true') return true;
  const style = attribs['style'];
  if (style !== undefined && hides(style.slice(0, 500))) return true;
  const names = attribs['class'];
  if (names === undefined) return false;
  const start = names.slice(0, 300);
  return HIDING_NAME.test(start) && !SHOWN_AGAIN.test(start);
}

/** The names an element carries for people who build pages. */
function namesOf(attribs: Record<string, string>): string {
  let names = attribs['class'] ?? '';
  const id = attribs['id'];
  if (id !== undefined && !HEADING_ID.test(id)) names += ` ${id}`;
  for (const key of ['itemprop', 'role', 'data-testid', 'data-component', 'data-type']) {
    const value = attribs[key];
    if (value !== undefined) names += ` ${value}`;
  }
  return names;
}
