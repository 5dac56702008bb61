import { denialsOf, isPredicate, isNegated, subjectOf } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, isUnder, lowerAt, subtreeOf, type Reading } from '../../language/reading/reading.ts';
import { relativesOf } from '../../language/relations.ts';
import { stemOf } from '../../language/stem.ts';
import { languageFor } from '../../language/tables.ts';
import type { Evidence, Match } from './evidence.ts';

/** A predicate of the claim beside the one of the source that it most likely tells. */
export interface Pair {
  /** Word of the claim. */
  own: number;
  source: Reading;
  sentence: number;
  /** Word of the source. */
  other: number;
  kinship: number;
  /** Content words in the claim's clause that stand in the source's clause, too. */
  shared: number;
}

/** Less alike are not the same act. */
const KIN = 0.6;

/** Each predicate of the claim with its counterpart; those without one are left out. */
export function pairsOf(evidence: Evidence): Pair[] {
  const { claim, sources, matches } = evidence;
  return claim.words.flatMap((_, own) => {
    if (!isPredicate(claim, own) && !hasRelation(claim, own, 'xcomp')) return [];
    if (hasRelation(claim, own, 'acl', 'amod')) return [];
    const pairs = (matches[own] ?? []).flatMap(({ token, kinship }): Pair[] => {
      const source = sources[token.sentence];
      if (source === undefined || kinship < KIN) return [];
      return [
        { own, source, sentence: token.sentence, other: token.at, kinship, shared: sharedWords(evidence, own, token.sentence, token.at) },
      ];
    });
    const [best] = pairs.toSorted((a, b) => b.shared - a.shared || b.kinship - a.kinship);
    return best === undefined ? [] : [best];
  });
}

function sharedWords({ claim, matches, tokens, sources }: Evidence, own: number, sentence: number, other: number): number {
  const source = sources[sentence];
  if (source === undefined) return 0;
  const around = clauseOf(source, other);
  const isThere = (found: readonly Match[] | undefined) =>
    (found ?? []).some(({ token, kinship }) => token.sentence === sentence && kinship >= KIN && token.at !== other && around.has(token.at));
  return clauseOf(claim, own)
    .values()
    .filter((at) => at !== own && tokens[at]?.isContent === true && isThere(matches[at]))
    .toArray().length;
}

/** The words of a predicate's clause: what hangs on it, without clauses of their own, and its subject. */
export function clauseOf(reading: Reading, at: number): ReadonlySet<number> {
  const inner = subtreeOf(reading, at).filter(
    (one) => one !== at && isPredicate(reading, one) && hasRelation(reading, one, 'ccomp', 'advcl', 'acl', 'parataxis', 'conj'),
  );
  const own = subtreeOf(reading, at).filter((one) => !inner.some((clause) => isUnder(reading, one, clause)));
  const subject = subjectOf(reading, at);
  return new Set([...own, ...(subject === null ? [] : subtreeOf(reading, subject))]);
}

const FAILING =
  /^(?:non|fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|lack(?:s|ed|ing)?|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|stop(?:s|ped|ping)?|oppos(?:e|es|ed|ing)|ban(?:s|ned|ning)?|prohibit(?:s|ed|ing)?|forbid(?:s|den)?|without|unable|unlikely|impossible|instead|against|neither|nor|hardly|barely|rarely|only|just|cannot|rechaz\p{L}*|rifiut\p{L}*|recus\p{L}*|weiger\p{L}*|ohne|gegen|statt|kaum|verweiger\p{L}*|sans|contre|refus\p{L}*|sin|contra|nega\p{L}*|senza|sem|zonder|tegen)$/u;

/** "does not think that" denies what is thought. */
export const BELIEF =
  /^(?:think|thinks|thought|believe|believes|believed|feel|feels|felt|glaub\p{L}*|croire|croit|cre\p{L}{1,3}|acha|denk\p{L}*)$/u;

