import { parseSentence } from '../grammar/grammar.ts';
import type { ParsedWord, Part, Relation } from '../grammar/universal.ts';

/** A sentence as a tree. Words go by their index; every stretch of it is a span of the sentence. */
export interface Reading {
  sentence: string;
  language: string;
  words: readonly ParsedWord[];
  /** What depends on each word, in order. */
  dependents: readonly (readonly number[])[];
}

/** Sentences that are remembered: figures, summary and lock read the same ones. */
const REMEMBERED = 1000;
const known = new Map<string, Reading | null>();

/** The sentence read by the grammar of its language; null where there is none. */
export function readingOf(sentence: string, language: string): Reading | null {
  const key = `${language} ${sentence}`;
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  const parse = parseSentence(sentence, language);
  const reading = parse === null ? null : { sentence, language, words: parse.words, dependents: dependentsIn(parse.words) };
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, reading);
  return reading;
}

function dependentsIn(words: readonly ParsedWord[]): number[][] {
  const dependents: number[][] = words.map(() => []);
  words.forEach(({ head }, at) => dependents[head]?.push(at));
  return dependents;
}

/** Index of a word's head; -1 for the root and for a word that is not there. */
export function headOf({ words }: Reading, at: number): number {
  return words[at]?.head ?? -1;
}

export function isPart({ words }: Reading, at: number, ...parts: readonly Part[]): boolean {
  const part = words[at]?.part;
  return part !== undefined && parts.includes(part);
}

export function hasRelation({ words }: Reading, at: number, ...relations: readonly Relation[]): boolean {
  const relation = words[at]?.relation;
  return relation !== undefined && relations.includes(relation);
}

/** The dependents of a word in one of the relations. */
export function dependentsOf(reading: Reading, at: number, ...relations: readonly Relation[]): number[] {
  return (reading.dependents[at] ?? []).filter((one) => hasRelation(reading, one, ...relations));
}

/** Lower case, as it is read. */
export function lowerAt({ words }: Reading, at: number): string {
  return (words[at]?.text ?? '').toLowerCase();
}

/** The word and all that hangs on it, in order. */
export function subtreeOf(reading: Reading, at: number): number[] {
  const found = [at];
  for (let next = 0; next < found.length; next += 1) found.push(...(reading.dependents[found[next] ?? -1] ?? []));
  return found.toSorted((a, b) => a - b);
}

/** Does `at` hang on `above`, or is it the same word? */
export function isUnder(reading: Reading, at: number, above: number): boolean {
  for (let one = at; one >= 0; one = headOf(reading, one)) if (one === above) return true;
  return false;
}

/** The words of the sentence that touch a span of it. */
export function wordsIn({ words }: Reading, start: number, end: number): number[] {
  return [...words.keys()].filter((at) => (words[at]?.start ?? 0) < end && (words[at]?.end ?? 0) > start);
}

/** Of some words the one that none of the others governs: what a phrase is about. -1 for no words. */
export function topOf(reading: Reading, some: readonly number[]): number {
  const inside = new Set(some);
  return some.find((at) => !inside.has(headOf(reading, at)) && !isPart(reading, at, 'PUNCT', 'ADP')) ?? some[0] ?? -1;
}

/** The text of some words in order, with one space for whatever is left out between them. */
export function textOf({ words, sentence }: Reading, some: readonly number[]): string {
  const sorted = [...new Set(some)].toSorted((a, b) => a - b);
  let text = '';
  let last = -1;
  for (const at of sorted) {
    const word = words[at];
    if (word === undefined || word.end <= last) continue;
    const from = Math.max(word.start, last);
    const gap = last < 0 ? '' : sentence.slice(last, from);
    text += (/^\s*$/u.test(gap) ? gap : ' ') + sentence.slice(from, word.end);
    last = word.end;
  }
  return text.replace(/\s+/gu, ' ').trim();
}
