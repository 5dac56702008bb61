import { isPredicate, subjectOf } from '../language/reading/clause.ts';
import { dependentsOf, isPart, lowerAt, readingOf, type Reading } from '../language/reading/reading.ts';
import { isSaying, speechAt } from '../language/reading/speech.ts';
import type { ParsedWord } from '../language/grammar/universal.ts';
import { FEMALE, givenKind, isBodyName, MALE } from './name-kinds.ts';
import { namesIn } from './names.ts';
import type { Passage } from './passages.ts';
import { pointText } from './wording.ts';

/** Whom a pronoun means, and the sentence that names him. */
export interface Antecedent {
  name: string;
  id: number;
}

interface Leaning {
  word: string;
  kind: 'pronoun' | 'owner' | 'noun';
}

/** Sentences back. */
const REACH = 3;
const HE = /^(?:he|his|him)$/u;
const SHE = /^(?:she|her|hers)$/u;
const IT = /^(?:it|its)$/u;
const THEY = /^(?:they|their|them)$/u;
/** What "the airline" may stand for, by what its name says of itself; a company may be called anything. */
const BODIES: ReadonlyMap<string, RegExp> = new Map([
  ['airline', /\b(?:Airways|Airlines?|Air)\b/u],
  ['bank', /\bBank\b/u],
  ['club', /\b(?:Club|United|City|FC|Town|Rovers)\b/u],
  ['council', /\bCouncil\b/u],
  ['university', /\bUniversity\b/u],
  ['party', /\bParty\b/u],
  ['union', /\bUnion\b/u],
  ['ministry', /\bMinistry\b/u],
  ['department', /\bDepartment\b/u],
  ['agency', /\bAgency\b/u],
  ['museum', /\bMuseum\b/u],
  ['charity', /\b(?:Trust|Foundation|Aid|Charity)\b/u],
  ...['company', 'firm', 'group', 'retailer', 'carmaker', 'automaker', 'manufacturer', 'insurer'].map((word) => [word, /./u] as const),
]);
const TITLE = /^(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Dr|Prof|President|Judge|King|Queen|Prince|Princess)\b\.?/u;

/**
 * Whom the leaning subject means: the one name that fits among the subjects of the sentences before, nearest first, and
 * only where no other name of that sentence fits as well. Null rather than a guess.
 */
export function antecedentOf(gap: Leaning, passage: Passage, passages: readonly Passage[], language: string): Antecedent | null {
  const at = passages.indexOf(passage);
  if (gap.kind === 'noun' && isIntroduced(gap.word, passages.slice(0, at))) return null;
  for (let back = 1; back <= REACH; back += 1) {
    const before = passages[at - back];
    if (before === undefined || before.kind === 'heading' || before.block < passage.block - REACH) return null;
    const text = pointText(before.text, language);
    const reading = readingOf(text, language);
    if (reading === null) return null;
    const subject = mainSubject(reading);
    const names = [...new Set(actorsIn(reading).flatMap((one) => properName(reading, one, text) ?? []))];
    const fitting = names.filter((name) => fits(gap, name, passages));
    const [name] = fitting;
    if (name !== undefined) {
      const isOnly = fitting.length === 1 && !rivals(text, name).some((other) => fits(gap, other, passages));
      return isOnly ? { name: withArticle(name, text, passages), id: before.id } : null;
    }
    // The same pronoun as subject: whom it means is said further back.
    const isSame = subject !== null && isPart(reading, subject, 'PRON') && sameReference(gap.word, lowerAt(reading, subject));
    if (!isSame || rivals(text, '').some((other) => fits(gap, other, passages))) return null;
  }
  return null;
}

/** "the Lib Dems", where the sentence says so. */
function withArticle(name: string, text: string, passages: readonly Passage[]): string {
  const at = text.indexOf(name);
  return /(?:^|\s)the\s$/iu.test(text.slice(0, at)) && !isPerson(name, passages) ? `the ${name}` : name;
}

/** "the island council", "a Danish company": the bare noun behind it means that one. */
function isIntroduced(word: string, before: readonly Passage[]): boolean {
  return before.some(({ words }) =>
    words.some(({ text }, at) => text.toLowerCase() === word && at > 0 && !/^the$/iu.test(words[at - 1]?.text ?? '')),
  );
}

/** Those who do something in the sentence: its subject, and whoever says it. */
function actorsIn(reading: Reading): number[] {
  const main = mainSubject(reading);
  const speakers = reading.words.flatMap((_, at) => (isSaying(reading, at) ? (speechAt(reading, at) ?? []) : []));
  return [...(main === null ? [] : [main]), ...speakers].filter((at) => isPart(reading, at, 'PROPN', 'NOUN'));
}

function mainSubject(reading: Reading): number | null {
  const root = reading.words.findIndex(({ head }) => head < 0);
  return root < 0 || !isPredicate(reading, root) ? null : subjectOf(reading, root);
}

