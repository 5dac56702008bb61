import { languageFor } from '../../language/tables.ts';
import { denialsOf, particlesOf } from '../../language/reading/clause.ts';
import { isNominal, nounPhrase, withoutArticle } from '../../language/reading/phrase.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, subtreeOf, textOf, type Reading } from '../../language/reading/reading.ts';
import { isSaying, STATEMENT } from '../../language/reading/speech.ts';
import { wayOf } from './direction.ts';
import { caseOf, type Place } from './place.ts';

/** A stretch of words that a label may have; the first are the last to go. */
export type Piece = readonly number[];

/** Verbs that say only that something is so: the subject alone is the label. */
const EMPTY =
  /^(?:be|is|are|was|were|been|being|has|have|had|amounts?|amounted|totall?ed|totals?|stands?|stood|remain(?:s|ed)?|averaged?|averages|accounts?|accounted|represents?|represented|equals?|equalled|reach(?:es|ed)?|hits?|exceed(?:s|ed)?|estimated|valued|ist|sind|war|waren|hat|haben|hatte|hatten|beträgt|betrug|liegt|lag|gibt|gab|est|sont|était|étaient|a|ont|avait|atteint|atteignait|représente|es|son|fue|era|eran|hay|ha|han|asciende|ascendió|alcanza|alcanzó|è|sono|ammonta|raggiunge|hanno|é|são|foi|eram|tem|têm|atinge|atingiu|is|zijn|bedraagt|bedroeg|heeft|hebben|werd)$/u;
const MODAL = /^(?:will|would|can|could|may|might|shall|should|must|['’]ll|['’]d|to)$/u;
const NO_NAME = /^(?:it|which|who|that|latter|former|others?|one|ones|latest)$/u;

/**
 * What can be said of a figure, the most telling first: what is counted or measured, what happened to it, who did it, to
 * what, where and what for. `numbers` are the words of all numbers, `speaker` is shown beside the label.
 */
export function piecesOf(place: Place, numbers: ReadonlySet<number>, speaker: string | null): Piece[] {
  const { reading, top, clause } = place;
  const core = coreOf(place);
  if (clause === null || isBeside(place)) return core;

  const { head } = clause;
  const own = clause.subject === top ? [] : toldAs(reading, clause.subject);
  const isSpoken = isSpeaker(reading, clause.subject, speaker) && (core.length > 0 || (clause.object !== null && clause.object !== top));
  const subject = isSpoken ? [] : own;
  if (place.number.has(head) || head === place.noun) return [...core, ...subject, ...shortOf(reading, head), ...placesOf(place)];
  const object = [clause.object, ...dependentsOf(reading, head, 'iobj')]
    .filter((at) => at !== null && at !== top && !numbers.has(at))
    .slice(0, 1)
    .flatMap((at) => toldAs(reading, at));
  const isSubject = hasRelation(reading, top, 'nsubj', 'csubj');
  const isPuttingOnly =
    (isSaying(reading, head) && !isSubject) || (subject.length === 0 && object.length > 0 && isSpeaker(reading, clause.subject, speaker));
  // "enough to carry its 31,000 residents": the verb is nobody's.
  const isLoose = clause.subject === null && core.length > 0 && dependentsOf(reading, head, 'mark').length > 0;
  const isTelling = !isEmptyVerb(reading, head) || (isSubject && isPart(reading, head, 'VERB'));
  // "fielen 17 von 52 Markttagen aus": a verb in two pieces around its figure reads badly without it.
  const isSplit = core.length > 0 && head < top && particlesOf(reading, head).some((at) => at > top);
  const verb = !isTelling || isSplit || isPuttingOnly || isLoose ? [] : [verbOf(reading, head, clause.isPassive, place.isCorrection)];
  if (isChange(place)) {
    // "prices rose 12%", "cut its alarms by 58%": what changed, and the arrow says how.
    if (object.length > 0) return [...core, ...object];
    if (core.length > 0) return [...core, ...(hasRelation(reading, top, 'obj') ? verb : []), ...subject, ...placesOf(place)];
    const whose = clause.subject === null ? [] : purposeOf(reading, clause.subject);
    return subject.length > 0 ? [...subject, ...whose, ...placesOf(place)] : verb;
  }
  const purposes = [place.noun, clause.object].flatMap((at) => (at === null ? [] : purposeOf(reading, at)));
  if (isSubject) {
    // "a study of 1,214 patients has found"
    if (isSaying(reading, head) && place.noun !== top && top !== place.anchor) return [...core, ...purposes];
    return [...core, ...verb, ...object, ...complementOf(reading, head), ...placesOf(place), ...purposes, ...joinedTo(reading, head)];
  }
  if (place.isTime && place.noun !== null) return core;
  if (core.length > 0)
    return [...core, ...verb, ...subject, ...object, ...placesOf(place), ...purposes, ...joinedTo(reading, place.noun ?? top)];
  return [...object, ...verb, ...subject, ...placesOf(place)];
}

