/** Scores of keeping things: alone, and one right behind another. Places count from 0; `START` and `END` are where a path begins and ends. */
export interface Potentials {
  count: number;
  alone: (at: number) => number;
  behind: (from: number, to: number) => number;
}

export const START = -1;

/** The things to keep, in order, so that the sum of their scores is highest (Viterbi 1967). `END` is `count`. */
export function bestPath({ count, alone, behind }: Potentials): number[] {
  const sums = new Float64Array(count + 1);
  const before = new Int32Array(count + 1);
  for (let to = 0; to <= count; to += 1) {
    let [most, from] = [behind(START, to), START];
    for (let earlier = 0; earlier < to; earlier += 1) {
      const sum = (sums[earlier] ?? 0) + behind(earlier, to);
      if (sum > most) [most, from] = [sum, earlier];
    }
    sums[to] = most + (to < count ? alone(to) : 0);
    before[to] = from;
  }
  const path: number[] = [];
  for (let at = before[count] ?? START; at !== START; at = before[at] ?? START) path.push(at);
  return path.toReversed();
}
