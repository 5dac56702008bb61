import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wordsOf } from '../../src/brief/words.ts';
import { writeLexicon } from '../../src/language/lexicon.ts';
import { stemOf } from '../../src/language/stem.ts';
import { leadingAxes, type SparseRow } from './axes.ts';
import { plainTexts } from './plain-texts.ts';

/**
 * Writes `src/language/data/en-vectors.bin`: for each common English stem a direction such that words used and defined
 * alike point the same way. Learnt from which words stand together in WordNet's definitions and in the public news texts
 * (those that editors marked for test/marks are left out, so that scores on them stay honest).
 * Run: node scripts/train/word-vectors.ts <the dict folder of WordNet 3> [--data <folder>]; about two minutes.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '../shared/eval' },
    words: { type: 'string', default: '7000' },
    axes: { type: 'string', default: '48' },
  },
});
const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, 'src/language/data/en-vectors.bin');
const SIZE = Number(options.words);
const AXES = Number(options.axes);
const NOTICE =
  'Directions of common English stems, made by scripts/train/word-vectors.ts from the definitions of WordNet 3.0 (its notice stands in en-relations.bin) and counts of words in public news texts. Most frequent first, a row of axes each, 64 levels around 0.';
/** Words further apart than this are not counted together. */
const WINDOW = 5;
/** How much two words count together: in a text, in a definition, a word and what defines it, words of one sense, its kind. */
const TOGETHER = { text: 1, gloss: 0.5, defines: 2, same: 6, derived: 6, kind: 2, near: 3 };
/** Frequent contexts say less (Levy, Goldberg and Dagan 2015). */
const SMOOTHING = 0.75;

interface Sense {
  words: string[];
  gloss: string[];
  links: { symbol: string; target: string }[];
}

const [folder] = positionals;
if (folder === undefined) console.log('Name the dict folder of WordNet 3.');
else write(folder);

function write(dict: string): void {
  const senses = sensesIn(dict);
  const shares = sharesIn(dict);
  const texts = plainTexts(resolve(ROOT, options.data)).map(stemsOf);
  const vocabulary = vocabularyOf(texts, senses, shares);
  const together = countsOf(texts, senses, shares, vocabulary);
  const rows = surprising(together, vocabulary.size);
  const axes = leadingAxes(rows, AXES);
  const words = [...vocabulary.keys()];
  const values = Int8Array.from(words.flatMap((_, at) => packedRow(axes, at)));
  writeFileSync(OUT, writeLexicon({ lines: words, width: AXES, values, notice: NOTICE }));
  console.log(`${words.length} words, ${texts.reduce((sum, text) => sum + text.length, 0)} of running text`);
}

function stemsOf(text: string): string[] {
  return wordsOf(text, 'en').flatMap(({ stem, stop }) => (stop || !/^[a-z]{2,}$/u.test(stem) ? [] : [stem]));
}

/** The most frequent stems: as often as the texts, the definitions and WordNet's concordance have them. */
function vocabularyOf(texts: readonly string[][], senses: ReadonlyMap<string, Sense>, shares: Shares): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (stem: string, count: number) => counts.set(stem, (counts.get(stem) ?? 0) + count);
  for (const text of texts) for (const stem of text) add(stem, 2);
  for (const { gloss } of senses.values()) for (const stem of gloss) add(stem, 0.2);
  for (const [word, { uses }] of shares) if (/^[a-z]{3,}$/u.test(word)) add(stemOf(word, 'en'), uses + 1);
  const known = new Set([...shares.keys()].map((word) => stemOf(word, 'en')));
  const best = [...counts].filter(([stem]) => known.has(stem)).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Map(best.slice(0, SIZE).map(([stem], at) => [stem, at]));
}

function countsOf(
  texts: readonly string[][],
  senses: ReadonlyMap<string, Sense>,
  shares: Shares,
  vocabulary: ReadonlyMap<string, number>,
): Float32Array {
  const size = vocabulary.size;
  const counts = new Float32Array(size * size);
  const add = (a: string, b: string, weight: number) => {
    const [x, y] = [vocabulary.get(a), vocabulary.get(b)];
    if (x === undefined || y === undefined || x === y) return;
    counts[x * size + y] = (counts[x * size + y] ?? 0) + weight;
    counts[y * size + x] = (counts[y * size + x] ?? 0) + weight;
  };
  const addRun = (stems: readonly string[], weight: number) =>
    stems.forEach((stem, at) => {
      for (let next = 1; next <= WINDOW; next += 1) {
        const other = stems[at + next];
        if (other !== undefined) add(stem, other, weight / next);
      }
    });
  for (const text of texts) addRun(text, TOGETHER.text);
  for (const [key, { words, gloss, links }] of senses) {
    addRun(gloss, TOGETHER.gloss);
    for (const word of words) {
      const share = shares.get(word)?.by.get(key) ?? 0;
      if (share === 0) continue;
      const stem = stemOf(word, 'en');
      for (const other of gloss) add(stem, other, TOGETHER.defines * share);
      for (const other of words) add(stem, stemOf(other, 'en'), (TOGETHER.same * share) / 2);
      for (const { symbol, target } of links) {
        const weight = { '@': TOGETHER.kind, '+': TOGETHER.derived, '&': TOGETHER.near }[symbol] ?? 0;
        if (weight === 0) continue;
        const there = senses.get(target);
        const single = there?.words ?? [];
        for (const other of single) add(stem, stemOf(other, 'en'), (weight * share) / Math.max(1, single.length));
        if (symbol === '+') for (const other of there?.gloss ?? []) add(stem, other, (TOGETHER.defines * share) / 2);
      }
    }
  }
  return counts;
}

