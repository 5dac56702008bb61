import { headOf, isPart } from '../../language/reading/reading.ts';
import { AMISS, farKinOf, kinOf, STANDINGS, standingOf, TOLD, type Standing } from '../../language/thesaurus.ts';
import type { Evidence, Token } from './evidence.ts';
import { isOdd, nearestPredicate, sharesPlace } from './polarity.ts';

/** Parts of speech that are counted apart. */
const SORTS = [['VERB'], ['NOUN'], ['ADJ', 'ADV']] as const;
/** By the thesaurus: of the words of a claim how many its sentences have, have in other words, or have only what excludes them. */
export function kinFeatures(evidence: Evidence): number[] {
  const { claim, tokens, given, language } = evidence;
  const content = tokens.filter(({ isContent, part }) => isContent && part !== 'PROPN' && part !== 'NUM');
  const there = given.filter(({ isContent }) => isContent).map(({ stem }) => stem);
  const standings = new Map(content.map(({ at, stem }) => [at, standingOf(stem, there, language)]));
  const count = (test: (token: Token, standing: Standing) => boolean) =>
    content.filter((token) => test(token, standings.get(token.at) ?? 'unknown')).length;
  const all = Math.max(1, content.length);
  const root = claim.words.findIndex((_, at) => headOf(claim, at) < 0);
  const rooted = standings.get(root) ?? 'unknown';
  return [
    ...[...AMISS, 'unknown'].map((standing) => count((_, one) => one === standing) / all),
    ...SORTS.flatMap((parts) => AMISS.map((standing) => count(({ at }, one) => one === standing && isPart(claim, at, ...parts)))),
    count((_, one) => TOLD.has(one)) / all,
    TOLD.has(rooted) ? -1 : STANDINGS.indexOf(rooted),
    ...apartFeatures(
      evidence,
      content.filter(({ at }) => !TOLD.has(standings.get(at) ?? 'unknown')),
    ),
  ];
}

/** Ways in which a word of the source excludes one of the claim, or tells the same after all. */
const WAYS = ['opposite', 'far opposite', 'rival', 'far same'] as const;

/** Of the words that the sentences do not tell, how many meet one that excludes them: in the same place of a sentence, and anywhere. */
function apartFeatures(evidence: Evidence, untold: readonly Token[]): number[] {
  const { tokens, given, language } = evidence;
  const own = new Set(tokens.map(({ stem }) => stem));
  const others = given.filter(({ isContent, stem, part }) => isContent && part !== 'PROPN' && part !== 'NUM' && !own.has(stem));
  const found = untold.flatMap((token) => {
    const ways = others.flatMap((other) => {
      const way = wayBetween(token.stem, other.stem, language);
      return way === null ? [] : [{ way, isPlaced: sharesPlace(evidence, token, other), isDenied: isDenied(evidence, token, other) }];
    });
    return ways.length === 0 ? [] : [ways];
  });
  const count = (way: (typeof WAYS)[number], isPlaced: boolean) =>
    found.filter((ways) => ways.some((one) => one.way === way && (one.isPlaced || !isPlaced))).length;
  const opposed = (isTurned: boolean) =>
    found.filter((ways) => ways.some((one) => /opposite/u.test(one.way) && one.isPlaced && one.isDenied === isTurned)).length;
  return [opposed(false), opposed(true), ...WAYS.flatMap((way) => [count(way, true), count(way, false)]), untold.length - found.length];
}

/** Is one of the two denied and the other not? */
function isDenied({ claim, sources }: Evidence, own: Token, other: Token): boolean {
  const source = sources[other.sentence];
  return source !== undefined && isOdd(claim, nearestPredicate(claim, own.at)) !== isOdd(source, nearestPredicate(source, other.at));
}

function wayBetween(stem: string, other: string, language: string): (typeof WAYS)[number] | null {
  const kin = kinOf(stem, other, language);
  if (kin === 'opposite' || kin === 'rival') return kin;
  const far = farKinOf(stem, other, language);
  return far === null ? null : far === 'same' ? 'far same' : 'far opposite';
}
