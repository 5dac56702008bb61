import type { Passage } from '../passages.ts';
import { findCandidate } from './candidate.ts';
import { EVIDENCE_FEATURES } from './evidence.ts';
import type { Reading } from './reading.ts';

/** A sentence as the answer to a question that goes on from another one. */
export interface Following {
  index: number;
  features: readonly number[];
}

/** Logits under which one sentence is as far behind the leading one as another. */
const FAR = -8;
/** Sentences from the answer before. */
const FARTHEST = 10;
/** What is known of each sentence, see `followingOf`. */
export const FOLLOW_FEATURES = 12;

/**
 * Every sentence as an answer to a question that goes on from the one before: how it fares when the question is read as it
 * stands and in the light of the one before, how near it stands to the answer before, how well it would have answered that
 * one, and whether it has what is asked for now. `readings` has the fullest reading first and the literal one last.
 */
export function followingOf(readings: readonly Reading[], before: Reading, place: number): Following[] {
  const [fullest] = readings;
  const literal = readings.at(-1);
  if (fullest === undefined || literal === undefined) return [];
  const scores = [fullest, literal, before].map(scoresOf);
  const evidences = new Map(fullest.ranked.map(({ evidence }) => [evidence.index, evidence]));
  const { question, passages, language } = literal.search;
  return passages.map((passage: Passage, index) => {
    const distance = index - place;
    const feature = (name: (typeof EVIDENCE_FEATURES)[number]) => evidences.get(index)?.features[EVIDENCE_FEATURES.indexOf(name)] ?? 0;
    return {
      index,
      features: [
        ...scores.map((known) => known.get(index) ?? FAR),
        ...[0, 1, -1].map((step) => (distance === step ? 1 : 0)),
        Math.min(FARTHEST, Math.abs(distance)),
        findCandidate(question, passage, language)?.strength ?? 0,
        feature('sense'),
        feature('alike'),
        index / passages.length,
        passage.words.length,
      ],
    };
  });
}

/** How far each sentence is behind the leading one. */
function scoresOf({ ranked }: Reading): ReadonlyMap<number, number> {
  const top = ranked[0]?.score ?? 0;
  return new Map(ranked.map(({ evidence, score }) => [evidence.index, Math.max(FAR, score - top)]));
}

/** The place of the passage that answers what goes on, among all of them; -1 where there is none. */
export function followed(following: readonly Following[], weights: readonly number[]): number {
  const worth = ({ features }: Following) => features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  const [first] = following.toSorted((a, b) => worth(b) - worth(a) || a.index - b.index);
  return first?.index ?? -1;
}
