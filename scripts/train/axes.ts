/** The entries of one row that are not zero. */
export interface SparseRow {
  at: Int32Array;
  values: Float64Array;
}

const ROUNDS = 12;
const SPARE = 8;

/**
 * The leading eigenvectors of a symmetric matrix, each scaled by the root of its eigenvalue's size, by subspace iteration
 * (Halko, Martinsson and Tropp 2011). It begins from a fixed pattern: the same matrix gives the same axes.
 */
export function leadingAxes(rows: readonly SparseRow[], count: number): Float64Array[] {
  const size = rows.length;
  let basis: Float64Array[] = Array.from({ length: count + SPARE }, (_, axis) =>
    Float64Array.from({ length: size }, (__, row) => Math.sin((row + 1) * (axis + 1) * 0.7391 + axis)),
  );
  orthonormalise(basis);
  let sizes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    basis = basis.map((axis) => times(rows, axis));
    sizes = orthonormalise(basis);
  }
  return basis.slice(0, count).map((axis, at) => axis.map((value) => value * Math.sqrt(sizes[at] ?? 0)));
}

function times(rows: readonly SparseRow[], vector: Float64Array): Float64Array {
  return Float64Array.from(rows, ({ at, values }) => {
    let sum = 0;
    for (let entry = 0; entry < at.length; entry += 1) sum += (values[entry] ?? 0) * (vector[at[entry] ?? 0] ?? 0);
    return sum;
  });
}

/** Gram-Schmidt in place; the lengths before. */
function orthonormalise(basis: Float64Array[]): number[] {
  return basis.map((axis, at) => {
    for (const earlier of basis.slice(0, at)) {
      const shared = dot(axis, earlier);
      for (let row = 0; row < axis.length; row += 1) axis[row] = (axis[row] ?? 0) - shared * (earlier[row] ?? 0);
    }
    const length = Math.sqrt(dot(axis, axis)) || 1;
    for (let row = 0; row < axis.length; row += 1) axis[row] = (axis[row] ?? 0) / length;
    return length;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
