import { DomHandler, type ChildNode, type Document, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Deeper than any browser lays out. The parser's own stack costs time by depth, so nesting is cut here. */
const MAX_DEPTH = 400;
/** Large articles have a few thousand elements; what comes after these is not read. */
const MAX_ELEMENTS = 60_000;
/** Their content is not markup: parsing must not restart inside them. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);

/** The page as a tree at most 400 deep; what stands deeper follows as siblings at the top. Never throws. */
export function treeOf(html: string): Document {
  const top: ChildNode[] = [];
  let rest = html;
  let document: Document | null = null;
  let budget = MAX_ELEMENTS;
  while (rest !== '') {
    const { root, parsed, elements } = treeUntilTooDeep(rest, budget);
    budget -= elements;
    document ??= root;
    if (root !== document) for (const node of root.children) top.push(node);
    rest = parsed === null || budget <= 0 ? '' : rest.slice(parsed);
  }
  document ??= treeUntilTooDeep('', 1).root;
  for (const node of top) append(document, node);
  return document;
}

function treeUntilTooDeep(html: string, budget: number): { root: Document; parsed: number | null; elements: number } {
  let depth = 0;
  let elements = 0;
  let parsed: number | null = null;
  const handler = new DomHandler(null, { withStartIndices: false });
  const parser = new Parser({
    onparserinit: (self) => handler.onparserinit(self),
    onopentag: (name, attributes) => {
      handler.onopentag(name, attributes);
      depth += 1;
      elements += 1;
      if ((depth > MAX_DEPTH || elements >= budget) && parsed === null && !RAW_TEXT.has(name)) {
        parsed = parser.endIndex + 1;
        parser.pause();
      }
    },
    onclosetag: () => {
      depth -= 1;
      handler.onclosetag();
    },
    ontext: (data) => handler.ontext(data),
  });
  parser.write(html);
  if (parsed === null) parser.end();
  return { root: handler.root, parsed, elements };
}

function append(document: Document, node: ChildNode): void {
  const last = document.children.at(-1) ?? null;
  node.parent = document;
  node.prev = last;
  node.next = null;
  if (last !== null) last.next = node;
  document.children.push(node);
}

/** The node after `node` in reading order; its children are left out when `descend` is false. Never recursive. */
export function following(node: ChildNode, within: ChildNode | Document, descend: boolean): ChildNode | null {
  if (descend && 'children' in node && node.children.length > 0) return node.children[0] ?? null;
  let current: ChildNode = node;
  while (current !== within) {
    if (current.next !== null) return current.next;
    const parent = current.parent;
    if (parent === null || parent.type === 'root') return null;
    current = parent;
  }
  return null;
}

/**
 * Text below an element, white space collapsed, at most about `limit` characters. Scripts and styles say nothing.
 * `apart` puts a space between elements even where a browser shows none.
 */
export function textWithin(element: Element, limit: number, apart = false): string {
  let text = '';
  let node = following(element, element, true);
  while (node !== null && text.length < limit) {
    const silent = node.type === 'script' || node.type === 'style';
    if (node.type === 'text') text += apart ? ` ${node.data}` : node.data;
    else if (!silent) text += node.type === 'tag' && INLINE_WITHOUT_GAP.has(node.name) ? '' : ' ';
    node = following(node, element, !silent);
  }
  const line = text.slice(0, limit).replace(/\s+/gu, ' ').trim();
  return apart ? line.replace(/ (?=[,;:.)])/gu, '') : line;
}

const INLINE_WITHOUT_GAP = new Set(['a', 'b', 'em', 'i', 'span', 'strong', 'sup', 'sub', 'wbr', 'font', 'u', 'bdi', 'abbr']);
