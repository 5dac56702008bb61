/** Boosted regression trees. A node is four numbers: feature (-1 in a leaf), threshold, place of the right child, value. */
export interface Trees {
  base: number;
  trees: number[][];
}

/** The sum of every tree's leaf; a logit where the trees were fitted to probabilities. */
export function scoreOf({ base, trees }: Trees, features: readonly number[]): number {
  let score = base;
  for (const tree of trees) {
    let place = 0;
    let feature = tree[0] ?? -1;
    while (feature >= 0) {
      place = (features[feature] ?? 0) <= (tree[place + 1] ?? 0) ? place + 4 : (tree[place + 2] ?? 0);
      feature = tree[place] ?? -1;
    }
    score += tree[place + 3] ?? 0;
  }
  return score;
}