/** The whole name that the subject is part of, as it stands; null where it owns or lists something. */
function properName(reading: Reading, subject: number, text: string): string | null {
  const word = reading.words[subject];
  const isJoined = dependentsOf(reading, subject, 'conj').length > 0;
  const isOwned = dependentsOf(reading, subject, 'nmod').some((at) => at > subject);
  if (word === undefined || isJoined || isOwned) return null;
  const name = namesIn(text).find((one) => {
    const start = text.indexOf(one);
    return start <= word.start && start + one.length >= word.end;
  });
  const before = reading.words[reading.words.findIndex(({ start }) => start >= text.indexOf(name ?? '')) - 1];
  return name === undefined || isMisread(before) || /['’]s?$/u.test(name) || /\s(?:and|&)\s/u.test(name) ? null : name;
}

/** "In, Minnesota, …", "(CNN) …": behind a preposition or an opening bracket stands no subject. */
function isMisread(before: ParsedWord | undefined): boolean {
  return before !== undefined && (before.part === 'ADP' || /^[(,]$/u.test(before.text));
}

/** Other names of the sentence. */
function rivals(text: string, name: string): string[] {
  return namesIn(text).filter((other) => other !== name && !name.includes(other) && !other.includes(name || '\u0000'));
}

function sameReference(word: string, subject: string): boolean {
  return [HE, SHE, IT, THEY].some((one) => one.test(word) && one.test(subject));
}

/** Can the name be what the word means: a person of that sex, a body, several? */
function fits({ word, kind }: Leaning, name: string, passages: readonly Passage[]): boolean {
  if (kind === 'noun') return BODIES.get(word)?.test(name) === true && isBody(name, passages);
  if (HE.test(word)) return isPerson(name, passages) && sexOf(name, passages) !== 'woman';
  if (SHE.test(word)) return isPerson(name, passages) && sexOf(name, passages) !== 'man';
  if (IT.test(word)) return isSurelyName(name, passages) && !isPerson(name, passages);
  return isBody(name, passages);
}

/** A sentence's first word has a capital whatever it is: "Race is …" names nothing. */
function isSurelyName(name: string, passages: readonly Passage[]): boolean {
  if (/\s/u.test(name) || /^\p{Lu}{2,}$/u.test(name)) return true;
  const isInside = passages.some(({ text }) =>
    text.split(name).some((before, at, parts) => at < parts.length - 1 && /\p{Ll},?\s$/u.test(before)),
  );
  return isInside && !passages.some(({ words }) => words.some(({ text }) => text === name.toLowerCase()));
}

/** A title, or two words and more that are no body; or the last of such a name elsewhere in the article. */
function isPerson(name: string, passages: readonly Passage[]): boolean {
  if (isBodyName(name)) return false;
  if (TITLE.test(name)) return true;
  // "the French Open": nobody is called with an article.
  if (passages.some(({ text }) => text.includes(`the ${name}`) || text.includes(`The ${name}`))) return false;
  const words = name.split(/\s+/u);
  if (words.some((word) => /^\p{Lu}{2,}$/u.test(word)) || (words.length > 1 && isPlace(name, passages))) return false;
  if (sexOf(name, passages) !== null) return true;
  const full = words.length > 1 ? name : (fullNames(passages).find((other) => other.endsWith(` ${name}`)) ?? name);
  return full.split(/\s+/u).length > 1 && !isBodyName(full) && speaksOrLives(full, passages);
}

/** By a title, or by the given name, of a surname by the whole name that the article has; null where neither tells. */
export function sexOf(name: string, passages: readonly Passage[]): 'woman' | 'man' | null {
  if (FEMALE.test(name)) return 'woman';
  if (MALE.test(name)) return 'man';
  const whole = /\s/u.test(name) ? name : (fullNames(passages).find((other) => other.endsWith(` ${name}`)) ?? '');
  // Elsewhere than in English the names of this list are as telling.
  const given = isBodyName(whole) ? null : givenKind(whole, 'en');
  return given === 'woman' || given === 'man' ? given : null;
}

/** "around Southeast Asia", "at Metro State Prison": nobody is called so. */
function isPlace(name: string, passages: readonly Passage[]): boolean {
  return passages.some(({ text }) => PLACES.some((before) => text.includes(`${before}${name}`)));
}
const PLACES = [' in ', ' at ', ' around ', ' near ', ' across ', ' throughout ', ' outside ', ' inside ', ' into ', 'In ', 'At '];

/** All names of the article; of two people who are named together each, and of what somebody owns nothing. */
function fullNames(passages: readonly Passage[]): string[] {
  return passages.flatMap(({ text }) => namesIn(text).flatMap((name) => name.split(' and '))).filter((name) => !/['’]s\s/u.test(name));
}

/** Is the name surely a person's: as above, or the article has it say something? */
export function isPersonName(name: string, passages: readonly Passage[]): boolean {
  if (isPerson(name, passages)) return true;
  const words = name.split(/\s+/u);
  const last = words.at(-1) ?? name;
  const isPlain = words.length > 1 && !isBodyName(name) && !/\b(?:\p{Ll}+|\p{Lu}{2,})\b/u.test(name);
  return isPlain && passages.some(({ text }) => SAYS.some((verb) => text.includes(`${last} ${verb}`) || text.includes(`${verb} ${name}`)));
}
const SAYS = ['said', 'says', 'told', 'added', 'wrote', 'died'];

/** Somewhere in the article a he or a she follows the name, or it has an age or a title. */
function speaksOrLives(name: string, passages: readonly Passage[]): boolean {
  const last = name.split(/\s+/u).at(-1) ?? name;
  return passages.some(({ text }, at) => {
    if (!text.includes(last)) return false;
    const behind = text.slice(text.indexOf(last) + last.length);
    return (
      /^,\s\d{1,3}\b|^,\s(?:who|a|an|the)\s/u.test(behind) ||
      /\b(?:he|she|his|her|him)\b/u.test(behind) ||
      /^(?:He|She|His|Her)\b/u.test(passages[at + 1]?.text ?? '')
    );
  });
}

function isBody(name: string, passages: readonly Passage[]): boolean {
  return isBodyName(name) || /^\p{Lu}{2,5}$/u.test(name) || !isPerson(name, passages);
}
