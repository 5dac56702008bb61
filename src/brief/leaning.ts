import { dependentsOf, hasRelation, headOf, isPart, isUnder, lowerAt, type Reading } from '../language/reading/reading.ts';
import { relativesOf } from '../language/relations.ts';
import { stemOf } from '../language/stem.ts';
import { isSaying } from '../language/reading/speech.ts';

const PERSON = /^(?:he|she|him|her|his|hers)$/u;
const THING = /^(?:it|its|they|them|their|theirs)$/u;
const SEVERAL = /^(?:they|them|their|theirs)$/u;
const POINTER = /^(?:this|that|these|those|such)$/u;
/** "this week": a time, and nothing that was told. */
export const TIME =
  /^(?:second|minute|hour|day|morning|afternoon|evening|night|week|weekend|month|quarter|season|summer|spring|autumn|winter|year|decade|century|time)s?$/u;

/** English only, as what is mended: words of a sentence that point at something and have nothing before them to mean. */
export function pointersIn(reading: Reading): number[] {
  return [...reading.words.keys()].filter((at) => {
    const word = lowerAt(reading, at);
    if (PERSON.test(word) || THING.test(word))
      return isPart(reading, at, 'PRON', 'DET') && !isEmpty(reading, at) && !isMeantInside(reading, at);
    return (POINTER.test(word) && isPointing(reading, at)) || isNamelessAge(reading, at) || isOfTwo(reading, at);
  });
}

/** "He may be hurt, but Berg has vowed …": at the very beginning of an article whoever is meant follows. */
export function isNamedLater(reading: Reading, at: number): boolean {
  return (
    PERSON.test(lowerAt(reading, at)) &&
    reading.words.some((_, one) => one > at && isPart(reading, one, 'PROPN') && hasRelation(reading, one, 'nsubj'))
  );
}

/** "The 32-year-old will race", "The 32-year-old captain …": whoever it is has been named before. */
export function isNamelessAge(reading: Reading, at: number): boolean {
  return (
    /(?:^|-)olds?$/u.test(lowerAt(reading, at)) &&
    /^The [\p{L}\d-]+-year-olds?$/u.test(reading.sentence.slice(0, reading.words[at]?.end ?? 0)) &&
    !reading.words.some((_, one) => one > at && one <= at + NAME_BEHIND && isPart(reading, one, 'PROPN'))
  );
}

/** "The 32-year-old captain Ole Lind": so near behind its age somebody is named. */
const NAME_BEHIND = 3;

/** "Both have sailed", "Most never get there": of those whom the sentence before names. */
function isOfTwo(reading: Reading, at: number): boolean {
  const next = lowerAt(reading, at + 1);
  return (
    at === 0 &&
    /^(?:both|neither|either|most|many|several|others|few|mine|theirs)$/u.test(lowerAt(reading, at)) &&
    (isPart(reading, at + 1, 'AUX') ||
      /^(?:never|also|now|still|then|get|got|say|said)$/u.test(next) ||
      (isPart(reading, at + 1, 'VERB') && next.endsWith('ed')))
  );
}

/** "It is likely that …": what follows is meant. */
function isEmpty(reading: Reading, at: number): boolean {
  if (lowerAt(reading, at) !== 'it') return false;
  if (hasRelation(reading, at, 'expl')) return true;
  const head = headOf(reading, at);
  // "It's a tour company that runs on scooters": says what it is.
  if (isDescribed(reading, head)) return false;
  const isSaid =
    isPart(reading, head, 'ADJ', 'NOUN') ||
    dependentsOf(reading, head, 'aux').some((one) => /^(?:is|was|be|been)$/u.test(lowerAt(reading, one)));
  return (
    hasRelation(reading, at, 'nsubj') &&
    isSaid &&
    dependentsOf(reading, head, 'csubj', 'ccomp', 'xcomp', 'advcl', 'acl').some(
      (one) => one > head && !(isPart(reading, head, 'NOUN') && isContact(reading, one)),
    )
  );
}

/** "a company that …": a thing of a kind, with a clause about it, and no "pity that …". */
function isDescribed(reading: Reading, noun: number): boolean {
  const isKind = isPart(reading, noun, 'NOUN') && dependentsOf(reading, noun, 'det').some((one) => /^an?$/u.test(lowerAt(reading, one)));
  return (
    isKind &&
    !/^(?:pity|shame|fact|wonder|mistake|sign|myth|matter|question|relief|surprise|blow|reminder|time|day|chance|case)$/u.test(
      lowerAt(reading, noun),
    ) &&
    dependentsOf(reading, noun, 'acl').some((one) =>
      dependentsOf(reading, one, 'nsubj').some((word) => /^(?:that|which|who)$/u.test(lowerAt(reading, word))),
    )
  );
}

/** "the toughest race she has run": a clause that describes a noun, and nothing that "it" could mean. */
function isContact(reading: Reading, clause: number): boolean {
  const [subject] = dependentsOf(reading, clause, 'nsubj');
  return (
    hasRelation(reading, clause, 'acl') &&
    subject !== undefined &&
    !/^(?:that|who|which)$/u.test(lowerAt(reading, subject)) &&
    dependentsOf(reading, clause, 'mark', 'obj').every((one) => !/^(?:that|who|whom|which)$/u.test(lowerAt(reading, one)))
  );
}

