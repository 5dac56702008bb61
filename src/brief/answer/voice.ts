import { claimOf } from '../figures/claim.ts';
import { namesIn } from '../names.ts';
import type { Passage } from '../passages.ts';

/** Sentences before and behind a quotation in which its speaker may be named. */
const NEAR = [0, 1, -1, 2, -2];

/** Who answers for what a passage says: the sentence that names the voice, and where in it; null when none near does. */
export function voiceBehind(
  passages: readonly Passage[],
  index: number,
  language: string,
): { index: number; start: number; end: number } | null {
  for (const step of NEAR) {
    const passage = passages[index + step];
    if (passage === undefined) continue;
    const { attributedTo } = claimOf(passage.text, 0, language);
    if (attributedTo === null) continue;
    const name = namesIn(attributedTo)[0] ?? attributedTo;
    const start = passage.text.indexOf(name);
    if (start >= 0) return { index: index + step, start, end: start + name.length };
  }
  return null;
}
