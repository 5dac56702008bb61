import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeLexicon } from '../../src/language/lexicon.ts';
import { stemOf } from '../../src/language/stem.ts';
import { KINS, type Kin } from '../../src/language/thesaurus.ts';

/**
 * Makes `src/language/data/<language>-thesaurus.bin` of `scripts/train/thesaurus/<language>.txt`, thesauri of the news that we
 * wrote. A line of it: word | same | kinds of it | opposite | rivals | other side. Run: node scripts/train/thesaurus.ts
 */
const LANGUAGES = ['en', 'de'];
const NOTICE = 'A thesaurus of the news, written for Brevier under its own licence; made by scripts/train/thesaurus.ts.';
/** The groups of a line, as the thesaurus has them, and what the word is to each of theirs. */
const GROUPS: readonly (readonly [Kin, Kin])[] = [
  ['near', 'near'],
  ['narrower', 'wider'],
  ['opposite', 'opposite'],
  ['rival', 'rival'],
  ['otherSide', 'otherSide'],
];

/** Which kin counts where the lines of two words name more than one. */
const ORDER: readonly Kin[] = ['narrower', 'wider', 'near', 'opposite', 'otherSide', 'rival'];

for (const language of LANGUAGES) {
  const source = readFileSync(resolve(import.meta.dirname, `thesaurus/${language}.txt`), 'utf8');
  const lines = linesOf(source, language);
  const out = resolve(import.meta.dirname, `../../src/language/data/${language}-thesaurus.bin`);
  writeFileSync(out, writeLexicon({ lines, width: 0, values: new Int8Array(0), notice: NOTICE }));
  console.log(`${language}: ${lines.length} stems, ${Math.round(lines.join('\n').length / 1024)} kB`);
}

function linesOf(source: string, language: string): string[] {
  /** Stem -> other stem -> kins, and which lines name another word as the same. */
  const table = new Map<string, Map<string, Set<Kin>>>();
  const named = new Set<string>();
  const add = (stem: string, other: string, kin: Kin) => {
    const others = table.get(stem) ?? new Map<string, Set<Kin>>();
    table.set(stem, others.set(other, (others.get(other) ?? new Set()).add(kin)));
  };
  for (const line of source.split('\n')) {
    const [head = '', ...groups] = line.split('|').map((group) => group.trim().toLowerCase());
    if (head === '') continue;
    const stem = stemOf(head, language);
    groups.forEach((group, at) => {
      const [kin, inverse] = GROUPS[at] ?? [];
      if (kin === undefined || inverse === undefined) throw new Error(`Too many bars: ${line}`);
      for (const word of group.split(/\s+/u)) {
        const other = stemOf(word, language);
        if (!/^[\p{Ll}-]{2,}$/u.test(word) || other === stem) continue;
        if (kin === 'near') named.add(`${stem} ${other}`);
        add(stem, other, kin);
        add(other, stem, inverse);
      }
    });
  }
  return [...table.keys()].toSorted().map((stem) => {
    const kins = [...(table.get(stem) ?? [])].map(([other, found]) => ({ other, kin: kinBetween(stem, other, found, named) }));
    const groups = KINS.map((kin) =>
      kins
        .flatMap((one) => (one.kin === kin ? [one.other] : []))
        .toSorted()
        .join(' '),
    );
    return `${stem} ${groups.join('|')}`.replace(/\|+$/u, '');
  });
}

/**
 * Words have several senses: one that is the same in one of them may be the opposite of it, or another of its kind, in another
 * sense, and is then neither, unless each of the two is listed as the same as the other.
 */
function kinBetween(stem: string, other: string, kins: ReadonlySet<Kin>, named: ReadonlySet<string>): Kin | null {
  if (named.has(`${stem} ${other}`) && named.has(`${other} ${stem}`)) return 'same';
  const isApart = kins.has('opposite') || kins.has('rival');
  if (isApart && (kins.has('near') || kins.has('narrower') || kins.has('wider'))) return null;
  return ORDER.find((kin) => kins.has(kin)) ?? null;
}
