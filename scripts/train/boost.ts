import type { Trees } from '../../src/trees.ts';

/** One thing to learn from: what is known of it, what it should score, and how much it counts. */
export interface Row {
  features: readonly number[];
  label: number;
  weight: number;
}

export interface Plan {
  trees: number;
  depth: number;
  /** Shrinkage of each tree. */
  rate: number;
  /** Weighted rows that a leaf must hold. */
  leaf: number;
  /** `logistic`: labels are probabilities; `squares`: labels are values. */
  loss: 'logistic' | 'squares';
}

const BINS = 32;
const RIDGE = 1;

/**
 * Gradient-boosted trees (Friedman 2001, with second-order leaves as in Chen and Guestrin 2016) over histogram bins.
 * No randomness: the same rows and plan give the same trees.
 */
export function boost(rows: readonly Row[], plan: Plan): Trees {
  const width = rows[0]?.features.length ?? 0;
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(rows.map(({ features }) => features[feature] ?? 0)));
  const binned = edges.map((cuts, feature) => Uint8Array.from(rows, ({ features }) => binOf(features[feature] ?? 0, cuts)));
  const mean = rows.reduce((sum, { label, weight }) => sum + label * weight, 0) / rows.reduce((sum, { weight }) => sum + weight, 0);
  const base = plan.loss === 'logistic' ? Math.log(mean / (1 - mean)) : mean;
  const scores = new Float64Array(rows.length).fill(base);
  const trees: number[][] = [];
  const weights = Float64Array.from(rows, ({ weight }) => weight);
  const labels = Float64Array.from(rows, ({ label }) => label);
  const gradient = new Float64Array(rows.length);
  const curvature = new Float64Array(rows.length);
  for (let round = 0; round < plan.trees; round += 1) {
    for (let at = 0; at < rows.length; at += 1) {
      const [score = 0, weight = 0] = [scores[at], weights[at]];
      const guess = plan.loss === 'logistic' ? 1 / (1 + Math.exp(-score)) : score;
      gradient[at] = weight * ((labels[at] ?? 0) - guess);
      curvature[at] = weight * (plan.loss === 'logistic' ? guess * (1 - guess) : 1);
    }
    const nodes: number[] = [];
    grow(Int32Array.from(rows.keys()), plan.depth, nodes);
    trees.push(nodes);
  }
  return { base: rounded(base), trees };

  /** Appends the node and what stands under it; a node is feature, threshold, place of its right child, value. */
  function grow(members: Int32Array, depth: number, nodes: number[]): void {
    const place = nodes.length;
    const split = depth === 0 ? null : bestSplit(members);
    if (split === null) {
      let [g, h] = [0, 0];
      for (const at of members) {
        g += gradient[at] ?? 0;
        h += curvature[at] ?? 0;
      }
      const value = rounded((plan.rate * g) / (h + RIDGE));
      for (const at of members) scores[at] = (scores[at] ?? 0) + value;
      nodes.push(-1, 0, 0, value);
      return;
    }
    nodes.push(split.feature, edges[split.feature]?.[split.bin] ?? 0, 0, 0);
    const column = binned[split.feature] ?? new Uint8Array();
    grow(
      members.filter((at) => (column[at] ?? 0) <= split.bin),
      depth - 1,
      nodes,
    );
    nodes[place + 2] = nodes.length;
    grow(
      members.filter((at) => (column[at] ?? 0) > split.bin),
      depth - 1,
      nodes,
    );
  }

  function bestSplit(members: Int32Array): { feature: number; bin: number } | null {
    let best: { feature: number; bin: number } | null = null;
    let most = 1e-6;
    for (let feature = 0; feature < width; feature += 1) {
      const column = binned[feature] ?? new Uint8Array();
      const cuts = edges[feature]?.length ?? 0;
      if (cuts === 0) continue;
      const sums = new Float64Array((cuts + 1) * 3);
      for (const at of members) {
        const bin = (column[at] ?? 0) * 3;
        sums[bin] = (sums[bin] ?? 0) + (gradient[at] ?? 0);
        sums[bin + 1] = (sums[bin + 1] ?? 0) + (curvature[at] ?? 0);
        sums[bin + 2] = (sums[bin + 2] ?? 0) + (weights[at] ?? 0);
      }
      let [G, H, N] = [0, 0, 0];
      for (let bin = 0; bin <= cuts; bin += 1) {
        G += sums[bin * 3] ?? 0;
        H += sums[bin * 3 + 1] ?? 0;
        N += sums[bin * 3 + 2] ?? 0;
      }
      let [gl, hl, nl] = [0, 0, 0];
      for (let bin = 0; bin < cuts; bin += 1) {
        gl += sums[bin * 3] ?? 0;
        hl += sums[bin * 3 + 1] ?? 0;
        nl += sums[bin * 3 + 2] ?? 0;
        if (nl < plan.leaf || N - nl < plan.leaf) continue;
        const gain = gl ** 2 / (hl + RIDGE) + (G - gl) ** 2 / (H - hl + RIDGE) - G ** 2 / (H + RIDGE);
        if (gain > most) {
          most = gain;
          best = { feature, bin };
        }
      }
    }
    return best;
  }
}

/** At most BINS - 1 cuts, at quantiles of the distinct values. */
function edgesOf(values: readonly number[]): number[] {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b);
  if (distinct.length <= BINS) return distinct.slice(1).map((value, at) => rounded((value + (distinct[at] ?? 0)) / 2));
  const sorted = values.toSorted((a, b) => a - b);
  const cuts = Array.from({ length: BINS - 1 }, (_, at) => rounded(sorted[Math.floor(((at + 1) * sorted.length) / BINS)] ?? 0));
  return [...new Set(cuts)];
}

function binOf(value: number, cuts: readonly number[]): number {
  let bin = 0;
  while (bin < cuts.length && value > (cuts[bin] ?? 0)) bin += 1;
  return bin;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
