import { senseOf } from '../../language/sense.ts';
import { likenessBetween, rarityOf } from '../../language/vectors.ts';
import type { Article, Citation } from '../../model/article.ts';
import { passagesOf, type Passage } from '../passages.ts';
import type { Evidence } from './evidence.ts';

/** Where a claim stands: its article, and the numbers of the sentences that it cites. */
export interface Setting {
  article: Article;
  cited: readonly number[];
}

/** Numbers of the cited sentences, each once. */
export function citedIn(citations: readonly Citation[]): number[] {
  return [...new Set(citations.flatMap(({ sentenceIds }) => sentenceIds))];
}

/** Words that meet nothing nearer in their sentences are new. */
const NEW = 0.5;
/** What a passage means does not depend on the claim. */
const known = new WeakMap<Passage, Float32Array | null>();

/**
 * How near a claim comes to what its sentences mean together, whether another sentence of the article is nearer, how rare
 * its new words are, and whether the article has them elsewhere: details are made up of what a story like this would have.
 */
export function settingFeatures({ claim, sources, tokens, given, matches, language }: Evidence, { article, cited }: Setting): number[] {
  const sense = senseOf(claim.words, language);
  const all = senseOf(
    sources.flatMap(({ words }) => words),
    language,
  );
  const together = likenessBetween(sense, all);
  const others = passagesOf(article).filter(({ id }) => !cited.includes(id));
  const elsewhere = Math.max(0, ...others.map((passage) => likenessBetween(sense, senseIn(passage, language))));
  const fresh = tokens.filter(({ at, isContent }) => isContent && (matches[at]?.[0]?.kinship ?? 0) < NEW);
  const rarities = fresh.map(({ stem }) => rarityOf(stem, language));
  const beside = others.filter(({ id }) => cited.some((one) => Math.abs(one - id) === 1));
  const standsIn = (passages: readonly Passage[]) => fresh.filter(({ stem }) => passages.some(({ stems }) => stems.has(stem))).length;
  const content = tokens.filter(({ isContent }) => isContent).length;
  return [
    Math.max(0, ...sources.map(({ words }) => likenessBetween(sense, senseOf(words, language)))),
    together,
    elsewhere - together,
    Math.max(0, ...rarities),
    rarities.reduce((sum, rarity) => sum + rarity, 0),
    standsIn(others),
    standsIn(beside),
    fresh.length - standsIn(others),
    likenessBetween(
      senseOf(
        fresh.flatMap(({ at }) => claim.words[at] ?? []),
        language,
      ),
      all,
    ),
    content,
    content / Math.max(1, given.filter(({ isContent }) => isContent).length),
    sources.length,
  ];
}

function senseIn(passage: Passage, language: string): Float32Array | null {
  let sense = known.get(passage);
  if (sense === undefined) known.set(passage, (sense = senseOf(passage.words, language)));
  return sense;
}
