import type { Evidence } from './evidence.ts';
import type { SpanCandidate } from './spans.ts';

/** A sentence with its place among the answers. */
export interface RankedEvidence {
  evidence: Evidence;
  /** Logit that the sentence holds the answer, plus what its best stretch adds. */
  score: number;
  /** Stretches that could be the answer, best first, no two inside each other. Only for the leading sentences. */
  spans: readonly RankedSpan[];
}

export interface RankedSpan extends SpanCandidate {
  /** Logit of being the answer, before it is compared with the others of its sentence. */
  odds: number;
  /** How many of its words are expected to be the answer's and the other way round, as F1, 0 to 1. */
  score: number;
}
