import type { Passage } from '../passages.ts';
import { idfOf } from '../passages.ts';
import type { Question } from './question.ts';
import { findCandidate, type Candidate } from './candidate.ts';

export interface Evidence {
  passage: Passage;
  /** Share of the question's weight that the passage and its surroundings hold, 0 to 1. */
  coverage: number;
  score: number;
  /** The words in the passage that could be the answer itself; null when there are none of the kind asked for. */
  candidate: Candidate | null;
}

/** How much a match counts by where it stands. */
const IN_PASSAGE = 1;
const BY_SYNONYM = 0.75;
/** Words that begin alike are of one family: "govern", "governor", "government". */
const BY_FAMILY = 0.6;
const FAMILY = 5;
const NEXT_DOOR = 0.45;
const ABOVE = 0.5;
const K1 = 0.6;
const B = 0.4;

/** Every passage as evidence for the question, best first; ties in reading order. */
export function weighEvidence(question: Question, passages: readonly Passage[], title: ReadonlySet<string>, language: string): Evidence[] {
  const idf = idfOf(passages);
  const rarest = Math.log(1 + passages.length / 0.5);
  const weights = question.terms.map((family) => {
    const known = family.map((stem) => idf.get(stem)).filter((value) => value !== undefined);
    return known.length === 0 ? rarest : Math.max(...known);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = passages.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, passages.length);
  const openings = passages.map(({ stems }) => new Set([...stems].map((stem) => stem.slice(0, FAMILY))));
  return passages
    .map((passage, index) => {
      let held = 0;
      let own = 0;
      question.terms.forEach((family, term) => {
        const literal = matchOf(family, passages, index, title);
        const [stem = ''] = family;
        const isFamily = stem.length >= FAMILY && !question.names.has(stem) && openings[index]?.has(stem.slice(0, FAMILY)) === true;
        const match = isFamily ? Math.max(literal, BY_FAMILY) : literal;
        held += (weights[term] ?? 0) * match;
        if (match >= BY_FAMILY) own += (weights[term] ?? 0) * match;
      });
      const coverage = total === 0 ? 0 : held / total;
      const length = 1 - B + B * (passage.words.length / Math.max(1, mean));
      const bm25 = total === 0 ? 0 : (((own + 0.5 * (held - own)) / total) * (K1 + 1)) / (1 + K1 * length);
      const candidate = findCandidate(question, passage, language);
      const score = bm25 + (candidate === null ? 0 : candidate.strength) - (passage.kind === 'heading' ? 0.5 : 0);
      return { passage, coverage, score, candidate };
    })
    .toSorted((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}

function matchOf(family: readonly string[], passages: readonly Passage[], index: number, title: ReadonlySet<string>): number {
  const passage = passages[index];
  const [stem = '', ...others] = family;
  if (passage?.stems.has(stem)) return IN_PASSAGE;
  if (others.some((other) => passage?.stems.has(other))) return BY_SYNONYM;
  const before = passages[index - 1];
  const after = passages[index + 1];
  if (before?.stems.has(stem) || (after?.block === passage?.block && after?.stems.has(stem))) return NEXT_DOOR;
  if (title.has(stem) || (passage?.heading ?? '').toLowerCase().includes(stem)) return ABOVE;
  return 0;
}
