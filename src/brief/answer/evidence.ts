import { languageFor } from '../../language/tables.ts';
import { relativesOf } from '../../language/relations.ts';
import { standingOf } from '../../language/thesaurus.ts';
import { centreOf, likenessBetween } from '../../language/vectors.ts';
import { rankPassages } from '../rank.ts';
import type { Passage } from '../passages.ts';
import { findCandidate, type Candidate } from './candidate.ts';
import type { Met, Search } from './matching.ts';
import { ASKED } from './asked.ts';
import { reachOf } from './reach.ts';
import { densityOf, namesInPlay, voiceOf } from './nearby.ts';
import { sensesOf } from './senses.ts';

/** What is known of a passage as an answer, in the order in which the trees read it. */
export const EVIDENCE_FEATURES = [
  'coverage',
  'own',
  'exact',
  'ownOfBest',
  'bm25',
  'bm25OfBest',
  'names',
  'namesNearby',
  'numbers',
  'plain',
  'missed',
  'pairs',
  'ordered',
  'tight',
  'candidate',
  'strength',
  'candidates',
  'length',
  'place',
  'negation',
  'opposite',
  'extreme',
  'heading',
  'list',
  'quote',
  'pronoun',
  'before',
  'behind',
  'terms',
  'hasNames',
  'matched',
  'verbal',
  'asked',
  'newNames',
  'newNumbers',
  'defines',
  'firstAt',
  'form',
  'focusHere',
  'alike',
  'alikeOfBest',
  'alikePlain',
  'theme',
  'themeOfBest',
  'bestOwn',
  'bestAlike',
  'salience',
  'sense',
  'senseOfBest',
  'senseBefore',
  'bestSense',
  'reach',
  'stretch',
  'stretchOfBest',
  'wordwise',
  'wordwiseOfBest',
  'inPlay',
  'dense',
  'denseOfBest',
  'age',
  'voice',
] as const;
type Feature = (typeof EVIDENCE_FEATURES)[number];

export interface Evidence {
  /** Index of the passage. */
  index: number;
  passage: Passage;
  /** Share of the question's weight that the passage and its surroundings hold, 0 to 1. */
  coverage: number;
  /** Words in the passage that could be the answer itself; null when there are none of the kind asked for. */
  candidate: Candidate | null;
  features: readonly number[];
}

const NEXT_DOOR = 0.45;
const ABOVE = 0.5;
const NOTHING: Passage = { id: -1, block: -1, kind: 'paragraph', text: '', words: [], stems: new Set(), heading: null };
const K1 = 0.6;
const B = 0.4;
const EXTREME =
  /\b(?:first|last|most|least|largest|biggest|smallest|highest|lowest|oldest|youngest|longest|shortest|best|worst|only|final|latest|earliest|main|top)\b/giu;
const PRONOUN =
  /^(?:he|she|it|they|this|that|these|those|his|her|its|their|er|sie|es|il|elle|ils|elles|él|ella|ele|ela|lui|lei|hij|zij|ze)$/iu;

/** Only so many passages are looked at closely: those that share most with the question. */
const CLOSE = 60;

