import type { Article, Citation } from '../model/article.ts';
import type { Point } from '../model/brief.ts';
import { causeFaults } from './lock/cause.ts';
import { dateFaults } from './lock/dates.ts';
import { closenessOf, evidenceOf } from './lock/evidence.ts';
import { exchangeFaults } from './lock/exchange.ts';
import type { Fault, Held } from './lock/fault.ts';
import { quotedOf } from './figures/quotation.ts';
import { passagesOf } from './passages.ts';
import { pointText } from './wording.ts';
import { guardFaults } from './lock/guarded.ts';
import { measureFaults } from './lock/measures.ts';
import { modalityFaults } from './lock/modality.ts';
import { nameFaults } from './lock/names.ts';
import { numberFaults, swapFaults } from './lock/numbers.ts';
import { polarityFaults } from './lock/polarity.ts';
import { quantifierFaults } from './lock/quantifiers.ts';
import { crossedFaults, roleFaults } from './lock/roles.ts';
import { isHeardIn, speakerFaults } from './lock/speaker.ts';
import { substitutionFaults } from './lock/substitution.ts';
import { verbatimFaults } from './lock/verbatim.ts';
import { orderFaults, whoFaults } from './lock/who.ts';

/**
 * The number lock: checks that a claim says what its cited sentences say and nothing else, whoever wrote it. An empty
 * list means that no rule found a number, unit, qualifier, date, name, speaker, quotation, hedge, denial, cause or address
 * that differs from the source; docs/lock.md counts what the rules do not see.
 */
export function faultsOf(claim: string, citations: readonly Citation[], article: Article): readonly Fault[] {
  const cited = [...new Set(citations.flatMap(({ sentenceIds }) => sentenceIds))];
  const known = checked.get(article) ?? new Map<string, readonly Fault[]>();
  checked.set(article, known);
  const key = `${cited.join(' ')} ${claim}`;
  const faults = known.get(key) ?? check(claim, cited, article);
  known.set(key, faults);
  return faults;
}

/** What is proven while a summary is chosen is asked again when it is shown. */
const checked = new WeakMap<Article, Map<string, readonly Fault[]>>();

function check(claim: string, cited: readonly number[], article: Article): Fault[] {
  const sentences = cited.flatMap((id) => {
    const span = article.sentences[id]?.span;
    return span === undefined ? [] : [article.text.slice(span.start, span.end)];
  });
  if (sentences.length === 0 || sentences.length < cited.length) return [{ kind: 'citation', words: cited.join(', ') }];
  // Word for word is always true, with or without what only ties it to the sentence before.
  if (isRunOf(cited, sentences, claim)) return [];
  if (sentences.some((sentence) => isWordForWord(claim, sentence, article.language))) return [];
  const held: Held = { claim, sentences, source: sentences.join('\n'), language: article.language };
  const plain = [
    ...verbatimFaults(held, article.text, isInQuotation(cited, article)),
    ...numberFaults(held, article.text),
    ...measureFaults(held),
    ...dateFaults(held),
  ];
  const evidence = evidenceOf(
    claim,
    sentences.map((sentence) => pointText(sentence, article.language)),
    article.language,
  );
  if (evidence === null) return [...plain, ...whoFaults(held, cited, article), ...guardFaults(held)];
  // What goes along with a sentence word by word has no reason to leave out a "not" or to exchange two names.
  const isCopy = closenessOf(evidence) >= COPY;
  return [
    ...plain,
    ...nameFaults(evidence, cited, article, isCopy),
    ...exchangeFaults(evidence),
    ...speakerFaults(evidence, cited, article),
    ...polarityFaults(evidence),
    ...modalityFaults(evidence),
    ...quantifierFaults(evidence),
    ...roleFaults(evidence),
    ...crossedFaults(evidence),
    ...causeFaults(evidence),
    ...(isCopy
      ? [
          ...orderFaults(held, cited, article, isHeardIn(evidence)),
          ...guardFaults(held),
          ...swapFaults(held),
          ...substitutionFaults(evidence),
        ]
      : []),
  ];
}

/** Does a cited sentence stand, whole or begun, in a quotation that runs over several? */
function isInQuotation(cited: readonly number[], article: Article): boolean {
  const passages = passagesOf(article);
  const quoted = quotedOf(passages);
  return passages.some(({ id }, at) => cited.includes(id) && (quoted[at]?.isWhole === true || quoted[at]?.isOpen === true));
}

/** Words that may be left out anywhere, and those at the front only, without a change of what is said. */
const TIES = {
  anywhere: /^(?:also|however|too|meanwhile)$/u,
  front: /^(?:but|and|yet|so|moreover|furthermore|nevertheless|nonetheless)$/u,
};

function isWordForWord(claim: string, sentence: string, language: string): boolean {
  if (claim === sentence) return true;
  const own = wordList(claim);
  const other = wordList(pointText(sentence, language));
  const kept = other.filter((word, at) => !TIES.anywhere.test(word) && !(at === 0 && TIES.front.test(word)));
  return own.length > 0 && own.filter((word) => !TIES.anywhere.test(word)).join(' ') === kept.join(' ');
}

/** Words and signs, in lower case; a comma that stood beside what was cut does not count. */
function wordList(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N},]/gu) ?? [];
}

/** So much of a claim stands word by word in one sentence: then it is taken for a copy of it. */
const COPY = 0.7;

/** Sentences that follow each other in the article, as they follow each other. */
function isRunOf(cited: readonly number[], sentences: readonly string[], claim: string): boolean {
  return cited.every((id, at) => at === 0 || id === (cited[at - 1] ?? 0) + 1) && claim === sentences.join(' ');
}

/** Points that hold, and how many did not. */
export function lockPoints(points: readonly Point[], article: Article): { kept: Point[]; dropped: number } {
  const kept = points.filter(({ text, citations }) => faultsOf(text, citations, article).length === 0);
  return { kept, dropped: points.length - kept.length };
}
