import type { Reading } from './reading.ts';
import { EVIDENCE_FEATURES } from './evidence.ts';
import { SPAN_FEATURES } from './spans.ts';

/**
 * What is known of the best answer when it is asked whether the article answers at all: its features and those of its best
 * stretch, how clearly both lead, and what of the question stands nowhere in the article.
 */
export function trustFeatures(reading: Reading): number[] {
  const { search, ranked, known } = reading;
  const [best, second] = ranked;
  const { question, weights, met } = search;
  const nowhere = question.terms.map((_, term) => (met.some((terms) => (terms[term]?.own ?? 0) > 0) ? 0 : 1));
  const strange = [...question.names].filter((name) => !known.has(name)).length;
  const top = (feature: (typeof EVIDENCE_FEATURES)[number]) => {
    const at = EVIDENCE_FEATURES.indexOf(feature);
    return ranked.reduce((most, { evidence }) => Math.max(most, evidence.features[at] ?? 0), 0);
  };
  return [
    ...EVIDENCE_FEATURES.map((_, at) => best?.evidence.features[at] ?? 0),
    ...SPAN_FEATURES.map((_, at) => best?.spans[0]?.features[at] ?? 0),
    best?.score ?? -9,
    (best?.score ?? -9) - (second?.score ?? -9),
    best?.spans[0]?.score ?? 0,
    (best?.spans[0]?.score ?? 0) - (best?.spans[1]?.score ?? 0),
    nowhere.reduce((sum: number, value) => sum + value, 0) / Math.max(1, nowhere.length),
    nowhere.reduce((most: number, value, term) => Math.max(most, value * (weights[term] ?? 0)), 0),
    strange,
    strange / Math.max(1, question.names.size),
    question.numbers.filter((number) => !search.passages.some(({ text }) => text.includes(number))).length,
    top('coverage'),
    top('own'),
    top('exact'),
    top('alike'),
    top('theme'),
    ...deedFeatures(reading),
  ];
}

/** How the best sentence meets the word of the question that it meets least, and those that stand first and last: "who *paid* for the study?" */
function deedFeatures({ ranked, search: { question, met, weights } }: Reading): number[] {
  const best = met[ranked[0]?.evidence.index ?? -1] ?? [];
  const plain = question.terms.flatMap((term, at) => (question.names.has(term) ? [] : [{ met: best[at], weight: weights[at] ?? 0 }]));
  const of = (one: (typeof plain)[number] | undefined) => [
    one?.met?.own ?? 1,
    one?.met?.nearby ?? 1,
    one?.met?.alike ?? 1,
    one?.weight ?? 0,
  ];
  const least = plain.toSorted((a, b) => (a.met?.own ?? 0) - (b.met?.own ?? 0) || b.weight - a.weight)[0];
  return [...of(least), ...of(plain[0]), ...of(plain.at(-1)), plain.filter((one) => (one.met?.own ?? 0) === 0).length, plain.length];
}
