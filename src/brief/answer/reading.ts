import { languageFor } from '../../language/tables.ts';
import { scoresOf, type Trees } from '../../trees.ts';
import { EVIDENCE_FEATURES, weighEvidence, type Evidence } from './evidence.ts';
import { fillersOf, NO_FILLERS } from './fillers.ts';
import { FIT_FEATURES, fitFeatures } from './fit.ts';
import type { Search } from './matching.ts';
import type { Question } from './question.ts';
import type { RankedEvidence, RankedSpan } from './ranked.ts';
import { SPAN_FEATURES, spansOf, type SpanCandidate, type SpanFeature } from './spans.ts';

/** What was learnt from questions with known answers; made by scripts/train/answers.ts. */
export interface AnswerModel {
  sentence: Trees;
  span: Trees;
  /** One weight for each feature of a sentence, learnt from questions in colleagues' own words alone, beside the trees. */
  own: readonly number[];
  /** Look once more at the ranked sentences, learnt from questions in colleagues' own words too; no trees before they are learnt. */
  again: Trees;
}

/** A question read against an article. */
export interface Reading {
  search: Search;
  /** Best first; ties in reading order. */
  ranked: readonly RankedEvidence[];
  /** Every stem of the article and its headline. */
  known: ReadonlySet<string>;
}

const EXACT = EVIDENCE_FEATURES.indexOf('exact');
/** The best stretches of so many sentences count for their place, and of so many it is looked at how well they fit. */
const [LEADING, SEEN] = [4, 6];
/** So many sentences get a second look: what stands behind them never leads. */
export const LOOKED_AT = 10;
/** After the second look the stretches of so many are needed. */
const COMPARED = 2;
const SHOWN_SPANS = 3;
/** Who asks what somebody said wants the words in quotation marks; encyclopedias, from which the model learnt, have few. */
const QUOTED_BONUS = 5;
/** A sentence without an amount answers no "how much", however near it is. */
const NEEDS_CANDIDATE: ReadonlySet<Question['asked']> = new Set(['count', 'money', 'percent']);
const LACKING = 6;
/** Public questions borrow the text's words; in a colleague's, the kind of thing that is asked for says more. */
const COVERED = 2;
const FITTING = 3;

/**
 * Trees that learnt from public questions, which borrow the text's words, count in full where some sentence has nearly all
 * words of the question, and so much where none has.
 */
const [BORROWING, BORROWED] = [0.5, 0.9];
const UNBORROWED = 0.25;
/** So much the weights learnt from questions in own words count where the question borrows all of its words. */
const OWN_BORROWED = 0.1;

/** How much of its score a sentence keeps when a question in own words is looked at again. */
export const KEPT = 0.7;

/** Ranks the sentences as answers, and the stretches of the leading ones. */
export function readAgainst(search: Search, model: AnswerModel): Reading {
  const weighing = weighEvidence(search);
  const borrowed = borrowedIn(weighing);
  const share = UNBORROWED + (1 - UNBORROWED) * borrowed;
  const ownShare = 1 - (1 - OWN_BORROWED) * borrowed;
  const learnt = scoresOf(
    model.sentence,
    weighing.map(({ features }) => features),
  );
  const judged = weighing
    .map((evidence, at) => ({
      evidence,
      score:
        share * ((learnt[at] ?? 0) + fitOf(search.question, evidence)) +
        ownShare * weighed(evidence.features, model.own) -
        (lacks(search.question, evidence) ? LACKING : 0),
    }))
    .toSorted((a, b) => b.score - a.score || a.evidence.index - b.evidence.index);
  const ranked = judged.map(({ evidence, score }, place): RankedEvidence => {
    const spans = place < SEEN ? stretchesIn(search, evidence.index, model) : [];
    return { evidence, spans, score: score + (place < LEADING ? share * (spans[0]?.score ?? 0) : 0) };
  });
  const leading = ranked.slice(0, LEADING).toSorted(byScore);
  const once = [...leading, ...ranked.slice(LEADING)];
  const seconds = scoresOf(
    model.again,
    once.slice(0, LOOKED_AT).map((_, place) => secondLook(search, once, place)),
  );
  const unseen = Math.min(0, ...seconds);
  const again = once
    .map((one, place) => ({ ...one, score: one.score * (1 - (1 - KEPT) * ownShare) + ownShare * (seconds[place] ?? unseen) }))
    .toSorted(byScore)
    .map((one, place) =>
      place < COMPARED && one.spans.length === 0 ? { ...one, spans: stretchesIn(search, one.evidence.index, model) } : one,
    );
  const known = new Set([...search.title, ...search.passages.flatMap(({ stems }) => [...stems])]);
  return { search, ranked: again, known };
}

/** The best stretches of a sentence as the answer itself. */
export function stretchesIn(search: Search, index: number, model: AnswerModel): RankedSpan[] {
  const candidates = fitting(search, spansOf(search, index));
  const odds = scoresOf(
    model.span,
    candidates.map(({ features }) => features),
  );
  return apart(expected(candidates, odds));
}

