import { idfOf, overlap, type Passage } from './passages.ts';

/** What is known about a passage when it is weighed, each between 0 and 1. */
const FEATURES = [
  'lead',
  'elaborated',
  'central',
  'salience',
  'nearTitle',
  'fragment',
  'long',
  'names',
  'numbers',
  'quote',
  'speech',
  'leaning',
  'question',
] as const;
export type Feature = (typeof FEATURES)[number];
export type FeatureValues = Readonly<Record<Feature, number>>;

/** Pairwise comparison stops here, so that the cost stays linear in the article's length. */
const NEIGHBOURHOOD = 60;

/** The features of each candidate, in the order given. */
export function featuresOf(
  candidates: readonly Passage[],
  all: readonly Passage[],
  titleStems: ReadonlySet<string>,
  leans: (passage: Passage) => number,
): FeatureValues[] {
  const idf = idfOf(all);
  const weight = (stem: string) => idf.get(stem) ?? 1;
  const { ahead, around } = centralitiesOf(candidates, idf);
  const saliences = salienceOf(candidates);
  const top = (values: readonly number[]) => values.reduce((best, value) => Math.max(best, value), 1e-9);
  const [topAhead, topAround, topSalience] = [top(ahead), top(around), top(saliences)];
  return candidates.map((passage, index) => {
    const { text, words, stems } = passage;
    const share = (test: (text: string, at: number) => boolean, full: number) =>
      Math.min(1, words.filter((word, at) => test(word.text, at)).length / full);
    return {
      lead: 1 / (1 + index * 0.35),
      elaborated: (ahead[index] ?? 0) / topAhead,
      central: (around[index] ?? 0) / topAround,
      salience: (saliences[index] ?? 0) / topSalience,
      nearTitle: overlap(stems, titleStems, weight),
      fragment: words.length < 8 ? 1 : 0,
      long: Math.min(1, Math.max(0, words.length - 30) / 30),
      names: share((word, at) => at > 0 && /^\p{Lu}/u.test(word), 6),
      numbers: share((word) => /\p{N}/u.test(word), 4),
      quote: /^["'“„«`‘]/u.test(text) ? 1 : 0,
      speech: /["“„«]|''|``/u.test(text) ? 1 : 0,
      leaning: leans(passage),
      question: /[?？؟]\W*$/u.test(text) ? 1 : 0,
    };
  });
}

/** Idf cosine with later passages (what the rest elaborates) and with all near ones. */
function centralitiesOf(candidates: readonly Passage[], idf: ReadonlyMap<string, number>): { ahead: number[]; around: number[] } {
  const norms = candidates.map(({ stems }) => Math.sqrt([...stems].reduce((sum, stem) => sum + (idf.get(stem) ?? 0) ** 2, 0)));
  const ahead = candidates.map(() => 0);
  const around = candidates.map(() => 0);
  candidates.forEach((a, i) => {
    candidates.slice(i + 1, i + NEIGHBOURHOOD).forEach((b, offset) => {
      const j = i + 1 + offset;
      let dot = 0;
      for (const stem of a.stems) if (b.stems.has(stem)) dot += (idf.get(stem) ?? 0) ** 2;
      const cosine = dot / Math.max(1e-9, (norms[i] ?? 0) * (norms[j] ?? 0));
      ahead[i] = (ahead[i] ?? 0) + cosine;
      around[i] = (around[i] ?? 0) + cosine;
      around[j] = (around[j] ?? 0) + cosine;
    });
  });
  return { ahead, around };
}

/** How often the article says the passage's words elsewhere, on average over its words. */
function salienceOf(candidates: readonly Passage[]): number[] {
  const counts = new Map<string, number>();
  for (const { stems } of candidates) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return candidates.map(({ stems }) => {
    let sum = 0;
    for (const stem of stems) sum += Math.log(counts.get(stem) ?? 1);
    return sum / (stems.size + 3);
  });
}
