import { languageFor } from '../../language/tables.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, subtreeOf, type Reading } from '../../language/reading/reading.ts';
import { isSaying, isSetBefore } from '../../language/reading/speech.ts';
import type { Place } from './place.ts';

/** "…, who is 35 points ahead", "…, one of two on the board": told of whoever speaks, and not by him. */
const DESCRIBES = /^,\s(?:who|which|whose|one of|an?|the)\s/u;
/** What follows a verb of saying that only ends what was said: "…, Berg said on Monday". */
const ENDS =
  /^\s*(?:$|[.,;]|(?:on|in|at|by|during|this|last|earlier|later|late|yesterday|today|to|after|when|as|while|mon|tues|wednes|thurs|fri|satur|sun)\w*)/iu;

/**
 * Does a number of an English sentence stand beside what the speaker says? "said Vonn, who is 35 points ahead", "wrote and
 * sent it to 22 million", "After 300 jobs were lost, Berg said that …".
 */
export function isBesideWords({ reading, anchor }: Place, speaker: string): boolean {
  const { sentence } = reading;
  const at = reading.words[anchor]?.start ?? 0;
  if (!reading.language.startsWith('en') || isQuotedAt(sentence, at)) return false;
  return (
    describesSpeaker(sentence, at, speaker) ||
    isBeforeContent(sentence, at, speaker) ||
    isJoined(reading, anchor, speaker) ||
    isInSetting(reading, anchor)
  );
}

function describesSpeaker(sentence: string, at: number, speaker: string): boolean {
  const start = sentence.indexOf(speaker);
  const end = start + speaker.length;
  if (start < 0 || at < end || !DESCRIBES.test(sentence.slice(end))) return false;
  const isBehindVerb = SAYING.test(lastWord(sentence.slice(0, start).replace(/(?:\p{Lu}[\p{L}.’'-]+\s)+$/u, '')));
  // "Reuters, which counted three quarters of the votes, reported …"
  const between = /,\s(?:(?:has|have|had|also)\s)?(\p{L}+)/u.exec(sentence.slice(at))?.[1] ?? '';
  return isBehindVerb || (/^,\s(?:who|which|whose)\s/u.test(sentence.slice(end)) && SAYING.test(between));
}

/** Does the number stand before a speaker who says only what follows his verb? */
function isBeforeContent(sentence: string, at: number, speaker: string): boolean {
  const start = sentence.indexOf(speaker, at);
  if (start < 0) return false;
  const [whole, verb = ''] =
    /^\s(?:(?:has|have|had|also|then|later)\s)*(\p{L}+)(?:\s\p{L}+ly)?/u.exec(sentence.slice(start + speaker.length)) ?? [];
  if (
    whole === undefined ||
    !SAYING.test(verb) ||
    !/(?:,[”"]?|\s(?:--?|–|—))\s(?:\P{Lu}{0,40}|.{0,60}\s)$/u.test(sentence.slice(at, start))
  )
    return false;
  const behind = sentence.slice(start + speaker.length + whole.length);
  if (/^(?:told|tells|asked)$/u.test(verb)) return /^.{0,60}?(?:\sthat\s|:\s?["“])/u.test(behind);
  return !ENDS.test(behind);
}

/** By the tree: the number hangs on the speaker himself, or on a deed joined to the saying. */
function isJoined(reading: Reading, anchor: number, speaker: string): boolean {
  const last = lastWord(speaker).toLowerCase();
  const verbs = [...reading.words.keys()].filter((at) => isPart(reading, at, 'VERB') && isSaying(reading, at));
  const own = verbs.filter((at) =>
    dependentsOf(reading, at, 'nsubj', 'obj').some((one) => subtreeOf(reading, one).some((word) => lowerAt(reading, word) === last)),
  );
  const [verb = 0] = own;
  if (own.length !== 1) return false;
  let from = anchor;
  while (from >= 0 && headOf(reading, from) !== verb) from = headOf(reading, from);
  return (
    from >= 0 &&
    anchor > verb &&
    ((hasRelation(reading, from, 'nsubj', 'obj') && anchor > from && lowerAt(reading, from) === last) ||
      (hasRelation(reading, from, 'conj') && isPart(reading, from, 'VERB')))
  );
}

/** "While the fine of 300 may seem small, the council revealed …": in front of who says something else. */
function isInSetting(reading: Reading, anchor: number): boolean {
  for (let at = anchor; headOf(reading, at) >= 0; at = headOf(reading, at)) {
    const over = headOf(reading, at);
    if (isPart(reading, over, 'VERB') && isSaying(reading, over) && isSetBefore(reading, at, over)) return true;
  }
  return false;
}

const SAYING = new RegExp(
  `^(?:${languageFor('en')
    .sayingVerbs.filter((verb) => !verb.includes(' '))
    .join('|')})$`,
  'u',
);

function lastWord(text: string): string {
  return text.trim().split(/\s+/u).at(-1) ?? '';
}

function isQuotedAt(sentence: string, at: number): boolean {
  const marks = (sentence.slice(0, at).match(/["“”]/gu) ?? []).length;
  // "…two titles," said Berg: the quotation began in the sentence before.
  const isClosing = /^[^"“”]*[^\s"“”(]["”](?:\s|$)/u.test(sentence);
  return (marks + (isClosing ? 1 : 0)) % 2 === 1;
}
