import type { Article, BlockKind } from '../model/article.ts';
import { wordsOf, type Word } from './words.ts';

/** A sentence with what the engine needs to weigh it. */
export interface Passage {
  id: number;
  block: number;
  kind: BlockKind;
  text: string;
  words: readonly Word[];
  /** Distinct stems that carry meaning. */
  stems: ReadonlySet<string>;
  /** The heading above it; null before the first one. */
  heading: string | null;
}

/** Summary, figures, quotes and the lock all read the same article. */
const read = new WeakMap<Article, readonly Passage[]>();

/** Every sentence of the article as a passage, headings included, in order. */
export function passagesOf(article: Article): readonly Passage[] {
  const passages = read.get(article) ?? readPassages(article);
  read.set(article, passages);
  return passages;
}

function readPassages(article: Article): Passage[] {
  let heading: string | null = null;
  return article.sentences.map(({ id, block, span }) => {
    const text = article.text.slice(span.start, span.end).replace(INITIALS, '');
    const kind = article.blocks[block]?.kind ?? 'paragraph';
    const words = wordsOf(text, article.language);
    const stems = new Set(words.filter((word) => !word.stop).map((word) => word.stem));
    const passage = { id, block, kind, text, words, stems, heading };
    if (kind === 'heading') heading = text;
    return passage;
  });
}

/** "… um 42 Prozent. (amo)": who wrote it, behind the last full stop. */
const INITIALS = /(?<=[.!?…]["”“»’]?)\s*\((?:\p{Ll}{2,5}|\p{Lu}{2,5}|dpa[\p{L}-]*)(?:[/, ]+\p{L}{2,8}){0,3}\)$/u;

/** Inverse document frequency of each stem, with the article's passages as the documents. */
export function idfOf(passages: readonly Passage[]): ReadonlyMap<string, number> {
  let idf = idfs.get(passages);
  if (idf === undefined) idfs.set(passages, (idf = readIdf(passages)));
  return idf;
}
const idfs = new WeakMap<readonly Passage[], ReadonlyMap<string, number>>();

function readIdf(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { stems } of passages) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const total = passages.length;
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + (total - count + 0.5) / (count + 0.5))]));
}

/** Share of the lighter passage's weight that both hold, 0 to 1. 1 when one says nothing beyond the other. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (stem: string) => number): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  let own = 0;
  let other = 0;
  for (const stem of small) {
    const w = weight(stem);
    own += w;
    if (large.has(stem)) shared += w;
  }
  for (const stem of large) other += weight(stem);
  const lighter = Math.min(own, other);
  return lighter === 0 ? 0 : shared / lighter;
}
