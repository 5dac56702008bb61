import { nounPhrase } from '../language/reading/phrase.ts';
import { hasRelation, headOf, isPart, lowerAt, readingOf, wordsIn, type Reading } from '../language/reading/reading.ts';
import { isPersonName } from './antecedent.ts';
import { isBodyName } from './name-kinds.ts';
import { namesIn } from './names.ts';
import type { Passage } from './passages.ts';
import { pointText } from './wording.ts';
import { personBefore, type Person } from './persons.ts';

/** Where a name in brackets goes, and whose. */
export interface Named {
  /** Characters of the sentence before the bracket. */
  at: number;
  person: Person;
}

/** What writers call the person whom they have just named, so as not to say the name again. */
const EPITHET =
  /^(?:star|superstar|legend|icon|veteran|ace|singer|songwriter|rapper|musician|actor|actress|comedian|model|filmmaker|novelist|sprinter|swimmer|golfer|cyclist|boxer|skier|striker|midfielder|defender|goalkeeper|forward|winger|quarterback|champion|medallist|politician|billionaire|millionaire|tycoon|mogul|entrepreneur|american|briton|englishman|scot|scotsman|welshman|irishman|frenchman|spaniard|german|italian|swede|dane|swiss|russian|australian|canadian|brazilian|argentine|dutchman|belgian|serb|croat)$/u;
const AGED = /^(\d{1,3})[-\s]year[-\s]old$/u;
/** One of several, or somebody new. */
const ANOTHER = /^(?:other|another|second|third|fourth|first|next|last|same|only|new|young|average|typical|two|three|late|dead)$/u;

/**
 * "The Grammy-winning singer has …", "The 38-year-old was …": who is called so at the front of a sentence that names nobody
 * before, where the sentences right before name one person. Null rather than a guess.
 */
export function namedByEpithet(
  reading: Reading,
  passage: Passage,
  passages: readonly Passage[],
  isWholeQuote: (passage: Passage) => boolean,
): Named | null {
  const { words, language } = reading;
  if (lowerAt(reading, 0) !== 'the') return null;
  const aged = AGED.exec(/^the (\d{1,3}[-\s]year[-\s]old)\b/iu.exec(reading.sentence)?.[1]?.toLowerCase() ?? '');
  const end = aged === null ? epithetEnd(reading) : 'the '.length + aged[0].length;
  if (end === null || /^\s(?:of|who|whom|whose|that|which|from|in|at|with)\b|^['’]/u.test(reading.sentence.slice(end))) return null;
  const next = words.findIndex(({ start }) => start >= end);
  // "The 38-year-old Ole Lind", "the 38-year-old driver of the lorry": the sentence says itself who.
  if (isPart(reading, next, 'PROPN', 'NOUN', 'ADJ', 'NUM')) return null;
  const person = personBefore('the', passage, passages, isWholeQuote, language) ?? onlyActor(passage, passages, isWholeQuote, language);
  if (person === null || passage.id - person.id > NEAR || hasRival(person, passages)) return null;
  const age = passages.flatMap(({ text }) => ageBehind(text, person.name) ?? [])[0];
  return aged === null || age === undefined || age === aged[1] ? { at: end, person } : null;
}
/** Sentences back. */
const NEAR = 2;

function epithetEnd(reading: Reading): number | null {
  const subject = headOf(reading, 0);
  if (!hasRelation(reading, subject, 'nsubj') || !EPITHET.test(lowerAt(reading, subject))) return null;
  const phrase = nounPhrase(reading, subject);
  const isOther = phrase.some((at) => ANOTHER.test(lowerAt(reading, at)));
  return phrase[0] === 0 && !isOther && phrase.at(-1) === subject ? (reading.words[subject]?.end ?? null) : null;
}

/** "Kerry Washington is headed for HBO. The “Scandal” star …": whose sentence stands right before, by two names and no other pair of them. */
function onlyActor(
  passage: Passage,
  passages: readonly Passage[],
  isWholeQuote: (passage: Passage) => boolean,
  language: string,
): Person | null {
  const before = passages[passages.indexOf(passage) - 1];
  if (before === undefined || before.kind === 'heading' || isWholeQuote(before)) return null;
  const text = pointText(before.text, language);
  const names = namesIn(text).filter((name) => /^\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$/u.test(name) && !isBodyName(name));
  const [name] = names;
  const reading = readingOf(text, language);
  if (name === undefined || names.length > 1 || reading === null || !text.startsWith(name)) return null;
  const isActor = wordsIn(reading, 0, name.length).some((at) => hasRelation(reading, at, 'nsubj'));
  return isActor && !passages.some((one) => one.text.includes(`the ${name}`)) ? { name, id: before.id } : null;
}

/** Does the sentence that names the person name somebody else by a part of his name: "follow Beckham’s example"? */
function hasRival({ name, id }: Person, passages: readonly Passage[]): boolean {
  const names = namesIn(passages.find((one) => one.id === id)?.text ?? '').map((one) => one.replace(/['’]s?$/u, ''));
  const others = names.filter((one) => /^\p{Lu}\p{Ll}+$/u.test(one) && !name.includes(one));
  return passages.some(({ text }) =>
    namesIn(text).some((full) => others.some((one) => full.endsWith(` ${one}`)) && isPersonName(full, passages)),
  );
}

function ageBehind(text: string, name: string): string | null {
  const at = text.indexOf(name);
  return at < 0 ? null : (/^,\s(\d{1,3})\b/u.exec(text.slice(at + name.length))?.[1] ?? null);
}
