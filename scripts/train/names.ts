import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeLexicon } from '../../src/language/lexicon.ts';
import { NAMED, nameKey, type Named } from '../../src/language/named.ts';

/**
 * Makes `src/language/data/en-names.bin` of the lists in `scripts/train/names`, names that a reader of English news knows,
 * which we wrote: an entry a line. Run: node scripts/train/names.ts
 */
const SOURCE = resolve(import.meta.dirname, 'names');
const OUT = resolve(import.meta.dirname, '../../src/language/data/en-names.bin');
const NOTICE = 'Names that a reader of English news knows, written for Brevier under its own licence; made by scripts/train/names.ts.';
const FILES: Readonly<Record<Named, string>> = {
  woman: 'given-female',
  man: 'given-male',
  person: 'given-either',
  place: 'places',
  body: 'organisations',
};

const kinds = new Map<string, Set<Named>>();
for (const kind of NAMED) {
  for (const line of readFileSync(resolve(SOURCE, `${FILES[kind]}.txt`), 'utf8').split('\n')) {
    const key = nameKey(line);
    if (key !== '') kinds.set(key, (kinds.get(key) ?? new Set()).add(kind));
  }
}
// What is as likely one thing as another says nothing.
const lines = [...kinds].flatMap(([key, some]) => (some.size === 1 ? [`${key} ${[...some][0]}`] : [])).toSorted();
writeFileSync(OUT, writeLexicon({ lines, width: 0, values: new Int8Array(0), notice: NOTICE }));
console.log(`${lines.length} names, ${Math.round(lines.join('\n').length / 1024)} kB`);