/** The passages that come near the question, as evidence, in reading order. */
export function weighEvidence(search: Search): Evidence[] {
  const { question, passages, language, weights, total, met } = search;
  const themes = themeOf(question.terms, language);
  const salience = salienceOf(search);
  const senses = sensesOf(search);
  const sums = passages.map((_, index) => {
    const terms = met[index] ?? [];
    const sum = (pick: (term: Met) => number) =>
      total === 0 ? 0 : terms.reduce((all, term, at) => all + (weights[at] ?? 0) * pick(term), 0) / total;
    const own = sum((term) => term.own);
    const coverage = sum((term) => Math.max(term.own, NEXT_DOOR * term.nearby, ABOVE * term.above));
    const length = 1 - B + B * ((passages[index]?.words.length ?? 0) / Math.max(1, search.meanLength));
    const bm25 = ((own + 0.5 * (coverage - own)) * (K1 + 1)) / (1 + K1 * length);
    const alike = sum((term) => Math.max(term.alike, NEXT_DOOR * term.nearby, ABOVE * term.above));
    return { own, coverage, alike, theme: themes(passages[index] ?? NOTHING), bm25, exact: sum((term) => (term.exact ? 1 : 0)) };
  });
  const best = (pick: (sum: (typeof sums)[number]) => number) => Math.max(1e-6, ...sums.map(pick));
  const [bestOwn, bestBm25] = [best(({ own }) => own), best(({ bm25 }) => bm25)];
  const bestSense = Math.max(0, ...senses.map(({ own }) => own));
  const [bestStretch, bestWordwise] = [
    Math.max(0, ...senses.map(({ stretch }) => stretch)),
    Math.max(0, ...senses.map(({ wordwise }) => wordwise)),
  ];
  const dense = passages.map((passage) => densityOf(search, passage));
  const bestDense = Math.max(0, ...dense);
  const [bestAlike, bestTheme] = [best(({ alike }) => alike), best(({ theme }) => theme)];
  const near = sums
    .map(({ bm25 }, index) => ({ index, bm25 }))
    .toSorted((a, b) => b.bm25 - a.bm25 || a.index - b.index)
    .slice(0, CLOSE)
    .map(({ index }) => index)
    .toSorted((a, b) => a - b);
  const found = new Map(near.map((index) => [index, findCandidate(question, passages[index] ?? NOTHING, language)]));
  const holders = [...found.values()].filter((candidate) => candidate !== null).length / Math.max(1, near.length);
  return near.map((index) => {
    const passage = passages[index] ?? NOTHING;
    const sum = sums[index] ?? { own: 0, coverage: 0, alike: 0, theme: 0, bm25: 0, exact: 0 };
    const terms = met[index] ?? [];
    const candidate = found.get(index) ?? null;
    const values: Record<Feature, number> = {
      ...shapes(search, passage, terms),
      coverage: sum.coverage,
      own: sum.own,
      exact: sum.exact,
      ownOfBest: sum.own / bestOwn,
      bm25: sum.bm25,
      bm25OfBest: sum.bm25 / bestBm25,
      candidate: candidate === null ? 0 : 1,
      strength: candidate?.strength ?? 0,
      candidates: holders,
      length: passage.words.length,
      place: index / Math.max(1, passages.length),
      before: sums[index - 1]?.own ?? 0,
      behind: sums[index + 1]?.own ?? 0,
      alike: sum.alike,
      alikeOfBest: sum.alike / bestAlike,
      theme: sum.theme,
      themeOfBest: bestTheme - sum.theme,
      bestOwn,
      bestAlike,
      salience: salience.get(passage.id) ?? 0,
      sense: senses[index]?.own ?? 0,
      senseOfBest: bestSense - (senses[index]?.own ?? 0),
      senseBefore: senses[index]?.withBefore ?? 0,
      bestSense,
      reach: reachOf(search, passage),
      stretch: senses[index]?.stretch ?? 0,
      stretchOfBest: bestStretch - (senses[index]?.stretch ?? 0),
      wordwise: senses[index]?.wordwise ?? 0,
      wordwiseOfBest: bestWordwise - (senses[index]?.wordwise ?? 0),
      inPlay: namesInPlay(search, index),
      dense: dense[index] ?? 0,
      denseOfBest: bestDense - (dense[index] ?? 0),
      age: question.asksAge ? (candidate === null ? -1 : 1) : 0,
      voice: voiceOf(search, passage),
      terms: question.terms.length,
      asked: ASKED.indexOf(question.asked),
    };
    return { index, passage, coverage: sum.coverage, candidate, features: EVIDENCE_FEATURES.map((feature) => values[feature]) };
  });
}

