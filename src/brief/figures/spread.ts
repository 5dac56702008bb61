import type { Article } from '../../model/article.ts';
import { passagesOf } from '../passages.ts';

/**
 * Where else an article has a word, as seen from one of its sentences: in how many sentences, in which share of them, in the
 * first, in how many before, in the one right before; and which sentence it is. -1 and 0 for no stem.
 */
export type Spread = (stem: string | null) => readonly number[];

const known = new WeakMap<Article, ReadonlyMap<string, readonly number[]>>();
const NOWHERE: readonly number[] = [];

export function spreadFrom(article: Article, sentence: number): Spread {
  const places = placesIn(article);
  const total = Math.max(1, article.sentences.length);
  return (stem) => {
    if (stem === null) return [-1, -1, 0, -1, 0, sentence];
    const ids = places.get(stem) ?? NOWHERE;
    const before = ids.filter((id) => id < sentence).length;
    return [ids.length, ids.length / total, ids[0] === 0 ? 1 : 0, before, ids.includes(sentence - 1) ? 1 : 0, sentence];
  };
}

/** The sentences that have each stem, in order. */
function placesIn(article: Article): ReadonlyMap<string, readonly number[]> {
  const own = known.get(article);
  if (own !== undefined) return own;
  const places = new Map<string, number[]>();
  for (const { id, stems } of passagesOf(article))
    for (const stem of stems) {
      const ids = places.get(stem);
      if (ids === undefined) places.set(stem, [id]);
      else ids.push(id);
    }
  known.set(article, places);
  return places;
}
