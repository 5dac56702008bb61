import { senseOf } from '../../language/sense.ts';
import { likenessBetween } from '../../language/vectors.ts';
import type { Passage } from '../passages.ts';
import { wordsOf } from '../words.ts';
import type { Search } from './matching.ts';

/** How near a passage comes to what the question means: by itself, and together with the sentence before it. */
interface Near {
  own: number;
  withBefore: number;
}

/** What a passage means does not depend on who asks. */
const known = new WeakMap<Passage, Float32Array | null>();

/** For each passage how near it comes to the question, -1 to 1; 0 in a language without a table of senses. */
export function sensesOf({ question, passages, language }: Search): Near[] {
  const asked = senseOf(wordsOf(question.text, language), language);
  const senses = passages.map((passage) => {
    let sense = known.get(passage);
    if (sense === undefined) known.set(passage, (sense = senseOf(passage.words, language)));
    return sense;
  });
  return senses.map((sense, index) => {
    const before = senses[index - 1] ?? null;
    return { own: likenessBetween(asked, sense), withBefore: likenessBetween(asked, before === null ? sense : together(before, sense)) };
  });
}

function together(a: Float32Array, b: Float32Array | null): Float32Array {
  if (b === null) return a;
  const sum = a.map((value, axis) => value + (b[axis] ?? 0));
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
