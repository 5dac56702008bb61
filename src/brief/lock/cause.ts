import { dependentsOf, headOf, hasRelation, isPart, lowerAt, subtreeOf, type Reading } from '../../language/reading/reading.ts';
import { languageFor } from '../../language/tables.ts';
import type { Evidence } from './evidence.ts';
import type { Fault } from './fault.ts';

/** Opens a reason: "because it rained". */
const BECAUSE: ReadonlyMap<string, RegExp> = new Map([
  ['en', /^(?:because|since|due|owing|thanks)$/u],
  ['de', /^(?:weil|wegen|aufgrund|denn|dank)$/u],
  ['fr', /^(?:parce|puisque|car|grâce)$/u],
  ['es', /^(?:porque|debido|gracias)$/u],
  ['pt', /^(?:porque|devido|graças|pois)$/u],
  ['it', /^(?:perché|poiché|dato|grazie|causa)$/u],
  ['nl', /^(?:omdat|doordat|wegens|vanwege|dankzij)$/u],
]);
/** What tells a reason, in whatever form. */
const REASON =
  /^(?:because|due|owing|thanks?|therefore|hence|thus|reasons?|why|caus(?:e|es|ed|ing)|leads?|led|leading|prompt(?:s|ed|ing)?|result(?:s|ed|ing)?|trigger(?:s|ed|ing)?|spark(?:s|ed|ing)?|forc(?:e|es|ed|ing)|mean(?:s|t)?|blam(?:e|es|ed|ing)|driven?|attribut\p{L}*|enabl\p{L}*|allow\p{L}*|reflect\p{L}*|motivat\p{L}*|inspir\p{L}*|fear(?:s|ed|ing)?|worr(?:y|ies|ied)|concern(?:s|ed)?)$/u;
/** Signs of a reason only where they open a clause. */
const WEAK = /^(?:as|so|after|for|by|from|with|over|since|following|amid)$/u;

const SAME = 0.6;
/** So much of a reason has to stand in the source where nothing there tells one. */
const MOSTLY = 0.5;

/** A reason of which most words are strange to a source that tells no reason there. */
export function causeFaults(evidence: Evidence): Fault[] {
  const { claim, sources, tokens, matches, language } = evidence;
  const opens = BECAUSE.get(languageFor(language).code);
  if (opens === undefined) return [];
  return claim.words.flatMap(({ text }, at): Fault[] => {
    if (!opens.test(lowerAt(claim, at)) || isTime(claim, at)) return [];
    const head = hasRelation(claim, at, 'mark', 'case', 'fixed', 'advmod') ? headOf(claim, at) : at;
    const reason = new Set(subtreeOf(claim, head));
    const found = [...reason].flatMap((one) =>
      tokens[one]?.isContent === true ? (matches[one] ?? []).filter(({ kinship }) => kinship >= SAME).slice(0, 1) : [],
    );
    const wanted = [...reason].filter((one) => tokens[one]?.isContent === true).length;
    const places = new Set(found.map(({ token }) => token.sentence));
    const isTold = sources.some((source, sentence) => places.has(sentence) && tellsReason(source, languageFor(language).code));
    return !isTold && found.length < wanted * MOSTLY ? [{ kind: 'cause', words: text }] : [];
  });
}

/** "since 2012", "since he left": when, and not why. */
function isTime(claim: Reading, at: number): boolean {
  if (lowerAt(claim, at) !== 'since') return false;
  return (
    hasRelation(claim, at, 'case') ||
    isPart(claim, headOf(claim, at), 'NUM', 'PROPN') ||
    dependentsOf(claim, headOf(claim, at), 'aux').length > 0
  );
}

function tellsReason(source: Reading, code: string): boolean {
  const opens = BECAUSE.get(code);
  return source.words.some((_, at) => {
    const lower = lowerAt(source, at);
    return opens?.test(lower) === true || (code === 'en' && REASON.test(lower)) || (WEAK.test(lower) && hasRelation(source, at, 'mark'));
  });
}
