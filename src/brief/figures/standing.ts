import { isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, headOf, isUnder, lowerAt, subtreeOf, textOf, type Reading } from '../../language/reading/reading.ts';
import { isSaying, speakerText, speechOver } from '../../language/reading/speech.ts';
import { hedgesIn, type Claim } from './claim.ts';
import type { Place } from './place.ts';

/** Verbs with which somebody tells what he himself decides: "will share £42m, the society announced" is no guess. */
const DECIDING =
  /^(?:announce[sd]?|confirm(?:s|ed)?|agreed?|agrees|sign(?:s|ed)?|approve[sd]?|decide[sd]?|kündigt|kündigte|bestätigte|beschloss|annonce|annoncé|confirmé|anunció|anuncia|confirmó|anunciou|confirmou|annunciato|annuncia|confermato|kondigde|bevestigde)$/u;
/** What is to come, and nothing more. */
const TO_COME = /^(?:will|shall|['’]ll|wird|werden|zal|zullen)$/u;

/** A figure's claim, where the tree knows better than the row of words. */
export function standingOf(place: Place, told: Claim): Claim {
  const own = told.attributedTo === null ? withTag(place, told) : told;
  if (own.status !== 'hedged' || place.clause === null) return own;
  if (isDecided(place, own) || isHedgedElsewhere(place)) return { ...own, status: own.attributedTo === null ? 'stated' : 'attributed' };
  return own;
}

/** "…, engineers say.", "…, a survey found.": whoever ends the sentence by saying so. */
function withTag({ reading, anchor }: Place, told: Claim): Claim {
  const speech = speechOver(reading, anchor);
  if (speech === null || speech.verb === null) return told;
  const behind = reading.words.slice(Math.max(speech.verb, speech.speaker) + 1).filter(({ part }) => part !== 'PUNCT' && part !== 'ADP');
  const from = Math.min(speech.verb, ...subtreeOf(reading, speech.speaker));
  const isTag = behind.length === 0 && reading.words[from - 1]?.text === ',' && isSaying(reading, speech.verb);
  if (!isTag) return told;
  return { status: told.status === 'hedged' ? 'hedged' : 'attributed', attributedTo: speakerText(reading, speech.speaker) };
}

/** Does whoever speaks tell what he decides, without any doubt but that it is still to come? */
function isDecided({ reading, anchor, clause }: Place, told: Claim): boolean {
  const verb = told.attributedTo === null || clause === null ? null : (speechOver(reading, anchor)?.verb ?? null);
  if (verb === null || clause === null || !DECIDING.test(lowerAt(reading, verb))) return false;
  const words = [...dependentsOf(reading, clause.head, 'aux', 'advmod', 'mark'), clause.head].filter(
    (at) => !TO_COME.test(lowerAt(reading, at)),
  );
  return !hedgesIn(textOf(reading, words), reading.language, false);
}

/** "was 2.9% in March and is expected to be 2.5% in April": the doubt stands in a clause that is only joined to this one. */
function isHedgedElsewhere({ reading, anchor, clause }: Place): boolean {
  if (clause === null) return false;
  const joined = joinedClauses(reading, clause.head).filter((one) => !isUnder(reading, anchor, one));
  if (joined.length === 0) return false;
  const apart = new Set(joined.flatMap((one) => subtreeOf(reading, one)));
  const own = [...reading.words.keys()].filter((at) => !apart.has(at));
  return !hedgesIn(textOf(reading, own), reading.language);
}

/** Predicates joined to this one, each with a helper or a subject of its own. */
function joinedClauses(reading: Reading, head: number): number[] {
  const siblings = [head, headOf(reading, head)].flatMap((at) => (at < 0 ? [] : dependentsOf(reading, at, 'conj')));
  return siblings.filter((at) => isPredicate(reading, at) && dependentsOf(reading, at, 'aux', 'cop', 'nsubj').length > 0);
}