/** How often a predicate is denied: "did not", "no one", "refused to", "without …ing". Even is not at all. */
export function denialsOver(reading: Reading, at: number): number {
  // "to get no win": the noun is denied with its verb.
  if (isPart(reading, at, 'NOUN') && hasRelation(reading, at, 'obj') && !isPredicate(reading, at))
    return denialsOver(reading, headOf(reading, at));
  const denials = denialsOf(reading, at);
  let count = isNegated(reading, at) ? 1 : 0;
  if (count === 0 && isJoinedToDenied(reading, at)) count += 1;
  const subject = dependentsOf(reading, at, 'nsubj', 'obj')[0];
  if (count === 0 && subject !== undefined && (denialsOf(reading, subject).length > 0 || isNeither(reading, subject))) count += 1;
  if (
    dependentsOf(reading, at, 'mark', 'case', 'advmod').some(
      (one) =>
        !denials.includes(one) &&
        FAILING.test(lowerAt(reading, one)) &&
        !/^(?:only|just|instead|against|gegen|contre|contra|tegen)$/u.test(lowerAt(reading, one)),
    )
  )
    count += 1;
  const above = headOf(reading, at);
  // "no evidence that he broke the law"
  if (above >= 0 && hasRelation(reading, at, 'acl', 'ccomp') && denialsOf(reading, above).length > 0 && isPart(reading, above, 'NOUN'))
    count += 1;
  const isUnderThought =
    hasRelation(reading, at, 'ccomp') && (BELIEF.test(lowerAt(reading, above)) || FAILING.test(lowerAt(reading, above)));
  const isInfinitive =
    dependentsOf(reading, at, 'mark').some((one) => lowerAt(reading, one) === 'to') && hasRelation(reading, at, 'ccomp', 'advcl');
  if (above >= 0 && (hasRelation(reading, at, 'xcomp') || isUnderThought || isInfinitive) && isPart(reading, above, 'VERB', 'ADJ')) {
    count += denialsOver(reading, above);
    if (FAILING.test(lowerAt(reading, above))) count += 1;
  }
  return count;
}

/** "neither read the book nor saw the film", "had not read the book or seen the film": what is joined is denied as well. */
function isJoinedToDenied(reading: Reading, at: number): boolean {
  if (!hasRelation(reading, at, 'conj') || dependentsOf(reading, at, 'nsubj').length > 0) return false;
  const joins = dependentsOf(reading, at, 'cc').map((one) => lowerAt(reading, one));
  return joins.some((word) => NOR.test(word) || (/^(?:or|oder|ou|o|of)$/u.test(word) && isNegated(reading, headOf(reading, at))));
}
const NOR = /^(?:nor|noch|ni|né|nem)$/u;

/** "neither the one nor the other" */
function isNeither(reading: Reading, at: number): boolean {
  return dependentsOf(reading, at, 'cc', 'det', 'advmod').some((one) => /^(?:neither|weder|ni|né|nem|noch)$/u.test(lowerAt(reading, one)));
}

/** "not", "nobody", "fails", "unaware". */
export function isDenial(reading: Reading, at: number): boolean {
  const lower = lowerAt(reading, at);
  const { negations } = languageFor(reading.language);
  return negations.includes(lower) || /^n['’]t$/u.test(lower) || FAILING.test(lower) || isNegative(reading, at);
}

const PREFIX = /^(?:un|non-?|dis)(?=\p{L}{3})/u;
const ADJECTIVE_PREFIX = /^(?:in|im|il|ir)(?=\p{L}{4})/u;

/** "unaware", "impossible": a word with a negating beginning, the rest of which is a word itself. */
function isNegative(reading: Reading, at: number): boolean {
  const lower = lowerAt(reading, at);
  const rest = lower.replace(isPart(reading, at, 'ADJ') && ADJECTIVE_PREFIX.test(lower) ? ADJECTIVE_PREFIX : PREFIX, '');
  return rest !== lower && relativesOf(stemOf(rest, reading.language), reading.language).near.size > 0;
}
