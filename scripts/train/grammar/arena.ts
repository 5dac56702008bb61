import { createWorkbench, ROWS } from '../../../src/language/grammar/kernel.ts';

/** Numbers there is room for: parameters, what Adam keeps of them, and one batch. */
const ROOM = 150_000_000;

/** One memory for everything that is multiplied: parameters first, then what a batch needs, thrown away behind it. */
export interface Arena {
  cells: Float32Array;
  /** Room for so many numbers, all 0. Addresses count numbers, not bytes. */
  take(count: number): number;
  /** `c += a · b` over row-major tables; rows are rounded up to what the product takes. */
  multiply(a: number, b: number, c: number, rows: number, inner: number, columns: number): void;
  /** A copy with rows and columns exchanged. */
  turned(table: number, rows: number, columns: number): number;
  /** Sets what `reset` goes back to, and tells it. */
  mark(): number;
  reset(): void;
}

export function createArena(): Arena {
  const { cells, multiply } = createWorkbench(ROOM);
  let [top, base] = [16, 16];
  const take = (count: number) => {
    const at = top;
    top += rounded(count);
    if (top > cells.length) throw new Error('A batch does not fit into the memory.');
    cells.fill(0, at, top);
    return at;
  };
  return {
    cells,
    take,
    multiply: (a, b, c, rows, inner, columns) => multiply(a * 4, b * 4, c * 4, rounded(rows), inner, columns),
    turned(table, rows, columns) {
      const at = take(rows * columns + 16);
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) cells[at + column * rows + row] = cells[table + row * columns + column] ?? 0;
      }
      return at;
    },
    mark: () => (base = top),
    reset: () => void (top = base),
  };
}

export const rounded = (count: number) => (count + ROWS - 1) & ~(ROWS - 1);

/** Numbers between 0 and 1 that are the same in every run (Mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
