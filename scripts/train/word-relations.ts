import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeLexicon } from '../../src/language/lexicon.ts';
import { stemOf } from '../../src/language/stem.ts';

/**
 * Writes `src/language/data/en-relations.bin`, the everyday part of Princeton WordNet 3: which common words mean the
 * same, come from one another, are a kind of one another, or are opposites.
 * Run: node scripts/train/word-relations.ts <the dict folder of WordNet 3>
 */
const folder = process.argv[2];
const OUT = resolve(import.meta.dirname, '../../src/language/data/en-relations.bin');
const NOTICE = `The everyday part of WordNet 3.0, made by scripts/train/word-relations.ts. A line of words: stem noun class|same|derived|kind of|opposite, each a stem.
WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. This software and database is provided to you,
the licensee, by Princeton University under the following license. By obtaining, using and/or copying this software and
database, you agree that you have read, understood, and will comply with these terms and conditions: Permission to use,
copy, modify and distribute this software and database and its documentation for any purpose and without fee or royalty
is hereby granted, provided that you agree to comply with the following copyright notice and statements, including the
disclaimer, and that the same appear on all copies of the software, database and documentation, including modifications
that you make for internal use or for distribution. This software and database is provided "as is" and Princeton
University makes no representations or warranties, express or implied. By way of example, but not limitation, Princeton
University makes no representations or warranties of merchantability or fitness for any particular purpose or that the
use of the licensed software, database or documentation will not infringe any third party patents, copyrights,
trademarks or other rights. The name of Princeton University or Princeton may not be used in advertising or publicity
pertaining to distribution of the software and/or database. Title to copyright in this software, database and any
associated documentation shall at all times remain with Princeton University and licensee agrees to preserve same.`;

/** A word is common when it was tagged this often in WordNet's concordance. */
const COMMON = 2;
/** A sense counts when it makes up this share of its word's uses, and at most so many. */
const SENSE_SHARE = 0.2;
const MAX_SENSES = 2;

interface Synset {
  /** The number of the lexicographer file: 18 is people, 15 places, 28 time (lexnames(5WN)). */
  file: number;
  words: string[];
  pointers: { symbol: string; target: string; from: number; to: number }[];
}

if (folder === undefined) console.log('Name the dict folder of WordNet 3.');
else write(folder);

function write(dict: string): void {
  const synsets = new Map<string, Synset>();
  for (const [part, letters] of [
    ['noun', 'n'],
    ['verb', 'v'],
    ['adj', 'as'],
    ['adv', 'r'],
  ] as const) {
    for (const line of readFileSync(join(dict, `data.${part}`), 'utf8').split('\n')) {
      if (!line.startsWith(' ') && line !== '') synsets.set(`${letters.charAt(0)}${line.slice(0, 8)}`, parsed(line));
    }
  }
  const senses = sensesIn(readFileSync(join(dict, 'index.sense'), 'utf8'));
  const total = (word: string) => (senses.get(word) ?? []).reduce((sum, { count }) => sum + count, 0);
  const table = new Map<string, Entry>();
  for (const word of [...senses.keys()].toSorted()) {
    const uses = total(word);
    if (uses < COMMON || !isPlain(word)) continue;
    const own = (senses.get(word) ?? [])
      .toSorted((a, b) => b.count - a.count)
      .filter(({ count }) => count >= Math.max(1, uses * SENSE_SHARE))
      .slice(0, MAX_SENSES);
    const groups = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()] as const;
    const [same, derived, kind, opposite] = groups;
    for (const { key } of own) {
      const synset = synsets.get(key);
      if (synset === undefined) continue;
      for (const other of synset.words) same.add(other);
      const place = synset.words.indexOf(word) + 1;
      for (const { symbol, target, from, to } of synset.pointers) {
        const there = synsets.get(target);
        const meant = there?.words[to - 1];
        if (symbol === '+' && from === place && meant !== undefined) derived.add(meant);
        if (symbol === '!' && from === place && meant !== undefined) opposite.add(meant);
        if (symbol === '@' && there?.words[0] !== undefined && there.file !== 3) kind.add(there.words[0]);
        // An adjective's neighbours share its sense.
        if (symbol === '&') for (const near of there?.words ?? []) same.add(near);
      }
    }
    const stem = stemOf(word, 'en');
    const entry = entryOf(table, stem);
    const lead = own.find(({ key }) => key.startsWith('n'));
    if (lead !== undefined && uses > entry.uses) [entry.uses, entry.file] = [uses, synsets.get(lead.key)?.file ?? null];
    groups.forEach((group, at) => {
      for (const other of group) {
        const there = stemOf(other, 'en');
        if (there === stem || !isPlain(other) || total(other) === 0) continue;
        entry.groups[at]?.add(there);
        entryOf(table, there).groups[at]?.add(stem);
      }
    });
  }
  const lines = [...table]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, { file, groups }]) =>
      `${stem} ${file ?? ''}|${groups.map((group) => [...group].toSorted().join(' ')).join('|')}`.replace(/\|+$/, ''),
    );
  writeFileSync(OUT, writeLexicon({ lines, width: 0, values: new Int8Array(0), notice: NOTICE.replaceAll('\n', ' ') }));
  console.log(`${lines.length} words, ${Math.round(lines.join('\n').length / 1024)} KB`);
}

interface Entry {
  uses: number;
  file: number | null;
  groups: readonly Set<string>[];
}

function entryOf(table: Map<string, Entry>, stem: string): Entry {
  let entry = table.get(stem);
  if (entry === undefined) table.set(stem, (entry = { uses: 0, file: null, groups: [new Set(), new Set(), new Set(), new Set()] }));
  return entry;
}

function isPlain(word: string): boolean {
  return /^[a-z]{3,}$/.test(word);
}

/** wndb(5WN): offset, file, type, words (count in hex), pointers, gloss. */
function parsed(line: string): Synset {
  const fields = (line.split(' | ')[0] ?? '').split(' ');
  const size = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: size }, (_, at) => (fields[4 + at * 2] ?? '').replace(/\([a-z]+\)$/, '').toLowerCase());
  const start = 4 + size * 2;
  const pointers = Array.from({ length: Number(fields[start]) }, (_, at) => {
    const [symbol = '', offset = '', type = '', places = '0000'] = fields.slice(start + 1 + at * 4);
    return {
      symbol,
      target: `${type === 's' ? 'a' : type}${offset}`,
      from: Number.parseInt(places.slice(0, 2), 16),
      to: Number.parseInt(places.slice(2), 16),
    };
  });
  return { file: Number(fields[1]), words, pointers };
}

/** senseidx(5WN): the sense key, the synset's offset, the sense's number, how often it was tagged. */
function sensesIn(index: string): Map<string, { key: string; count: number }[]> {
  const senses = new Map<string, { key: string; count: number }[]>();
  for (const line of index.split('\n')) {
    const [name = '', offset = '', , count = '0'] = line.split(' ');
    const [word = '', rest = ''] = name.split('%');
    const letter = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }[Number(rest.charAt(0))] ?? '';
    if (word !== '') senses.set(word, [...(senses.get(word) ?? []), { key: `${letter}${offset}`, count: Number(count) }]);
  }
  return senses;
}