/** How the words of the question stand in the passage, and what kind of passage it is. */
function shapes({ question, weights, language }: Search, passage: Passage, terms: readonly Met[]) {
  const isName = question.terms.map((stem) => question.names.has(stem));
  const share = (test: (at: number) => boolean, value: (term: Met) => number) => {
    let [held, all] = [0, 0];
    terms.forEach((term, at) => {
      if (!test(at)) return;
      held += (weights[at] ?? 0) * value(term);
      all += weights[at] ?? 0;
    });
    return all === 0 ? 1 : held / all;
  };
  const places = terms.map(({ at }) => at);
  const here = places.filter((at) => at >= 0);
  let [pairs, ordered] = [0, 0];
  for (let at = 1; at < places.length; at += 1) {
    const [a, b] = [places[at - 1] ?? -1, places[at] ?? -1];
    if (a < 0 || b < 0) continue;
    if (Math.abs(a - b) <= 3) pairs += 1;
    if (b > a) ordered += 1;
  }
  const count = Math.max(1, question.terms.length - 1);
  const stretch = here.length < 2 ? 0 : (here.length - 1) / Math.max(1, Math.max(...here) - Math.min(...here));
  const missed = terms.reduce((most, term, at) => (term.own > 0 ? most : Math.max(most, weights[at] ?? 0)), 0) / Math.max(1e-6, ...weights);
  const { negations } = languageFor(language);
  const denies = (words: readonly { text: string }[]) => words.some(({ text }) => negations.includes(text.toLowerCase()));
  const extremes = (text: string) => new Set((text.toLowerCase().match(EXTREME) ?? []).map((word) => word));
  const asked = extremes(question.text);
  const known = new Set(question.terms);
  const lower = passage.text.toLowerCase();
  return {
    alikePlain: share(
      (at) => isName[at] !== true,
      ({ alike }) => alike,
    ),
    names: share(
      (at) => isName[at] === true,
      ({ own }) => own,
    ),
    namesNearby: share(
      (at) => isName[at] === true,
      (term) => Math.max(term.own, term.nearby, term.above),
    ),
    numbers:
      question.numbers.length === 0
        ? 1
        : question.numbers.filter((number) => passage.text.includes(number)).length / question.numbers.length,
    plain: share(
      (at) => isName[at] !== true,
      ({ own }) => own,
    ),
    missed,
    pairs: pairs / count,
    ordered: ordered / count,
    tight: stretch,
    negation: Number(denies(passage.words)) - Number(question.negated),
    opposite: question.terms.some((stem) => isTurned(stem, passage, language)) ? 1 : 0,
    extreme: asked.size === 0 ? 1 : [...asked].filter((word) => lower.includes(word)).length / asked.size,
    heading: passage.kind === 'heading' ? 1 : 0,
    list: passage.kind === 'list-item' || passage.kind === 'table-row' ? 1 : 0,
    quote: /["“„«]|''|``/u.test(passage.text) ? 1 : 0,
    pronoun: PRONOUN.test(passage.words[0]?.text ?? '') ? 1 : 0,
    hasNames: question.names.size,
    matched: here.length,
    verbal: terms.at(-1)?.own ?? 0,
    newNames: Math.min(
      4,
      passage.words.filter(({ text, stem, stop }, at) => at > 0 && !stop && /^\p{Lu}/u.test(text) && !known.has(stem)).length,
    ),
    newNumbers: Math.min(4, passage.words.filter(({ text, stem }) => /\p{N}/u.test(text) && !known.has(stem)).length),
    defines: /^(?:is|was|are|were)$/u.test(passage.words[Math.max(-1, ...places.filter((at) => at >= 0 && at <= 4)) + 1]?.text ?? '')
      ? 1
      : 0,
    firstAt: here.length === 0 ? 20 : Math.min(20, ...here),
    form: question.form,
    focusHere: question.focusNoun === null ? 0.5 : (terms[question.terms.indexOf(question.focusNoun)]?.own ?? 0),
  };
}

/** Has the passage the opposite of a word and not the word? */
function isTurned(stem: string, { stems }: Passage, language: string): boolean {
  if (stems.has(stem)) return false;
  const listed = [...relativesOf(stem, language).opposite].some((other) => stems.has(other));
  return listed || standingOf(stem, stems, language) === 'opposite';
}

/** How like a passage's words are to the question's, taken together. */
function themeOf(terms: readonly string[], language: string): (passage: Passage) => number {
  const centre = centreOf(terms, language);
  return (passage) => {
    let own = centres.get(passage);
    if (own === undefined) centres.set(passage, (own = centreOf([...passage.stems], language)));
    return likenessBetween(centre, own);
  };
}
const centres = new WeakMap<Passage, Float32Array | null>();

/** The place of each passage among those that matter most, 1 for the first to 0 for the last. */
function salienceOf({ passages, title, language }: Search): ReadonlyMap<number, number> {
  let places = saliences.get(passages);
  if (places === undefined) {
    const ranked = rankPassages(passages, new Set(), title, language);
    saliences.set(passages, (places = new Map(ranked.map(({ passage }, at) => [passage.id, 1 - at / ranked.length]))));
  }
  return places;
}
const saliences = new WeakMap<readonly Passage[], ReadonlyMap<number, number>>();
