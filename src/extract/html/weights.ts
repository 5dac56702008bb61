import type { Outline, RawBlock } from './outline.ts';

/** What stands below each region, added up. Index is the region's. */
export interface Weights {
  /** Words in sentences that are not links. */
  prose: Float64Array;
  /** Prose, and for less the words of lists and short lines. */
  mass: Float64Array;
  words: Float64Array;
  chars: Float64Array;
  linkChars: Float64Array;
  links: Float64Array;
  blocks: Float64Array;
  /** Headings of level 1 and quotations, which junk seldom has. */
  headlines: Float64Array;
  quotes: Float64Array;
}

const LONG_SENTENCE = 15;

/** Words of running text: whole sentences, links left out. */
export function proseOf(block: RawBlock): number {
  const { words, stops, pauses, endsSentence } = block.wording;
  const plain = 1 - block.linkChars / block.text.length;
  // A sentence may hold a long link; a short line that does is a link.
  if (words < 6 || plain < (endsSentence && words >= LONG_SENTENCE ? 0.25 : 0.5)) return 0;
  if (!endsSentence && stops + pauses === 0 && words < 20) return 0;
  return words * plain;
}

function massOf(block: RawBlock): number {
  const prose = proseOf(block);
  if (prose > 0) return prose;
  return block.linkChars < block.text.length * 0.3 && block.wording.words > 1 ? block.wording.words * 0.4 : 0;
}

/** Paragraphs under a heading that leads elsewhere, when there are this many of them, are the openings of other articles. */
const MANY_TEASERS = 5;
const TEASER_SHARE = 0.1;

/** For each block whether it stands under a heading that is a link as a whole. */
export function teasersIn({ regions, blocks }: Pick<Outline, 'regions' | 'blocks'>): boolean[] {
  const leads = blocks.map(
    ({ linkChars, text, wording, region }) =>
      linkChars >= text.length * 0.8 && wording.words > 2 && /^h[1-6]$/u.test(regions[region]?.tag ?? ''),
  );
  const isTeaser = blocks.map((block, at) => proseOf(block) > 0 && (leads[at - 1] === true || leads[at - 2] === true));
  return isTeaser.filter(Boolean).length < MANY_TEASERS ? isTeaser.fill(false) : isTeaser;
}

/** `start` is the block from which text counts as the article's own; what stands above adds no mass if enough follows. */
export function weigh({ regions, blocks }: Outline, start: number): Weights {
  const teasers = teasersIn({ regions, blocks });
  const sums = (): Float64Array => new Float64Array(regions.length);
  const weights: Weights = {
    prose: sums(),
    mass: sums(),
    words: sums(),
    chars: sums(),
    linkChars: sums(),
    links: sums(),
    blocks: sums(),
    headlines: sums(),
    quotes: sums(),
  };
  const masses = blocks.map((block, at) => (teasers[at] === true ? massOf(block) * TEASER_SHARE : massOf(block)));
  const below = masses.slice(start).reduce((sum, mass) => sum + mass, 0);
  const from = below > 80 ? start : 0;
  blocks.forEach((block, index) => {
    const at = block.region;
    add(weights.prose, at, proseOf(block) * (teasers[index] === true ? TEASER_SHARE : 1));
    if (index >= from) add(weights.mass, at, masses[index] ?? 0);
    add(weights.words, at, block.wording.words);
    add(weights.chars, at, block.text.length);
    add(weights.linkChars, at, block.linkChars);
    add(weights.links, at, block.links);
    add(weights.blocks, at, 1);
  });
  regions.forEach(({ tag }, at) => {
    if (tag === 'h1') add(weights.headlines, at, 1);
    else if (tag === 'blockquote') add(weights.quotes, at, 1);
  });
  const all = Object.values(weights) as Float64Array[];
  for (let at = regions.length - 1; at > 0; at--) {
    const parent = regions[at]?.parent ?? 0;
    for (const values of all) add(values, parent, values[at] ?? 0);
  }
  return weights;
}

function add(values: Float64Array, at: number, value: number): void {
  values[at] = (values[at] ?? 0) + value;
}
