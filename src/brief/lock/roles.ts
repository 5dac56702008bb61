import { clauseAt, isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, isPart, lowerAt, type Reading } from '../../language/reading/reading.ts';
import { isSaying } from '../../language/reading/speech.ts';
import { languageFor } from '../../language/tables.ts';
import { kinshipOf, withJoined, type Evidence, type Token } from './evidence.ts';
import type { Fault } from './fault.ts';
import { clauseOf, pairsOf } from './predicates.ts';

const SAME = 0.75;
/** Verbs that say little of what is done. */
const LIGHT =
  /^(?:has|have|had|having|is|are|was|were|be|been|does?|did|done|gets?|got|makes?|made|takes?|took|taken|goes|go|went|gone|comes?|came|gives?|gave|given)$/u;
const BY = /^(?:by|von|durch|par|por|da|dal|dalla|dai|door)$/u;

/** Who does it and to whom, passives turned round. */
interface Roles {
  doer: number | null;
  done: number | null;
}

/** Doer and done-to exchanged, and acts of one who is named given to another. */
export function roleFaults(evidence: Evidence): Fault[] {
  const { claim, tokens } = evidence;
  return pairsOf(evidence).flatMap(({ own, source, sentence, other, kinship }): Fault[] => {
    if (kinship < SAME || !isPart(claim, own, 'VERB') || LIGHT.test(lowerAt(claim, own)) || isSaying(claim, own) || isSaying(source, other))
      return [];
    const [mine, theirs] = [rolesAt(claim, own), rolesAt(source, other)];
    const is = (at: number | null, there: number | null) => at !== null && there !== null && meets(evidence, at, sentence, source, there);
    const isTaken = is(mine.doer, theirs.done) && !is(mine.doer, theirs.doer);
    const isGiven = is(mine.done, theirs.doer) && !is(mine.done, theirs.done);
    // "talks begin" for "they begin talks" exchanges nobody.
    const isAlone = mine.done === null && mine.doer !== null && isPart(claim, mine.doer, 'PROPN');
    if (isTaken && (isGiven || isAlone)) return [{ kind: 'relation', words: claim.words[own]?.text ?? '' }];
    return mine.doer !== null && theirs.doer !== null && isAnother(evidence, mine.doer, sentence, source, theirs.doer)
      ? [{ kind: 'relation', words: tokens[mine.doer] === undefined ? '' : (claim.words[mine.doer]?.text ?? '') }]
      : [];
  });
}

function rolesAt(reading: Reading, at: number): Roles {
  const { subject, object, isPassive } = clauseAt(reading, at);
  if (!isPassive) return { doer: subject, done: object };
  const agent = dependentsOf(reading, at, 'obl').find((one) => isAgent(reading, one));
  return { doer: agent ?? null, done: subject };
}

/** "by the council", and not "by June" or "by 5". */
function isAgent(reading: Reading, at: number): boolean {
  const { months, weekdays } = languageFor(reading.language).calendar;
  const isTime = isPart(reading, at, 'NUM') || months.includes(lowerAt(reading, at)) || weekdays.includes(lowerAt(reading, at));
  return !isTime && dependentsOf(reading, at, 'case').some((word) => BY.test(lowerAt(reading, word)));
}

/** Is the claim's word, with whoever is joined to it, the source's? */
function meets({ claim, matches }: Evidence, at: number, sentence: number, source: Reading, there: number): boolean {
  const places = new Set(withJoined(source, there).flatMap((one) => [one, ...namesOf(source, one)]));
  return withJoined(claim, at).some((one) =>
    [one, ...namesOf(claim, one)].some((word) =>
      (matches[word] ?? []).some(({ token, kinship }) => token.sentence === sentence && kinship >= SAME && places.has(token.at)),
    ),
  );
}

function namesOf(reading: Reading, at: number): number[] {
  return dependentsOf(reading, at, 'flat', 'compound', 'appos', 'nmod').filter((one) => isPart(reading, one, 'PROPN'));
}

/** The source names somebody who does it, and the claim somebody else who is named in the same sentence. */
function isAnother(
  { claim, given, tokens, matches, language }: Evidence,
  doer: number,
  sentence: number,
  source: Reading,
  there: number,
): boolean {
  const isNamed = (reading: Reading, at: number) => isPart(reading, at, 'PROPN');
  if (!isNamed(claim, doer) || !isNamed(source, there)) return false;
  const own = personAt(claim, doer).flatMap((at) => (tokens[at]?.isContent === true ? [tokens[at]] : []));
  const theirs = new Set(personAt(source, there));
  const other = given.filter((token) => token.sentence === sentence && token.isContent && theirs.has(token.at));
  if (own.some((token) => other.some((one) => kinshipOf(token, one, language) >= NEAR))) return false;
  const head: Token | undefined = tokens[doer];
  return (
    head?.part === 'PROPN' &&
    (matches[doer] ?? []).some(({ token, kinship }) => kinship >= 0.95 && token.sentence === sentence && !theirs.has(token.at))
  );
}
const NEAR = 0.5;

/** A noun with its names, titles, appositions and whoever is joined to it, without what is told of them. */
function personAt(reading: Reading, at: number): number[] {
  return [at, ...dependentsOf(reading, at, 'flat', 'compound', 'appos', 'conj', 'amod', 'nmod').flatMap((one) => personAt(reading, one))];
}

/** Two names of one sentence of which the claim has the other one do it: "Airbus dominates Boeing" for "Boeing dominates Airbus". */
export function crossedFaults(evidence: Evidence): Fault[] {
  const { claim, sources, tokens, matches } = evidence;
  const acts = claim.words.flatMap((_, at) => (isPredicate(claim, at) && !isSaying(claim, at) ? [at] : []));
  return acts.flatMap((act): Fault[] => {
    const { doer } = rolesAt(claim, act);
    if (doer === null || !isPart(claim, doer, 'PROPN', 'NOUN')) return [];
    const mine = new Set(personAt(claim, doer));
    const others = [...clauseOf(claim, act)].filter((at) => !mine.has(at) && tokens[at]?.part === 'PROPN');
    const isCrossed = sources.some((source, sentence) => {
      const placed = (at: number) =>
        (matches[at] ?? []).filter((match) => match.token.sentence === sentence && match.kinship >= 0.95).map(({ token }) => token.at);
      const [doers, rest] = [placed(doer), others.flatMap(placed)];
      const pivots = [...clauseOf(claim, act)]
        .filter((at) => tokens[at]?.isContent === true && tokens[at]?.part !== 'PROPN' && at !== doer)
        .flatMap(placed);
      const theirs = source.words.flatMap((_, at) =>
        isPredicate(source, at) && !isSaying(source, at) ? [{ at, ...rolesAt(source, at) }] : [],
      );
      const does = (someone: readonly number[], along: readonly number[]) =>
        theirs.some(({ at, doer: one }) => {
          const clause = clauseOf(source, at);
          return (
            one !== null &&
            personAt(source, one).some((word) => someone.includes(word)) &&
            along.some((word) => clause.has(word)) &&
            pivots.some((word) => clause.has(word))
          );
        });
      return doers.length > 0 && rest.length > 0 && does(rest, doers) && !does(doers, rest);
    });
    return isCrossed ? [{ kind: 'relation', words: claim.words[doer]?.text ?? '' }] : [];
  });
}
