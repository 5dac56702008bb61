/** What is known of a sentence, and whether it answers. */
export interface Choice {
  features: readonly number[];
  isRight: boolean;
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
    choices.map(({ features, isRight }) => ({
      isRight,
      row: columns.map((at) => ((features[at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1)),
    })),
  );
  const weights = columns.map(() => 0);
  const first = columns.map(() => 0);
  const second = columns.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = weights.map((weight) => RIDGE * weight);
    for (const choices of scaled) {
      const odds = choices.map(({ row }) => Math.exp(row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
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