/** How much more often two words stand together than chance would have it, as a logarithm; only what is positive. */
function surprising(counts: Float32Array, size: number): SparseRow[] {
  const sums = Float64Array.from({ length: size }, (_, row) => counts.subarray(row * size, (row + 1) * size).reduce((a, b) => a + b, 0));
  const smooth = sums.map((sum) => sum ** SMOOTHING);
  const total = smooth.reduce((a, b) => a + b, 0);
  return Array.from({ length: size }, (_, row) => {
    const at: number[] = [];
    const values: number[] = [];
    for (let column = 0; column < size; column += 1) {
      const count = counts[row * size + column] ?? 0;
      if (count === 0) continue;
      const one = Math.log((count * total) / ((sums[row] ?? 1) * (smooth[column] ?? 1)));
      const other = Math.log((count * total) / ((sums[column] ?? 1) * (smooth[row] ?? 1)));
      const value = Math.max(0, (one + other) / 2);
      if (value > 0) {
        at.push(column);
        values.push(value);
      }
    }
    return { at: Int32Array.from(at), values: Float64Array.from(values) };
  });
}

/** A stem's direction in 64 levels an axis; its length is dropped. */
function packedRow(axes: readonly Float64Array[], row: number): number[] {
  const values = axes.map((axis) => axis[row] ?? 0);
  const most = Math.max(1e-9, ...values.map(Math.abs));
  return values.map((value) => Math.max(-32, Math.min(31, Math.round((value / most) * 31))));
}

function sensesIn(dict: string): Map<string, Sense> {
  const senses = new Map<string, Sense>();
  for (const [part, letter] of [
    ['noun', 'n'],
    ['verb', 'v'],
    ['adj', 'a'],
    ['adv', 'r'],
  ] as const) {
    for (const line of readFileSync(join(dict, `data.${part}`), 'utf8').split('\n')) {
      if (line.startsWith(' ') || line === '') continue;
      const [head = '', gloss = ''] = line.split(' | ');
      const fields = head.split(' ');
      const size = Number.parseInt(fields[3] ?? '0', 16);
      const words = Array.from({ length: size }, (_, at) => (fields[4 + at * 2] ?? '').replace(/\([a-z]+\)$/u, '').toLowerCase());
      const start = 4 + size * 2;
      const links = Array.from({ length: Number(fields[start]) }, (_, at) => {
        const [symbol = '', offset = '', type = ''] = fields.slice(start + 1 + at * 4);
        return { symbol, target: `${type === 's' ? 'a' : type}${offset}` };
      });
      senses.set(`${letter}${line.slice(0, 8)}`, {
        words: words.filter((word) => /^[a-z]{3,}$/u.test(word)),
        gloss: stemsOf(gloss),
        links,
      });
    }
  }
  return senses;
}

type Shares = ReadonlyMap<string, { uses: number; by: ReadonlyMap<string, number> }>;

/** Word -> how often it was tagged, and the share of each sense in that. */
function sharesIn(dict: string): Shares {
  const counts = new Map<string, Map<string, number>>();
  for (const line of readFileSync(join(dict, 'index.sense'), 'utf8').split('\n')) {
    const [name = '', offset = '', , count = '0'] = line.split(' ');
    const [word = '', rest = ''] = name.split('%');
    const letter = ['', 'n', 'v', 'a', 'r', 'a'][Number(rest.charAt(0))] ?? '';
    const own = counts.get(word) ?? new Map<string, number>();
    own.set(`${letter}${offset}`, Number(count) + 0.5);
    if (word !== '') counts.set(word, own);
  }
  return new Map(
    [...counts].map(([word, own]) => {
      const all = [...own.values()].reduce((a, b) => a + b, 0);
      return [word, { uses: all - own.size * 0.5, by: new Map([...own].map(([key, count]) => [key, count / all])) }];
    }),
  );
}
