import type { Span } from '../../model/article.ts';
import { relativesOf } from '../../language/relations.ts';
import { findQuantities } from '../figures/quantities.ts';
import type { Passage } from '../passages.ts';
import type { Word } from '../words.ts';
import { DATE, REASON } from './candidate.ts';
import { wantOf } from './fillers.ts';
import type { Met, Search } from './matching.ts';
import { ASKED } from './asked.ts';
import { slotIn } from './slot.ts';
import { focusWord } from './question.ts';
import { namedIn, nameFeatures, type NamedSpan } from './span-names.ts';
import { NO_PLACE, placeOf, treeOf, type Tree } from './span-place.ts';

/** What is known of a stretch of words as the answer itself, in the order in which the trees read it. */
export const SPAN_FEATURES = [
  'asked',
  'words',
  'characters',
  'asksAgain',
  'capital',
  'capitals',
  'digit',
  'date',
  'quantity',
  'money',
  'percent',
  'duration',
  'quoted',
  'reason',
  'before',
  'behind',
  'article',
  'afterOf',
  'toEnd',
  'fromStart',
  'left',
  'right',
  'nearest',
  'weightLeft',
  'weightRight',
  'afterBe',
  'verbNext',
  'sameKind',
  'afterFocus',
  'beforeFocus',
  'commas',
  'stops',
  'listed',
  'wholeName',
  'wholeQuantity',
  'rest',
  'and',
  'openTo',
  'form',
  'focusLeft',
  'focusRight',
  'hitsBefore',
  'hitsBehind',
  'hitsInside',
  'voice',
  'known',
  'relation',
  'part',
  'phrase',
  'steps',
  'underHit',
  'overHit',
  'preposition',
  'loose',
  'letters',
  'slotVerb',
  'slotRole',
  'slotOthers',
  'slotWhole',
  'akin',
  'noun',
  'kindFit',
  'nameKind',
  'suits',
] as const;
export type SpanFeature = (typeof SPAN_FEATURES)[number];

export interface SpanCandidate {
  /** Relative to the passage. */
  span: Span;
  /** Its first and last word, by their places in the passage. */
  first: number;
  last: number;
  features: readonly number[];
}

/** Longer answers are whole clauses; the sentence is shown anyway. */
const MAX_WORDS = 12;
const MAX_PASSAGE = 90;

const BE = new Set('is are was were be been being become became called named known'.split(' '));
const ARTICLES = new Set(
  'the a an his her its their our der die das ein eine den dem le la les un une el los las o os as il lo gli de het een'.split(' '),
);

/** Classes of the token before and the token behind a stretch. */
const CLASSES: ReadonlyMap<string, number> = new Map(
  (
    [
      ['in at on near inside within across', 3],
      ['by with from via through', 4],
      ['of', 5],
      ['to into toward towards', 6],
      ['for as', 7],
      ['is are was were be been became called named', 8],
      ['the a an its his her their', 9],
      ['and or', 10],
      ['that which who where when', 11],
      ['because since due after before during until', 12],
      ['about over under than between around', 13],
      ['has have had', 14],
    ] as const
  ).flatMap(([words, code]) => words.split(' ').map((word) => [word, code] as const)),
);

/** Stretches of the passage that could answer, each with what is known of it. */
export function spansOf(search: Search, index: number): SpanCandidate[] {
  const passage = search.passages[index];
  if (passage === undefined) return [];
  const words = passage.words.slice(0, MAX_PASSAGE);
  const marks = marksOf(passage, words, search, index);
  const candidates: SpanCandidate[] = [];
  words.forEach((first, from) => {
    if (!mayOpen(first, words[from + 1])) return;
    for (let to = from; to < Math.min(words.length, from + MAX_WORDS); to += 1) {
      const last = words[to];
      if (last === undefined || (to > from && breaks(passage.text, words[to - 1], last))) break;
      if (last.stop && marks.number[to] !== true) continue;
      candidates.push({
        span: { start: first.start, end: last.end },
        first: from,
        last: to,
        features: featuresOf(search, passage, words, marks, from, to),
      });
    }
  });
  return candidates;
}

function mayOpen(word: Word, next: Word | undefined): boolean {
  const lower = word.text.toLowerCase();
  return (
    !word.stop ||
    ARTICLES.has(lower) ||
    /^\p{Lu}/u.test(word.text) ||
    /^(?:because|by|to|in|about|more|less|over|from|between|at|under|one|up|during|after|before|around|nearly|not|no|only|both)$/u.test(
      lower,
    ) ||
    next === undefined
  );
}

