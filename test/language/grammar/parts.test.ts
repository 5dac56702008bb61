import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkbench } from '../../../src/language/grammar/kernel.ts';
import { placeOf } from '../../../src/language/hashes.ts';
import { packed, readModel, writeModel, layersOf, type Model } from '../../../src/language/grammar/model.ts';
import { spanningTree } from '../../../src/language/grammar/tree.ts';

describe('the product of two tables', () => {
  it('is what the sum of products says, added to what stood there', () => {
    const [rows, inner, columns] = [8, 5, 16];
    const { cells, multiply } = createWorkbench(1000);
    const [a, b, c] = [0, 100, 300];
    for (let cell = 0; cell < 300; cell += 1) cells[cell] = ((cell * 7) % 11) - 5;
    cells.fill(2, c, c + rows * columns);
    multiply(a * 4, b * 4, c * 4, rows, inner, columns);
    const sum = (row: number, column: number) =>
      Array.from({ length: inner }, (_, k) => (cells[a + row * inner + k] ?? 0) * (cells[b + k * columns + column] ?? 0)).reduce(
        (x, y) => x + y,
        2,
      );
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) expect(cells[c + row * columns + column]).toBe(sum(row, column));
    }
  });
});

/** The best of all trees, by trying each. */
function bestByTrying(scores: Float32Array, count: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = Array.from({ length: count }, () => 0);
  const visit = (word: number, sum: number): void => {
    if (word === count) {
      const isTree = heads.every((_, at) => {
        let steps = 0;
        for (let one = at; one >= 0; one = (heads[one] ?? 0) - 1) if ((steps += 1) > count) return false;
        return true;
      });
      if (isTree && heads.filter((head) => head === 0).length === 1) best = Math.max(best, sum);
      return;
    }
    for (let head = 0; head <= count; head += 1) {
      if (head === word + 1) continue;
      heads[word] = head;
      visit(word + 1, sum + (scores[(word + 1) * (count + 1) + head] ?? 0));
    }
  };
  visit(0, 0);
  return best;
}

describe('a tree over words', () => {
  it('has one root and the highest sum of all trees', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 36, maxLength: 36 }),
        (count, values) => {
          const scores = Float32Array.from({ length: (count + 1) ** 2 }, (_, at) => values[at % 36] ?? 0);
          const heads = spanningTree(scores, count);
          const sum = heads.reduce((total, head, word) => total + (scores[(word + 1) * (count + 1) + head + 1] ?? 0), 0);
          expect(heads.filter((head) => head < 0)).toHaveLength(1);
          expect(sum).toBeCloseTo(bestByTrying(scores, count), 3);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a model', () => {
  const shape = { embedding: 8, known: 8, affixes: 4, window: 8, state: 4, arc: 8, label: 8 };
  const floats = (count: number) => Float32Array.from({ length: count }, (_, at) => Math.sin(at));
  const model: Model = {
    shape,
    wordHashes: Uint32Array.of(3, 9),
    words: packed(floats(24), 8),
    affixes: packed(floats(32), 8),
    knownHashes: Uint32Array.of(5),
    known: packed(floats(8), 8),
    layers: Object.fromEntries(
      Object.entries(layersOf(shape)).map(([name, [rows, columns]]) => [name, packed(floats(rows * columns), columns)]),
    ) as Model['layers'],
  };

  it('comes back from its bytes, its layers to one part in two hundred and fifty', () => {
    const read = readModel(writeModel(model));
    expect(read).toEqual(model);
    const { values, factors, width } = read.layers.first;
    floats(values.length).forEach((value, at) =>
      expect(Math.abs(value - (values[at] ?? 0) * (factors[Math.floor(at / width)] ?? 0))).toBeLessThan(1 / 250),
    );
  });
  it('finds a word by its hash, and none that it does not hold', () => {
    expect([placeOf(3, model.wordHashes), placeOf(9, model.wordHashes), placeOf(4, model.wordHashes)]).toEqual([0, 1, -1]);
  });
});