/** "are 20 seats short of a majority": the adjective that the number measures. */
function shortOf(reading: Reading, head: number): Piece[] {
  const over = headOf(reading, head);
  if (over <= head || !isPart(reading, over, 'ADJ', 'ADV')) return [];
  return [[over, ...dependentsOf(reading, over, 'obl').flatMap((one) => withCase(reading, one))].toSorted((a, b) => a - b)];
}

/** What is counted, what the number is a measure of, and what hangs on it. */
function coreOf(place: Place): Piece[] {
  const { reading, noun, anchor, top } = place;
  // "employs people in 14 countries"
  const own = noun === null ? [] : [noun === top && hasRelation(reading, noun, 'obl') ? withCase(reading, noun) : named(reading, noun)];
  // "unemployment of 5%", "a fine of $3m": the noun that the number hangs on.
  const over = headOf(reading, anchor);
  const isOwned = noun === null && hasRelation(reading, anchor, 'nmod', 'appos', 'acl') && over >= 0 && isNominal(reading, over);
  const owner = isOwned ? [named(reading, over)] : [];
  // "pay SpaceX $1.25bn"
  const beside = dependentsOf(reading, anchor, 'compound').filter(
    (at) => at < anchor && isPart(reading, at, 'PROPN', 'NOUN') && !place.number.has(at),
  );
  const isOuter =
    !STATEMENT.test(lowerAt(reading, top)) &&
    top !== anchor &&
    top !== noun &&
    isPart(reading, top, 'NOUN', 'PROPN') &&
    !owner.some((piece) => piece.includes(top));
  const outer = isOuter && !(place.isTime && noun !== null) ? [named(reading, top)] : [];
  return [...own, ...owner, ...outer, ...beside.map((at) => named(reading, at)), ...behindOf(place)];
}

/** "rose 12%" and "rose to $5m" say how far something went; "raised $5m" and "cut 300 jobs" what was done. */
function isChange({ reading, top, clause, isAmount }: Place): boolean {
  if (clause === null || wayOf(lowerAt(reading, clause.head), reading.language) === null) return false;
  if (particlesOf(reading, clause.head).some((at) => !WITH_CHANGE.test(lowerAt(reading, at)))) return false;
  const isDone = hasRelation(reading, top, 'obj') && !isAmount && clause.subject !== null;
  return !isDone && !hasRelation(reading, top, 'nsubj', 'csubj');
}
/** Particles with which a verb still says that something rose or fell. */
const WITH_CHANGE = /^(?:up|down|back|zurück|zu|ab|an|om|af|toe|terug|op)$/u;

