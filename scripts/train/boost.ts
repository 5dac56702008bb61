import type { Trees } from '../../src/trees.ts';

/** One thing to learn from: what is known of it, what it should score, and how much it counts. */
export interface Row {
  features: readonly number[];
  label: number;
  weight: number;
  /** Of one of several things to choose from: what they are chosen for, and what is known of it already, as a logit. */
  choice?: { of: number; base: number };
}

export interface Plan {
  trees: number;
  depth: number;
  /** Shrinkage of each tree. */
  rate: number;
  /** Weighted rows that a leaf must hold. */
  leaf: number;
  /** `logistic`: labels are probabilities; `squares`: labels are values; `choice`: of the rows with the same choice one with label 1 is to lead. */
  loss: 'logistic' | 'squares' | 'choice';
  /** Share of the features that each tree may look at, and of the rows that it learns from, drawn anew (Friedman 2002); all without it. */
  drawn?: { features: number; rows: number };
}

const BINS = 32;
const RIDGE = 1;
/** What is sure already still counts so much, so that no leaf runs away. */
const LEAST_CURVED = 1e-3;

/**
 * Gradient-boosted trees (Friedman 2001, with second-order leaves as in Chen and Guestrin 2016) over histogram bins.
 * The same rows and plan give the same trees.
 */
export function boost(rows: readonly Row[], plan: Plan): Trees {
  const width = rows[0]?.features.length ?? 0;
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(rows.map(({ features }) => features[feature] ?? 0)));
  const binned = edges.map((cuts, feature) => Uint8Array.from(rows, ({ features }) => binOf(features[feature] ?? 0, cuts)));
  const mean = rows.reduce((sum, { label, weight }) => sum + label * weight, 0) / rows.reduce((sum, { weight }) => sum + weight, 0);
  const base = plan.loss === 'choice' ? 0 : plan.loss === 'logistic' ? Math.log(mean / (1 - mean)) : mean;
  const scores = Float64Array.from(rows, ({ choice }) => choice?.base ?? base);
  const trees: number[][] = [];
  const weights = Float64Array.from(rows, ({ weight }) => weight);
  const labels = Float64Array.from(rows, ({ label }) => label);
  const gradient = new Float64Array(rows.length);
  const curvature = new Float64Array(rows.length);
  let isDrawn = Array.from({ length: width }, () => true);
  for (let round = 0; round < plan.trees; round += 1) {
    const { features: share = 1, rows: part = 1 } = plan.drawn ?? {};
    isDrawn = isDrawn.map((_, feature) => share === 1 || chance(round, feature) < share);
    if (plan.loss === 'choice') choose();
    else {
      for (let at = 0; at < rows.length; at += 1) {
        const [score = 0, weight = 0] = [scores[at], weights[at]];
        const guess = plan.loss === 'logistic' ? 1 / (1 + Math.exp(-score)) : score;
        gradient[at] = weight * ((labels[at] ?? 0) - guess);
        curvature[at] = weight * (plan.loss === 'logistic' ? guess * (1 - guess) : 1);
      }
    }
    const nodes: number[] = [];
    grow(
      Int32Array.from(rows.keys()).filter((at) => part === 1 || chance(round, width + at) < part),
      plan.depth,
      nodes,
    );
    trees.push(nodes);
    for (const [at, row] of rows.entries()) scores[at] = (scores[at] ?? 0) + valueOf(nodes, row.features);
  }
  return { base: rounded(base), trees };

  /** A conditional logit: how far each row's odds of leading are from what they are among the right ones; choices without a right one teach nothing. */
  function choose(): void {
    const sums = new Map<number, { all: number; right: number }>();
    const odds = rows.map((row, at) => {
      const own = Math.exp(scores[at] ?? 0);
      const sum = sums.get(row.choice?.of ?? -1) ?? { all: 0, right: 0 };
      sums.set(row.choice?.of ?? -1, { all: sum.all + own, right: sum.right + (row.label === 1 ? own : 0) });
      return own;
    });
    for (const [at, row] of rows.entries()) {
      const { all, right } = sums.get(row.choice?.of ?? -1) ?? { all: 1, right: 0 };
      const guess = (odds[at] ?? 0) / all;
      gradient[at] = right === 0 ? 0 : row.weight * ((row.label === 1 ? (odds[at] ?? 0) / right : 0) - guess);
      curvature[at] = right === 0 ? 0 : row.weight * Math.max(LEAST_CURVED, guess * (1 - guess));
    }
  }

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
      if (cuts === 0 || isDrawn[feature] !== true) continue;
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

function valueOf(nodes: readonly number[], features: readonly number[]): number {
  let place = 0;
  while ((nodes[place] ?? -1) >= 0)
    place = (features[nodes[place] ?? 0] ?? 0) <= (nodes[place + 1] ?? 0) ? place + 4 : (nodes[place + 2] ?? 0);
  return nodes[place + 3] ?? 0;
}

/** A number from 0 to below 1 for each round and each thing drawn, the same whenever it is asked for. */
function chance(round: number, thing: number): number {
  let hash = Math.imul(thing + 1, 0x9e3779b1) ^ Math.imul(round + 7, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
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
