/** Sentences as the words they hold, each counted so that long ones do not outweigh. */
export interface Bags {
  /** For each sentence the rows of its words. */
  words: readonly (readonly number[])[];
  count: number;
}

const RIDGE = 30;
const RESIDUAL_RIDGE = 3;
const STEPS = 40;

export function bagsOf(words: readonly (readonly number[])[], count: number): Bags {
  return { words, count };
}

/** What each word brings, told linearly by what is known of it, such that the sums come near the targets. */
export function ridge(bags: Bags, known: readonly (readonly number[])[], targets: readonly Float64Array[]): Float64Array[] {
  const width = known[0]?.length ?? 0;
  const axes = targets[0]?.length ?? 0;
  const rows = known.map((row) => Float64Array.from(row));
  const sums = summed(bags, rows, width);
  const normal = Array.from({ length: width }, (_, at) => Float64Array.from({ length: width }, (__, other) => (at === other ? RIDGE : 0)));
  const right = Array.from({ length: width }, () => new Float64Array(axes));
  sums.forEach((sum, at) => {
    const target = targets[at] ?? new Float64Array(axes);
    for (let a = 0; a < width; a += 1) {
      const value = sum[a] as number;
      add(normal[a] as Float64Array, value, sum);
      add(right[a] as Float64Array, value, target);
    }
  });
  const map = solved(normal, right);
  return rows.map((row) => {
    const brought = new Float64Array(axes);
    row.forEach((value, at) => add(brought, value, map[at] as Float64Array));
    return brought;
  });
}

/** The guess, and for each word what its sentences say beyond it: ridge regression by conjugate gradients. */
export function residual(bags: Bags, guess: readonly Float64Array[], targets: readonly Float64Array[]): Float64Array[] {
  const axes = targets[0]?.length ?? 0;
  const brought = guess.map((row) => row.slice());
  const left = summed(bags, guess, axes).map((sum, at) => sum.map((value, axis) => (targets[at]?.[axis] ?? 0) - value));
  const rest = spread(bags, left, axes);
  const step = rest.map((row) => row.slice());
  let size = squares(rest, axes);
  for (let round = 0; round < STEPS; round += 1) {
    const image = spread(bags, summed(bags, step, axes), axes);
    image.forEach((row, at) => add(row, RESIDUAL_RIDGE, step[at] as Float64Array));
    const along = new Float64Array(axes);
    step.forEach((row, at) => row.forEach((value, axis) => (along[axis] = (along[axis] ?? 0) + value * (image[at]?.[axis] ?? 0))));
    const rate = size.map((value, axis) => value / ((along[axis] ?? 0) + 1e-12));
    brought.forEach((row, at) => row.forEach((value, axis) => (row[axis] = value + (rate[axis] ?? 0) * (step[at]?.[axis] ?? 0))));
    rest.forEach((row, at) => row.forEach((value, axis) => (row[axis] = value - (rate[axis] ?? 0) * (image[at]?.[axis] ?? 0))));
    const next = squares(rest, axes);
    step.forEach((row, at) =>
      row.forEach((value, axis) => (row[axis] = (rest[at]?.[axis] ?? 0) + ((next[axis] ?? 0) / ((size[axis] ?? 0) + 1e-12)) * value)),
    );
    size = next;
  }
  return brought;
}

function summed({ words }: Bags, rows: readonly Float64Array[], width: number): Float64Array[] {
  return words.map((own) => {
    const sum = new Float64Array(width);
    for (const word of own) add(sum, 1 / Math.sqrt(own.length), rows[word] as Float64Array);
    return sum;
  });
}

function spread({ words, count }: Bags, rows: readonly Float64Array[], width: number): Float64Array[] {
  const sums = Array.from({ length: count }, () => new Float64Array(width));
  words.forEach((own, at) => {
    for (const word of own) add(sums[word] as Float64Array, 1 / Math.sqrt(own.length), rows[at] as Float64Array);
  });
  return sums;
}

function add(row: Float64Array, times: number, other: Float64Array): void {
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] as number) + times * (other[at] as number);
}

function squares(rows: readonly Float64Array[], axes: number): Float64Array {
  const sums = new Float64Array(axes);
  for (const row of rows) row.forEach((value, axis) => (sums[axis] = (sums[axis] ?? 0) + value * value));
  return sums;
}

/** Gaussian elimination of a positive definite system, in place. */
function solved(matrix: readonly Float64Array[], right: Float64Array[]): Float64Array[] {
  const size = matrix.length;
  for (let at = 0; at < size; at += 1) {
    const pivot = matrix[at] as Float64Array;
    for (let below = at + 1; below < size; below += 1) {
      const row = matrix[below] as Float64Array;
      const factor = (row[at] as number) / (pivot[at] as number);
      if (factor === 0) continue;
      add(row, -factor, pivot);
      add(right[below] as Float64Array, -factor, right[at] as Float64Array);
    }
  }
  for (let at = size - 1; at >= 0; at -= 1) {
    const own = right[at] as Float64Array;
    for (let behind = at + 1; behind < size; behind += 1) add(own, -(matrix[at]?.[behind] ?? 0), right[behind] as Float64Array);
    own.forEach((value, axis) => (own[axis] = value / (matrix[at]?.[at] ?? 1)));
  }
  return right;
}
