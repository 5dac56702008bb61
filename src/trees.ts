/** Boosted regression trees. A node is four numbers: feature (-1 in a leaf), threshold, place of the right child, value. */
export interface Trees {
  base: number;
  trees: number[][];
}

/** All trees in one row: what they are read from a thousand times a question. */
interface Packed {
  /** The first node of each tree. */
  roots: Int32Array;
  /** Feature and right child of each node, two numbers a node; the left child stands right behind its parent. */
  ways: Int32Array;
  /** The threshold of each node; what a leaf is worth. */
  values: Float64Array;
}

const packed = new WeakMap<Trees, Packed>();

/** The sum of every tree's leaf; a logit where the trees were fitted to probabilities. */
export function scoreOf(model: Trees, features: readonly number[]): number {
  const { roots, ways, values } = packedOf(model);
  let score = model.base;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree] as number;
    let feature = ways[node * 2] as number;
    while (feature >= 0) {
      node = (features[feature] ?? 0) <= (values[node] as number) ? node + 1 : (ways[node * 2 + 1] as number);
      feature = ways[node * 2] as number;
    }
    score += values[node] as number;
  }
  return score;
}

/** The same for many rows, all by one tree before the next: a tree fits into the processor's nearest memory, all of them do not. */
export function scoresOf(model: Trees, rows: readonly (readonly number[])[]): Float64Array {
  const { roots, ways, values } = packedOf(model);
  const scores = new Float64Array(rows.length).fill(model.base);
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const features = new Float64Array(rows.length * width);
  for (const [row, given] of rows.entries()) features.set(given, row * width);
  for (let tree = 0; tree < roots.length; tree += 1) {
    const root = roots[tree] as number;
    for (let row = 0; row < rows.length; row += 1) {
      const from = row * width;
      let node = root;
      let feature = ways[node * 2] as number;
      while (feature >= 0) {
        const value = feature < width ? (features[from + feature] as number) : 0;
        node = value <= (values[node] as number) ? node + 1 : (ways[node * 2 + 1] as number);
        feature = ways[node * 2] as number;
      }
      scores[row] = (scores[row] as number) + (values[node] as number);
    }
  }
  return scores;
}

function packedOf(model: Trees): Packed {
  let known = packed.get(model);
  if (known === undefined) packed.set(model, (known = pack(model)));
  return known;
}

function pack({ trees }: Trees): Packed {
  const count = trees.reduce((sum, { length }) => sum + length, 0) / 4;
  const roots = new Int32Array(trees.length);
  const ways = new Int32Array(count * 2);
  const values = new Float64Array(count);
  let next = 0;
  for (const [tree, given] of trees.entries()) {
    const root = next;
    roots[tree] = root;
    for (let at = 0; at < given.length; at += 4) {
      const feature = given[at] as number;
      ways[next * 2] = feature;
      ways[next * 2 + 1] = root + (given[at + 2] as number) / 4;
      values[next] = given[feature >= 0 ? at + 1 : at + 3] as number;
      next += 1;
    }
  }
  return { roots, ways, values };
}
