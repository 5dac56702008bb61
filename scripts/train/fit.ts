import type { Row } from './boost.ts';

/** What is known of a sentence, and whether it answers. */
export interface Choice {
  features: readonly number[];
  isRight: boolean;
  /** What is added to its weighted features: what is known of it already, as a logit. */
  base: number;
}

const STEPS = 400;
const RATE = 0.05;
/** How strongly weights are drawn to 0; the features are scaled to deviations of 1. */
const RIDGE = 10;

/**
 * One weight a feature (0 for those that `used` leaves out), such that a right sentence leads its question as often as can
 * be: a conditional logit, by Adam from 0, so the same questions give the same weights. There are too few questions in
 * colleagues' own words for trees.
 */
export function fitWeights(questions: readonly (readonly Choice[])[], used: readonly boolean[]): number[] {
  const known = questions.filter((choices) => choices.some(({ isRight }) => isRight));
  const all = known.flat();
  const means = used.map((_, at) => all.reduce((sum, { features }) => sum + (features[at] ?? 0), 0) / all.length);
  const spreads = used.map((_, at) =>
    Math.sqrt(all.reduce((sum, { features }) => sum + ((features[at] ?? 0) - (means[at] ?? 0)) ** 2, 0) / all.length),
  );
  const columns = used.flatMap((isUsed, at) => (isUsed && (spreads[at] ?? 0) > 1e-9 ? [at] : []));
  const scaled = known.map((choices) =>
    choices.map(({ features, isRight, base }) => ({
      isRight,
      base,
      row: columns.map((at) => ((features[at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1)),
    })),
  );
  const weights = columns.map(() => 0);
  const first = columns.map(() => 0);
  const second = columns.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = weights.map((weight) => RIDGE * weight);
    for (const choices of scaled) {
      const odds = choices.map(({ row, base }) => Math.exp(row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), base)));
      const total = odds.reduce((a, b) => a + b, 0);
      const right = odds.reduce((sum, value, at) => sum + (choices[at]?.isRight === true ? value : 0), 0);
      choices.forEach(({ row, isRight }, at) => {
        const pull = (odds[at] ?? 0) / total - (isRight ? (odds[at] ?? 0) / right : 0);
        row.forEach((value, column) => (slope[column] = (slope[column] ?? 0) + pull * value));
      });
    }
    slope.forEach((value, at) => {
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * value;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * value * value;
      const [m, v] = [(first[at] ?? 0) / (1 - 0.9 ** step), (second[at] ?? 0) / (1 - 0.999 ** step)];
      weights[at] = (weights[at] ?? 0) - (RATE * m) / (Math.sqrt(v) + 1e-8);
    });
  }
  const result = used.map(() => 0);
  columns.forEach((at, column) => (result[at] = Math.round(((weights[column] ?? 0) / (spreads[at] ?? 1)) * 1e4) / 1e4));
  return result;
}

/** Weights and, behind them, a constant, such that their sum is the logit of the labels: logistic regression by Adam, drawn to 0 by `ridge`. */
export function fitLogit(rows: readonly Row[], ridge: number): number[] {
  const width = rows[0]?.features.length ?? 0;
  const column = (at: number) => rows.map(({ features }) => features[at] ?? 0);
  const means = Array.from({ length: width }, (_, at) => column(at).reduce((sum, value) => sum + value, 0) / rows.length);
  const spreads = means.map((mean, at) => Math.sqrt(column(at).reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows.length) || 1);
  const scaled = rows.map(({ features }) => [...means.map((mean, at) => ((features[at] ?? 0) - mean) / (spreads[at] ?? 1)), 1]);
  const weights = Array.from({ length: width + 1 }, () => 0);
  const first = weights.map(() => 0);
  const second = weights.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = weights.map((weight, at) => (at === width ? 0 : ridge * weight));
    scaled.forEach((row, at) => {
      const logit = row.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);
      const pull = (rows[at]?.weight ?? 1) * (1 / (1 + Math.exp(-logit)) - (rows[at]?.label ?? 0));
      row.forEach((value, place) => (slope[place] = (slope[place] ?? 0) + pull * value));
    });
    slope.forEach((value, at) => {
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * value;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * value * value;
      const [m, v] = [(first[at] ?? 0) / (1 - 0.9 ** step), (second[at] ?? 0) / (1 - 0.999 ** step)];
      weights[at] = (weights[at] ?? 0) - (RATE * m) / (Math.sqrt(v) + 1e-8);
    });
  }
  const plain = means.map((_, at) => (weights[at] ?? 0) / (spreads[at] ?? 1));
  const constant = plain.reduce((sum, weight, at) => sum - weight * (means[at] ?? 0), weights[width] ?? 0);
  return [...plain, constant].map((value) => Math.round(value * 1e4) / 1e4);
}
