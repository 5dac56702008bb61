import { PLACES, type Labelling, type Sink } from '../../src/brief/figures/label-features.ts';
import type { LabelModel } from '../../src/brief/figures/label.ts';
import { bestPath, START } from '../../src/brief/figures/label-path.ts';
import { wordFeatures } from '../../src/brief/figures/label-words.ts';
import { boost, type Plan, type Row } from './boost.ts';
import { COST, type LabelCase } from './label-cases.ts';

const ROUNDS = 20;
/** No single label moves the weights further. */
const LARGEST_STEP = 0.01;

interface Prepared {
  cost: readonly number[];
  alone: readonly number[][];
  /** By the place before, counted from `START`, and the place behind. */
  behind: readonly number[][][];
}

/** Trees of what each word is worth alone: a wanted word counts twice. */
const WORDS: Plan = { trees: 150, depth: 5, rate: 0.1, leaf: 20, loss: 'logistic', drawn: { features: 0.2, rows: 0.6 } };
const WANTED = 2;

/** Both parts of what chooses a label's words. The same cases give the same model. */
export function fitLabels(cases: readonly LabelCase[]): LabelModel {
  const rows = cases.flatMap(({ place, taken, labelling, cost }): Row[] =>
    wordFeatures(place, taken, labelling).map((features, at) => {
      const own = cost[at] ?? 0;
      return { features, label: own < 0 ? 1 : 0, weight: own === -COST.must ? WANTED : 1 };
    }),
  );
  return { path: fitPath(cases), words: boost(rows, WORDS) };
}

/**
 * Weights with which the labels that editors wrote are the best paths through their sentences: a structured perceptron with
 * margins as wide as a label is wrong (Crammer and others 2006), averaged (Collins 2002). The same cases give the same weights.
 */
function fitPath(cases: readonly LabelCase[]): Float32Array {
  const weights = new Float64Array(PLACES);
  const drift = new Float64Array(PLACES);
  const prepared = cases.map(prepare);
  let step = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const one of shuffled(prepared, round)) {
      for (const [at, size] of correction(one, weights)) {
        weights[at] = (weights[at] ?? 0) + size;
        drift[at] = (drift[at] ?? 0) + step * size;
      }
      step += 1;
    }
  }
  return Float32Array.from(weights, (weight, at) => weight - (drift[at] ?? 0) / step);
}

/** What each weight has to change by, so that the editor's label comes before the one that would be chosen now. */
function correction({ cost, alone, behind }: Prepared, weights: Float64Array): Map<number, number> {
  const sumOf = (features: readonly number[] | undefined) => {
    let sum = 0;
    for (const at of features ?? []) sum += weights[at] ?? 0;
    return sum;
  };
  const found = bestPath({
    count: cost.length,
    alone: (at) => sumOf(alone[at]) + (cost[at] ?? 0),
    behind: (from, to) => sumOf(behind[from - START]?.[to]),
  });
  const wanted = cost.flatMap((one, at) => (one < 0 ? [at] : []));
  const change = new Map<number, number>();
  const walk = (path: readonly number[], way: number) => {
    let before = START;
    for (const at of [...path, cost.length]) {
      for (const one of [...(alone[at] ?? []), ...(behind[before - START]?.[at] ?? [])]) change.set(one, (change.get(one) ?? 0) + way);
      before = at;
    }
  };
  walk(wanted, 1);
  walk(found, -1);
  let [norm, margin] = [0, 0];
  for (const [at, way] of change) {
    norm += way * way;
    margin += way * (weights[at] ?? 0);
  }
  const loss = cost.reduce((sum, one, at) => sum + (found.includes(at) === one < 0 ? 0 : Math.abs(one)), 0);
  const size = norm === 0 ? 0 : Math.max(0, Math.min(LARGEST_STEP, (loss - margin) / norm));
  return new Map([...change].map(([at, way]) => [at, size * way]));
}

function prepare({ labelling, cost }: LabelCase): Prepared {
  const { units, alone, behind }: Labelling = labelling;
  const collected = (weigh: (sink: Sink) => void) => {
    const found: number[] = [];
    weigh((feature) => found.push(feature));
    return found;
  };
  const places = Array.from({ length: units.length + 1 }, (_, at) => at);
  return {
    cost,
    alone: units.map((_, at) => collected((sink) => alone(at, sink))),
    behind: places.map((from) => places.map((to) => (to >= from ? collected((sink) => behind(from + START, to, sink)) : []))),
  };
}

/** The same order for the same round, whoever runs it. */
function shuffled<T>(items: readonly T[], round: number): T[] {
  const order = [...items];
  let state = round + 1;
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
