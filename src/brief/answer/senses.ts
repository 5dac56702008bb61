import { kinshipOfWords, senseOf } from '../../language/sense.ts';
import { likenessBetween } from '../../language/vectors.ts';
import type { Passage } from '../passages.ts';
import { wordsOf, type Word } from '../words.ts';
import type { Search } from './matching.ts';

/** How near a passage comes to what the question means. */
interface Near {
  /** By itself, and together with the sentence before it. */
  own: number;
  withBefore: number;
  /** The stretch of it that comes nearest: what else a long sentence says takes nothing away. */
  stretch: number;
  /** Each word of the question beside the word of the passage that is nearest to it, rare ones counted more. */
  wordwise: number;
}

/** What a passage and its stretches mean does not depend on who asks. */
const known = new WeakMap<Passage, { sense: Float32Array | null; stretches: readonly (Float32Array | null)[] }>();
/** Words of a stretch, and by how many the next one is further on. */
const [STRETCH, STEP] = [10, 4];
/** What a word counts that the search does not weigh: "who", "long". */
const LIGHT = 0.2;
/** Words of a passage that are compared. */
const COMPARED = 120;

/** For each passage how near it comes to the question, -1 to 1; 0 in a language without a table of senses. */
export function sensesOf(search: Search): Near[] {
  const { question, passages, language, weights } = search;
  const words = wordsOf(question.text, language);
  const asked = senseOf(words, language);
  const telling = words
    .filter(({ stop }) => !stop)
    .map((word) => ({ word, weight: weights[question.terms.indexOf(word.stem)] ?? LIGHT, known: new Map<string, number>() }));
  const senses = passages.map((passage) => {
    let own = known.get(passage);
    if (own === undefined) known.set(passage, (own = readSenses(passage, language)));
    return own;
  });
  return senses.map(({ sense, stretches }, index) => {
    const before = senses[index - 1]?.sense ?? null;
    const there = passages[index]?.words.slice(0, COMPARED) ?? [];
    const own = likenessBetween(asked, sense);
    return {
      own,
      withBefore: likenessBetween(asked, before === null ? sense : together(before, sense)),
      stretch: Math.max(stretches.length === 0 ? own : -1, ...stretches.map((stretch) => likenessBetween(asked, stretch))),
      wordwise: asked === null ? termwise(search, there) : wordwise(telling, there, language),
    };
  });
}

/** A word of a question, what it counts, and how near the words it met came to it. */
interface Telling {
  word: Word;
  weight: number;
  known: Map<string, number>;
}

function readSenses({ words }: Passage, language: string) {
  const some = words.slice(0, COMPARED);
  const stretches: (Float32Array | null)[] = [];
  // What is no longer than a stretch has none beside itself.
  if (some.length > STRETCH)
    for (let from = 0; from + STRETCH < some.length + STEP; from += STEP)
      stretches.push(senseOf(some.slice(from, from + STRETCH), language));
  return { sense: senseOf(words, language), stretches };
}

function wordwise(telling: readonly Telling[], words: readonly Word[], language: string): number {
  const total = telling.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : telling.reduce((sum, one) => sum + one.weight * nearestTo(one, words, language), 0) / total;
}

/** The same by stems and dictionaries, where there is no table of senses: a word that stands there is met in any language. */
function termwise({ question, weights, total, likeness }: Search, words: readonly Word[]): number {
  const met = question.terms.map((_, term) => Math.max(0, ...words.map(({ stem }) => likeness(term, stem))));
  return total === 0 ? 0 : met.reduce((sum, value, term) => sum + value * (weights[term] ?? 0), 0) / total;
}

function nearestTo({ word, known: met }: Telling, words: readonly Word[], language: string): number {
  let most = 0;
  for (const { text, stem } of words) {
    if (stem === word.stem) return 1;
    let kinship = met.get(text);
    if (kinship === undefined) met.set(text, (kinship = kinshipOfWords(word.text, text, language)));
    if (kinship > most) most = kinship;
  }
  return most;
}

/** How near any word of a passage comes to the telling word of the question that it meets least, 0 to 1. */
export function leastKinship({ question, language, likeness }: Search, passages: readonly Passage[]): number {
  const words = wordsOf(question.text, language).filter(({ stop, stem }) => !stop && question.terms.includes(stem));
  const there = passages.flatMap((passage) => passage.words.slice(0, COMPARED));
  if (senseOf(words, language) === null)
    return Math.min(1, ...question.terms.map((_, term) => Math.max(0, ...there.map(({ stem }) => likeness(term, stem)))));
  return Math.min(1, ...words.map((word) => nearestTo({ word, weight: 1, known: new Map() }, there, language)));
}

function together(a: Float32Array, b: Float32Array | null): Float32Array {
  if (b === null) return a;
  const sum = a.map((value, axis) => value + (b[axis] ?? 0));
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
