import learnt from './data/rank.json' with { type: 'json' };
import { idfOf, type Passage } from './passages.ts';
import { contextOf } from './rank-context.ts';
import { featuresOf, type Feature } from './rank-features.ts';
import { standsAlone } from './standalone.ts';
import { scoresOf, type Trees } from '../trees.ts';

export interface RankedPassage {
  passage: Passage;
  /** Higher matters more; comparable inside one article only. */
  score: number;
}

/** Fitted by hand to the public summaries, the title by judgement, because those texts have none; the trees add what they miss. */
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

const TREES: Trees = learnt;
/** How much the trees' score counts beside the plain one; from scripts/train/summaries.ts. */
const TREES_SHARE = 1.6;

/**
 * Every passage that could be a point, best first; ties in reading order. Position is weighed against the text
 * itself, because how much the lead matters belongs to the outlet.
 */
export function rankPassages(
  passages: readonly Passage[],
  excluded: ReadonlySet<number>,
  titleStems: ReadonlySet<string>,
  language: string,
  trees: Trees = TREES,
): RankedPassage[] {
  const { candidates, plain, rows } = rankRows(passages, excluded, titleStems, language);
  const added = scoresOf(trees, rows);
  return candidates
    .map((passage, index) => ({ passage, score: (plain[index] ?? 0) + TREES_SHARE * (added[index] ?? 0) }))
    .toSorted((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}

/** The candidates, the plain score of each, and what the trees read of each. */
export function rankRows(passages: readonly Passage[], excluded: ReadonlySet<number>, titleStems: ReadonlySet<string>, language: string) {
  const candidates = candidatesOf(passages, excluded);
  const features = featuresOf(candidates, passages, titleStems, (passage) => 1 - standsAlone(passage, language));
  const plain = features.map((values) => {
    let score = 0;
    for (const [feature, value] of Object.entries(values)) score += WEIGHTS[feature as Feature] * value;
    return score;
  });
  return { candidates, plain, rows: contextOf(candidates, features, idfOf(passages), language) };
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
