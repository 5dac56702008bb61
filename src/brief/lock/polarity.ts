import { clauseAt, isNegated } from '../../language/reading/clause.ts';
import { dependentsOf, headOf, hasRelation, lowerAt, type Reading } from '../../language/reading/reading.ts';
import { isSaying } from '../../language/reading/speech.ts';
import { relativesOf } from '../../language/relations.ts';
import { isOpposite, type Evidence, type Token } from './evidence.ts';
import type { Fault } from './fault.ts';
import { clauseOf, denialsOver, isDenial, BELIEF, pairsOf, type Pair } from './predicates.ts';

/** The same word: then a denial on one side only turns the claim round. */
const SAME = 0.75;

/** What is denied and what is not, and words put in the place of their opposites. */
export function polarityFaults(evidence: Evidence): Fault[] {
  const { sentence } = evidence.claim;
  return [...denialFaults(evidence), ...oppositeFaults(evidence), ...prepositionFaults(evidence)].filter(
    ({ words }) => !isOfTitle(sentence, words, evidence),
  );
}

/** "“To Kill a Mockingbird”": words that stand in quotation marks on both sides deny nothing that the claim says. */
function isOfTitle(claim: string, words: string, { sources }: Evidence): boolean {
  return [...claim.matchAll(/["“„«]([^"”“»]+)["”»]/gu)].some(
    ([, quoted = '']) => quoted.includes(words) && sources.some(({ sentence }) => sentence.includes(quoted.replace(/[,.]$/u, ''))),
  );
}

/** How often each of the three is found. */
export function polarityFeatures(evidence: Evidence): number[] {
  return [denialFaults, oppositeFaults, prepositionFaults].map((find) => find(evidence).length);
}

/** Prepositions of which one is the opposite of the other. */
const AGAINST: readonly (readonly [string, string])[] = [
  ['with', 'without'],
  ['with', 'against'],
  ['for', 'against'],
  ['before', 'after'],
  ['above', 'below'],
  ['inside', 'outside'],
  ['mit', 'ohne'],
  ['vor', 'nach'],
  ['avec', 'sans'],
  ['avant', 'après'],
  ['con', 'sin'],
  ['con', 'senza'],
  ['com', 'sem'],
  ['met', 'zonder'],
];

/** "with a warrant" for "without a warrant". */
function prepositionFaults({ claim, sources, tokens, matches }: Evidence): Fault[] {
  return tokens.flatMap((token): Fault[] => {
    if (!token.isContent) return [];
    const own = casesOf(claim, token.at);
    const found = (matches[token.at] ?? []).filter(({ kinship }) => kinship >= 0.95);
    const there = found.map((match) => casesOf(sources[match.token.sentence] ?? claim, match.token.at));
    const turned = own.find((word) =>
      AGAINST.some(([a, b]) => {
        const opposite = word === a ? b : word === b ? a : null;
        return opposite !== null && there.length > 0 && there.every((words) => words.includes(opposite) && !words.includes(word));
      }),
    );
    return turned === undefined || isDenied(claim, token.at) ? [] : [{ kind: 'negation', words: turned }];
  });
}

function casesOf(reading: Reading, at: number): string[] {
  return dependentsOf(reading, at, 'case', 'mark').map((one) => lowerAt(reading, one));
}

function isDenied(reading: Reading, at: number): boolean {
  return isOdd(reading, nearestPredicate(reading, at));
}

function denialFaults(evidence: Evidence): Fault[] {
  const { claim } = evidence;
  const pairs = pairsOf(evidence);
  const turned = pairs.filter(
    (pair) =>
      !(isSaying(claim, pair.own) && dependentsOf(claim, pair.own, 'ccomp').length > 0) &&
      !deniesWhatIsThought(claim, pair) &&
      pair.kinship >= SAME &&
      pair.shared > 0 &&
      isOdd(claim, pair.own) !== isOdd(pair.source, pair.other) &&
      !isToldSo(evidence, pair),
  );
  const faults = turned
    .filter((pair) => (isOdd(claim, pair.own) ? !deniesOtherwise(pair) : !saysOtherwise(evidence, pair)))
    .map(({ own }): Fault => ({ kind: 'negation', words: claim.words[own]?.text ?? '' }));
  return faults;
}

/** "had never seen one before, … I saw it": the same verb once more, denied or not as the claim has it. */
function isToldSo({ claim, matches, sources }: Evidence, { own, kinship, sentence, other }: Pair): boolean {
  return (matches[own] ?? []).some(({ token, kinship: near }) => {
    const source = sources[token.sentence];
    const isAnother = token.sentence !== sentence || token.at !== other;
    return source !== undefined && isAnother && near >= kinship && isOdd(source, token.at) === isOdd(claim, own);
  });
}

/** "does not think that it will" for "thinks that it will not": the denial is on the other side of the thought. */
function deniesWhatIsThought(claim: Reading, { own, source, other }: Pair): boolean {
  if (!BELIEF.test(lowerAt(claim, own))) return false;
  const inner = (reading: Reading, at: number) =>
    dependentsOf(reading, at, 'ccomp').some(
      (one) =>
        isNegated(reading, one) ||
        clauseOf(reading, one)
          .values()
          .some((word) => isDenial(reading, word)),
    );
  return inner(claim, own) || inner(source, other);
}

export function isOdd(reading: Reading, at: number): boolean {
  return denialsOver(reading, at) % 2 === 1;
}

/** The claim denies: the source's clause does it with another word. */
function deniesOtherwise({ source, other }: Pair): boolean {
  return clauseOf(source, other)
    .values()
    .some((at) => isDenial(source, at));
}

/** The source denies: the claim does it somewhere, or the denied word is one of an "if", a "not only" or a question. */
function saysOtherwise({ claim }: Evidence, { own, source, other }: Pair): boolean {
  const around = clauseOf(claim, own);
  return (
    around.values().some((at) => at !== own && isDenial(claim, at) && !isNegated(claim, headOf(claim, at))) ||
    dependentsOf(source, other, 'mark').some((at) => /^(?:if|unless|wenn|si|se|als)$/u.test(lowerAt(source, at)))
  );
}

/** A word of the claim that is the opposite of one in the same place of the source. */
function oppositeFaults(evidence: Evidence): Fault[] {
  const { claim, tokens, given, matches, language, sources } = evidence;
  return tokens.flatMap((token) => {
    if (!token.isContent || token.part === 'PROPN' || (matches[token.at]?.[0]?.kinship ?? 0) >= SAME) return [];
    const against = given.filter(
      (other) =>
        other.isContent &&
        isTurned(token, other, language) &&
        !tokens.some(({ stem }) => stem === other.stem) &&
        !isFromTheOtherSide(evidence, token, other) &&
        sharesPlace(evidence, token, other),
    );
    const isMade = against.some((other) => {
      const source = sources[other.sentence];
      return source !== undefined && isOdd(claim, nearestPredicate(claim, token.at)) === isOdd(source, nearestPredicate(source, other.at));
    });
    return isMade ? [{ kind: 'negation' as const, words: claim.words[token.at]?.text ?? '' }] : [];
  });
}

/** "Berg was given the key" and "Berg received the key": two verbs for one event, of which one is told in the passive. */
export function isFromTheOtherSide({ claim, sources }: Evidence, own: Token, other: Token): boolean {
  const source = sources[other.sentence];
  if (source === undefined) return false;
  const isSides = (a: string, b: string) => HANDS_OVER.test(a) && TAKES.test(b);
  return (
    (isSides(own.lower, other.lower) || isSides(other.lower, own.lower)) &&
    clauseAt(claim, own.at).isPassive !== clauseAt(source, other.at).isPassive
  );
}
const HANDS_OVER = /^(?:giv|gave|award|hand|grant|offer|s[eo]ll|sold|len[dt]|beat|defeat|teach|taught|hir|employ)/u;
const TAKES = /^(?:receiv|get|got|accept|buy|bought|purchas|acquir|borrow|los[et]|learn|join)/u;

/** Opposites, or the opposite of a word that means the same. */
function isTurned(a: Token, b: Token, language: string): boolean {
  if (isOpposite(a, b, language)) return true;
  const near = [...relativesOf(a.stem, language).near].filter(([, weight]) => weight >= SAME).map(([stem]) => stem);
  return near.some((stem) => relativesOf(stem, language).opposite.has(b.stem) || relativesOf(b.stem, language).opposite.has(stem));
}

/** Do both say something of the same words? */
export function sharesPlace({ claim, sources, matches, tokens }: Evidence, own: Token, other: Token): boolean {
  const source = sources[other.sentence];
  if (source === undefined) return false;
  const beside = (reading: Reading, at: number) => [
    ...(headOf(reading, at) < 0 ? [] : [headOf(reading, at)]),
    ...(reading.dependents[at] ?? []),
    ...(hasRelation(reading, at, 'xcomp', 'amod', 'obj', 'advmod') && headOf(reading, at) >= 0
      ? (reading.dependents[headOf(reading, at)] ?? [])
      : []),
  ];
  const there = new Set(beside(source, other.at));
  return beside(claim, own.at).some(
    (at) =>
      tokens[at]?.isContent === true &&
      (matches[at] ?? []).some(({ token, kinship }) => token.sentence === other.sentence && kinship >= SAME && there.has(token.at)),
  );
}

export function nearestPredicate(reading: Reading, at: number): number {
  let one = at;
  while (one >= 0 && !hasRelation(reading, one, 'root', 'ccomp', 'advcl', 'acl', 'conj', 'xcomp', 'parataxis')) one = headOf(reading, one);
  return one < 0 ? at : one;
}
