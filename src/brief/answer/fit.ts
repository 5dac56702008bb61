import { isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf, type Reading as Tree } from '../../language/reading/reading.ts';
import { kinshipOfWords } from '../../language/sense.ts';
import { stemOf } from '../../language/stem.ts';
import type { Span } from '../../model/article.ts';
import { highlightIn } from './highlight.ts';
import { QUESTION_WORD } from './question-words.ts';
import type { Search } from './matching.ts';
import type { RankedEvidence } from './ranked.ts';
import { isNewName, isOfKind, stretchAt, WANTED, wantedBy } from './wanted.ts';

/** Words on either side of the stretch that say what it is part of. */
const AROUND = 7;
/** So many steps in a tree are told apart. */
const FAR = 8;
const PARTS = ['NOUN', 'PROPN', 'NUM', 'VERB', 'ADJ', 'PRON'] as const;
const RELATIONS = ['nsubj', 'obj', 'obl', 'nmod', 'appos', 'conj'] as const;
const NOUNS = [null, 'person', 'group', 'place'] as const;
/** Numbers that say something of the stretch: none of them where nothing would be shown. */
const OF_STRETCH = 22;
/** How many `fitFeatures` there are. */
export const FIT_FEATURES = WANTED.length + 1 + OF_STRETCH;

/**
 * How well the words that would be shown fit what is asked for: of what kind they are, how they hang in their sentence, and how
 * much of the question stands around just them. The second look at the ranked sentences and the judgement whether to answer at all
 * learn from it.
 */
export function fitFeatures(search: Search, best: Pick<RankedEvidence, 'evidence' | 'spans'> | undefined): number[] {
  const { question, language, weights, likeness } = search;
  const text = best?.evidence.passage.text ?? '';
  const span = shownIn(search, best);
  const wanted = wantedBy(question);
  const flags = WANTED.map((one) => (one === wanted ? 1 : 0));
  const told = best === undefined ? null : readingOf(text, language);
  const stretch = told === null || span === null ? null : stretchAt(told, span, question, wanted);
  if (told === null || span === null || stretch === null) return [...flags, 0, ...Array.from({ length: OF_STRETCH }, () => -1)];
  const { terms } = question;
  const stem = (at: number) => stemOf(lowerAt(told, at), language);
  const { words, top, names, isAt, isTime, noun } = stretch;
  const [first = 0, last = first] = [words[0], words.at(-1)];
  const content = words.filter((at) => isPart(told, at, 'NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'));
  const root = rootOf(question.text, language);
  const verb = verbOver(told, top);
  const around = aroundOf(told, first, last);
  const near = terms.map((_, term) => Math.max(0, ...around.map((at) => likeness(term, stem(at)))));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const nearOf = (isName: boolean) => mean(near.filter((_, term) => question.names.has(terms[term] ?? '') === isName));
  return [
    ...flags,
    1,
    wanted === null ? -1 : isOfKind(wanted, stretch) ? 1 : 0,
    words.length,
    names,
    told.words.some((_, at) => isNewName(told, at, terms)) ? 1 : 0,
    mean(content.map((at) => (terms.includes(stem(at)) ? 1 : 0))),
    PARTS.findIndex((part) => isPart(told, top, part)),
    RELATIONS.findIndex((relation) => hasRelation(told, top, relation)),
    isTime ? 1 : 0,
    /\p{N}/u.test(text.slice(span.start, span.end)) ? 1 : 0,
    isAt ? 1 : 0,
    NOUNS.indexOf(noun),
    first > 0 || isPart(told, first, 'PROPN') ? 0 : 1,
    root === null || verb === null ? -1 : kinshipOfWords(root, lowerAt(told, verb), language),
    isPredicate(told, headOf(told, top)) ? 1 : 0,
    near.reduce((sum, value, term) => sum + value * (weights[term] ?? 0), 0) / total,
    Math.min(1, ...near),
    nearOf(false),
    nearOf(true),
    root === null ? -1 : Math.max(0, ...around.map((at) => kinshipOfWords(root, lowerAt(told, at), language))),
    nearestMet(told, top, terms),
    span.start / Math.max(1, text.length),
    (span.end - span.start) / Math.max(1, text.length),
  ];
}

/** The words of a sentence that would be shown as the answer. */
export function shownIn({ question, language }: Search, best: Pick<RankedEvidence, 'evidence' | 'spans'> | undefined): Span | null {
  if (best === undefined) return null;
  const { candidate, passage } = best.evidence;
  return highlightIn(question, passage.text, { candidate, found: best.spans.map(({ span }) => span) }, language);
}

/** 1 of nothing: what is not there is not missed. */
function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The question's verb, or what somebody is asked to be: "who is the firm's *lawyer*?" */
function rootOf(question: string, language: string): string | null {
  const asked = readingOf(question, language);
  const root = asked?.words.findIndex(({ head }) => head < 0) ?? -1;
  if (asked === null || root < 0) return null;
  const isAsking = QUESTION_WORD.test(lowerAt(asked, root).replace(/['’].*$/u, ''));
  const at = isAsking ? (dependentsOf(asked, root, 'nsubj')[0] ?? -1) : root;
  return at < 0 ? null : lowerAt(asked, at);
}

/** The verb that the stretch hangs on. */
function verbOver(told: Tree, top: number): number | null {
  let at = headOf(told, top);
  for (let step = 0; step < FAR && at >= 0; step += 1) {
    if (isPredicate(told, at)) return at;
    at = headOf(told, at);
  }
  return null;
}

/** The words beside the stretch, on both sides. */
function aroundOf(told: Tree, first: number, last: number): number[] {
  return [...told.words.keys()].filter((at) => (at < first ? first - at <= AROUND : at > last && at - last <= AROUND));
}

/** Steps in the tree from the stretch to the nearest word that the question has too. */
function nearestMet(told: Tree, top: number, terms: readonly string[]): number {
  const ways = new Map<number, number>();
  for (let at = top; at >= 0 && !ways.has(at); at = headOf(told, at)) ways.set(at, ways.size);
  let least = FAR;
  for (const at of told.words.keys()) {
    if (at === top || !terms.includes(stemOf(lowerAt(told, at), told.language))) continue;
    let [one, step] = [at, 0];
    while (one >= 0 && !ways.has(one) && step < FAR) {
      one = headOf(told, one);
      step += 1;
    }
    least = Math.min(least, step + (ways.get(one) ?? FAR));
  }
  return least;
}
