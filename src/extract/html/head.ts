import type { Element } from 'domhandler';
import { textWithin } from './tree.ts';

/** What a page says about itself outside its running text, as found, unjudged. */
export interface Head {
  /** `name`, `property` or `itemprop` in lower case -> contents in order. */
  metas: Map<string, string[]>;
  /** `rel` in lower case -> addresses in order. */
  links: Map<string, string[]>;
  titles: string[];
  headings: { level: number; text: string; block: number }[];
  language: string | null;
  base: string | null;
  linkedData: string[];
  times: { value: string; block: number; bits: string }[];
  /** Elements that may name the author, with the strength of the claim. */
  bylines: { text: string; block: number; claim: 'rel' | 'itemprop' | 'class' }[];
  /** Elements whose class speaks of a date. */
  dates: { text: string; block: number }[];
}

const MAX_NOTES = 60;
const BYLINE_NAME =
  /(?:^|[\s_-])(?:by-?line|author|writer|autor|auteur|autore|verfasser|redakteur)s?(?:$|[\s_-])|byline|author-?name|authorname/iu;
const DATE_NAME = /date|time|publish|posted|datum|fecha/iu;

export function newHead(): Head {
  return {
    metas: new Map(),
    links: new Map(),
    titles: [],
    headings: [],
    language: null,
    base: null,
    linkedData: [],
    times: [],
    bylines: [],
    dates: [],
  };
}

/** Adds what one element says. `block` is the number of text blocks before it. */
export function noteHead(head: Head, element: Element, block: number): void {
  const { name, attribs } = element;
  switch (name) {
    case 'meta': {
      const content = attribs['content'];
      if (content === undefined) return;
      for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
        const label = attribs[key];
        if (label !== undefined) note(head.metas, label.trim().toLowerCase(), content.trim());
      }
      return;
    }
    case 'link': {
      const { rel, href } = attribs;
      if (rel !== undefined && href !== undefined) note(head.links, rel.trim().toLowerCase(), href.trim());
      return;
    }
    case 'base':
      head.base ??= attribs['href'] ?? null;
      return;
    case 'html':
      head.language ??= attribs['lang'] ?? attribs['xml:lang'] ?? null;
      return;
    case 'title':
      // An svg may hold titles of its own; the first is the page's.
      if (head.titles.length < 4) head.titles.push(textWithin(element, 1000));
      return;
    case 'script': {
      const text = element.children[0];
      if (/ld\+json/iu.test(attribs['type'] ?? '') && text?.type === 'text') head.linkedData.push(text.data);
      return;
    }
    case 'time': {
      if (head.times.length >= MAX_NOTES) return;
      const value = attribs['datetime'] ?? attribs['title'] ?? textWithin(element, 100);
      head.times.push({ value, block, bits: `${attribs['class'] ?? ''} ${attribs['itemprop'] ?? ''}` });
      return;
    }
    default:
      noteVisible(head, element, block);
  }
}

function noteVisible(head: Head, element: Element, block: number): void {
  const { name, attribs } = element;
  if ((name === 'h1' || name === 'h2') && head.headings.length < MAX_NOTES) {
    head.headings.push({ level: name === 'h1' ? 1 : 2, text: textWithin(element, 400).replace(/\s?¶$/u, ''), block });
  }
  const { rel, itemprop } = attribs;
  const classes = attribs['class'];
  if (classes === undefined && rel === undefined && itemprop === undefined && attribs['id'] === undefined) return;
  const names = `${classes ?? ''} ${attribs['id'] ?? ''}`.slice(0, 200);
  if (head.bylines.length < MAX_NOTES) {
    const claim = rel === 'author' ? 'rel' : itemprop === 'author' ? 'itemprop' : BYLINE_NAME.test(names) ? 'class' : null;
    if (claim !== null) head.bylines.push({ text: textWithin(element, 240, true), block, claim });
  }
  if (itemprop !== undefined && /datePublished|dateCreated/u.test(itemprop)) {
    if (head.times.length >= MAX_NOTES) return;
    head.times.push({ value: attribs['content'] ?? attribs['datetime'] ?? textWithin(element, 100), block, bits: 'published' });
  } else if (head.dates.length < MAX_NOTES && name !== 'body' && DATE_NAME.test(names)) {
    const { title } = attribs;
    if (name === 'abbr' && title !== undefined && head.times.length < MAX_NOTES) head.times.push({ value: title, block, bits: names });
    else head.dates.push({ text: textWithin(element, 120, true), block });
  }
}

function note(map: Map<string, string[]>, key: string, value: string): void {
  if (value === '') return;
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (values.length < MAX_NOTES) values.push(value);
}
