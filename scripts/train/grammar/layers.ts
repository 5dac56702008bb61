import { LABELS, TAGS, distanceAt, headsOf, type LayerName, type Shape } from '../../../src/language/grammar/model.ts';
import { PARTS, RELATIONS } from '../../../src/language/grammar/universal.ts';
import { rounded, type Arena } from './arena.ts';
import type { Parameter } from './parameters.ts';

/** A sentence as rows of the tables. Heads count from 1, 0 is the root. */
export interface Encoded {
  words: Int32Array;
  /** So many for each word. */
  affixes: Int32Array;
  /** Row among the known words; -1 where there is none. */
  known: Int32Array;
  parts: readonly number[];
  heads: readonly number[];
  relations: readonly number[];
}

const LEAK = 0.1;
/** Share of known words that are forgotten for a batch, so that rare ones are read by their shape. */
const [FORGET_WORD, FORGET_KNOWN] = [0.12, 0.05];

export interface Training {
  arena: Arena;
  shape: Shape;
  words: Parameter;
  affixes: Parameter;
  layers: Readonly<Record<LayerName, Parameter>>;
  /** Values of the known words, row by row. */
  known: Float32Array;
  perWord: number;
  dropout: number;
  random: () => number;
}

/** Forward and back through one batch; gradients are added up. The mean loss of a word. */
export function learnFrom(batch: readonly Encoded[], training: Training): number {
  const { arena, shape, layers, dropout, random } = training;
  const { cells } = arena;
  const { embedding, known, window, state } = shape;
  arena.reset();
  const sizes = batch.map(({ parts }) => parts.length);
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const high = rounded(rows);
  const input = 2 * embedding + known;
  const [wide, gates, both, faces] = [3 * input, 6 * state, 2 * state, headsOf(shape).width];

  const maskOf = (count: number, share: number) => {
    const at = arena.take(count);
    for (let cell = at; cell < at + count; cell += 1) cells[cell] = random() < share ? 0 : 1 / (1 - share);
    return at;
  };
  const times = (at: number, mask: number, count: number) => {
    for (let cell = 0; cell < count; cell += 1) cells[at + cell] = (cells[at + cell] as number) * (cells[mask + cell] as number);
  };
  const product = (from: number, weights: Parameter, bias: Parameter, inner: number, columns: number) => {
    const at = arena.take(high * columns);
    for (let row = 0; row < rows; row += 1) cells.copyWithin(at + row * columns, bias.at, bias.at + columns);
    arena.multiply(from, weights.at, at, rows, inner, columns);
    return at;
  };

  const inputs = arena.take(high * input);
  const used = new Int32Array(rows);
  let word = 0;
  for (const sentence of batch) {
    for (let at = 0; at < sentence.parts.length; at += 1, word += 1) {
      const own = sentence.words[at] as number;
      const row = own !== 0 && random() < FORGET_WORD ? 0 : own;
      used[word] = row;
      const to = inputs + word * input;
      cells.copyWithin(to, training.words.at + row * embedding, training.words.at + (row + 1) * embedding);
      for (let affix = 0; affix < training.perWord; affix += 1) {
        const from = training.affixes.at + (sentence.affixes[at * training.perWord + affix] as number) * embedding;
        for (let cell = 0; cell < embedding; cell += 1)
          cells[to + embedding + cell] = (cells[to + embedding + cell] as number) + (cells[from + cell] as number);
      }
      const place = sentence.known[at] as number;
      if (place >= 0 && random() >= FORGET_KNOWN)
        cells.set(training.known.subarray(place * known, (place + 1) * known), to + 2 * embedding);
    }
  }
  const inputMask = maskOf(rows * input, dropout * 0.7);
  times(inputs, inputMask, rows * input);
  const windows = arena.take(high * wide);
  eachNeighbour(sizes, (at, side, other) =>
    cells.copyWithin(windows + at * wide + (side + 1) * input, inputs + other * input, inputs + (other + 1) * input),
  );
  const near = product(windows, layers.window, layers.windowBias, wide, window);
  for (let cell = near; cell < near + rows * window; cell += 1)
    if ((cells[cell] as number) < 0) cells[cell] = (cells[cell] as number) * LEAK;
  const isLow = Uint8Array.from({ length: rows * window }, (_, cell) => ((cells[near + cell] as number) < 0 ? 1 : 0));
  const nearMask = maskOf(rows * window, dropout);
  times(near, nearMask, rows * window);

  const first = recur(arena, product(near, layers.first, layers.firstBias, window, gates), sizes, state);
  const firstMask = maskOf(rows * both, dropout);
  times(first.out, firstMask, rows * both);
  const second = recur(arena, product(first.out, layers.second, layers.secondBias, both, gates), sizes, state);
  const top = second.out;
  for (let cell = 0; cell < rows * both; cell += 1) cells[top + cell] = (cells[top + cell] as number) + (cells[first.out + cell] as number);
  const topMask = maskOf(rows * both, dropout);
  times(top, topMask, rows * both);

  const face = product(top, layers.heads, layers.headsBias, both, faces);
  for (let row = 0; row < rows; row += 1) {
    for (let cell = face + row * faces + TAGS; cell < face + (row + 1) * faces; cell += 1)
      if ((cells[cell] as number) < 0) cells[cell] = (cells[cell] as number) * LEAK;
  }
  const slope = arena.take(high * faces);
  let loss = 0;
  let start = 0;
  for (const sentence of batch) {
    loss += scoreSentence(sentence, face + start * faces, slope + start * faces, 1 / rows, training);
    start += sentence.parts.length;
  }
  for (let row = 0; row < rows; row += 1) {
    for (let cell = row * faces + TAGS; cell < (row + 1) * faces; cell += 1)
      if ((cells[face + cell] as number) < 0) cells[slope + cell] = (cells[slope + cell] as number) * LEAK;
  }

  const topSlope = back(arena, top, layers.heads, layers.headsBias, slope, rows, both, faces);
  times(topSlope, topMask, rows * both);
  const firstSlope = back(
    arena,
    first.out,
    layers.second,
    layers.secondBias,
    unrolled(arena, second, topSlope, sizes, state),
    rows,
    both,
    gates,
  );
  for (let cell = 0; cell < rows * both; cell += 1)
    cells[firstSlope + cell] = (cells[firstSlope + cell] as number) + (cells[topSlope + cell] as number);
  times(firstSlope, firstMask, rows * both);
  const nearSlope = back(
    arena,
    near,
    layers.first,
    layers.firstBias,
    unrolled(arena, first, firstSlope, sizes, state),
    rows,
    window,
    gates,
  );
  times(nearSlope, nearMask, rows * window);
  for (let cell = 0; cell < rows * window; cell += 1)
    if (isLow[cell] === 1) cells[nearSlope + cell] = (cells[nearSlope + cell] as number) * LEAK;
  const windowSlope = back(arena, windows, layers.window, layers.windowBias, nearSlope, rows, wide, window);
  const inputSlope = arena.take(high * input);
  eachNeighbour(sizes, (at, side, other) => {
    for (let cell = 0; cell < input; cell += 1) {
      cells[inputSlope + other * input + cell] =
        (cells[inputSlope + other * input + cell] as number) + (cells[windowSlope + at * wide + (side + 1) * input + cell] as number);
    }
  });
  times(inputSlope, inputMask, rows * input);
  word = 0;
  for (const sentence of batch) {
    for (let at = 0; at < sentence.parts.length; at += 1, word += 1) {
      const from = inputSlope + word * input;
      addTo(cells, training.words, used[word] as number, from, embedding);
      for (let affix = 0; affix < training.perWord; affix += 1) {
        addTo(cells, training.affixes, sentence.affixes[at * training.perWord + affix] as number, from + embedding, embedding);
      }
    }
  }
  return loss / rows;
}

