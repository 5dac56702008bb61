import { idfOf, overlap, type Passage } from './passages.ts';

export interface RankedPassage {
  passage: Passage;
  /** Higher matters more; comparable inside one article only. */
  score: number;
}

/** Pairwise comparison stops here, so that the cost stays linear in the article's length. */
const NEIGHBOURHOOD = 60;

/** Blocks that show or structure instead of telling; a caption is about its picture. */
const NOT_TOLD: ReadonlySet<Passage['kind']> = new Set(['heading', 'code', 'table-row', 'caption']);

const WEIGHTS = { position: 0.9, centrality: 1.0, title: 0.5, substance: 0.35, length: 0.4, question: -0.6 };

/**
 * Every passage that could be a point, best first; ties in reading order. Position is weighed against the text
 * itself, because how much the lead matters belongs to the outlet (see docs/quality.md).
 */
export function rankPassages(
  passages: readonly Passage[],
  title: string | null,
  excluded: ReadonlySet<number>,
  titleStems: ReadonlySet<string>,
): RankedPassage[] {
  const candidates = passages.filter(
    ({ id, kind, stems, words }) =>
      !excluded.has(id) && !NOT_TOLD.has(kind) && stems.size >= 3 && (words.length >= 5 || kind === 'list-item'),
  );
  const idf = idfOf(passages);
  const centralities = centralityOf(candidates, idf);
  const most = Math.max(1e-9, ...centralities);
  return candidates
    .map((passage, index) => {
      const score =
        WEIGHTS.position * (1 / (1 + index * 0.35)) +
        WEIGHTS.centrality * ((centralities[index] ?? 0) / most) +
        (title === null ? 0 : WEIGHTS.title * overlap(passage.stems, titleStems, (stem) => idf.get(stem) ?? 1)) +
        WEIGHTS.substance * substance(passage) +
        WEIGHTS.length * lengthFit(passage.words.length) +
        (/[?？؟]\s*$/u.test(passage.text) ? WEIGHTS.question : 0);
      return { passage, score };
    })
    .toSorted((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}

/** Similarity to later passages counts in full, to earlier ones hardly: a point is what the rest elaborates. */
function centralityOf(candidates: readonly Passage[], idf: ReadonlyMap<string, number>): number[] {
  const norms = candidates.map(({ stems }) => Math.sqrt([...stems].reduce((sum, stem) => sum + (idf.get(stem) ?? 0) ** 2, 0)));
  const scores = candidates.map(() => 0);
  for (let i = 0; i < candidates.length; i += 1) {
    for (let j = i + 1; j < Math.min(candidates.length, i + NEIGHBOURHOOD); j += 1) {
      const a = candidates[i];
      const b = candidates[j];
      if (a === undefined || b === undefined) continue;
      let dot = 0;
      for (const stem of a.stems) if (b.stems.has(stem)) dot += (idf.get(stem) ?? 0) ** 2;
      const cosine = dot / Math.max(1e-9, (norms[i] ?? 0) * (norms[j] ?? 0));
      scores[i] = (scores[i] ?? 0) + cosine;
      scores[j] = (scores[j] ?? 0) + cosine * 0.3;
    }
  }
  return scores;
}

/** Names and numbers, 0 to 1: what a reader could act on. */
function substance({ words }: Passage): number {
  const solid = words.filter((word, index) => /\p{N}/u.test(word.text) || (index > 0 && /^\p{Lu}/u.test(word.text))).length;
  return Math.min(1, solid / 6);
}

/** 1 for a sentence of ordinary length, falling to 0 for fragments and for sentences nobody reads to the end. */
function lengthFit(words: number): number {
  if (words < 8) return words / 8 - 0.5;
  return words <= 32 ? 1 : Math.max(0, 1 - (words - 32) / 30);
}
