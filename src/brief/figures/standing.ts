import { clauseAt, isPredicate } from '../../language/reading/clause.ts';
import {
  dependentsOf,
  hasRelation,
  headOf,
  isPart,
  isUnder,
  lowerAt,
  subtreeOf,
  textOf,
  type Reading,
} from '../../language/reading/reading.ts';
import { isSaying, speakerText, speechAt, speechOver } from '../../language/reading/speech.ts';
import { isBesideWords } from './beside.ts';
import { GIVEN, hedgesIn, OUTLOOK, type Claim } from './claim.ts';
import type { Place } from './place.ts';
import { governing, spineOf, type Step } from './spine.ts';

/** Verbs with which somebody tells what he himself decides: "will share £42m, the society announced" is no guess. */
const DECIDING =
  /^(?:announce[sd]?|confirm(?:s|ed)?|agreed?|agrees|sign(?:s|ed)?|approve[sd]?|decide[sd]?|kündigt|kündigte|bestätigte|beschloss|annonce|annoncé|confirmé|anunció|anuncia|confirmó|anunciou|confirmou|annunciato|annuncia|confermato|kondigde|bevestigde)$/u;
/** What is to come, and nothing more. */
const TO_COME = /^(?:will|shall|['’]ll|wird|werden|zal|zullen)$/u;

/** A figure's claim, where the tree knows better than the row of words. */
export function standingOf(place: Place, told: Claim): Claim {
  const steps = spineOf(place.reading, place.anchor);
  const isBeside = told.attributedTo !== null && isBesideWords(place, told.attributedTo);
  const heard = isBeside ? { status: told.status === 'attributed' ? ('stated' as const) : told.status, attributedTo: null } : told;
  const tagged = heard.attributedTo === null && !isBeside ? withSource(place, steps, withTag(place, heard)) : heard;
  const own = withHolder(place, steps, tagged);
  if (own.status !== 'hedged' || place.clause === null || isHeld(place, steps)) return own;
  if (isDecided(place, own) || isHedgedElsewhere(place) || isFree(place.reading, steps))
    return { ...own, status: own.attributedTo === null ? 'stated' : 'attributed' };
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

/** Does nothing that governs the number doubt it, though something else in the sentence doubts something? */
function isFree(reading: Reading, steps: readonly Step[]): boolean {
  return !OUTLOOK.test(reading.sentence) && !hedgesIn(textOf(reading, governing(reading, steps)), reading.language);
}

/** "The bank fears that 300 …", "experts predict …": whoever expects it answers for it. */
function withHolder(place: Place, steps: readonly Step[], told: Claim): Claim {
  const { reading } = place;
  const status = isHeld(place, steps) ? 'hedged' : told.status;
  if (told.attributedTo !== null || status !== 'hedged') return { ...told, status };
  for (const { at, from } of steps) {
    if (from < 0 || hasRelation(reading, from, 'nsubj') || !HOLDING.test(lowerAt(reading, at))) continue;
    const misread = holderBefore(reading, at, from);
    if (misread !== null) return { status, attributedTo: misread };
    if (!isPart(reading, at, 'VERB') || isPassive(reading, at)) continue;
    const speaker = speechAt(reading, at);
    if (speaker !== null) return { status, attributedTo: speakerText(reading, speaker) };
  }
  return { ...told, status };
}
const HOLDING =
  /^(?:expect|anticipat|fear|predict|forecast|believ|think|thinks|hop(?:e|ing)|plan|propos|suggest|warn|promis|pledg|vow|claim|reckon|estimat|project|intend|aim|offer|want|erwart|befürcht|rechn|schätz|prévo|prévoi|estim|craign|esper|verwacht|vrees|schat)/u;
/** "The agency fears 300 homes could flood", where the verb is read as a noun: "the agency". */
function holderBefore(reading: Reading, at: number, from: number): string | null {
  const isNoun =
    isPart(reading, at, 'NOUN') && hasRelation(reading, from, 'acl', 'ccomp', 'parataxis') && hasRelation(reading, at - 1, 'compound');
  if (!isNoun || !isPart(reading, at - 1, 'NOUN', 'PROPN')) return null;
  const first = Math.min(at - 1, ...dependentsOf(reading, at, 'det', 'compound', 'amod').filter((one) => one < at));
  return textOf(
    reading,
    Array.from({ length: at - first }, (_, step) => first + step),
  );
}

/** Verbs that only hold something to be so, or want it. */
const DOUBTING = /^(?:expect|anticipat|fear|predict|forecast|believ|reckon|consider(?:s|ing)?$)/u;
const EXPECTED = /^(?:expected|forecast|predicted|believed|thought|projected|scheduled|feared|planned)$/u;
/** "a target of 200", "the option to buy 20": what is not there yet. */
const NOT_YET =
  /^(?:expectations?|forecasts?|targets?|options?|pledges?|proposals?|plans?|calls?|hopes?|fears?|predictions?|projections?)$/u;

const OF = /^(?:of|for)$/u;

/** Is the number what somebody expects, fears or aims at, by a word over it in the tree? */
function isHeld({ reading, number }: Place, steps: readonly Step[]): boolean {
  const first = reading.words[Math.min(...number)]?.start ?? 0;
  if (GIVEN.test(reading.sentence.slice(0, first))) return false;
  return steps.some(({ at, from }) => {
    if (from < 0) return false;
    const word = lowerAt(reading, at);
    if (isPart(reading, at, 'NOUN')) {
      const isOf = dependentsOf(reading, from, 'case').some((one) => OF.test(lowerAt(reading, one)));
      return NOT_YET.test(word) && (hasRelation(reading, from, 'acl') || isOf);
    }
    if (!isPart(reading, at, 'VERB')) return false;
    if (DOUBTING.test(word) && hasRelation(reading, from, 'ccomp', 'xcomp', 'obj')) return true;
    // "140,000 – a record – were expected to have come"
    if (EXPECTED.test(word) && from < at && isPassive(reading, at)) return true;
    // "Boeing is to supply 50"
    return dependentsOf(reading, at, 'mark').some((to) => lowerAt(reading, to) === 'to' && /^(?:is|are)$/u.test(lowerAt(reading, to - 1)));
  });
}

/** "are forecast", "was expected": nobody is told who does it. */
function isPassive(reading: Reading, verb: number): boolean {
  return clauseAt(reading, verb).isPassive || /^(?:is|are|was|were|be|been|being)$/u.test(lowerAt(reading, verb - 1));
}

/** "Polls showed Herzog taking 24", "officials put the odds at 50%": what a verb of finding holds is told by its subject. */
function withSource({ reading }: Place, steps: readonly Step[], told: Claim): Claim {
  if (told.attributedTo !== null || DROPS.test(reading.language)) return told;
  for (const { at, from } of steps) {
    if (from < 0 || !isPart(reading, at, 'VERB') || isPassive(reading, at)) continue;
    const word = lowerAt(reading, at);
    const isContent = hasRelation(reading, from, 'ccomp') && (isSaying(reading, at) || FINDING.test(word));
    const isFound = FINDING.test(word) && hasRelation(reading, from, 'obj', 'obl', 'xcomp', 'ccomp');
    if (!isContent && !isFound) continue;
    const speaker = speechAt(reading, at);
    if (speaker === null || (isFound && !isContent && !isSource(reading, at, speaker))) continue;
    return { status: told.status === 'hedged' ? 'hedged' : 'attributed', attributedTo: speakerText(reading, speaker) };
  }
  return told;
}
/** Languages that leave a pronoun out, so that another word is taken for the subject. */
const DROPS = /^(?:es|it|pt)/u;
const FINDING = /^(?:show(?:s|ed|n)?|indicat(?:e|es|ed)|estimat(?:e|es|ed)|puts?|found|finds)$/u;
/** What shows figures, where nobody says them. */
const SOURCES =
  /^(?:polls?|surveys?|stud(?:y|ies)|reports?|figures?|data|documents?|records?|registers?|analys[ei]s|estimates?|statistics|research|results?|tests?|filings?|accounts?)$/u;

function isSource(reading: Reading, verb: number, speaker: number): boolean {
  return lowerAt(reading, verb).startsWith('estimat') || SOURCES.test(lowerAt(reading, speaker));
}
