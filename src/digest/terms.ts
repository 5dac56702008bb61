import { namesIn } from '../brief/names.ts';
import { wordsOf } from '../brief/words.ts';

/** Only the start of a text tells what it is about, and a pool of hundreds has to be compared. UTF-16 units. */
const LOOKED_AT = 1500;
const TITLE = 2.5;
const NAME = 1.6;

/** What a text is about: stems with their weight in it. Numbers count, since two reports of one event share them. */
export function termsOf(title: string | null, text: string, language: string): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (words: string, weight: number) => {
    const names = new Set(namesIn(words).flatMap((name) => wordsOf(name, language).map(({ stem }) => stem)));
    for (const { stem, stop } of wordsOf(words, language)) {
      if (stop || stem.length < 2) continue;
      terms.set(stem, (terms.get(stem) ?? 0) + weight * (names.has(stem) ? NAME : 1));
    }
  };
  add(title ?? '', TITLE);
  add(text.slice(0, LOOKED_AT), 1);
  // A word said ten times is not ten times as telling.
  return new Map([...terms].map(([stem, weight]) => [stem, 1 + Math.log(1 + weight)]));
}

/** How rare each stem is among the texts: log of all over those that hold it, at least a little. */
export function rarityOf(pool: readonly ReadonlyMap<string, number>[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const terms of pool) for (const stem of terms.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => Math.log(1 + (pool.length + 1) / ((counts.get(stem) ?? 0) + 0.5));
}

/** Cosine of the two, 0 to 1, with rare stems weighing more. */
export function likeness(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  rarity: (stem: string) => number,
): { cosine: number; shared: string[] } {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const shared: string[] = [];
  let dot = 0;
  for (const [stem, weight] of small) {
    const other = large.get(stem);
    if (other === undefined) continue;
    shared.push(stem);
    dot += weight * other * rarity(stem) ** 2;
  }
  const norm = (terms: ReadonlyMap<string, number>) =>
    Math.sqrt([...terms].reduce((sum, [stem, weight]) => sum + (weight * rarity(stem)) ** 2, 0));
  const size = norm(a) * norm(b);
  return { cosine: size === 0 ? 0 : dot / size, shared };
}

/** The heaviest stems, as a later digest compares them. */
export function heaviest(terms: ReadonlyMap<string, number>, rarity: (stem: string) => number, count: number): string[] {
  return [...terms]
    .map(([stem, weight]) => ({ stem, weight: weight * rarity(stem) }))
    .toSorted((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
    .slice(0, count)
    .map(({ stem }) => stem);
}
