import type { Article, Citation } from '../model/article.ts';
import type { Point } from '../model/brief.ts';
import { causeFaults } from './lock/cause.ts';
import { dateFaults } from './lock/dates.ts';
import { SOFT, weighed } from './lock/doubt.ts';
import { closenessOf, evidenceOf, type Evidence } from './lock/evidence.ts';
import { exchangeFaults } from './lock/exchange.ts';
import type { Fault, Held } from './lock/fault.ts';
import { quotedOf } from './figures/quotation.ts';
import { authorOf } from './own-voice.ts';
import { passagesOf } from './passages.ts';
import { pointText } from './wording.ts';
import { guardFaults } from './lock/guarded.ts';
import { measureFaults } from './lock/measures.ts';
import { modalityFaults } from './lock/modality.ts';
import { isRole, nameFaults } from './lock/names.ts';
import { shortNamed } from './lock/named.ts';
import { numberFaults, swapFaults } from './lock/numbers.ts';
import { polarityFaults } from './lock/polarity.ts';
import { quantifierFaults } from './lock/quantifiers.ts';
import { crossedFaults, roleFaults } from './lock/roles.ts';
import { isHeardIn, speakerFaults } from './lock/speaker.ts';
import { citedIn } from './lock/setting.ts';
import { stands } from './lock/stands.ts';
import { substitutionFaults } from './lock/substitution.ts';
import { verbatimFaults } from './lock/verbatim.ts';
import { orderFaults, whoFaults } from './lock/who.ts';

/**
 * The number lock: checks that a claim says what its cited sentences say and nothing else, whoever wrote it. An empty
 * list means that no rule found a number, unit, qualifier, date, name, speaker, quotation, hedge, denial, cause or address
 * that differs from the source; docs/lock.md counts what the rules do not see.
 */
export function faultsOf(claim: string, citations: readonly Citation[], article: Article): readonly Fault[] {
  const cited = citedIn(citations);
  const known = checked.get(article) ?? new Map<string, readonly Fault[]>();
  checked.set(article, known);
  const key = `${cited.join(' ')} ${claim}`;
  const faults = known.get(key) ?? check(claim, citations, article);
  known.set(key, faults);
  return faults;
}

/** What is proven while a summary is chosen is asked again when it is shown. */
const checked = new WeakMap<Article, Map<string, readonly Fault[]>>();

function check(claim: string, citations: readonly Citation[], article: Article): Fault[] {
  const found = findingsOf(claim, citations, article);
  if (found.hard.length > 0 || found.evidence === null) return [...found.hard, ...found.soft];
  return weighed(found.evidence, found.soft, { article, cited: citedIn(citations) });
}

/** What the rules find in a claim. */
export interface Findings {
  /** Never so: what is not in the source, whatever the words. */
  hard: Fault[];
  /** Not so as far as a rule can tell. */
  soft: Fault[];
  /** The claim beside its sentences, where the soft faults are to be weighed together; null where they stand as they are. */
  evidence: Evidence | null;
}

