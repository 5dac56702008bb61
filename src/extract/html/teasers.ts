import type { KeptBlock } from './keep.ts';
import type { Outline } from './outline.ts';
import { proseOf, teasersIn } from './weights.ts';

/** Words of running text of its own with which a headed page is an article, however many others it opens. */
const OWN_WORDS = 25;

/**
 * The blocks without the openings of other articles, where these stand together outside the article's own text. Where
 * they stand in it, they are its sections, each with a heading that leads further.
 */
export function withoutTeasers(kept: readonly KeptBlock[], outline: Outline): readonly KeptBlock[] {
  const isTeaser = teasersIn(outline);
  const own = kept.filter(({ raw, index }) => proseOf(raw) > 0 && isTeaser[index] !== true);
  const teasers = kept.filter(({ index }) => isTeaser[index] === true);
  if (teasers.length <= own.length || own.reduce((sum, { raw }) => sum + proseOf(raw), 0) < OWN_WORDS) return kept;
  const { from, to } = around(own, outline);
  const isInside = ({ raw }: KeptBlock): boolean => raw.region >= from && raw.region < to;
  return teasers.some(isInside) ? kept : kept.filter(isInside);
}

/** The smallest region around these blocks. */
function around(blocks: readonly KeptBlock[], { regions }: Outline): { from: number; to: number } {
  const all = blocks.map(({ raw }) => raw.region);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  let from = least;
  while (from > 0 && (regions[from]?.end ?? 0) <= most) from = regions[from]?.parent ?? 0;
  return { from, to: regions[from]?.end ?? regions.length };
}
