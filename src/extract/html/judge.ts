import { scoreOf, type Trees } from '../../trees.ts';
import blocks from '../data/blocks.json' with { type: 'json' };
import { blockFeatures } from './features.ts';
import { keptFrom, type KeptBlock } from './keep.ts';
import type { Outline } from './outline.ts';
import type { Selection } from './select.ts';

/** Trees fitted to pages whose text is known (decision 0024). */
export const JUDGE: Trees = blocks;

/** Logits: a block of the article's own part that the rules left out is kept above this, one that they kept is left out below. */
const SURE = Math.log(0.95 / 0.05);
const SURELY_NOT = Math.log(0.02 / 0.98);
/** Rules that find fewer words than this, where the trees find so many times as many, have lost the article. */
const FEW = 80;
const TIMES = 3;

/**
 * The blocks that rules chose, corrected where trees that know no names of sites are sure of the contrary, or where
 * the rules found next to nothing. `isKnown` tells of a text that stands elsewhere, such as the headline.
 */
export function judged(
  kept: readonly KeptBlock[],
  outline: Outline,
  selection: Selection,
  headline: number | null,
  trees: Trees,
  isKnown: (text: string) => boolean,
): KeptBlock[] {
  const { regions, blocks: all } = outline;
  const { root, weights, barred } = selection;
  const featuresOf = blockFeatures(outline, weights, headline);
  const score = (index: number): number => scoreOf(trees, featuresOf(index));
  const ruled = new Map(kept.map((block) => [block.index, block]));
  const seen = new Set(kept.map(({ text }) => text));
  const found = kept.reduce((sum, { raw }) => sum + raw.wording.words, 0);
  const isLost = found < FEW && wordsByTrees(outline, barred, score) > Math.max(FEW, found * TIMES);
  const end = regions[root]?.end ?? regions.length;
  return all.flatMap((raw, index) => {
    const own = ruled.get(index);
    if (own !== undefined) return isLost || own.kind === 'caption' || score(index) > SURELY_NOT ? [own] : [];
    const isOwn = raw.region >= root && raw.region < end;
    if (barred[raw.region] === 1 || !(isOwn || isLost) || score(index) <= (isLost ? 0 : SURE)) return [];
    if (seen.has(raw.text) || isKnown(raw.text) || !/[\p{L}\p{N}]/u.test(raw.text)) return [];
    seen.add(raw.text);
    const added = keptFrom(regions, raw, index, selection);
    return added.kind === 'caption' ? [] : [added];
  });
}

function wordsByTrees({ blocks: all }: Outline, barred: Uint8Array, score: (index: number) => number): number {
  return all.reduce((sum, { wording, region }, index) => sum + (barred[region] !== 1 && score(index) > 0 ? wording.words : 0), 0);
}
