import { hashOf, placeOf } from '../hashes.ts';
import { affixesOf, plainForm } from './features.ts';
import { createWorkbench, ROWS } from './kernel.ts';
import { distanceAt, headsOf, LABELS, layersOf, TAGS, type LayerName, type Model, type Table } from './model.ts';
import { spanningTree } from './tree.ts';
import { PARTS, RELATIONS } from './universal.ts';

/** More words are read in pieces of this many. */
export const MOST_WORDS = 128;
/** Words whose part in the first layer is remembered, some 1.5 kB each. */
const REMEMBERED = 2500;
/** Salts under which plain forms stand in the tables. */
export const WORD_SALT = 31;
export const KNOWN_SALT = 32;
/** What the values of known words are divided by, so that they are as large as the learnt ones. */
export const KNOWN_SCALE = 64;

/** What a network says of each word of a sentence: indices into `PARTS` and `RELATIONS`; heads count from 0, -1 is the root. */
interface Scored {
  parts: Int32Array;
  heads: Int32Array;
  relations: Int32Array;
}

/** Reads the words of a sentence, at most `MOST_WORDS` of them. */
export type Network = (forms: readonly string[]) => Scored;

/**
 * A window of three words, two gated recurrent layers in both directions (quasi-recurrent networks, Bradbury et al. 2017,
 * with softsign gates), scores of every pair for the head (Dozat and Manning 2017), and the best tree of them.
 */
