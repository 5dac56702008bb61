import { dependentsOf, lowerAt, textOf, type Reading } from '../../language/reading/reading.ts';
import { speechOver } from '../../language/reading/speech.ts';
import { hedgesIn, type Claim } from './claim.ts';
import type { Place } from './place.ts';

/** Verbs with which somebody tells what he himself decides: "will share £42m, the society announced" is no guess. */
const DECIDING =
  /^(?:announce[sd]?|confirm(?:s|ed)?|agreed?|agrees|sign(?:s|ed)?|approve[sd]?|decide[sd]?|kündigt|kündigte|bestätigte|beschloss|annonce|annoncé|confirmé|anunció|anuncia|confirmó|anunciou|confirmou|annunciato|annuncia|confermato|kondigde|bevestigde)$/u;
/** What is to come, and nothing more. */
const TO_COME = /^(?:will|shall|['’]ll|wird|werden|zal|zullen)$/u;

/** A figure's claim, where the tree knows better than the row of words: who decides a thing does not guess it. */
export function standingOf({ reading, anchor, clause }: Place, told: Claim): Claim {
  if (told.status !== 'hedged' || told.attributedTo === null || clause === null) return told;
  const verb = speechOver(reading, anchor)?.verb ?? null;
  if (verb === null || !DECIDING.test(lowerAt(reading, verb))) return told;
  return hedgesIn(textOf(reading, doubtingIn(reading, clause.head)), reading.language) ? told : { ...told, status: 'attributed' };
}

/** The verb with its helpers and adverbs, without the mere future. */
function doubtingIn(reading: Reading, verb: number): number[] {
  return [...dependentsOf(reading, verb, 'aux', 'advmod', 'mark'), verb].filter((at) => !TO_COME.test(lowerAt(reading, at)));
}
