/**
 * The best tree over `count` words with one root (Chu and Liu 1965, Edmonds 1967): heads counted from 0, -1 for the root.
 * `scores` holds a row for each dependent from 1 on, with a column for each head; 0 is the root.
 */
export function spanningTree(scores: Float32Array, count: number): Int32Array {
  const size = count + 1;
  let heads = bestHeads(scores, size);
  const roots = rootsOf(heads);
  if (roots.length !== 1) {
    let most = Number.NEGATIVE_INFINITY;
    for (const root of roots) {
      const only = scores.slice();
      for (let word = 1; word < size; word += 1) if (word !== root) only[word * size] = FORBIDDEN;
      const tree = bestHeads(only, size);
      const sum = sumOf(tree, scores, size);
      if (sum <= most) continue;
      most = sum;
      heads = tree;
    }
  }
  return heads.subarray(1).map((head) => head - 1);
}

const FORBIDDEN = -1e9;

/** Circles inside circles that are opened the exact way; a real sentence has two or three. */
const DEEPEST = 6;

function bestHeads(scores: Float32Array, size: number, depth = 0): Int32Array {
  const heads = new Int32Array(size);
  for (let word = 1; word < size; word += 1) {
    let best = Number.NEGATIVE_INFINITY;
    for (let head = 0; head < size; head += 1) {
      const score = scores[word * size + head] ?? FORBIDDEN;
      if (head === word || score <= best) continue;
      best = score;
      heads[word] = head;
    }
  }
  const cycle = cycleIn(heads);
  if (cycle === null) return heads;
  return depth < DEEPEST ? opened(scores, size, heads, cycle, depth) : cutOpen(scores, size, heads, cycle);
}

/** The words of a circle of heads; null when all lead to the root. */
function cycleIn(heads: Int32Array): number[] | null {
  const seenBy = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start += 1) {
    let word = start;
    while (word !== 0 && seenBy[word] === 0) {
      seenBy[word] = start;
      word = heads[word] ?? 0;
    }
    if (word === 0 || seenBy[word] !== start) continue;
    const cycle = [word];
    for (let next = heads[word] ?? 0; next !== word; next = heads[next] ?? 0) cycle.push(next);
    return cycle;
  }
  return null;
}

/** The circle as one word: the best tree of the rest, and the circle opened where its head comes in. */
function opened(scores: Float32Array, size: number, heads: Int32Array, cycle: readonly number[], depth: number): Int32Array {
  const inside = new Set(cycle);
  const rest = Array.from({ length: size }, (_, word) => word).filter((word) => !inside.has(word));
  const whole = rest.length;
  const smaller = new Float32Array((whole + 1) * (whole + 1)).fill(FORBIDDEN);
  const entries = new Int32Array(whole);
  const exits = new Int32Array(whole);
  rest.forEach((word, at) => {
    rest.forEach((head, column) => {
      if (word !== 0 && head !== word) smaller[at * (whole + 1) + column] = scores[word * size + head] ?? FORBIDDEN;
    });
    let [into, out] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const member of cycle) {
      const gain = (scores[member * size + word] ?? FORBIDDEN) - (scores[member * size + (heads[member] ?? 0)] ?? 0);
      if (gain > into) [into, entries[at]] = [gain, member];
      const score = scores[word * size + member] ?? FORBIDDEN;
      if (score > out) [out, exits[at]] = [score, member];
    }
    smaller[whole * (whole + 1) + at] = into;
    if (word !== 0) smaller[at * (whole + 1) + whole] = out;
  });
  const tree = bestHeads(smaller, whole + 1, depth + 1);
  const found = heads.slice();
  for (let at = 1; at < whole; at += 1) {
    const head = tree[at] ?? 0;
    found[rest[at] ?? 0] = head === whole ? (exits[at] ?? 0) : (rest[head] ?? 0);
  }
  const outer = tree[whole] ?? 0;
  found[entries[outer] ?? 0] = rest[outer] ?? 0;
  return found;
}

/** Every circle cut where a word that leads to the root costs least: a tree, if not the best one, in little time. */
function cutOpen(scores: Float32Array, size: number, heads: Int32Array, first: readonly number[]): Int32Array {
  for (let cycle: readonly number[] | null = first; cycle !== null; cycle = cycleIn(heads)) {
    const safe = leadingToRoot(heads);
    const isRooted = safe.some((isSafe, word) => word > 0 && isSafe === 1);
    let [least, at, to] = [Number.POSITIVE_INFINITY, cycle[0] ?? 0, 0];
    for (const word of cycle) {
      for (let head = 0; head < size; head += 1) {
        // A second root is the last resort.
        if (safe[head] !== 1 || (head === 0 && isRooted)) continue;
        const loss = (scores[word * size + (heads[word] ?? 0)] ?? 0) - (scores[word * size + head] ?? FORBIDDEN);
        if (loss < least) [least, at, to] = [loss, word, head];
      }
    }
    heads[at] = to;
  }
  return heads;
}

/** 1 for each word whose heads lead to the root. */
function leadingToRoot(heads: Int32Array): Uint8Array {
  const safe = new Uint8Array(heads.length);
  safe[0] = 1;
  for (let word = 1; word < heads.length; word += 1) {
    const path: number[] = [];
    let at = word;
    while (safe[at] !== 1 && path.length < heads.length) {
      path.push(at);
      at = heads[at] ?? 0;
    }
    if (safe[at] === 1) for (const one of path) safe[one] = 1;
  }
  return safe;
}

function rootsOf(heads: Int32Array): number[] {
  return [...heads.keys()].filter((word) => word > 0 && heads[word] === 0);
}

function sumOf(heads: Int32Array, scores: Float32Array, size: number): number {
  let sum = 0;
  for (let word = 1; word < size; word += 1) sum += scores[word * size + (heads[word] ?? 0)] ?? 0;
  return sum;
}