function addTo(cells: Float32Array, table: Parameter, row: number, from: number, width: number): void {
  table.met.add(row);
  const to = table.gradient + row * width;
  for (let cell = 0; cell < width; cell += 1) cells[to + cell] = (cells[to + cell] as number) + (cells[from + cell] as number);
}

/** Every word with its neighbours and itself, inside its sentence. */
function eachNeighbour(sizes: readonly number[], visit: (at: number, side: number, other: number) => void): void {
  let start = 0;
  for (const size of sizes) {
    for (let at = 0; at < size; at += 1) {
      for (const side of [-1, 0, 1]) if (at + side >= 0 && at + side < size) visit(start + at, side, start + at + side);
    }
    start += size;
  }
}

interface Unrolled {
  /** Values and both gates behind their squashing. */
  gates: number;
  carried: number;
  out: number;
}

const squashed = (value: number) => 0.5 + (0.5 * value) / (1 + Math.abs(value));
/** Slope of `squashed` where it has the value `gate`. */
const steepness = (gate: number) => 2 * Math.min(gate, 1 - gate) ** 2;

/** The words of every sentence in the order in which a direction walks them, with the one it came from. */
function walk(sizes: readonly number[], visit: (word: number, before: number, direction: number) => void, isBack: boolean): void {
  let start = 0;
  for (const size of sizes) {
    for (const direction of [0, 1]) {
      const wordAt = (step: number) => (step < 0 ? -1 : start + (direction === 0 ? step : size - 1 - step));
      if (isBack) for (let step = size - 1; step >= 0; step -= 1) visit(wordAt(step), wordAt(step - 1), direction);
      else for (let step = 0; step < size; step += 1) visit(wordAt(step), wordAt(step - 1), direction);
    }
    start += size;
  }
}