/**
 * The leading stretches by how many words they are expected to share with the answer, as F1, 0 to 1: where several of them
 * are likely, the one that comes near them all (minimum Bayes risk, Goel and Byrne 2000).
 */
function expected(candidates: readonly SpanCandidate[], odds: ArrayLike<number>): RankedSpan[] {
  const leading = candidates
    .map((candidate, at) => ({ ...candidate, odds: odds[at] ?? 0 }))
    .toSorted((a, b) => b.odds - a.odds)
    .slice(0, WEIGHED);
  const most = leading[0]?.odds ?? 0;
  const shares = leading.map((one) => Math.exp(one.odds - most));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return leading.map((one) => ({
    ...one,
    score: leading.reduce((sum, other, at) => sum + ((shares[at] ?? 0) / all) * sharedOf(one, other), 0),
  }));
}
/** Stretches that are weighed against each other. */
const WEIGHED = 25;

function sharedOf(a: SpanCandidate, b: SpanCandidate): number {
  const shared = Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1;
  return shared <= 0 ? 0 : (2 * shared) / (a.last - a.first + b.last - b.first + 2);
}

function byScore(a: RankedEvidence, b: RankedEvidence): number {
  return b.score - a.score || a.evidence.index - b.evidence.index;
}

/**
 * What is known of a sentence when it is looked at again: its features, how far it is behind the first, its place, its best
 * stretch, and of the leading ones how well the words that would be shown fit what is asked for.
 */
export function secondLook(search: Search, ranked: readonly RankedEvidence[], place: number): number[] {
  const { evidence, score = 0, spans = [] } = ranked[place] ?? {};
  return [
    ...(evidence?.features ?? []),
    score - (ranked[0]?.score ?? 0),
    place,
    spans[0]?.score ?? -1,
    spans[0]?.odds ?? NO_ODDS,
    ...(place < SEEN ? fitFeatures(search, ranked[place]) : NO_FIT),
    ...(evidence === undefined ? NO_FILLERS : fillersOf(search, evidence.index)),
  ];
}
/** Odds of a sentence whose stretches were not looked at. */
const NO_ODDS = -9;
const NO_FIT: readonly number[] = Array.from({ length: FIT_FEATURES }, () => -1);

/** How far the question borrows the article's words, 0 to 1. */
function borrowedIn(weighing: readonly Evidence[]): number {
  const exact = Math.max(0, ...weighing.map(({ features }) => features[EXACT] ?? 0));
  return Math.min(1, Math.max(0, (exact - BORROWING) / (BORROWED - BORROWING)));
}

/** What the kind of question says beyond what was learnt. */
function fitOf({ asked }: Question, { candidate, coverage }: Evidence): number {
  const strength = candidate?.strength ?? 0;
  return COVERED * coverage + FITTING * strength + (asked === 'wording' ? QUOTED_BONUS * strength : 0);
}

function lacks({ asked, asksAge }: Question, { candidate }: Evidence): boolean {
  return (NEEDS_CANDIDATE.has(asked) || asksAge) && candidate === null;
}

function weighed(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

/** The stretches that are of the kind asked for, where any is: a "who" is no date and no bare number, a "when" is a date. */
function fitting({ question, language }: Search, spans: readonly SpanCandidate[]): readonly SpanCandidate[] {
  // What is a place is known of English nouns only.
  const isOfKind = question.asked === 'place' && languageFor(language).code !== 'en' ? undefined : KINDS[question.asked];
  const some = isOfKind === undefined ? spans : spans.filter(({ features }) => isOfKind((feature) => features[SPAN_AT[feature]] ?? 0));
  return some.length === 0 ? spans : some;
}

const SPAN_AT = Object.fromEntries(SPAN_FEATURES.map((feature, at) => [feature, at])) as Record<SpanFeature, number>;
const KINDS: Partial<Record<Question['asked'], (told: (feature: SpanFeature) => number) => boolean>> = {
  person: (told) => told('date') === 0 && told('digit') < 1,
  place: (told) => told('kindFit') >= PLACED,
  time: (told) => told('date') > 0,
  count: (told) => told('quantity') > 0 || told('digit') > 0,
  money: (told) => told('money') > 0,
  percent: (told) => told('percent') > 0,
  duration: (told) => told('duration') > 0,
};

/** From so much on the head of a stretch may say where. */
const PLACED = 0.3;

function apart(spans: readonly RankedSpan[]): RankedSpan[] {
  const chosen: RankedSpan[] = [];
  for (const candidate of spans.toSorted((a, b) => b.score - a.score || a.span.start - b.span.start)) {
    if (chosen.length === SHOWN_SPANS) break;
    if (!chosen.some(({ span }) => span.start < candidate.span.end && span.end > candidate.span.start)) chosen.push(candidate);
  }
  return chosen;
}
