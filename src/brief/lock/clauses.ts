import { isPredicate, subjectOf } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, lowerAt, type Reading } from '../../language/reading/reading.ts';
import { moodOf, tenseAt } from './modality.ts';
import { isOpposite, kinshipOf, type Evidence, type Token } from './evidence.ts';
import { clauseOf, denialsOver, pairsOf } from './predicates.ts';

const KIN = 0.75;
/** Ways of hanging on a predicate whose words, unmet, add something to the story. */
const ADDING = [
  ['nsubj', 'obj', 'iobj'],
  ['obl', 'nmod'],
  ['amod', 'compound', 'nummod'],
  ['advmod', 'advcl', 'acl'],
  ['root', 'ccomp', 'xcomp', 'conj'],
] as const;

/**
 * The claim clause by clause beside the clauses that tell the same acts: what is denied, how sure it is, when it is, and
 * whether who and what stand in the same clause there; then which kinds of words meet nothing.
 */
export function clauseFeatures(evidence: Evidence): number[] {
  const { claim, tokens, matches, given, language } = evidence;
  const pairs = pairsOf(evidence);
  let [parity, raised, lowered, turned, same, other, elsewhere, away, none] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const { own, source, other: there, sentence } of pairs) {
    if (denialsOver(claim, own) % 2 !== denialsOver(source, there) % 2) parity += 1;
    const [mine, theirs] = [MOODS.indexOf(moodOf(claim, own)), MOODS.indexOf(moodOf(source, there))];
    if (mine < theirs) raised += theirs - mine;
    else lowered += mine - theirs;
    const [now, then] = [tenseAt(claim, own), tenseAt(source, there)];
    if (now !== then) turned += now !== null && then !== null ? 2 : 1;
    const around = clauseOf(source, there);
    for (const arg of argumentsOf(claim, own)) {
      if (tokens[arg]?.isContent !== true) continue;
      const found = (matches[arg] ?? []).filter(({ kinship }) => kinship >= KIN).map(({ token }) => token);
      const inside = found.filter((token) => token.sentence === sentence && around.has(token.at));
      if (found.length === 0) none += 1;
      else if (inside.some((token) => sideOf(source, there, token.at) === sideOf(claim, own, arg))) same += 1;
      else if (inside.length > 0) other += 1;
      else if (found.some((token) => token.sentence === sentence)) elsewhere += 1;
      else away += 1;
    }
  }
  const predicates = claim.words.filter((_, at) => isPredicate(claim, at)).length;
  const unmet = (token: Token) => token.isContent && (matches[token.at]?.[0]?.kinship ?? 0) < 0.5;
  const adding = ADDING.map((relations) => tokens.filter((token) => unmet(token) && hasRelation(claim, token.at, ...relations)).length);
  const opposite = tokens.filter(
    (token) =>
      token.isContent &&
      (matches[token.at]?.[0]?.kinship ?? 0) < KIN &&
      given.some((one) => one.isContent && isOpposite(token, one, language)),
  ).length;
  return [
    pairs.length / Math.max(1, predicates),
    parity,
    raised,
    lowered,
    turned,
    ...[same, other, elsewhere, away, none].map((count) => count / Math.max(1, same + other + elsewhere + away + none)),
    ...adding,
    opposite,
    quantities(evidence),
    counted(evidence),
    denials(claim) - Math.max(0, ...evidence.sources.map(denials)),
  ];
}
const MOODS = ['fact', 'will', 'meant', 'unsure'] as const;

function denials(reading: Reading): number {
  return reading.words.filter((_, at) => isPredicate(reading, at) && denialsOver(reading, at) % 2 === 1).length;
}

function argumentsOf(reading: Reading, at: number): number[] {
  const subject = subjectOf(reading, at);
  return [
    ...new Set([...dependentsOf(reading, at, 'nsubj', 'obj', 'iobj', 'obl', 'xcomp', 'ccomp'), ...(subject === null ? [] : [subject])]),
  ];
}

/** On which side of an act a word stands: who does it, who has it done, or beside it. */
function sideOf(reading: Reading, predicate: number, word: number): 'doer' | 'done' | 'beside' {
  let at = word;
  while (at >= 0 && headOf(reading, at) !== predicate && at !== subjectOf(reading, predicate)) at = headOf(reading, at);
  if (at < 0) return 'beside';
  const isPassive = dependentsOf(reading, predicate, 'aux').some((aux) =>
    /^(?:be|is|are|was|were|been|being|get|got)$/u.test(lowerAt(reading, aux)),
  );
  if (hasRelation(reading, at, 'nsubj') || at === subjectOf(reading, predicate)) return isPassive ? 'done' : 'doer';
  if (hasRelation(reading, at, 'obj', 'iobj')) return 'done';
  const isBy = isPassive && dependentsOf(reading, at, 'case').some((one) => lowerAt(reading, one) === 'by');
  return isBy ? 'doer' : 'beside';
}

/** How near what a number counts is to what the same number counts in the sentences; of the number where it is least so. */
function counted({ claim, sources, tokens, given, matches, language }: Evidence): number {
  const kinships = tokens.flatMap(({ at, part }) => {
    const own = part === 'NUM' && hasRelation(claim, at, 'nummod') ? tokens[headOf(claim, at)] : undefined;
    if (own?.isContent !== true) return [];
    const there = (matches[at] ?? []).flatMap(({ token, kinship }) => {
      const source = sources[token.sentence];
      const over = source === undefined || kinship < 1 ? -1 : headOf(source, token.at);
      return given.filter((other) => other.sentence === token.sentence && other.at === over);
    });
    return there.length === 0 ? [] : [Math.max(...there.map((other) => kinshipOf(own, other, language)))];
  });
  return Math.min(1, ...kinships);
}

const HOW_MANY = /^(?:all|every|each|most|many|few|several|some|no|only|both|any|half|none|majority|dozens|hundreds|thousands)$/u;

/** Words for how many beside a thing of the claim that the same thing does not have in its sentences. */
function quantities({ claim, sources, tokens, matches }: Evidence): number {
  let count = 0;
  for (const { at, isContent } of tokens) {
    const own = isContent
      ? dependentsOf(claim, at, 'det', 'amod', 'advmod', 'nummod')
          .map((one) => lowerAt(claim, one))
          .filter((word) => HOW_MANY.test(word))
      : [];
    const found = (matches[at] ?? []).filter(({ kinship }) => kinship >= KIN);
    if (found.length === 0) continue;
    const there = found.flatMap(({ token }) => {
      const source = sources[token.sentence];
      return source === undefined
        ? []
        : dependentsOf(source, token.at, 'det', 'amod', 'advmod', 'nummod')
            .map((one) => lowerAt(source, one))
            .filter((word) => HOW_MANY.test(word));
    });
    count += own.filter((word) => !there.includes(word)).length + there.filter((word) => !own.includes(word)).length;
  }
  return count;
}
