import { scoreOf, type Trees } from '../../trees.ts';
import { weighEvidence, type Evidence } from './evidence.ts';
import type { Search } from './matching.ts';
import type { Question } from './question.ts';
import { SPAN_FEATURES, spansOf, type SpanCandidate } from './spans.ts';

/** What was learnt from questions with known answers; made by scripts/train/answers.ts. */
export interface AnswerModel {
  sentence: Trees;
  span: Trees;
  /** One weight for each feature of a sentence, learnt from questions in colleagues' own words alone. */
  own: readonly number[];
}

interface RankedEvidence {
  evidence: Evidence;
  /** Logit that the sentence holds the answer, plus what its best stretch adds. */
  score: number;
  /** Stretches that could be the answer, best first, no two inside each other. Only for the leading sentences. */
  spans: readonly RankedSpan[];
}

interface RankedSpan extends SpanCandidate {
  score: number;
}

/** A question read against an article. */
export interface Reading {
  search: Search;
  /** Best first; ties in reading order. */
  ranked: readonly RankedEvidence[];
  /** Every stem of the article and its headline. */
  known: ReadonlySet<string>;
}

const DATE_FEATURE = SPAN_FEATURES.indexOf('date');
const DIGIT_FEATURE = SPAN_FEATURES.indexOf('digit');
/** The stretches of so many sentences are compared. */
const LEADING = 4;
const SHOWN_SPANS = 3;
/** Who asks what somebody said wants the words in quotation marks; encyclopedias, from which the model learnt, have few. */
const QUOTED_BONUS = 5;
/** A sentence without an amount answers no "how much", however near it is. */
const NEEDS_CANDIDATE: ReadonlySet<Question['asked']> = new Set(['count', 'money', 'percent']);
const LACKING = 6;
/** Public questions borrow the text's words; in a colleague's, the kind of thing that is asked for says more. */
const COVERED = 2;
const FITTING = 3;

/** How much the weights learnt from the few questions in own words count beside the trees. */
const OWN_SHARE = 1.5;

/** Ranks the sentences as answers, and the stretches of the leading ones. */
export function readAgainst(search: Search, model: AnswerModel): Reading {
  const judged = weighEvidence(search)
    .map((evidence) => ({
      evidence,
      score:
        scoreOf(model.sentence, evidence.features) + OWN_SHARE * weighed(evidence.features, model.own) + fitOf(search.question, evidence),
    }))
    .toSorted((a, b) => b.score - a.score || a.evidence.index - b.evidence.index);
  const ranked = judged.map(({ evidence, score }, place) => {
    const spans =
      place < LEADING
        ? apart(
            fitting(search, spansOf(search, evidence.index)).map((candidate) => ({
              ...candidate,
              score: scoreOf(model.span, candidate.features),
            })),
          )
        : [];
    return { evidence, spans, score: score + (spans[0]?.score ?? 0) };
  });
  const leading = ranked.slice(0, LEADING).toSorted((a, b) => b.score - a.score || a.evidence.index - b.evidence.index);
  const known = new Set([...search.title, ...search.passages.flatMap(({ stems }) => [...stems])]);
  return { search, ranked: [...leading, ...ranked.slice(LEADING)], known };
}

/** What the kind of question says beyond what was learnt. */
function fitOf({ asked }: Question, { candidate, coverage }: Evidence): number {
  if (NEEDS_CANDIDATE.has(asked) && candidate === null) return -LACKING;
  const strength = candidate?.strength ?? 0;
  return COVERED * coverage + FITTING * strength + (asked === 'wording' ? QUOTED_BONUS * strength : 0);
}

function weighed(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

/** A "who" is no date and no bare number, where there is anything else. */
function fitting({ question }: Search, spans: readonly SpanCandidate[]): readonly SpanCandidate[] {
  if (question.asked !== 'person') return spans;
  const people = spans.filter(({ features }) => (features[DATE_FEATURE] ?? 0) === 0 && (features[DIGIT_FEATURE] ?? 0) < 1);
  return people.length === 0 ? spans : people;
}

function apart(spans: readonly RankedSpan[]): RankedSpan[] {
  const chosen: RankedSpan[] = [];
  for (const candidate of spans.toSorted((a, b) => b.score - a.score || a.span.start - b.span.start)) {
    if (chosen.length === SHOWN_SPANS) break;
    if (!chosen.some(({ span }) => span.start < candidate.span.end && span.end > candidate.span.start)) chosen.push(candidate);
  }
  return chosen;
}
