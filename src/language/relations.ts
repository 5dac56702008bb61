import english from './data/en-relations.json' with { type: 'json' };
import { languageFor } from './tables.ts';

/** What is known of a word's relatives, all by stem. */
export interface Relatives {
  /** How well another stem may stand for this one, 0 to 1. */
  near: ReadonlyMap<string, number>;
  opposite: ReadonlySet<string>;
  /** The number of its WordNet lexicographer file, e.g. 18 people, 15 places, 14 groups; null when it is no common noun. */
  noun: number | null;
}

const WEIGHTS = { same: 0.75, derived: 0.85, kind: 0.5 };
const NONE: Relatives = { near: new Map(), opposite: new Set(), noun: null };

/** Stem -> its line; cut when first asked for, parsed word by word. */
let lines: Map<string, string> | null = null;
/** Those already parsed: at most as many as there are lines. */
const known = new Map<string, Relatives>();

/** A stem's relatives; none in a language that has no such table. */
export function relativesOf(stem: string, language: string): Relatives {
  if (languageFor(language).code !== 'en') return NONE;
  lines ??= new Map(english.words.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line]));
  const line = lines.get(stem);
  if (line === undefined) return NONE;
  let relatives = known.get(stem);
  if (relatives === undefined) known.set(stem, (relatives = parsed(line)));
  return relatives;
}

function parsed(line: string): Relatives {
  const [head = '', same = '', derived = '', kind = '', opposite = ''] = line.split('|');
  const near = new Map<string, number>();
  const stems = (group: string) => (group === '' ? [] : group.split(' '));
  for (const stem of stems(kind)) near.set(stem, WEIGHTS.kind);
  for (const stem of stems(same)) near.set(stem, WEIGHTS.same);
  for (const stem of stems(derived)) near.set(stem, WEIGHTS.derived);
  const file = head.split(' ')[1] ?? '';
  return { near, opposite: new Set(stems(opposite)), noun: file === '' ? null : Number(file) };
}
