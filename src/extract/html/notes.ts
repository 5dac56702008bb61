import type { ChildNode, Element } from 'domhandler';
import { following } from './tree.ts';

/** "[1]", "2", "[citation needed]": leads to a note or a source on the same page, and is no word of the text. */
export function isNoteMark(element: Element): boolean {
  let [text, isWithin] = ['', isToNote(element)];
  let node = following(element, element, true);
  for (let steps = 0; node !== null && steps < MARK_NODES; steps += 1, node = following(node, element, true)) {
    if (node.type === 'text') text += node.data;
    else if (node.type === 'tag') isWithin ||= isToNote(node);
  }
  return node === null && isWithin && NOTE_MARK.test(text);
}
const NOTE_MARK =
  /^[\s[(:]*(?:\d{1,3}|(?:pp?|ch|sec)\.\s?\d{1,4}|[a-z]|[ivx]{1,5}|[*†‡]+|note \d+|citation needed)(?:\s?[,;–-]\s?\d{1,4})*[\])\s]*$/iu;
const MARK_NODES = 12;

function isToNote({ name, attribs }: Element): boolean {
  // ": 207", the page of a source that has just been named.
  if (name === 'sup') return /(?:^|\s)reference(?:\s|$)/u.test(attribs['class'] ?? '');
  return name === 'a' && /#(?:[\w-]*(?:cite|note|ref|fn|bib|endnote|footnote)|cr?\d|wikipedia)/iu.test(attribs['href'] ?? '');
}

/** "(<a>14</a>, <a>15</a>)": a number that leads to where something was read; `before` is the text in front of it. */
export function isSourceMark(element: Element, before: string): boolean {
  const [own, ...others] = element.children;
  const isNumber = others.length === 0 && own?.type === 'text' && /^\s*\d{1,3}\s*$/u.test(own.data);
  if (!isNumber || !/\([,;\s]*$/u.test(before)) return false;
  let last: ChildNode = element;
  for (let steps = 0; steps < WRAPPERS && last.next === null && last.parent?.type === 'tag'; steps += 1) last = last.parent;
  return last.next?.type === 'text' && /^\s*[),;]/u.test(last.next.data);
}
/** Elements that may stand around a link. */
const WRAPPERS = 3;
