/** Sizes of a model's layers. */
export interface Shape {
  /** Numbers that stand for a word in each of the learnt tables. */
  embedding: number;
  /** Numbers of a word in the table of words as the world uses them; 0 where there is none. */
  known: number;
  /** Rows of the table of affixes. */
  affixes: number;
  window: number;
  /** Of a recurrent layer in one direction. */
  state: number;
  arc: number;
  label: number;
}

/** Rows of small numbers, each row with a factor of its own. */
export interface Table {
  values: Int8Array;
  factors: Float32Array;
  width: number;
}

/** The tables of a model that products are made with, in the order in which they are written, with their rows and columns. */
export function layersOf({ embedding, known, window, state, arc, label }: Shape): Readonly<Record<LayerName, readonly [number, number]>> {
  const gates = 6 * state;
  const heads = headsOf({ arc, label }).width;
  return {
    window: [3 * (2 * embedding + known), window],
    windowBias: [1, window],
    first: [window, gates],
    firstBias: [1, gates],
    second: [2 * state, gates],
    secondBias: [1, gates],
    heads: [2 * state, heads],
    headsBias: [1, heads],
    arcs: [arc, arc],
    arcsBias: [1, arc],
    rootArc: [1, arc],
    rootLabel: [1, label],
    distance: [1, DISTANCES],
    labels: [label, LABELS],
    labelsBias: [1, LABELS],
  };
}
export type LayerName =
  | 'window'
  | 'windowBias'
  | 'first'
  | 'firstBias'
  | 'second'
  | 'secondBias'
  | 'heads'
  | 'headsBias'
  | 'arcs'
  | 'arcsBias'
  | 'rootArc'
  | 'rootLabel'
  | 'distance'
  | 'labels'
  | 'labelsBias';

/** Columns for the parts of speech and for the relations: their number, rounded up to what a product can take. */
export const TAGS = 24;
export const LABELS = 40;
const DISTANCES = 32;

/** Where a word's scores and its four faces stand in its row of the last layer. */
export function headsOf({ arc, label }: Pick<Shape, 'arc' | 'label'>) {
  const dependent = TAGS;
  const head = dependent + arc;
  const labelled = head + arc;
  const labelling = labelled + label;
  return { dependent, head, labelled, labelling, width: labelling + label };
}

/** Column of the table of distances for a dependent `distance` words behind its head. */
export function distanceAt(distance: number): number {
  const far = Math.abs(distance);
  const step = far <= 6 ? far : far <= 8 ? 7 : far <= 11 ? 8 : far <= 15 ? 9 : far <= 22 ? 10 : far <= 35 ? 11 : 12;
  return distance < 0 ? step : 15 + step;
}

/** What is learnt of one language. */
export interface Model {
  shape: Shape;
  /** Sorted hashes of plain forms; the row of a word in `words` is its place here plus one, and 0 the unknown word. */
  wordHashes: Uint32Array;
  words: Table;
  affixes: Table;
  knownHashes: Uint32Array;
  known: Table | null;
  layers: Readonly<Record<LayerName, Table>>;
}

const MAGIC = 0x42474d31;
const HEADER = 10;

/**
 * A model from its bytes: ten 32-bit numbers (a mark, the seven sizes, words, known words), the hashes, then each table
 * as the factors of its rows and the rows. Little-endian.
 * @throws Error when the bytes are no model
 */
export function readModel(bytes: Uint8Array): Model {
  const { buffer: data, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const header = new Uint32Array(data, byteOffset, HEADER);
  const [mark, embedding = 0, known = 0, affixes = 0, window = 0, state = 0, arc = 0, label = 0, words = 0, knownWords = 0] = header;
  if (mark !== MAGIC) throw new Error('These bytes are no grammar.');
  const shape = { embedding, known, affixes, window, state, arc, label };
  let at = byteOffset + HEADER * 4;
  const hashes = (count: number) => {
    const found = new Uint32Array(data, at, count);
    at += count * 4;
    return found;
  };
  const table = (rows: number, width: number): Table => {
    const factors = new Float32Array(data, at, rows);
    const values = new Int8Array(data, at + rows * 4, rows * width);
    at += rows * 4 + padded(rows * width);
    return { values, factors, width };
  };
  const wordHashes = hashes(words);
  const knownHashes = hashes(knownWords);
  return {
    shape,
    wordHashes,
    knownHashes,
    words: table(words + 1, embedding),
    affixes: table(affixes, embedding),
    known: known === 0 ? null : table(knownWords, known),
    layers: Object.fromEntries(
      Object.entries(layersOf(shape)).map(([name, [rows, columns]]) => [name, table(rows, columns)]),
    ) as Model['layers'],
  };
}

/** The bytes of a model, as `readModel` reads them. */
export function writeModel({ shape, wordHashes, words, affixes, knownHashes, known, layers }: Model): Uint8Array {
  const { embedding, affixes: rows, window, state, arc, label } = shape;
  const header = Uint32Array.of(MAGIC, embedding, shape.known, rows, window, state, arc, label, wordHashes.length, knownHashes.length);
  const parts: ArrayBufferView[] = [header, wordHashes, knownHashes];
  const layerTables = Object.keys(layersOf(shape)).map((name) => layers[name as LayerName]);
  for (const table of [words, affixes, ...(known === null ? [] : [known]), ...layerTables]) {
    const values = new Int8Array(padded(table.values.length));
    values.set(table.values);
    parts.push(table.factors, values);
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** Rows of floats as rows of small numbers; what eight bits cannot hold is lost. */
export function packed(floats: Float32Array, width: number): Table {
  const rows = floats.length / width;
  const values = new Int8Array(floats.length);
  const factors = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let most = 0;
    for (let at = row * width; at < (row + 1) * width; at += 1) most = Math.max(most, Math.abs(floats[at] ?? 0));
    factors[row] = most / 127;
    if (most === 0) continue;
    for (let at = row * width; at < (row + 1) * width; at += 1) values[at] = Math.round(((floats[at] ?? 0) / most) * 127);
  }
  return { values, factors, width };
}

const padded = (bytes: number) => (bytes + 3) & ~3;
