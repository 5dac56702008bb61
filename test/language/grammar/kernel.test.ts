import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkbench } from '../../../src/language/grammar/kernel.ts';

const number = fc.float({ min: -50, max: 50, noNaN: true });
const small = fc.integer({ min: -127, max: 127 });
const sizes = { rows: 4, inner: 16, columns: 8 };
const { rows, inner, columns } = sizes;

describe('the kernel', () => {
  it('multiplies what it has rounded to sixteen bits as plain loops do, to one part in thirty thousand of the largest', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: rows * inner, maxLength: rows * inner }),
        fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: inner, maxLength: inner }),
        fc.array(small, { minLength: inner * columns, maxLength: inner * columns }),
        fc.array(number, { minLength: columns, maxLength: columns }),
        (from, factors, weights, bias) => {
          const { cells, narrow, multiplyPairs, widen } = createWorkbench(1000);
          const [atFactors, atNarrowed, atSteps, atWeights, atProduct, atBias] = [100, 200, 300, 400, 600, 700];
          cells.set(from);
          cells.set(factors, atFactors);
          cells.set(bias, atBias);
          const halves = new Int16Array(cells.buffer);
          weights.forEach((value, at) => {
            const [row, column] = [Math.floor(at / columns), at % columns];
            halves[atWeights * 2 + (row >> 1) * 2 * columns + 2 * column + (row & 1)] = value;
          });
          narrow(0, atFactors * 4, atNarrowed * 4, atSteps * 4, rows, inner);
          multiplyPairs(atNarrowed * 4, atWeights * 4, atProduct * 4, rows, inner / 2, columns);
          widen(atProduct * 4, atBias * 4, atSteps * 4, rows, columns);
          for (let row = 0; row < rows; row += 1) {
            const scaled = factors.map((factor, at) => factor * (from[row * inner + at] ?? 0));
            const most = Math.max(...scaled.map(Math.abs));
            for (let column = 0; column < columns; column += 1) {
              const sum = scaled.reduce((total, value, at) => total + value * (weights[at * columns + column] ?? 0), bias[column] ?? 0);
              const found = cells[atProduct + row * columns + column] ?? NaN;
              expect(Math.abs(found - sum)).toBeLessThanOrEqual((most * inner * 127) / 60_000 + 1e-3);
            }
          }
        },
      ),
    );
  });

  it('makes nothing of a row of zeros but the bias', () => {
    const { cells, narrow, multiplyPairs, widen } = createWorkbench(1000);
    cells.fill(2.5, 700, 708);
    narrow(0, 400, 800, 1200, rows, inner);
    multiplyPairs(800, 1600, 2400, rows, inner / 2, columns);
    widen(2400, 2800, 1200, rows, columns);
    expect([...cells.subarray(600, 632)]).toEqual(Array.from({ length: 32 }, () => 2.5));
  });

  it('lets a tenth through of what is below zero', () => {
    const { cells, leak } = createWorkbench(8);
    cells.set([-10, 10, 0, -0.5]);
    leak(0, 4);
    expect([...cells.subarray(0, 4)]).toEqual([-1, 10, 0, Math.fround(-0.05)]);
  });
});
