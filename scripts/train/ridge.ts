import type { Weights } from '../../src/brief/worth.ts';
import type { Row } from './boost.ts';

/** Ridge regression on standardised features, the weights given back for the features as they are. Same rows, same weights. */
export function ridge(rows: readonly Row[], penalty: number): Weights {
  const width = rows[0]?.features.length ?? 0;
  const whole = rows.reduce((sum, { weight }) => sum + weight, 0);
  const meanOf = (value: (row: Row) => number) => rows.reduce((sum, row) => sum + row.weight * value(row), 0) / whole;
  const places = [...Array(width).keys()];
  const middle = places.map((at) => meanOf(({ features }) => features[at] ?? 0));
  const spread = places.map((at) => Math.sqrt(meanOf(({ features }) => ((features[at] ?? 0) - (middle[at] ?? 0)) ** 2)) || 1);
  const label = meanOf((row) => row.label);
  const system = places.map(() => new Float64Array(width + 1));
  for (const row of rows) {
    const values = places.map((at) => ((row.features[at] ?? 0) - (middle[at] ?? 0)) / (spread[at] ?? 1));
    for (const [at, line] of system.entries()) {
      const share = row.weight * (values[at] ?? 0);
      for (const other of places) line[other] = (line[other] ?? 0) + share * (values[other] ?? 0);
      line[width] = (line[width] ?? 0) + share * (row.label - label);
    }
  }
  for (const [at, line] of system.entries()) line[at] = (line[at] ?? 0) + penalty;
  const solved = solve(system).map((weight, at) => weight / (spread[at] ?? 1));
  const base = label - solved.reduce((sum, weight, at) => sum + weight * (middle[at] ?? 0), 0);
  return { base: rounded(base), weights: solved.map(rounded) };
}

/** Gauss and Jordan; the system is symmetric and positive. */
function solve(system: readonly Float64Array[]): number[] {
  const width = system.length;
  for (const [at, line] of system.entries()) {
    const pivot = line[at] ?? 1;
    for (let column = at; column <= width; column += 1) line[column] = (line[column] ?? 0) / pivot;
    for (const [other, target] of system.entries()) {
      const factor = other === at ? 0 : (target[at] ?? 0);
      if (factor !== 0)
        for (let column = at; column <= width; column += 1) target[column] = (target[column] ?? 0) - factor * (line[column] ?? 0);
    }
  }
  return system.map((line) => line[width] ?? 0);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
