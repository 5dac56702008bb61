import * as wasm from './assembly.ts';
import { ADD, bump, constant, F32, float, get, I32, load, loop, MULTIPLY, set, SHIFT, spread, store, V128, vector } from './assembly.ts';

/**
 * What the grammar computes all day, as a WebAssembly module of 1,736 bytes: several numbers in one instruction,
 * and the same bits on every machine. Layers are small whole numbers; what is multiplied with them is rounded to sixteen
 * bits first, row by row, so that a sum is exact and eight products are one instruction.
 */

/** Rows of `a` and columns of `b` that are multiplied at once. */
export const ROWS = 4;
const COLUMNS = 8;

/** Row-major 32-bit floats at byte addresses; `m` a multiple of 4, `n` of 8, all of them above 0. */
type Multiply = (a: number, b: number, c: number, m: number, k: number, n: number) => void;

/** Numbers in one stretch of memory, and what is done with them. All addresses are in bytes. */
export interface Workbench {
  cells: Float32Array<ArrayBuffer>;
  /** `c += a · b` */
  multiply: Multiply;
  /** The same of 16-bit numbers, and `c = a · b` in whole numbers. Two numbers of a row of `a` stand beside each other, and so do two of a column of `b`; `k` counts such pairs. */
  multiplyPairs: Multiply;
  /** Rows of `k` floats, each number with its factor, as 16-bit numbers and how much a step is worth in each row; `k` a multiple of 8. */
  narrow(from: number, factors: number, to: number, steps: number, rows: number, k: number): void;
  /** Whole numbers as what they are worth, and a bias: in place; `n` a multiple of 4. */
  widen(cells: number, bias: number, steps: number, rows: number, n: number): void;
  /** Of what is below 0 a tenth: in place; `n` a multiple of 4. */
  leak(cells: number, n: number): void;
}

/** Room for at least so many numbers, all 0. */
export function createWorkbench(count: number): Workbench {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((count * 4) / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm.moduleOf(ROUTINES)), { m: { m: memory } });
  return { cells: new Float32Array(memory.buffer), ...(exports as unknown as Omit<Workbench, 'cells'>) };
}
const PAGE = 65_536;

/** What of the WebAssembly JavaScript interface is used here; the language's own library does not declare it. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (
    module: object,
    imports: Record<string, Record<string, object>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
};

const FLOATS = { multiply: vector(230), add: vector(228) };
const PAIRS = { multiply: vector(186), add: vector(174) };

const ZEROS = wasm.four(Int32Array.of(0));
const EACH = [0, 1, 2, 3] as const;

function multiplication(kind: { multiply: number[]; add: number[] }, isAdded: boolean): Omit<wasm.Routine, 'name'> {
  const [A, B, C, M, K, N] = [0, 1, 2, 3, 4, 5];
  const [ROW, COLUMN, STEP, AT_B, WIDE_A, WIDE_B] = [6, 7, 8, 9, 10, 11];
  /** Where the four rows of `a` and of `c` are being read and written. */
  const AT_A = [12, 13, 14, 15] as const;
  const AT_C = [16, 17, 18, 19] as const;
  const [LEFT, RIGHT, FACTOR] = [28, 29, 30];
  const sumOf = (row: number, half: number) => 20 + row * 2 + half;
  const product = [
    [get(AT_B), load(0), set(LEFT), get(AT_B), load(16), set(RIGHT)].flat(),
    EACH.flatMap((row) => [
      ...[get(AT_A[row]), spread(), set(FACTOR)].flat(),
      ...[0, 1].flatMap((half) =>
        [get(sumOf(row, half)), get(half === 0 ? LEFT : RIGHT), get(FACTOR), kind.multiply, kind.add, set(sumOf(row, half))].flat(),
      ),
      ...bump(AT_A[row], constant(4)),
    ]),
    bump(AT_B, get(WIDE_B)),
  ].flat();
  const corners = (visit: (row: 0 | 1 | 2 | 3, half: 0 | 1) => number[]) =>
    EACH.flatMap((row) => ([0, 1] as const).flatMap((half) => visit(row, half)));
  const block = [
    [get(A), get(ROW), get(WIDE_A), MULTIPLY, ADD, set(AT_A[0])].flat(),
    [get(C), get(ROW), get(WIDE_B), MULTIPLY, ADD, get(COLUMN), constant(2), SHIFT, ADD, set(AT_C[0])].flat(),
    ([1, 2, 3] as const).flatMap((row) => [
      ...[get(AT_A[row - 1] ?? 0), get(WIDE_A), ADD, set(AT_A[row])].flat(),
      ...[get(AT_C[row - 1] ?? 0), get(WIDE_B), ADD, set(AT_C[row])].flat(),
    ]),
    [get(B), get(COLUMN), constant(2), SHIFT, ADD, set(AT_B)].flat(),
    corners((row, half) => [isAdded ? [get(AT_C[row]), load(half * 16)] : [ZEROS], set(sumOf(row, half))].flat(2)),
    [constant(0), set(STEP)].flat(),
    loop(product, STEP, 1, K),
    corners((row, half) => [get(AT_C[row]), get(sumOf(row, half)), store(half * 16)].flat()),
  ].flat();
  return {
    takes: 6,
    locals: [
      [14, I32],
      [11, V128],
    ],
    body: [
      [get(K), constant(2), SHIFT, set(WIDE_A), get(N), constant(2), SHIFT, set(WIDE_B)].flat(),
      loop([constant(0), set(COLUMN), loop(block, COLUMN, COLUMNS, N)].flat(), ROW, ROWS, M),
    ].flat(),
  };
}

