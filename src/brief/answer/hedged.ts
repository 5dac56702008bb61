import type { Span } from '../../model/article.ts';
import { findQuantities } from '../figures/quantities.ts';
import type { Quantity } from '../figures/quantity.ts';
import { wordsOf } from '../words.ts';
import type { RankedEvidence } from './ranked.ts';

/** Sentences that are looked at for the same figure. */
const NEAR = 8;

/**
 * "220,000 GPUs", where another sentence that comes near says "more than 220,000": that one, since a figure keeps its hedge
 * wherever the article gives it one. Null where the highlight holds no plain figure, or nothing near hedges it.
 */
export function hedgedElsewhere(ranked: readonly RankedEvidence[], inside: Span | null, language: string): RankedEvidence | null {
  const [first, ...others] = ranked.slice(0, NEAR);
  if (first === undefined || inside === null) return null;
  const plain = findQuantities(first.evidence.passage.text, language).find(
    ({ role, qualifier, numberSpan }) =>
      role === 'quantity' && qualifier === 'exactly' && numberSpan.start < inside.end && numberSpan.end > inside.start,
  );
  if (plain === undefined || Math.abs(plain.value) < TELLING) return null;
  const counted = countedBehind(first.evidence.passage.text, plain, language);
  const isHedged = ({ evidence: { passage } }: RankedEvidence) =>
    findQuantities(passage.text, language).some(
      (other) =>
        other.role === 'quantity' &&
        other.qualifier !== 'exactly' &&
        other.valueMax === undefined &&
        other.value === plain.value &&
        (other.unit === null || plain.unit === null
          ? !counted.isDisjointFrom(countedBehind(passage.text, other, language))
          : other.unit === plain.unit),
    );
  return others.find(isHedged) ?? null;
}

/** The stems of the next words: "220,000 Nvidia GPUs". */
function countedBehind(text: string, { numberSpan }: Quantity, language: string): Set<string> {
  const words = wordsOf(text.slice(numberSpan.end, numberSpan.end + BEHIND), language);
  return new Set(words.slice(0, 3).flatMap(({ stem, stop }) => (stop ? [] : [stem])));
}
/** Characters. */
const BEHIND = 40;
/** Below this a number is met again by chance. */
const TELLING = 20;
