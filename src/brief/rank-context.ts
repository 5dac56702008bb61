import { languageFor } from '../language/tables.ts';
import type { Passage } from './passages.ts';
import type { FeatureValues } from './rank-features.ts';

/** What the trees read beside the plain features, in this order. */
const CONTEXT = [
  'index',
  'place',
  'count',
  'words',
  'characters',
  'nearFirst',
  'nearAll',
  'saidBefore',
  'saidAgain',
  'nearNext',
  'nearPrevious',
  'topWords',
  'frequency',
  'recurringNames',
  'nameCount',
  'numberCount',
  'opensBlock',
  'saying',
  'dangling',
  'functionWords',
  'onlyHere',
  'meanWords',
  'commas',
  'personal',
] as const;
type Context = Readonly<Record<(typeof CONTEXT)[number], number>>;
const RANKED = ['nearAll', 'words', 'frequency', 'recurringNames'] as const;

/** Pairwise comparison stops here, so that the cost stays linear in the article's length. */
const NEIGHBOURHOOD = 60;
const TOP_WORDS = 10;
const PERSONAL = /^(?:you|your|we|our|i|my|ich|wir|du|ihr|je|nous|vous|yo|tú|eu|você|io|noi|ik|wij|jij)$/iu;

/** One row of features a candidate: the plain ones, its context, and its rank among the others by some of them. */
export function contextOf(
  candidates: readonly Passage[],
  plain: readonly FeatureValues[],
  idf: ReadonlyMap<string, number>,
  language: string,
): number[][] {
  const contexts = contextsOf(candidates, idf, language);
  const ranks = RANKED.map((name) => placesAmong(contexts.map((context) => context[name])));
  return candidates.map((_, at) => [
    ...Object.values(plain[at] ?? {}),
    ...CONTEXT.map((name) => contexts[at]?.[name] ?? 0),
    ...ranks.map((places) => places[at] ?? 0),
  ]);
}

function contextsOf(candidates: readonly Passage[], idf: ReadonlyMap<string, number>, language: string): Context[] {
  const { sayingVerbs, danglingOpeners } = languageFor(language);
  const [saying, dangling] = [new Set(sayingVerbs), new Set(danglingOpeners)];
  const frequency = countsOf(candidates.map(({ stems }) => stems));
  const names = countsOf(candidates.map((passage) => new Set(namesOf(passage))));
  const top = new Set(
    [...frequency]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, TOP_WORDS)
      .map(([stem]) => stem),
  );
  const weights = candidates.map(({ stems }) => new Map([...stems].map((stem) => [stem, idf.get(stem) ?? 1])));
  const all = new Map([...frequency].map(([stem, count]) => [stem, count * (idf.get(stem) ?? 1)]));
  const norms = weights.map(normOf);
  const allNorm = normOf(all);
  const cosine = (a: number, b: number) => {
    const [left, right] = [weights[a], weights[b]];
    return left === undefined || right === undefined ? 0 : dot(left, right) / ((norms[a] ?? 1) * (norms[b] ?? 1));
  };
  const meanWords = candidates.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, candidates.length);
  return candidates.map((passage, at) => {
    const { text, words, stems, block } = passage;
    const most = (from: number, to: number) => {
      let best = 0;
      for (let other = Math.max(0, from); other < Math.min(candidates.length, to); other += 1) best = Math.max(best, cosine(at, other));
      return best;
    };
    const sum = (value: (stem: string) => number) => [...stems].reduce((total, stem) => total + value(stem), 0);
    const own = namesOf(passage);
    return {
      index: Math.min(at, 40),
      place: at / candidates.length,
      count: candidates.length,
      words: words.length,
      characters: text.length,
      nearFirst: at === 0 ? 1 : cosine(at, 0),
      nearAll: dot(weights[at] ?? new Map(), all) / ((norms[at] ?? 1) * allNorm),
      saidBefore: most(at - NEIGHBOURHOOD, at),
      saidAgain: most(at + 1, at + NEIGHBOURHOOD),
      nearNext: cosine(at, at + 1),
      nearPrevious: cosine(at, at - 1),
      topWords: sum((stem) => (top.has(stem) ? 1 : 0)),
      frequency: sum((stem) => frequency.get(stem) ?? 0) / stems.size,
      recurringNames: own.reduce((total, name) => total + Math.log(names.get(name) ?? 1), 0),
      nameCount: own.length,
      numberCount: words.filter((word) => /\p{N}/u.test(word.text)).length,
      opensBlock: candidates[at - 1]?.block === block ? 0 : 1,
      saying: words.some((word) => saying.has(word.text.toLowerCase())) ? 1 : 0,
      dangling: dangling.has(words[0]?.text.toLowerCase() ?? '') ? 1 : 0,
      functionWords: words.filter(({ stop }) => stop).length / Math.max(1, words.length),
      onlyHere: sum((stem) => (frequency.get(stem) === 1 ? 1 : 0)) / stems.size,
      meanWords,
      commas: text.split(',').length - 1,
      personal: words.some((word) => PERSONAL.test(word.text)) ? 1 : 0,
    };
  });
}

function namesOf({ words }: Passage): string[] {
  return words.filter(({ text, stop }, at) => at > 0 && !stop && /^\p{Lu}/u.test(text)).map(({ stem }) => stem);
}

function countsOf(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const stem of set) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function normOf(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight ** 2;
  return Math.sqrt(sum) || 1;
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
}

/** Where each value stands among all, from 0 for the least to 1; equal values share the lower place. */
function placesAmong(values: readonly number[]): number[] {
  const places = new Map<number, number>();
  values
    .toSorted((a, b) => a - b)
    .forEach((value, at) => {
      if (!places.has(value)) places.set(value, at / Math.max(1, values.length - 1));
    });
  return values.map((value) => places.get(value) ?? 0);
}