function recur(arena: Arena, gates: number, sizes: readonly number[], state: number): Unrolled {
  const { cells } = arena;
  const high = rounded(sizes.reduce((sum, size) => sum + size, 0));
  const [carried, out] = [arena.take(high * 2 * state), arena.take(high * 2 * state)];
  walk(
    sizes,
    (word, before, direction) => {
      const from = gates + word * 6 * state + direction * 3 * state;
      const to = word * 2 * state + direction * state;
      const last = carried + before * 2 * state + direction * state;
      for (let cell = 0; cell < state; cell += 1) {
        const keep = squashed(cells[from + state + cell] as number);
        const show = squashed(cells[from + 2 * state + cell] as number);
        cells[from + state + cell] = keep;
        cells[from + 2 * state + cell] = show;
        const next = (before < 0 ? 0 : keep * (cells[last + cell] as number)) + (1 - keep) * (cells[from + cell] as number);
        cells[carried + to + cell] = next;
        cells[out + to + cell] = show * next;
      }
    },
    false,
  );
  return { gates, carried, out };
}

/** Slopes of the gates before their squashing. */
function unrolled(arena: Arena, { gates, carried }: Unrolled, slope: number, sizes: readonly number[], state: number): number {
  const { cells } = arena;
  const at = arena.take(rounded(sizes.reduce((sum, size) => sum + size, 0)) * 6 * state);
  const later = new Float32Array(state);
  let turn = -1;
  walk(
    sizes,
    (word, before, direction) => {
      // A new direction, or a new sentence, begins where nothing comes back from behind.
      const isFresh = turn !== word;
      if (isFresh) later.fill(0);
      turn = before;
      const from = word * 6 * state + direction * 3 * state;
      const own = word * 2 * state + direction * state;
      const last = carried + before * 2 * state + direction * state;
      for (let cell = 0; cell < state; cell += 1) {
        const value = cells[gates + from + cell] as number;
        const keep = cells[gates + from + state + cell] as number;
        const show = cells[gates + from + 2 * state + cell] as number;
        const outer = cells[slope + own + cell] as number;
        const inner = (later[cell] as number) + outer * show;
        const earlier = before < 0 ? 0 : (cells[last + cell] as number);
        cells[at + from + 2 * state + cell] = outer * (cells[carried + own + cell] as number) * steepness(show);
        cells[at + from + state + cell] = inner * (earlier - value) * steepness(keep);
        cells[at + from + cell] = inner * (1 - keep);
        later[cell] = inner * keep;
      }
    },
    true,
  );
  return at;
}

/** Adds the slopes of a product's weights and bias, and gives those of what went in. */
function back(
  arena: Arena,
  input: number,
  weights: Parameter,
  bias: Parameter,
  slope: number,
  rows: number,
  inner: number,
  columns: number,
): number {
  const { cells } = arena;
  const high = rounded(rows);
  for (let row = 0; row < rows; row += 1) {
    for (let cell = 0; cell < columns; cell += 1)
      cells[bias.gradient + cell] = (cells[bias.gradient + cell] as number) + (cells[slope + row * columns + cell] as number);
  }
  arena.multiply(arena.turned(input, high, inner), slope, weights.gradient, inner, high, columns);
  const to = arena.take(high * inner);
  arena.multiply(slope, arena.turned(weights.at, inner, columns), to, rows, columns, inner);
  return to;
}

