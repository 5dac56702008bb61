import type { Arena } from './arena.ts';

/** Numbers that are learnt, with what Adam keeps of each (Kingma and Ba 2015). */
export interface Parameter {
  name: string;
  at: number;
  count: number;
  gradient: number;
  mean: number;
  square: number;
  /** Width of a row where only the rows that a batch met are updated; 0 where all are. */
  row: number;
  met: Set<number>;
}

export interface Optimiser {
  /** One step down the gradients, which are 0 behind it. */
  step(rate: number): void;
  /** Takes the present values into their running mean. */
  average(): void;
  /** Exchanges the values with their mean. */
  exchange(): void;
}

const [MEAN, SQUARE] = [0.9, 0.98];
/** Longer gradients are shortened to this. */
const LONGEST = 2;
/** Weight of the newest values in the mean. */
const NEWEST = 0.004;

export function parameter(arena: Arena, name: string, count: number, row: number, value: () => number): Parameter {
  const [at, gradient, mean, square] = [arena.take(count), arena.take(count), arena.take(count), arena.take(count)];
  for (let cell = 0; cell < count; cell += 1) arena.cells[at + cell] = value();
  return { name, at, count, gradient, mean, square, row, met: new Set() };
}

export function optimiserOf({ cells }: Arena, parameters: readonly Parameter[]): Optimiser {
  const means = parameters.map(({ at, count }) => cells.slice(at, at + count));
  let [steps, averaged] = [0, 0];
  const update = ({ at, gradient, mean, square }: Parameter, from: number, until: number, rate: number, shorter: number) => {
    for (let cell = from; cell < until; cell += 1) {
      const slope = (cells[gradient + cell] as number) * shorter;
      const m = MEAN * (cells[mean + cell] as number) + (1 - MEAN) * slope;
      const v = SQUARE * (cells[square + cell] as number) + (1 - SQUARE) * slope * slope;
      cells[mean + cell] = m;
      cells[square + cell] = v;
      cells[at + cell] = (cells[at + cell] as number) - (rate * m) / (Math.sqrt(v) + 1e-8);
      cells[gradient + cell] = 0;
    }
  };
  return {
    step(rate) {
      steps += 1;
      let length = 0;
      for (const { gradient, count, row } of parameters) {
        if (row === 0) for (let cell = gradient; cell < gradient + count; cell += 1) length += (cells[cell] as number) ** 2;
      }
      const shorter = Math.min(1, LONGEST / Math.sqrt(length + 1e-9));
      const corrected = (rate * Math.sqrt(1 - SQUARE ** steps)) / (1 - MEAN ** steps);
      for (const one of parameters) {
        if (one.row === 0) update(one, 0, one.count, corrected, shorter);
        for (const row of one.met) update(one, row * one.row, (row + 1) * one.row, corrected, shorter);
        one.met.clear();
      }
    },
    average() {
      averaged += 1;
      const weight = Math.max(NEWEST, 1 / averaged);
      parameters.forEach(({ at, count }, index) => {
        const mean = means[index] as Float32Array;
        for (let cell = 0; cell < count; cell += 1)
          mean[cell] = (mean[cell] as number) + ((cells[at + cell] as number) - (mean[cell] as number)) * weight;
      });
    },
    exchange() {
      parameters.forEach(({ at, count }, index) => {
        const present = cells.slice(at, at + count);
        cells.set(means[index] as Float32Array, at);
        means[index] = present;
      });
    },
  };
}