/** "bewilligt und ausgezahlt", "hunters and fishers": what is joined to a word by "and". */
function joinedTo(reading: Reading, head: number): Piece[] {
  return dependentsOf(reading, head, 'conj')
    .filter((at) => reading.words[at]?.part === reading.words[head]?.part && dependentsOf(reading, at, 'nsubj', 'obj').length === 0)
    .slice(0, 1)
    .map((at) =>
      [...dependentsOf(reading, at, 'cc'), ...(isPart(reading, at, 'VERB') ? [at] : named(reading, at))].toSorted((a, b) => a - b),
    );
}

/** A noun phrase without its article. */
function named(reading: Reading, head: number): number[] {
  return withoutArticle(reading, nounPhrase(reading, head));
}

/** The phrase of a noun that a reader can picture; none for pronouns and days. */
function toldAs(reading: Reading, at: number | null): Piece[] {
  const isTold =
    at !== null && !isDay(reading, at) && isPart(reading, at, 'NOUN', 'PROPN', 'ADJ', 'X', 'VERB') && !NO_NAME.test(lowerAt(reading, at));
  // "the number sold"
  const inner = at === null ? [] : dependentsOf(reading, at, 'nsubj').flatMap((one) => nounPhrase(reading, one));
  const words =
    at === null
      ? []
      : withoutArticle(
          reading,
          [...inner, ...nounPhrase(reading, at)].toSorted((a, b) => a - b),
        );
  return isTold && !STATEMENT.test(lowerAt(reading, at)) ? [words] : [];
}

function isSpeaker(reading: Reading, at: number | null, speaker: string | null): boolean {
  return at !== null && speaker !== null && speaker.toLowerCase().includes(textOf(reading, named(reading, at)).toLowerCase());
}

/** Does the figure stand beside its sentence rather than in it: in a list, in brackets, behind a dash? */
function isBeside({ reading, anchor, noun, clause }: Place): boolean {
  for (let at = noun ?? anchor; at >= 0 && at !== clause?.head; at = headOf(reading, at)) {
    if (hasRelation(reading, at, 'parataxis', 'appos', 'list', 'dep', 'discourse')) return true;
  }
  return false;
}

/** Does the verb say no more than that something is, has or comes to so much? */
export function isEmptyVerb(reading: Reading, at: number): boolean {
  return EMPTY.test(lowerAt(reading, at));
}

/** "nine years in prison", "$60m needed to buy the jet", "500 miles east of Madagascar": what hangs on the number itself. */
function behindOf({ reading, anchor, noun, top }: Place): Piece[] {
  const nouns = dependentsOf(reading, anchor, 'nmod')
    .filter(
      (at) => at !== noun && at > anchor && isPart(reading, at, 'NOUN', 'PROPN') && PLACE.test(caseOf(reading, at)) && !isTime(reading, at),
    )
    .map((at) => withCase(reading, at));
  const isBearing = top !== anchor && top !== noun && isPart(reading, top, 'ADV', 'ADJ') && headOf(reading, anchor) === top;
  const bearing = dependentsOf(reading, top, 'obl', 'nmod').filter((one) => isPart(reading, one, 'NOUN', 'PROPN'));
  const own = dependentsOf(reading, anchor, 'advmod', 'amod').filter((at) => at > anchor && dependentsOf(reading, at, 'obl').length > 0);
  const direction = isBearing ? [[top, ...bearing.flatMap((one) => withCase(reading, one))].toSorted((a, b) => a - b)] : [];
  const beyond = own.map((at) =>
    [at, ...dependentsOf(reading, at, 'obl').flatMap((one) => withCase(reading, one))].toSorted((a, b) => a - b),
  );
  return [...nouns, ...purposeOf(reading, anchor), ...direction, ...beyond];
}

function withCase(reading: Reading, noun: number): number[] {
  return [...dependentsOf(reading, noun, 'case'), ...nounPhrase(reading, noun)].toSorted((a, b) => a - b);
}