export function findingsOf(claim: string, citations: readonly Citation[], article: Article): Findings {
  const cited = citedIn(citations);
  const sentences = cited.flatMap((id) => {
    const span = article.sentences[id]?.span;
    return span === undefined ? [] : [article.text.slice(span.start, span.end)];
  });
  if (sentences.length === 0 || sentences.length < cited.length)
    return { hard: [{ kind: 'citation', words: cited.join(', ') }], soft: [], evidence: null };
  // Word for word is always true, with or without what only ties it to the sentence before.
  if (isRunOf(cited, sentences, claim) || sentences.some((sentence) => isWordForWord(claim, sentence, article.language)))
    return { hard: [], soft: [], evidence: null };
  const quoted = wholeQuotation(claim, article);
  if (quoted !== null && sentences.some((sentence) => isWordForWord(quoted, sentence, article.language)))
    return { hard: [], soft: [], evidence: null };
  if (isNamedInFull(claim, sentences, article)) return { hard: [], soft: [], evidence: null };
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
  if (evidence === null) return { hard: [...plain, ...whoFaults(held, cited, article), ...guardFaults(held)], soft: [], evidence };
  // What goes along with a sentence word by word has no reason to leave out a "not" or to exchange two names.
  const closeness = closenessOf(evidence);
  const isCopy = closeness >= COPY;
  const read = [
    ...nameFaults(evidence, cited, article, isCopy),
    ...speakerFaults(evidence, cited, article),
    ...polarityFaults(evidence),
    ...modalityFaults(evidence),
    ...quantifierFaults(evidence),
    ...roleFaults(evidence),
    ...crossedFaults(evidence),
    ...causeFaults(evidence),
  ];
  // Numbers stand in the source; whether they have changed places is a matter of reading.
  const exchanged = exchangeFaults(evidence);
  if (isCopy) {
    const strict = [...orderFaults(held, cited, article, isHeardIn(evidence)), ...guardFaults(held), ...swapFaults(held)];
    return { hard: [...plain, ...read, ...exchanged, ...strict, ...substitutionFaults(evidence)], soft: [], evidence: null };
  }
  // Somebody named who is not heard there, a near copy turned round, and a name that the article does not have, are never a matter of words.
  const isStrange = ({ kind, words, isOpen }: Fault) =>
    (kind === 'name' && !stands(words.toLowerCase(), article.text.toLowerCase())) ||
    (kind === 'speaker' &&
      isOpen !== true &&
      /^\p{Lu}/u.test(words) &&
      claim.includes(words) &&
      !(claim.startsWith(words) && isRole(words.toLowerCase()))) ||
    (kind === 'negation' && closeness >= HALF);
  const isSoft = (fault: Fault) => fault.kind !== 'number' && SOFT.includes(fault.kind) && !isStrange(fault);
  const hard = [...plain, ...read.filter((fault) => !isSoft(fault))];
  return { hard, soft: [...read.filter(isSoft), ...exchanged], evidence };
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

/** What stands between quotation marks that open and close the claim, by its author or by nobody: a sentence of the article, told as the article's words. */
function wholeQuotation(claim: string, article: Article): string | null {
  const author = authorOf(article);
  const words = author !== null && claim.startsWith(`${author}: `) ? claim.slice(author.length + 2) : claim;
  return (
    /^(?:“([^“”]+)”|„([^„“]+)“|«([^«»]+)»)$/u
      .exec(words)
      ?.slice(1)
      .find((inside) => inside !== undefined)
      ?.trim() ?? null
  );
}

/** Word for word, but that somebody whom another cited sentence has in full is named in full, in brackets. */
function isNamedInFull(claim: string, sentences: readonly string[], article: Article): boolean {
  if (!claim.includes('[')) return false;
  return shortNamed(claim, sentences, passagesOf(article), article.language).some(({ claim: plain, rest }) => {
    const own = wordList(plain).join(' ');
    return (
      own === wordList(rest.map((one) => pointText(one, article.language)).join(' ')).join(' ') ||
      rest.some((one) => isWordForWord(plain, one, article.language))
    );
  });
}

/** Words and signs, in lower case; a comma that stood beside what was cut does not count. */
function wordList(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N},]/gu) ?? [];
}

/** So much of a claim stands word by word in one sentence: then it is taken for a copy of it. */
const COPY = 0.75;
/** So near to a sentence what is turned into its opposite is no other way of saying it. */
const HALF = 0.5;

/** Sentences that follow each other in the article, as they follow each other. */
function isRunOf(cited: readonly number[], sentences: readonly string[], claim: string): boolean {
  return cited.every((id, at) => at === 0 || id === (cited[at - 1] ?? 0) + 1) && claim === sentences.join(' ');
}

/** Points that hold, and how many did not. */
export function lockPoints(points: readonly Point[], article: Article): { kept: Point[]; dropped: number } {
  const kept = points.filter(({ text, citations }) => faultsOf(text, citations, article).length === 0);
  return { kept, dropped: points.length - kept.length };
}
