import { ASKED } from './asked.ts';
import { aspectFeatures } from './aspects.ts';
import { fillersOf, NO_FILLERS } from './fillers.ts';
import { fitFeatures, shownIn } from './fit.ts';
import { absentNames, kinFeatures } from './kin.ts';
import { meaningFeatures } from './meanings.ts';
import type { Reading } from './reading.ts';
import { leastKinship } from './senses.ts';
import { EVIDENCE_FEATURES } from './evidence.ts';
import { SPAN_FEATURES } from './spans.ts';
import { scoreOf, type Trees } from '../../trees.ts';

/** What judges whether to answer. */
export interface Doubts {
  foreign: Trees;
  tempting: Trees;
  right: Trees;
  /** Is it told at all? Learnt from questions in colleagues' own words, few of the public ones beside them. */
  told: Trees;
  /** The same of questions that are about the article and not answered, without those that tempt: one weight for each feature, one for each of the three judgements before, and a last one to begin with. */
  plain: readonly number[];
}

export type Logits = Record<'foreign' | 'tempting' | 'right' | 'told', number>;

/** Each judgement as a logit. */
export function doubtsOf(reading: Reading, model: Doubts): Logits {
  const features = trustFeatures(reading);
  const [foreign, tempting, right] = [scoreOf(model.foreign, features), scoreOf(model.tempting, features), scoreOf(model.right, features)];
  const all = [...features, foreign, tempting, right];
  return { foreign, tempting, right, told: toldBy(model, all) };
}

/** The stricter of the two that learnt from questions in own words. */
export function toldBy({ told, plain }: Pick<Doubts, 'told' | 'plain'>, features: readonly number[]): number {
  const sum = features.reduce((all, value, at) => all + value * (plain[at] ?? 0), plain[features.length] ?? 0);
  return Math.min(scoreOf(told, features), sum);
}

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
  const { text: told = '', stems = NO_STEMS } = best?.evidence.passage ?? {};
  const shown = shownIn(search, best);
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
    best?.spans[0]?.odds ?? -9,
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
    ...readFeatures(reading),
    ...aspectFeatures(reading),
    leastKinship(search, best === undefined ? [] : [best.evidence.passage]),
    leastKinship(search, search.passages),
    top('wordwise'),
    top('stretch'),
    top('dense'),
    ...fitFeatures(search, best),
    ...meaningFeatures(search, told, shown),
    ...kinFeatures(search, told, stems, shown),
    ...absentNames(search, told, stems),
    ...fillingFeatures(reading),
  ];
}
const NO_STEMS: ReadonlySet<string> = new Set();

/** How well the best sentence fills the place that is asked for, and how well any of the leading ones does. */
function fillingFeatures({ search, ranked }: Reading): number[] {
  const [own = [], ...others] = ranked.slice(0, FILLED).map(({ evidence }) => fillersOf(search, evidence.index));
  const most = own.map((value, at) => others.reduce((best, other) => Math.max(best, other[at] ?? -1), value));
  return [...(own.length === 0 ? NO_FILLERS : own), ...(most.length === 0 ? NO_FILLERS : most)];
}
/** Sentences that are looked at for what fills the place. */
const FILLED = 6;

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

/** What kind of thing is asked for, how far the first stands off from the field, and how well any sentence at all meets each word. */
function readFeatures({ ranked, search: { question, met, weights } }: Reading): number[] {
  const scores = ranked.map(({ score }) => score);
  const best = Math.max(...scores, -9);
  const odds = scores.map((score) => Math.exp(score - best));
  const sum = odds.reduce((all, value) => all + value, 0) || 1;
  const anywhere = question.terms.map((_, term) => met.reduce((most, terms) => Math.max(most, terms[term]?.alike ?? 0), 0));
  const total = weights.reduce((all, value) => all + value, 0) || 1;
  return [
    1 / sum,
    odds.reduce((all, value) => all - (value / sum) * Math.log(value / sum + 1e-9), 0),
    Math.log(Math.max(1, scores.length)),
    best - scores.reduce((all, value) => all + value, 0) / Math.max(1, scores.length),
    Math.min(1, ...anywhere),
    anywhere.reduce((all, value, term) => all + value * (weights[term] ?? 0), 0) / total,
    ...ASKED.map((asked) => (asked === question.asked ? 1 : 0)),
  ];
}
