/** Boosted regression trees. A node is four numbers: feature (-1 in a leaf), threshold, place of the right child, value. */
export interface Trees {
  base: number;
  trees: number[][];
}

/** All trees in one row: what they are read from a thousand times a question. */
interface Packed {
  roots: Int32Array;
  nodes: Float64Array;
}

const packed = new WeakMap<Trees, Packed>();

/** The sum of every tree's leaf; a logit where the trees were fitted to probabilities. */
export function scoreOf(model: Trees, features: readonly number[]): number {
  let known = packed.get(model);
  if (known === undefined) packed.set(model, (known = pack(model)));
  const { roots, nodes } = known;
  let score = model.base;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let place = roots[tree] as number;
    let feature = nodes[place] as number;
    while (feature >= 0) {
      place = (features[feature] ?? 0) <= (nodes[place + 1] as number) ? place + 4 : (nodes[place + 2] as number);
      feature = nodes[place] as number;
    }
    score += nodes[place + 3] as number;
  }
  return score;
}

function pack({ trees }: Trees): Packed {
  const roots = new Int32Array(trees.length);
  const nodes = new Float64Array(trees.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const [tree, given] of trees.entries()) {
    roots[tree] = from;
    nodes.set(given, from);
    for (let node = 0; node < given.length; node += 4) if ((given[node] ?? -1) >= 0) nodes[from + node + 2] = from + (given[node + 2] ?? 0);
    from += given.length;
  }
  return { roots, nodes };
}