export function networkOf(model: Model): Network {
  // What the layers' bytes are copied from is let go.
  const { shape, wordHashes, words, affixes, knownHashes, known: knownWords, layers: tables } = model;
  const { embedding, known, window, state, arc, label } = shape;
  const input = 2 * embedding + known;
  const [gates, both] = [6 * state, 2 * state];
  const at = headsOf(shape);
  const most = MOST_WORDS + ROWS;
  const columns = most + 8;
  const names = Object.keys(layersOf(shape)) as LayerName[];
  const sizes = [
    // A layer of one row stands there in floats, one of more in 16-bit numbers, two in a cell.
    ...names.map((name) => tables[name].values.length / (tables[name].factors.length === 1 ? 1 : 2)),
    ...names.map((name) => tables[name].factors.length),
    most * input,
    most * window,
    most * gates,
    most * both,
    most * both,
    most * at.width,
    most * arc,
    most * arc,
    columns * arc,
    most * columns,
    most * label,
    most * LABELS,
    (most * Math.max(input, window, both, arc, label)) / 2,
    most,
    window,
  ];
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + aligned(size), 0));
  const total = sizes.reduce((sum, size) => sum + aligned(size), 0);
  const { cells, multiply, multiplyPairs, narrow, widen, leak } = createWorkbench(total);
  const placed = (from: number) =>
    Object.fromEntries(names.map((name, index) => [name, starts[from + index] ?? 0])) as Record<LayerName, number>;
  const [layer, factorsOf] = [placed(0), placed(names.length)];
  const halves = new Int16Array(cells.buffer);
  for (const name of names) {
    const { values, factors, width } = tables[name];
    cells.set(factors, factorsOf[name]);
    if (factors.length === 1)
      cells.set(
        Float32Array.from(values, (value) => value * (factors[0] ?? 0)),
        layer[name],
      );
    else paired(values, width, halves.subarray(2 * layer[name], 2 * layer[name] + values.length));
  }
  const [
    windows = 0,
    near = 0,
    pre = 0,
    one = 0,
    two = 0,
    faces = 0,
    dependents = 0,
    turned = 0,
    candidates = 0,
    pairs = 0,
    hidden = 0,
    labels = 0,
    narrowed = 0,
    steps = 0,
    nothing = 0,
  ] = starts.slice(2 * names.length);
  const seen = new Map<string, Float32Array>();

  /** What the word gives to its right neighbour, to itself and to its left one in the first layer: worked out once a form. */
  function learnForms(forms: readonly string[]): void {
    if (seen.size >= REMEMBERED) seen.clear();
    const fresh = [...new Set(forms)].filter((form) => !seen.has(form));
    if (fresh.length === 0) return;
    fresh.forEach((form, row) => cells.set(inputOf(form), windows + row * input));
    const given = fresh.map(() => new Float32Array(3 * window));
    const rows = rounded(fresh.length);
    for (const side of [0, 1, 2]) {
      narrow(windows * 4, (factorsOf.window + side * input) * 4, narrowed * 4, steps * 4, rows, input);
      multiplyPairs(narrowed * 4, layer.window * 4 + 2 * side * input * window, near * 4, rows, input / 2, window);
      widen(near * 4, nothing * 4, steps * 4, rows, window);
      given.forEach((values, row) => values.set(cells.subarray(near + row * window, near + (row + 1) * window), side * window));
    }
    fresh.forEach((form, row) => seen.set(form, given[row] as Float32Array));
  }

  function inputOf(form: string): Float32Array {
    const made = new Float32Array(input);
    const plain = plainForm(form);
    addRow(made, 0, words, placeOf(hashOf(plain, WORD_SALT), wordHashes) + 1);
    for (const hash of affixesOf(form, plain)) addRow(made, embedding, affixes, hash % shape.affixes);
    const place = knownWords === null ? -1 : placeOf(hashOf(plain, KNOWN_SALT), knownHashes);
    if (knownWords !== null && place >= 0) addRow(made, 2 * embedding, knownWords, place);
    return made;
  }

  /** The first layer: of each word and its neighbours. */
  function look(forms: readonly string[]): void {
    learnForms(forms);
    forms.forEach((_, word) => {
      const to = near + word * window;
      cells.copyWithin(to, layer.windowBias, layer.windowBias + window);
      for (const side of [0, 1, 2]) {
        const given = seen.get(forms[word + side - 1] ?? '');
        if (given === undefined || word + side - 1 < 0) continue;
        for (let cell = 0; cell < window; cell += 1)
          cells[to + cell] = (cells[to + cell] as number) + (given[side * window + cell] as number);
      }
    });
    leak(near * 4, forms.length * window);
  }

  /** `to` = bias + `from` · weights, for `count` rows. */
  function product(from: number, weights: LayerName, bias: LayerName, to: number, count: number, inner: number, width: number): void {
    const rows = rounded(count);
    narrow(from * 4, factorsOf[weights] * 4, narrowed * 4, steps * 4, rows, inner);
    multiplyPairs(narrowed * 4, layer[weights] * 4, to * 4, rows, inner / 2, width);
    widen(to * 4, layer[bias] * 4, steps * 4, rows, width);
  }

  /** Both directions of a recurrent layer over the gates in `pre`; adds what comes out to `to`. */
  function recur(count: number, to: number): void {
    const carried = new Float32Array(state);
    for (const direction of [0, 1]) {
      carried.fill(0);
      for (let step = 0; step < count; step += 1) {
        const word = direction === 0 ? step : count - 1 - step;
        const value = pre + word * gates + direction * 3 * state;
        const out = to + word * both + direction * state;
        for (let cell = 0; cell < state; cell += 1) {
          const keep = cells[value + state + cell] as number;
          const show = cells[value + 2 * state + cell] as number;
          const kept = 0.5 + (0.5 * keep) / (1 + Math.abs(keep));
          const next = kept * (carried[cell] as number) + (1 - kept) * (cells[value + cell] as number);
          carried[cell] = next;
          cells[out + cell] = (cells[out + cell] as number) + (0.5 + (0.5 * show) / (1 + Math.abs(show))) * next;
        }
      }
    }
  }

  return (forms) => {
    const count = Math.min(forms.length, MOST_WORDS);
    const rows = rounded(count);
    look(count < forms.length ? forms.slice(0, count) : forms);
    product(near, 'first', 'firstBias', pre, count, window, gates);
    cells.fill(0, one, one + rows * both);
    recur(count, one);
    product(one, 'second', 'secondBias', pre, count, both, gates);
    cells.copyWithin(two, one, one + rows * both);
    recur(count, two);
    product(two, 'heads', 'headsBias', faces, count, both, at.width);
    for (let word = 0; word < count; word += 1) leak((faces + word * at.width + TAGS) * 4, at.width - TAGS);

    const heads = headsIn(count);
    return { parts: partsIn(count), heads, relations: relationsIn(count, heads) };
  };

  function partsIn(count: number): Int32Array {
    return Int32Array.from({ length: count }, (_, word) => bestOf(cells, faces + word * at.width, PARTS.length, () => true));
  }

  function headsIn(count: number): Int32Array {
    const width = (count + 8) & ~7;
    for (let word = 0; word < count; word += 1) {
      const from = faces + word * at.width + at.dependent;
      cells.copyWithin(dependents + word * arc, from, from + arc);
    }
    product(dependents, 'arcs', 'arcsBias', turned, count, arc, arc);
    cells.fill(0, candidates, candidates + width * arc);
    for (let cell = 0; cell < arc; cell += 1) {
      cells[candidates + cell * width] = cells[layer.rootArc + cell] ?? 0;
      for (let word = 0; word < count; word += 1) {
        cells[candidates + cell * width + word + 1] = cells[faces + word * at.width + at.head + cell] ?? 0;
      }
    }
    cells.fill(0, pairs, pairs + rounded(count) * width);
    multiply(turned * 4, candidates * 4, pairs * 4, rounded(count), arc, width);
    const scores = new Float32Array((count + 1) * (count + 1));
    for (let word = 0; word < count; word += 1) {
      for (let head = 0; head <= count; head += 1) {
        const bias = head === 0 ? 0 : (cells[layer.distance + distanceAt(head - 1 - word)] ?? 0);
        scores[(word + 1) * (count + 1) + head] = (cells[pairs + word * width + head] ?? 0) + bias;
      }
    }
    return spanningTree(scores, count);
  }

  function relationsIn(count: number, heads: Int32Array): Int32Array {
    for (let word = 0; word < count; word += 1) {
      const own = faces + word * at.width + at.labelled;
      const head = heads[word] ?? -1;
      const other = head < 0 ? layer.rootLabel : faces + head * at.width + at.labelling;
      for (let cell = 0; cell < label; cell += 1)
        cells[hidden + word * label + cell] = (cells[own + cell] ?? 0) + (cells[other + cell] ?? 0);
    }
    leak(hidden * 4, count * label);
    product(hidden, 'labels', 'labelsBias', labels, count, label, LABELS);
    return Int32Array.from({ length: count }, (_, word) => {
      const isRoot = (heads[word] ?? -1) < 0;
      return bestOf(cells, labels + word * LABELS, RELATIONS.length, (relation) => (RELATIONS[relation] === 'root') === isRoot);
    });
  }
}

/** Rows of bytes as 16-bit numbers, two rows at once: of each column what stands in one and in the other. */
function paired(values: Int8Array, width: number, to: Int16Array): void {
  for (let row = 0; row * width < values.length; row += 1) {
    const at = (row >> 1) * 2 * width + (row & 1);
    for (let column = 0; column < width; column += 1) to[at + 2 * column] = values[row * width + column] as number;
  }
}

function addRow(to: Float32Array, at: number, { values, factors, width }: Table, row: number): void {
  const factor = factors[row] ?? 0;
  for (let cell = 0; cell < width; cell += 1) to[at + cell] = (to[at + cell] ?? 0) + (values[row * width + cell] ?? 0) * factor;
}

function bestOf(cells: Float32Array, from: number, count: number, isAllowed: (index: number) => boolean): number {
  let best = -1;
  for (let index = 0; index < count; index += 1) {
    if (isAllowed(index) && (best < 0 || (cells[from + index] ?? 0) > (cells[from + best] ?? 0))) best = index;
  }
  return best;
}

const rounded = (count: number) => (count + ROWS - 1) & ~(ROWS - 1);
const aligned = (cells: number) => (cells + 3) & ~3;