/** "a petition seeking his reinstatement", "counts of raping": a verb without a subject that says what a noun is for. */
function purposeOf(reading: Reading, noun: number): Piece[] {
  return dependentsOf(reading, noun, 'acl')
    .filter((verb) => verb > noun && dependentsOf(reading, verb, 'nsubj', 'cop').length === 0)
    .filter((verb) => !reading.words.slice(noun, verb).some(({ part }) => part === 'PUNCT'))
    .slice(0, 1)
    .map((verb) => {
      const inner = dependentsOf(reading, verb, 'xcomp')[0];
      const object = dependentsOf(reading, inner ?? verb, 'obj')[0];
      const words = [
        ...dependentsOf(reading, verb, 'mark'),
        verb,
        ...(inner === undefined ? [] : [...dependentsOf(reading, inner, 'mark'), inner]),
      ];
      return [...words, ...(object === undefined ? [] : nounPhrase(reading, object))].toSorted((a, b) => a - b);
    });
}

/** The verb with its particle and its denial, and what makes an infinitive readable: "would cover", "to cost". */
function verbOf(reading: Reading, head: number, isPassive: boolean, isCorrection: boolean): number[] {
  const helpers = isPassive ? [] : dependentsOf(reading, head, 'aux', 'mark').filter((at) => at < head && MODAL.test(lowerAt(reading, at)));
  return [...helpers, ...(isCorrection ? [] : denialsOf(reading, head)), head, ...particlesOf(reading, head)].toSorted((a, b) => a - b);
}

/** "called the nights quiet", "need to be created": what is said with the verb. */
function complementOf(reading: Reading, head: number): Piece[] {
  return dependentsOf(reading, head, 'xcomp').map((at) =>
    [...dependentsOf(reading, at, 'mark', 'aux', 'cop'), ...named(reading, at)].toSorted((a, b) => a - b),
  );
}

/** "for the quay", "in a bus crash": phrases with a preposition that say where or what for, no time; the nearest first. */
function placesOf({ reading, clause, top, anchor, number }: Place): Piece[] {
  return dependentsOf(reading, clause?.head ?? anchor, 'obl', 'nmod')
    .filter(
      (at) =>
        at !== top && at !== anchor && isPart(reading, at, 'NOUN', 'PROPN') && PLACE.test(caseOf(reading, at)) && !isTime(reading, at),
    )
    .filter((at) => !subtreeOf(reading, at).some((one) => number.has(one)))
    .toSorted((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor))
    .slice(0, 2)
    .map((at) => withCase(reading, at));
}

const PLACE =
  /^(?:in|for|on|at|from|to|into|of|with|against|under|für|im|in|auf|bei|aus|an|gegen|pour|dans|sur|à|chez|en|para|por|a|per|su|contro|em|contra|voor|op|bij|aan|tegen)$/u;
const TIME =
  /^(?:years?|months?|weeks?|days?|hours?|quarters?|decades?|minutes?|night|morning|evening|times?|today|yesterday|tomorrow|jahre?n?|monate?n?|tage?n?|wochen?|stunden?|quartal|ans?|années?|mois|semaines?|jours?|años?|mes(?:es)?|semanas?|días?|anos?|mês|dias?|ann[oi]|mes[ei]|settiman[ae]|giorn[oi]|jaar|jaren|maand(?:en)?|we[e]?k(?:en)?|dag(?:en)?)$/u;

function isTime(reading: Reading, at: number): boolean {
  return TIME.test(lowerAt(reading, at)) || isDay(reading, at);
}

/** A weekday, a month or a year. */
function isDay(reading: Reading, at: number): boolean {
  const { months, weekdays } = languageFor(reading.language).calendar;
  const word = lowerAt(reading, at).replace('.', '');
  return (
    months.includes(word) ||
    weekdays.includes(word) ||
    /^(?:(?:1[89]|20)\d\d|yesterday|today|tomorrow|gestern|heute|hier|ayer|ontem|ieri|gisteren)$/u.test(word)
  );
}
