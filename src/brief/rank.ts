import type { Passage } from './passages.ts';
import { featuresOf, type Feature } from './rank-features.ts';
import { standsAlone } from './standalone.ts';

export interface RankedPassage {
  passage: Passage;
  /** Higher matters more; comparable inside one article only. */
  score: number;
}

/** Fitted to the public summaries under cross-validation, then rounded; the title by hand, because those texts have none. */
const WEIGHTS: Readonly<Record<Feature, number>> = {
  lead: 1,
  elaborated: 0.7,
  central: 0.16,
  salience: 0.65,
  nearTitle: 0.5,
  fragment: -0.4,
  long: -0.6,
  names: 0.2,
  numbers: 0.4,
  quote: -0.25,
  speech: -0.17,
  leaning: -0.05,
  question: -0.5,
};

/**
 * Every passage that could be a point, best first; ties in reading order. Position is weighed against the text
 * itself, because how much the lead matters belongs to the outlet (see docs/quality.md).
 */
export function rankPassages(
  passages: readonly Passage[],
  excluded: ReadonlySet<number>,
  titleStems: ReadonlySet<string>,
  language: string,
): RankedPassage[] {
  const candidates = candidatesOf(passages, excluded);
  const features = featuresOf(candidates, passages, titleStems, (passage) => 1 - standsAlone(passage, language));
  return candidates
    .map((passage, index) => {
      let score = 0;
      for (const [feature, value] of Object.entries(features[index] ?? {})) score += WEIGHTS[feature as Feature] * value;
      return { passage, score };
    })
    .toSorted((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}

/** Blocks that show or structure instead of telling; a caption is about its picture. */
const NOT_TOLD: ReadonlySet<Passage['kind']> = new Set(['heading', 'code', 'table-row', 'caption']);

/** The passages that can be a point at all. */
function candidatesOf(passages: readonly Passage[], excluded: ReadonlySet<number>): Passage[] {
  return passages.filter(
    ({ id, kind, stems, words }) =>
      !excluded.has(id) && !NOT_TOLD.has(kind) && stems.size >= 3 && (words.length >= 5 || kind === 'list-item'),
  );
}
