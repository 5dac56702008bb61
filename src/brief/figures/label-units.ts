import {
  dependentsOf,
  hasRelation,
  headOf,
  isPart,
  lowerAt,
  subtreeOf,
  topOf,
  wordsIn,
  type Reading,
} from '../../language/reading/reading.ts';
import { isSaying, STATEMENT } from '../../language/reading/speech.ts';
import { languageFor } from '../../language/tables.ts';
import { datelineLength } from '../wording.ts';
import type { FigureKind } from '../../model/figure.ts';
import type { Place } from './place.ts';
import type { Spread } from './spread.ts';

/** What the label has to leave out, what stands beside it, and what the article says elsewhere. */
export interface Taken {
  /** Words of all numbers of the sentence. */
  numbers: ReadonlySet<number>;
  /** Who is shown as answering for the figure anyway. */
  speaker: string | null;
  kind: FigureKind;
  /** Does an arrow say that something rose or fell? */
  isChange: boolean;
  spread: Spread;
}

/** Words that are kept or left out together: one, or several joined by hyphens. */
export interface Unit {
  words: readonly number[];
  /** The one that the others hang on. */
  head: number;
}

const HYPHEN = /^[-‐‑]$/u;

/** What a label may be made of, in order: neither numbers nor what stands with the value or beside the label already. */
export function unitsOf(place: Place, { numbers, speaker }: Taken): Unit[] {
  const { reading, number } = place;
  const qualifying = qualifiersBefore(place).union(sayingIt(place, speaker));
  const filed = datelineLength(reading.sentence);
  const runs: number[][] = [];
  const text = (at: number) => reading.words[at]?.text ?? '';
  const touches = (at: number) => reading.words[at - 1]?.end === reading.words[at]?.start;
  for (const at of reading.words.keys()) {
    const last = runs.at(-1);
    const isHyphen = HYPHEN.test(text(at)) && touches(at + 1);
    if (last !== undefined && touches(at) && (isHyphen || HYPHEN.test(text(at - 1)))) last.push(at);
    else runs.push([at]);
  }
  // "the A350", "One Direction", "the first leg": a number that is a name or says which one.
  const isNamed = (at: number) => /^(?=.*\p{Lu})[\p{L}\p{N}]+$/u.test(text(at)) && /\p{N}/u.test(text(at));
  const isTaken = (at: number) =>
    number.has(at) ||
    (reading.words[at]?.start ?? 0) < filed ||
    qualifying.has(at) ||
    (!isNamed(at) && (numbers.has(at) || /\p{N}/u.test(text(at)) || isPart(reading, at, 'NUM')) && !isWhich(reading, at));
  return runs
    .filter((words) => !words.some(isTaken) && words.some((at) => !isPart(reading, at, 'PUNCT')))
    .map((words) => ({ words, head: words.find((at) => !words.includes(headOf(reading, at))) ?? words[0] ?? 0 }));
}

/** "One Direction", "the first leg", "Million Dollar Baby": words of number that count nothing. */
function isWhich(reading: Reading, at: number): boolean {
  const text = reading.words[at]?.text ?? '';
  if (/\p{N}/u.test(text)) return false;
  if (isPart(reading, at, 'ADJ') && hasRelation(reading, at, 'amod')) return true;
  const isName = (word: number) => /^\p{Lu}\p{Ll}/u.test(reading.words[word]?.text ?? '');
  return at > 0 && isName(at) && isName(at + 1) && !isPart(reading, at - 1, 'PUNCT');
}

/** "Tideline Energy, the island's utility, put … at": who is shown beside the label, and that he says it. */
function sayingIt({ reading, number }: Place, speaker: string | null): ReadonlySet<number> {
  const from = speaker === null ? -1 : reading.sentence.indexOf(speaker);
  if (from < 0 || speaker === null) return new Set();
  const named = wordsIn(reading, from, from + speaker.length);
  let before = (named[0] ?? 0) - 1;
  while (isPart(reading, before, 'DET')) before -= 1;
  // "nach Angaben des Marktvereins"
  if (STATEMENT.test(lowerAt(reading, before))) return new Set([before, ...named]);
  const verb = headOf(reading, topOf(reading, named));
  const isTold = verb >= 0 && (isSaying(reading, verb) || PUTTING.test(lowerAt(reading, verb))) && !PLANNING.test(lowerAt(reading, verb));
  if (!isTold) return new Set();
  const subjects = dependentsOf(reading, verb, 'nsubj').flatMap((at) => subtreeOf(reading, at));
  return subjects.some((at) => number.has(at)) ? new Set() : new Set([...subjects, verb]);
}
const PUTTING = /^puts?$/u;
/** Whose plan it is does more than say so. */
const PLANNING = /^(?:expect|promis|pledg|vow|propos)/u;

/** Words of a qualifier. */
const LONGEST_QUALIFIER = 4;
const qualifierSets = new Map<string, ReadonlySet<string>>();

/** "up to", "as much as", "rund": they stand with the value already. */
function qualifiersBefore({ reading, number }: Place): ReadonlySet<number> {
  const { code, numbers } = languageFor(reading.language);
  const phrases = qualifierSets.get(code) ?? new Set(Object.values(numbers.qualifiers).flat());
  qualifierSets.set(code, phrases);
  const first = Math.min(...number);
  for (let size = Math.min(LONGEST_QUALIFIER, first); size > 0; size -= 1) {
    const words = Array.from({ length: size }, (_, step) => first - size + step);
    if (phrases.has(words.map((at) => lowerAt(reading, at)).join(' '))) return new Set(words);
  }
  return new Set();
}