/** Does a name or a noun stand in the sentence that the pronoun can mean? */
function isMeantInside(reading: Reading, at: number): boolean {
  const verb = headOf(reading, at);
  // "…", he said: nobody in the words of a speaker is the speaker.
  const isSpeaker =
    hasRelation(reading, at, 'nsubj') &&
    isSaying(reading, verb) &&
    (headOf(reading, verb) < 0 || hasRelation(reading, verb, 'parataxis', 'ccomp'));
  const pronoun = lowerAt(reading, at);
  const before = isSpeaker ? clauseStart(reading, verb) : 0;
  // "Berg opposed it": who does a thing is not what it is done to.
  const doer = hasRelation(reading, at, 'obj') && !PERSON.test(pronoun) ? dependentsOf(reading, verb, 'nsubj') : [];
  for (let one = before; one < at; one += 1)
    if (isActor(reading, one, pronoun) && !isMeasure(reading, one) && !doer.includes(one)) return true;
  // "Although Berg was surprised, he said": the clause before is no part of what he says.
  if (isSpeaker)
    return dependentsOf(reading, verb, 'advcl').some(
      (clause) =>
        clause < at &&
        dependentsOf(reading, clause, 'mark').length > 0 &&
        dependentsOf(reading, clause, 'nsubj').some((subject) => isActor(reading, subject, pronoun)),
    );
  // "In his speech, Berg said": whoever is meant follows at once.
  const root = reading.words.findIndex(({ head }) => head < 0);
  const subject = dependentsOf(reading, root, 'nsubj')[0];
  return subject !== undefined && subject > at && !isUnder(reading, at, subject) && isActor(reading, subject, pronoun);
}

/** "As a test of character, it was …": what something is taken as is not the thing. */
function isMeasure(reading: Reading, at: number): boolean {
  return [at, headOf(reading, at)].some((one) => dependentsOf(reading, one, 'case').some((word) => lowerAt(reading, word) === 'as'));
}

/** The first word of the clause of a verb that does not stand inside what it says. */
function clauseStart(reading: Reading, verb: number): number {
  const own = dependentsOf(reading, verb, 'nsubj', 'aux', 'advmod', 'mark', 'obl');
  return Math.min(verb, ...own);
}

/** A name or a noun that does or suffers something, and that the pronoun can mean by its kind and number. */
function isActor(reading: Reading, at: number, pronoun: string): boolean {
  const noun = lowerAt(reading, at);
  if (!isPart(reading, at, 'NOUN', 'PROPN') || TIME.test(noun)) return false;
  if (NO_PERSON.test(noun)) return !PERSON.test(pronoun) && hasRelation(reading, at, 'nsubj', 'obj', 'root');
  const isArgument = hasRelation(reading, at, 'nsubj', 'obj', 'obl', 'nmod', 'appos', 'conj', 'root', 'iobj');
  if (isPart(reading, at, 'PROPN'))
    return (isArgument || hasRelation(reading, at, 'flat')) && !(PERSON.test(pronoun) && isSeveral(reading, at));
  const kind = relativesOf(stemOf(noun, reading.language), reading.language).noun;
  if (SEVERAL.test(pronoun))
    return (
      isArgument &&
      (noun.endsWith('s') || kind === null || kind === PEOPLE || kind === GROUPS || dependentsOf(reading, at, 'conj').length > 0)
    );
  if (!PERSON.test(pronoun)) return isArgument;
  return !noun.endsWith('s') && (kind === PEOPLE ? isArgument : kind === null && hasRelation(reading, at, 'nsubj', 'obj', 'iobj', 'root'));
}
/** "two New Hampshire Republicans": none of them is a he. */
function isSeveral(reading: Reading, at: number): boolean {
  return lowerAt(reading, at).endsWith('s') && dependentsOf(reading, at, 'nummod', 'det').length > 0;
}

/** Nouns whose first sense is a person, and that mean none in news. */
const NO_PERSON = /^(?:character|subject|star|case|power|figure)s?$/u;
/** WordNet's kinds of nouns. */
const [GROUPS, PEOPLE] = [14, 18];

/** "This has helped him …", "such a move"; not "that" before a clause, "those who …", "this week". */
function isPointing(reading: Reading, at: number): boolean {
  const word = lowerAt(reading, at);
  const head = headOf(reading, at);
  if (hasRelation(reading, at, 'det', 'amod') || isPart(reading, at, 'DET'))
    return word === 'that'
      ? isPart(reading, at, 'DET') && isPart(reading, head, 'NOUN')
      : isPart(reading, head, 'NOUN') && !TIME.test(lowerAt(reading, head));
  // "…, and that is due to …": what the clause before says.
  const isBehindClause = reading.words.slice(0, at).some((_, one) => isPart(reading, one, 'VERB') && !hasRelation(reading, one, 'amod'));
  if (!isPart(reading, at, 'PRON') || isBehindClause) return false;
  // A relative pronoun, or "those who", "that of".
  if (hasRelation(reading, head, 'acl') || isPart(reading, at - 1, 'NOUN', 'PROPN') || dependentsOf(reading, at, 'acl', 'nmod').length > 0)
    return false;
  return hasRelation(reading, at, 'nsubj', 'obj', 'obl', 'nmod', 'root');
}
