import { isPart, lowerAt, wordsIn, type Reading } from '../language/reading/reading.ts';

/** Words of an office before a name, and of the second of two. */
const [OFFICE_WORDS, SECOND_WORDS] = [4, 7];
/** "As Ole Lind said": no part of who he is. */
const LINK = /^(?:as|like|while|when|but|and|wie|comme|como|come)$/u;
/** Small words in front of a surname. */
const PARTICLE = /^(?:le|de|da|di|du|dos|del|della|van|von|der|den|ter|ten|bin|al)$/u;
const OURS = /^(?:our|my|unser|unsere|mein|meine|notre|nos|mon|ma|nuestr[oa]|nostr[oa]|noss[oa]|onze|ons)$/u;

/**
 * Whoever speaks, by the whole of his name and office as they stand side by side in the sentence, where the words found first
 * are only a part of it: "Norvik", of "said Norvik communications director Ole Lind", "the head of the board" of "the head of
 * the board, Ole Lind,". What is found nowhere in the sentence stays as it is.
 */
export function wholeSpeaker(reading: Reading, speaker: string): string {
  const start = speaker === '' ? -1 : reading.sentence.indexOf(speaker);
  const inside = start < 0 ? [] : wordsIn(reading, start, start + speaker.length);
  const [opening, closing] = [inside[0], inside.at(-1)];
  if (opening === undefined || closing === undefined) return speaker;
  const last = nameBehind(reading, opening, closing);
  const isLonger = last > closing;
  let first = opening;
  if (first < last && LINK.test(lowerAt(reading, first)) && isCapital(reading, first + 1)) first += 1;
  // "unsere Sprecherin Ada Berg": not the reader's.
  if (isLonger && OURS.test(lowerAt(reading, first))) first += 1;
  while (isCapital(reading, first) && PARTICLE.test(lowerAt(reading, first - 1)) && isSmall(reading, first - 1) && isNext(reading, first))
    first -= 1;
  // "Norr County Attorney's [Office spokesman Ole Lind]": the office has a name of its own.
  if (isCapital(reading, first) && /^['’]s$/u.test(reading.words[first - 1]?.text ?? '') && isCapital(reading, first - 2)) {
    first -= 2;
    while (isCapital(reading, first - 1) && isNext(reading, first)) first -= 1;
  }
  // "St. [Louis County Police Chief Ole Lind]"
  if (reading.words[first - 1]?.text === '.' && SAINT.test(reading.words[first - 2]?.text ?? '')) first -= 2;
  else if (SAINT.test(reading.words[first - 1]?.text ?? '')) first -= 1;
  if (!isLonger && first === opening) return speaker;
  return reading.sentence.slice(reading.words[first]?.start, isLonger ? reading.words[last]?.end : start + speaker.length);
}

const SAINT = /^(?:St|Ft|Mt|Sgt|Lt|Col|Gen|Capt|Rep|Sen|Gov|Dr)\.?$/u;

/** The last word of the name that goes with the words; their own last one where none does. */
function nameBehind(reading: Reading, first: number, last: number): number {
  return besideOffice(reading, last) ?? secondOffice(reading, last) ?? apposed(reading, first, last) ?? last;
}

/** "Norvik [communications director Ole Lind]", "Norvik spokesman [Ole Lind]", "Sprecherin [Ada Berg]". */
function besideOffice(reading: Reading, last: number): number | null {
  let at = last + 1;
  while (at - last <= OFFICE_WORDS && isNext(reading, at) && isPart(reading, at, 'NOUN', 'ADJ') && isSmall(reading, at)) at += 1;
  const end = nameFrom(reading, at);
  // A name right behind a name is the same one, cut; behind an office it is whose that is.
  const isOffice =
    at > last + 1 ||
    isSmall(reading, last) ||
    TITLE_LAST.test(reading.words[last]?.text ?? '') ||
    (isPart(reading, last, 'NOUN') && end !== null && end > at);
  return end !== null && isOffice ? end : null;
}

/** "Norr Police Chief [Ole Lind]": an office in capitals. */
const TITLE_LAST =
  /^(?:Chief|Officer|Director|President|Minister|Secretary|Spokesman|Spokeswoman|Spokesperson|Commissioner|Sheriff|Mayor|Governor|Senator|Judge|Justice|Attorney|General|Captain|Manager|Coach|CEO|Chairman|Chairwoman|Professor|Ambassador|Envoy)$/u;

/** "JPL scientist [and study co-author Ole Lind]": two offices of one. */
function secondOffice(reading: Reading, last: number): number | null {
  if (!isSmall(reading, last) || !isPart(reading, last, 'NOUN') || !isPart(reading, last + 1, 'CCONJ')) return null;
  let at = last + 2;
  while (at - last <= SECOND_WORDS && (isPart(reading, at, 'NOUN', 'ADJ') || isPart(reading, at, 'PUNCT'))) {
    if (isPart(reading, at, 'PUNCT') && reading.words[at]?.text !== '-') return null;
    at += 1;
  }
  const end = isSmall(reading, at - 1) && at > last + 2 ? nameFrom(reading, at) : null;
  return end !== null && end > at ? end : null;
}

/** "the head of the board[, Ole Lind]," */
function apposed(reading: Reading, first: number, last: number): number | null {
  if (!isSmall(reading, first) || reading.words[last + 1]?.text !== ',') return null;
  const at = last + 2;
  let end = at - 1;
  while (isCapital(reading, end + 1) && isPart(reading, end + 1, 'PROPN', 'NOUN')) end += 1;
  return end > at && /^[,.;]$/u.test(reading.words[end + 1]?.text ?? '.') ? end : null;
}

/** The last word of a name that begins there; null where none does. */
function nameFrom(reading: Reading, from: number): number | null {
  let at = from;
  while (isNext(reading, at) && isCapital(reading, at) && (isPart(reading, at, 'PROPN') || (at > from && isPart(reading, at, 'NOUN'))))
    at += 1;
  return at > from ? at - 1 : null;
}

function isNext({ words, sentence }: Reading, at: number): boolean {
  return words[at] !== undefined && /^\s$/u.test(sentence.slice(words[at - 1]?.end, words[at]?.start));
}

function isCapital({ words }: Reading, at: number): boolean {
  return /^\p{Lu}\p{Ll}/u.test(words[at]?.text ?? '');
}

function isSmall({ words }: Reading, at: number): boolean {
  return /^\p{Ll}/u.test(words[at]?.text ?? '');
}
