import { lexiconFor } from './lexicons.ts';

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

/** Those already parsed; so many are some hundred kilobytes. */
const known = new Map<string, Relatives>();
const REMEMBERED = 1000;

/** A stem's relatives; none in a language that has no such lexicon. */
export function relativesOf(stem: string, language: string): Relatives {
  const lexicon = lexiconFor(language, 'relations');
  if (lexicon === null) return NONE;
  const earlier = known.get(stem);
  if (earlier !== undefined) return earlier;
  const line = lexicon.lineOf(stem);
  const relatives = line === null ? NONE : parsed(line);
  if (known.size >= REMEMBERED) known.clear();
  known.set(stem, relatives);
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