/** How much of what is below 0 a layer lets through. */
const LEAK = 0.1;
/** The largest number of sixteen bits; a row of zeros is divided by what is above 0. */
const [LARGEST, LEAST] = [32_767, 1e-30];

function narrowing(): Omit<wasm.Routine, 'name'> {
  const [FROM, FACTORS, TO, STEPS, M, K] = [0, 1, 2, 3, 4, 5];
  const [ROW, COLUMN, AT, AT_FACTOR, AT_TO] = [6, 7, 8, 9, 10];
  const [MOST, SCALE] = [11, 12];
  const scaled = (offset: number) => [get(AT), load(offset), get(AT_FACTOR), load(offset), FLOATS.multiply].flat();
  const [ABSOLUTE, LARGER, LESS, TOGETHER, SPLAT] = [vector(224), vector(233), vector(177), vector(133), vector(19)];
  const lane = (at: number) => [...get(SCALE), ...vector(31), at];
  // Beside so large a number a float has no place for fractions, and its last bits are the whole number.
  const large = Float32Array.of(1.5 * 2 ** 23);
  const bits = new Int32Array(large.buffer);
  const rounded = (offset: number) =>
    [scaled(offset), get(SCALE), FLOATS.multiply, wasm.four(large), FLOATS.add, wasm.four(bits), LESS].flat();
  const restart = [get(FACTORS), set(AT_FACTOR), constant(0), set(COLUMN)].flat();
  const [FLOAT_MAX, FLOAT_DIVIDE] = [[0x97], [0x95]];
  const row = [
    restart,
    [ZEROS, set(SCALE)].flat(),
    loop(
      [[get(SCALE), scaled(0), ABSOLUTE, LARGER, set(SCALE)].flat(), bump(AT, constant(16)), bump(AT_FACTOR, constant(16))].flat(),
      COLUMN,
      4,
      K,
    ),
    [lane(0), lane(1), FLOAT_MAX, lane(2), FLOAT_MAX, lane(3), FLOAT_MAX, float(LEAST), FLOAT_MAX, set(MOST)].flat(),
    [get(STEPS), get(MOST), float(LARGEST), FLOAT_DIVIDE, wasm.storeFloat, bump(STEPS, constant(4))].flat(),
    [float(LARGEST), get(MOST), FLOAT_DIVIDE, SPLAT, set(SCALE)].flat(),
    [get(AT), get(K), constant(-4), MULTIPLY, ADD, set(AT)].flat(),
    restart,
    loop(
      [
        [get(AT_TO), rounded(0), rounded(16), TOGETHER, store(0)].flat(),
        bump(AT, constant(32)),
        bump(AT_FACTOR, constant(32)),
        bump(AT_TO, constant(16)),
      ].flat(),
      COLUMN,
      8,
      K,
    ),
  ].flat();
  return {
    takes: 6,
    locals: [
      [5, I32],
      [1, F32],
      [1, V128],
    ],
    body: [get(FROM), set(AT), get(TO), set(AT_TO), loop(row, ROW, 1, M)].flat(),
  };
}

function widening(): Omit<wasm.Routine, 'name'> {
  const [CELLS, BIAS, STEPS, M, N] = [0, 1, 2, 3, 4];
  const [ROW, COLUMN, AT_BIAS, SCALE] = [5, 6, 7, 8];
  const AS_FLOATS = vector(250);
  const inner = [
    [get(CELLS), get(CELLS), load(0), AS_FLOATS, get(SCALE), FLOATS.multiply, get(AT_BIAS), load(0), FLOATS.add, store(0)].flat(),
    bump(CELLS, constant(16)),
    bump(AT_BIAS, constant(16)),
  ].flat();
  const row = [
    [get(STEPS), spread(), set(SCALE), bump(STEPS, constant(4))].flat(),
    [get(BIAS), set(AT_BIAS), constant(0), set(COLUMN)].flat(),
    loop(inner, COLUMN, 4, N),
  ].flat();
  return {
    takes: 5,
    locals: [
      [3, I32],
      [1, V128],
    ],
    body: loop(row, ROW, 1, M),
  };
}

function leaking(): Omit<wasm.Routine, 'name'> {
  const [CELLS, COUNT, AT] = [0, 1, 2];
  const values = [get(CELLS), load(0)].flat();
  const inner = [get(CELLS), values, values, wasm.four(Float32Array.of(LEAK)), FLOATS.multiply, vector(233), store(0)].flat();
  return { takes: 2, locals: [[1, I32]], body: loop([inner, bump(CELLS, constant(16))].flat(), AT, 4, COUNT) };
}

const ROUTINES: readonly wasm.Routine[] = [
  { name: 'multiply', ...multiplication(FLOATS, true) },
  { name: 'multiplyPairs', ...multiplication(PAIRS, false) },
  { name: 'narrow', ...narrowing() },
  { name: 'widen', ...widening() },
  { name: 'leak', ...leaking() },
];
