import { isPredicate, subjectOf } from '../../language/reading/clause.ts';
import { dependentsOf, isPart, lowerAt, readingOf, subtreeOf, type Reading } from '../../language/reading/reading.ts';
import { isSaying, speechOver } from '../../language/reading/speech.ts';
import { stemOf } from '../../language/stem.ts';
import { languageFor } from '../../language/tables.ts';
import { voicesOf } from '../figures/voices.ts';
import { speakerOf } from '../figures/speaker.ts';
import type { Passage } from '../passages.ts';

/** Whose words a question asks for: the stems of the last names of one or several, of which one has to speak. */
export type Speaker = readonly string[];

const ASKS =
  /^(?:so|and|but|ok|okay)?[,\s]*(?:what|how)(?:['’]s|\s+(?:did|does|do|has|have|had))\s+(?<who>\S+(?:\s+\S+){0,9}?)\s+(?:say|said|saying|think|thought|feel|felt|comment|commented|argue|believe|reckon|respond|responded)\b/iu;

/**
 * Whose words are asked for: "What did Anna Berg say about the quay?". Null for other questions, and for whom the article
 * does not name: an office may be called otherwise there. English only.
 */
export function speakerAskedFor(question: string, passages: readonly Passage[], language: string): Speaker | null {
  if (languageFor(language).code !== 'en') return null;
  const who = ASKS.exec(question.trim())?.groups?.['who'];
  const reading = who === undefined ? null : readingOf(`${who.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())} says so.`, language);
  const root = reading?.words.findIndex(({ head }) => head < 0) ?? -1;
  const subject = reading === null ? null : (dependentsOf(reading, root, 'nsubj')[0] ?? null);
  if (reading === null || subject === null) return null;
  const heads = [subject, ...dependentsOf(reading, subject, 'conj')];
  const isName = (at: number) => isCapital(reading.words[at]?.text ?? '', passages);
  const names = heads.flatMap((at) => {
    const all = [at, ...dependentsOf(reading, at, 'flat', 'appos').flatMap((one) => subtreeOf(reading, one))].filter(isName);
    const last = Math.max(...all);
    return all.length === 0 ? [] : [stemOf(lowerAt(reading, last), language)];
  });
  return names.length === 0 ? null : names;
}

/** Does the article have him say or think anything? */
export function isHeard(speaker: Speaker, passages: readonly Passage[], language: string): boolean {
  const voices = voicesOf(passages, language);
  return passages.some(
    ({ id, stems }, index) => (voices.has(id) || speaker.some((stem) => stems.has(stem))) && speaksIn(speaker, passages, index, language),
  );
}

/** Is it a name: written with a capital inside a sentence, and never without? */
function isCapital(word: string, passages: readonly Passage[]): boolean {
  const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  const inside = passages.some(({ words }) => words.some(({ text }, at) => at > 0 && (text === name || text === word.toUpperCase())));
  return inside && !passages.some(({ words }) => words.some(({ text }) => text === word.toLowerCase()));
}

/** Verbs of what somebody thinks or makes of a thing, beside those of saying. */
const MINDS =
  /^(?:think|thought|believ|feel|felt|hop|fear|want|accept|insist|welcom|prais|criticis|criticiz|condemn|defend|reject|dismiss|call|describ|accus|blam|express|refus|declin|doubt|know|knew|agree|support|oppos|lov|lik|hat|consider|regret|apologi|thank|urg|deni|deny|respond|react|tweet|post|repl|admit|vow|pledg|concede|complain|joke|worr|disagree|mock|slam|hail|lash|prefer|understand|expect|appreciat|enjoy|wish)/u;

/** Does he speak in the passage, or does it tell what he thinks? */
export function speaksIn(speaker: Speaker, passages: readonly Passage[], index: number, language: string): boolean {
  const passage = passages[index];
  if (passage === undefined) return false;
  const isHe = (words: string) => holds(words, speaker, language);
  const named = [voicesOf(passages, language).get(passage.id)?.name ?? null, speakerOf(passage.text, language)];
  if (named.some((name) => name !== null && isHe(name))) return true;
  const reading = readingOf(passage.text, language);
  if (reading === null) return false;
  return reading.words.some((_, at) => {
    const speech = speechOver(reading, at);
    if (speech !== null && isHe(phraseOf(reading, speech.speaker))) return true;
    if (!isPredicate(reading, at) || !(isSaying(reading, at) || MINDS.test(lowerAt(reading, at)) || isFeeling(reading, at))) return false;
    const subject = subjectOf(reading, at);
    return subject !== null && isHe(phraseOf(reading, subject));
  });
}

/** "was glad", "is against it": what follows a copula. */
function isFeeling(reading: Reading, at: number): boolean {
  return isPart(reading, at, 'ADJ', 'ADP') && dependentsOf(reading, at, 'cop', 'aux', 'nsubj').length > 0;
}

/** Who speaks for somebody. */
const VOICE = /^(?:spokes\p{L}+|officials?|representatives?|statement|lawyers?|attorneys?)$/u;

/** The noun with its names and offices, without clauses; of "a spokesman for the council" the council too. */
function phraseOf(reading: Reading, at: number): string {
  const own = dependentsOf(
    reading,
    at,
    'flat',
    'compound',
    'appos',
    'amod',
    'conj',
    ...(VOICE.test(lowerAt(reading, at)) ? (['nmod'] as const) : []),
  );
  const words = [at, ...own.flatMap((one) => subtreeOf(reading, one))];
  return words.map((one) => reading.words[one]?.text ?? '').join(' ');
}

function holds(words: string, stems: readonly string[], language: string): boolean {
  const own = new Set((words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => stemOf(word.toLowerCase(), language)));
  return stems.some((stem) => own.has(stem));
}
