import { lexiconFor } from './lexicons.ts';
import { languageFor } from './tables.ts';

/**
 * How another word stands to a word of the news: both tell the same fact ("same" where each names the other, "near" where one
 * does), it is a narrower or a wider word for it, it turns it round, it is another of its kind (a knee is no shoulder), or it
 * tells the same event from the other party's side (who buys and who sells).
 */
export type Kin = (typeof KINS)[number];
export const KINS = ['same', 'near', 'narrower', 'wider', 'opposite', 'rival', 'otherSide'] as const;

const NONE: ReadonlyMap<string, Kin> = new Map();
/** Those already parsed. */
const known = new Map<string, ReadonlyMap<string, Kin>>();
const REMEMBERED = 2000;

/** All that is known of a stem's kin, by stem: none of a word that the thesaurus does not list, or in another language. */
export function kinsOf(stem: string, language: string): ReadonlyMap<string, Kin> {
  const lexicon = lexiconFor(language, 'thesaurus');
  if (lexicon === null) return NONE;
  const key = `${languageFor(language).code} ${stem}`;
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  const kins = parsed(lexicon.lineOf(stem));
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, kins);
  return kins;
}

/** How the other stem stands to the first; null where the thesaurus does not say. */
export function kinOf(stem: string, other: string, language: string): Kin | null {
  return kinsOf(stem, language).get(other) ?? null;
}

/** A line has the stem and, after it, the stems of each kin in the order of `KINS`, parted by bars. */
function parsed(line: string | null): ReadonlyMap<string, Kin> {
  if (line === null) return NONE;
  const groups = line.slice(line.indexOf(' ') + 1).split('|');
  return new Map(KINS.flatMap((kin, at) => (groups[at] ?? '').split(' ').flatMap((other): [string, Kin][] => (other === '' ? [] : [[other, kin]]))));
}

/** How a word stands to a text, by the best of its words: the word itself, one of its kin, nothing, or it is not listed. */
export const STANDINGS = ['itself', 'same', 'near', 'narrower', 'wider', 'otherSide', 'unknown', 'nothing', 'rival', 'opposite'] as const;
export type Standing = (typeof STANDINGS)[number];
/** Standings in which a text tells what the word tells, more or less. */
export const TOLD: ReadonlySet<Standing> = new Set(['itself', 'same', 'near', 'narrower', 'wider', 'otherSide']);

/** Standings in which it does not, or tells less. */
export const AMISS: readonly Standing[] = ['nothing', 'rival', 'opposite', 'otherSide', 'wider'];

/** The best standing of a stem among those of a text. */
export function standingOf(stem: string, others: Iterable<string>, language: string): Standing {
  const kins = kinsOf(stem, language);
  let best: Standing = kins.size === 0 ? 'unknown' : 'nothing';
  let place: number = STANDINGS.length;
  for (const other of others) {
    const standing = other === stem ? 'itself' : kins.get(other);
    const at = standing === undefined ? place : STANDINGS.indexOf(standing);
    if (standing !== undefined && at < place) [best, place] = [standing, at];
  }
  return best;
}

/** Words in common from which on two words are taken for much the same. */
const SHARED = 2;
/** What two words count that are opposites of each other and each the same as one of the two. */
const FARTHER = 0.34;

/**
 * How two words stand that the thesaurus does not list together, by those that it lists with each: "same" where they share
 * words that tell the same, "opposite" where what tells the same as one turns the other round; null where neither.
 */
export function farKinOf(stem: string, other: string, language: string): 'same' | 'opposite' | null {
  const [mine, theirs] = [alikeOf(stem, language), alikeOf(other, language)];
  let [shared, turned] = [0, 0];
  for (const one of mine) {
    if (theirs.includes(one)) shared += 1;
    if (kinOf(one, other, language) === 'opposite') turned += 1;
    // "climb" and "dwindle", by way of "rise" and "fall".
    for (const another of theirs) if (kinOf(one, another, language) === 'opposite') turned += FARTHER;
  }
  for (const one of theirs) if (kinOf(stem, one, language) === 'opposite') turned += 1;
  if (shared >= SHARED && shared > turned) return 'same';
  return turned > Math.max(shared, 0.9) ? 'opposite' : null;
}

function alikeOf(stem: string, language: string): string[] {
  return [...kinsOf(stem, language)].flatMap(([other, kin]) => (kin === 'same' || kin === 'near' ? [other] : []));
}
