import { hasRelation, isPart, lowerAt, type Reading } from '../language/reading/reading.ts';
import { TIME } from './leaning.ts';

/** A noun with "the" or "another" that does not say itself which one it means, as its place. */
export interface Definite {
  at: number;
  /** Nothing but "the", and no name stands before it in the sentence. */
  isLost: boolean;
  /** What it means was told in the sentence before, whatever the article is about. */
  isBack: boolean;
  /** The sentence begins with it: no name and no verb stands before. */
  isTopic: boolean;
}

/** "the latest", "the second", "the only": one of its kind. */
const ONE_OF_ITS_KIND =
  /^(?:first|second|third|fourth|fifth|last|latest|next|only|sole|main|former|other|best|worst|most|least|\p{L}{3,}est)$/u;
/** What follows says which one. */
const SAYS_WHICH = /^(?:of|that|who|whom|which|whose|where|when|why|behind|between|to)$/u;

/** What everybody knows, or what no sentence before has to name. */
const UNIQUE = new Set(
  'world country nation government media press public police economy internet web sun moon earth sky sea air water ground land atmosphere weather environment globe future past present way rest end beginning start middle moment side street door south north east west market'.split(
    ' ',
  ),
);

/** "the answer", "the move": what the sentence before told, whoever is named here. */
const POINTS_BACK =
  /^(?:answer|question|former|latter|pair|duo|trio|incident|decision|move|feat|announcement|revelation|discovery|allegation|claim|verdict|attack|crash|blast|defeat|victory|win|loss)s?$/u;

/** "another", "the same": there was one before. */
const ONE_MORE = /^(?:another|further|similar|same)$/u;
/** "In the event", "on the spot": not what happened, unless something is said of it. */
const FIXED =
  /^(?:case|result|process|event|course|spot|part|fact|net|thing|number|term|line|word|hand|face|job|name|air|run|road|market|table|wake|back|top|heart|light|eye)s?$/u;

/** English only: "the law", "the new site", "another deal" anywhere in a sentence. */
export function definitesIn(reading: Reading): Definite[] {
  const root = reading.words.findIndex(({ head }) => head < 0);
  return [...reading.words.keys()].flatMap((at) => {
    const noun = lowerAt(reading, at);
    if (!isPart(reading, at, 'NOUN') || hasRelation(reading, at, 'compound') || TIME.test(noun)) return [];
    const own = (reading.dependents[at] ?? []).filter(
      (one) =>
        !hasRelation(reading, one, 'case', 'punct', 'cop', 'nsubj', 'aux', 'advmod', 'mark', 'cc', 'conj') &&
        // ", which cost 900 lives": behind a comma it does not say which one.
        !(hasRelation(reading, one, 'acl') && lowerAt(reading, at + 1) === ','),
    );
    const has = (pattern: RegExp) => own.some((one) => pattern.test(lowerAt(reading, one)));
    const isPlain = own.every((one) => hasRelation(reading, one, 'det', 'nummod', 'amod', 'compound') && !isPart(reading, one, 'PROPN'));
    if (!isPlain || SAYS_WHICH.test(lowerAt(reading, at + 1))) return [];
    const isFirst = !reading.words.slice(0, at).some(({ part }) => part === 'PROPN');
    const isTopic = isFirst && at < root;
    // "In another letter, Berg wrote": there was one before.
    if (has(ONE_MORE)) return [{ at, isLost: isTopic, isBack: isTopic, isTopic }];
    if (!has(/^the$/u) || has(ONE_OF_ITS_KIND) || UNIQUE.has(noun.replace(/s$/u, ''))) return [];
    if (FIXED.test(noun) && !hasRelation(reading, at, 'nsubj')) return [];
    const isBare = own.every((one) => hasRelation(reading, one, 'det', 'nummod'));
    const isBack = isBare && POINTS_BACK.test(noun);
    return [{ at, isLost: (isFirst && isBare) || isBack, isBack, isTopic }];
  });
}