/** Losses of one sentence and their slopes over its row of faces. */
function scoreSentence(sentence: Encoded, face: number, slope: number, share: number, { arena, shape, layers }: Training): number {
  const { cells } = arena;
  const at = headsOf(shape);
  const { arc, label } = shape;
  const count = sentence.parts.length;
  const [high, wide] = [rounded(count), (count + 8) & ~7];
  let loss = 0;
  for (let word = 0; word < count; word += 1) {
    loss += surprise(cells, face + word * at.width, slope + word * at.width, PARTS.length, sentence.parts[word] as number, share);
  }

  const dependents = arena.take(high * arc);
  const candidates = arena.take(wide * arc);
  cells.copyWithin(candidates, layers.rootArc.at, layers.rootArc.at + arc);
  for (let word = 0; word < count; word += 1) {
    const own = face + word * at.width;
    cells.copyWithin(dependents + word * arc, own + at.dependent, own + at.dependent + arc);
    cells.copyWithin(candidates + (word + 1) * arc, own + at.head, own + at.head + arc);
  }
  const turned = arena.take(high * arc);
  for (let word = 0; word < count; word += 1) cells.copyWithin(turned + word * arc, layers.arcsBias.at, layers.arcsBias.at + arc);
  arena.multiply(dependents, layers.arcs.at, turned, count, arc, arc);
  const pairs = arena.take(high * wide);
  arena.multiply(turned, arena.turned(candidates, wide, arc), pairs, count, arc, wide);
  const pairSlope = arena.take(high * wide);
  for (let word = 0; word < count; word += 1) {
    const [own, to] = [pairs + word * wide, pairSlope + word * wide];
    for (let head = 1; head <= count; head += 1)
      cells[own + head] = (cells[own + head] as number) + (cells[layers.distance.at + distanceAt(head - 1 - word)] as number);
    cells[own + word + 1] = -1e9;
    loss += surprise(cells, own, to, count + 1, sentence.heads[word] as number, share);
    for (let head = 1; head <= count; head += 1) {
      const cell = layers.distance.gradient + distanceAt(head - 1 - word);
      cells[cell] = (cells[cell] as number) + (cells[to + head] as number);
    }
  }
  const turnedSlope = arena.take(high * arc);
  arena.multiply(pairSlope, candidates, turnedSlope, count, wide, arc);
  const candidateSlope = arena.take(wide * arc);
  arena.multiply(arena.turned(pairSlope, high, wide), turned, candidateSlope, wide, high, arc);
  const dependentSlope = back(arena, dependents, layers.arcs, layers.arcsBias, turnedSlope, count, arc, arc);
  for (let cell = 0; cell < arc; cell += 1) {
    const root = layers.rootArc.gradient + cell;
    cells[root] = (cells[root] as number) + (cells[candidateSlope + cell] as number);
    for (let word = 0; word < count; word += 1) {
      const own = slope + word * at.width;
      cells[own + at.head + cell] = (cells[own + at.head + cell] as number) + (cells[candidateSlope + (word + 1) * arc + cell] as number);
      cells[own + at.dependent + cell] =
        (cells[own + at.dependent + cell] as number) + (cells[dependentSlope + word * arc + cell] as number);
    }
  }

  const hidden = arena.take(high * label);
  for (let word = 0; word < count; word += 1) {
    const head = sentence.heads[word] as number;
    const [own, other] = [
      face + word * at.width + at.labelled,
      head === 0 ? layers.rootLabel.at : face + (head - 1) * at.width + at.labelling,
    ];
    for (let cell = 0; cell < label; cell += 1) {
      const value = (cells[own + cell] as number) + (cells[other + cell] as number);
      cells[hidden + word * label + cell] = value < 0 ? value * LEAK : value;
    }
  }
  const scores = arena.take(high * LABELS);
  for (let word = 0; word < count; word += 1) cells.copyWithin(scores + word * LABELS, layers.labelsBias.at, layers.labelsBias.at + LABELS);
  arena.multiply(hidden, layers.labels.at, scores, count, label, LABELS);
  const scoreSlope = arena.take(high * LABELS);
  for (let word = 0; word < count; word += 1) {
    loss += surprise(
      cells,
      scores + word * LABELS,
      scoreSlope + word * LABELS,
      RELATIONS.length,
      sentence.relations[word] as number,
      share,
    );
  }
  const hiddenSlope = back(arena, hidden, layers.labels, layers.labelsBias, scoreSlope, count, label, LABELS);
  for (let word = 0; word < count; word += 1) {
    const head = sentence.heads[word] as number;
    const [own, other] = [
      slope + word * at.width + at.labelled,
      head === 0 ? layers.rootLabel.gradient : slope + (head - 1) * at.width + at.labelling,
    ];
    for (let cell = 0; cell < label; cell += 1) {
      const steep = (cells[hiddenSlope + word * label + cell] as number) * ((cells[hidden + word * label + cell] as number) < 0 ? LEAK : 1);
      cells[own + cell] = (cells[own + cell] as number) + steep;
      cells[other + cell] = (cells[other + cell] as number) + steep;
    }
  }
  return loss;
}

/** Cross-entropy of what is right among `count` scores; its slopes go to `to`. */
function surprise(cells: Float32Array, from: number, to: number, count: number, right: number, share: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index += 1) most = Math.max(most, cells[from + index] as number);
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += Math.exp((cells[from + index] as number) - most);
  for (let index = 0; index < count; index += 1) {
    const chance = Math.exp((cells[from + index] as number) - most) / sum;
    cells[to + index] = (chance - (index === right ? 1 : 0)) * share;
  }
  return Math.log(sum) - ((cells[from + right] as number) - most);
}