/** A full stop, semicolon, bracket or quotation mark between two words ends a stretch. */
function breaks(text: string, before: Word | undefined, word: Word): boolean {
  return before !== undefined && /[;:()[\]"“”«»?!—–]|\.\s/u.test(text.slice(before.end, word.start));
}

interface Marks {
  /** Weight of the question's words up to each word, and where they stand. */
  hits: readonly { at: number; weight: number }[];
  number: readonly boolean[];
  dates: readonly Span[];
  quantities: readonly { span: Span; kind: string }[];
  reason: number;
  /** Where the question's first word stands, and the noun it asks for; -1 when they do not. */
  focus: number;
  named: number;
  passive: number;
  tree: Tree | null;
  names: readonly NamedSpan[];
  /** The question's words as written, in lower case. */
  words: ReadonlySet<string>;
  /** WordNet's kind of the noun that is asked for. */
  wanted: number;
  /** How many words before each place are so. */
  sums: Record<'capital' | 'number' | 'stop' | 'of' | 'asked', Int32Array>;
  /** What stands before each word, and behind it. */
  classes: readonly { before: number; behind: number; isQuoted: boolean }[];
}

/** How many of the words before each place, and before the end, are so. */
function sumsOf(words: readonly Word[], is: (word: Word, at: number) => boolean): Int32Array {
  const sums = new Int32Array(words.length + 1);
  words.forEach((word, at) => (sums[at + 1] = (sums[at] as number) + (is(word, at) ? 1 : 0)));
  return sums;
}

function marksOf(passage: Passage, words: readonly Word[], { question, met, weights, language, passages }: Search, index: number): Marks {
  const own: readonly Met[] = met[index] ?? [];
  const hits = own
    .flatMap(({ at, own: value }, term) => (at >= 0 ? [{ at, weight: value * (weights[term] ?? 0) }] : []))
    .toSorted((a, b) => a.at - b.at);
  const names = namedIn(passage, passages, language);
  const terms = new Set(question.terms);
  const asked = words.map(({ stem, stop }, at) => (!stop && terms.has(stem) ? 1 : (hits.find((hit) => hit.at === at)?.weight ?? null)));
  return {
    wanted: question.focusNoun === null ? -2 : (relativesOf(question.focusNoun, language).noun ?? -2),
    sums: {
      capital: sumsOf(words, (word) => /^\p{Lu}/u.test(word.text)),
      number: sumsOf(words, (word) => /\p{N}/u.test(word.text)),
      stop: sumsOf(words, ({ stop }) => stop),
      of: sumsOf(words, (word) => word.text === 'of'),
      asked: sumsOf(words, (_, at) => asked[at] !== null),
    },
    classes: words.map((word, at) => ({
      before: classOf(passage.text, words[at - 1], word, true),
      behind: classOf(passage.text, word, words[at + 1], false),
      isQuoted: /["“„«‘]\s*$/u.test(passage.text.slice(Math.max(0, word.start - 2), word.start)),
    })),
    hits,
    number: words.map(({ text }) => /\p{N}/u.test(text)),
    dates: [...passage.text.matchAll(new RegExp(DATE.source, 'giu'))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
    quantities: findQuantities(passage.text, language).map(({ span, kind }) => ({ span, kind })),
    reason: REASON.exec(passage.text)?.index ?? -1,
    focus: own[0]?.at ?? -1,
    named: question.focusNoun === null ? -1 : (own[question.terms.indexOf(question.focusNoun)]?.at ?? -1),
    tree: treeOf(
      passage.text,
      words,
      hits,
      { slot: slotIn(question.text, language), focus: focusWord(question.text), want: wantOf(question, language), names },
      language,
    ),
    names,
    words: new Set(question.text.toLowerCase().split(/\P{L}+/u)),
    passive: /\b(?:was|were|is|are|been|being)\s+\w+(?:ed|en|t|wn)\b.*\bby\b/u.test(passage.text) ? 1 : 0,
  };
}

function featuresOf(
  { question, language }: Search,
  passage: Passage,
  words: readonly Word[],
  marks: Marks,
  from: number,
  to: number,
): number[] {
  const size = to - from + 1;
  const count = (sums: Int32Array) => (sums[to + 1] as number) - (sums[from] as number);
  const [start, end] = [words[from]?.start ?? 0, words[to]?.end ?? 0];
  const text = passage.text.slice(start, end);
  const overlaps = ({ start: a, end: b }: Span) => a < end && b > start;
  const covers = (span: Span) => span.start >= start - 1 && span.end <= end + 1;
  const equal = (span: Span) => Math.abs(span.start - start) <= 1 && Math.abs(span.end - end) <= 1;
  const quantities = marks.quantities.filter(({ span }) => overlaps(span));
  const gap = (at: number) => (at < from ? from - at : at > to ? at - to : 0);
  const left = marks.hits.filter(({ at }) => at < from);
  const right = marks.hits.filter(({ at }) => at > to);
  const reach = (hits: readonly { at: number; weight: number }[]) =>
    hits.reduce((sum, { at, weight }) => sum + weight / (1 + gap(at) / 4), 0);
  let [opener, lead] = [from, to];
  while (opener <= to && words[opener]?.stop === true) opener += 1;
  while (lead >= from && words[lead]?.stop === true) lead -= 1;
  const kind = relativesOf(lead < from ? '' : (words[lead]?.stem ?? ''), language).noun ?? -1;
  const previous = words[from - 1];
  const next = words[to + 1];
  const { capital } = marks.sums;
  const isCapital = (at: number) => at >= 0 && at < words.length && capital[at + 1] !== capital[at];
  const values: Record<SpanFeature, number> = {
    asked: ASKED.indexOf(question.asked),
    words: size,
    characters: text.length,
    asksAgain: count(marks.sums.asked) / size,
    capital: opener <= to && isCapital(opener) ? (from === 0 ? 0.5 : 1) : 0,
    capitals: count(marks.sums.capital) / size,
    digit: count(marks.sums.number) / size,
    date: marks.dates.some(equal) ? 2 : marks.dates.some(covers) ? 1 : marks.dates.some(overlaps) ? 1.5 : 0,
    quantity: quantities.length,
    money: quantities.some((quantity) => quantity.kind === 'money') ? 1 : 0,
    percent: quantities.some((quantity) => quantity.kind === 'percent') ? 1 : 0,
    duration: quantities.some((quantity) => quantity.kind === 'duration') ? 1 : 0,
    quoted: marks.classes[from]?.isQuoted === true ? 1 : 0,
    reason: marks.reason < 0 ? 0 : marks.reason === start ? 2 : marks.reason < start ? 1 : 0,
    before: marks.classes[from]?.before ?? 0,
    behind: marks.classes[to]?.behind ?? 0,
    article: ARTICLES.has(words[from]?.text.toLowerCase() ?? '') ? 1 : 0,
    afterOf: count(marks.sums.of),
    toEnd: words.length - 1 - to,
    fromStart: from,
    left: left.length === 0 ? 30 : gap(left.at(-1)?.at ?? 0),
    right: right.length === 0 ? 30 : gap(right[0]?.at ?? 0),
    nearest: Math.min(left.length === 0 ? 30 : gap(left.at(-1)?.at ?? 0), right.length === 0 ? 30 : gap(right[0]?.at ?? 0)),
    weightLeft: reach(left),
    weightRight: reach(right),
    afterBe: BE.has(previous?.text.toLowerCase() ?? '') || BE.has(words[from - 2]?.text.toLowerCase() ?? '') ? 1 : 0,
    verbNext: BE.has(next?.text.toLowerCase() ?? '') ? 1 : 0,
    sameKind: kind === marks.wanted ? 1 : 0,
    afterFocus: marks.focus < 0 || marks.focus > from ? 0 : from - marks.focus,
    beforeFocus: marks.focus < 0 || marks.focus < to ? 0 : marks.focus - to,
    commas: text.split(',').length - 1,
    stops: count(marks.sums.stop),
    listed: /,|\band\b/u.test(text) ? 1 : 0,
    wholeName: isCapital(from) && !isCapital(from - 1) && !isCapital(to + 1) ? 1 : 0,
    wholeQuantity: marks.quantities.some(({ span }) => equal(span)) ? 1 : 0,
    rest: /^[\s.,;:)"”]*$/u.test(passage.text.slice(end)) ? 1 : 0,
    and: /^(?:and|or)$/u.test(next?.text ?? '') || /^(?:and|or)$/u.test(previous?.text ?? '') ? 1 : 0,
    openTo: size - count(marks.sums.stop),
    form: question.form,
    focusLeft: marks.named < 0 || marks.named >= from ? 30 : from - marks.named,
    focusRight: marks.named < 0 || marks.named <= to ? 30 : marks.named - to,
    hitsBefore: left.length / Math.max(1, marks.hits.length),
    hitsBehind: right.length / Math.max(1, marks.hits.length),
    hitsInside: marks.hits.length - left.length - right.length,
    voice: marks.passive,
    known: marks.hits.length,
    ...(marks.tree === null ? NO_PLACE : placeOf(marks.tree, from, to)),
    ...nameFeatures(question, marks.names, { start, end }),
    letters: sharesLetters(text, marks.words) ? 1 : 0,
  };
  return SPAN_FEATURES.map((feature) => values[feature]);
}

/** "the Republican National Committee" of who heads the RNC: the asked thing again, by its letters. */
function sharesLetters(text: string, asked: ReadonlySet<string>): boolean {
  let letters = '';
  for (const word of text.split(/[\s-]+/u)) if (/^\p{Lu}/u.test(word)) letters += word[0] ?? '';
  return letters.length > 1 && asked.has(letters.toLowerCase());
}

/** 0 an edge of the sentence, 1 punctuation, 2 another function word, 15 another word; else the class of the word. */
function classOf(text: string, before: Word | undefined, word: Word | undefined, isBefore: boolean): number {
  if (before === undefined || word === undefined) return 0;
  if (/[^\s]/u.test(text.slice(before.end, word.start))) return 1;
  const other = isBefore ? before : word;
  return CLASSES.get(other.text.toLowerCase()) ?? (other.stop ? 2 : 15);
}
