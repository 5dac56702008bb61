import { isPredicate } from '../language/reading/clause.ts';
import { dependentsOf, isPart, lowerAt, readingOf, type Reading } from '../language/reading/reading.ts';
import { isSaying } from '../language/reading/speech.ts';
import { relativesOf } from '../language/relations.ts';
import { stemOf } from '../language/stem.ts';
import { definitesIn } from './definites.ts';
import { pointersIn } from './leaning.ts';
import { namesIn } from './names.ts';
import { wordsOf } from './words.ts';

/** What is read above a line, and where in the article its sentence stands. */
export interface Shown {
  /** The headline and the gist. */
  text: string;
  /** Sentences that the gist cites. */
  gistIds: readonly number[];
  /** Sentences in the article. */
  sentences: number;
  language: string;
}

const PARTS = ['PRON', 'DET', 'PROPN', 'NUM', 'NOUN', 'ADP', 'ADV', 'VERB', 'CCONJ', 'SCONJ'] as const;
const SELF = /^(?:i|we|me|us|my|our|mine|ours|myself|ourselves)$/u;
const YOU = /^(?:you|your|yours|yourself)$/u;
/** Sentences between a line's own and the gist's that make no difference any more. */
const FAR = 20;
/** Words at the beginning. */
const OPENING = 3;

/** What is known of a line before it is shown: how it reads, what it takes for known, and what it adds to what stands above. */
export function legibleFeatures(line: string, sentence: number, shown: Shown): number[] {
  const flag = (is: boolean) => (is ? 1 : 0);
  const text = line.replaceAll(/^…|…$|[[\]]/gu, '');
  const reading = readingOf(text, shown.language);
  const stems = (words: string) => new Set(wordsOf(words, shown.language).flatMap(({ stem, stop }) => (stop ? [] : [stem])));
  const [above, own] = [stems(shown.text), stems(text)];
  const shared = own.intersection(above).size;
  const names = namesIn(text);
  const isKnown = (name: string) => name.split(' ').some((word) => word.length > 3 && shown.text.includes(word));
  const strange = names.filter((name) => !shown.text.includes(name) && !isKnown(name));
  return [
    flag(line.startsWith('…')),
    flag(line.endsWith('…')),
    line.length,
    flag(line.includes('[')),
    own.size,
    shared / Math.max(1, own.size),
    shared / Math.max(1, above.size),
    own.size - shared,
    flag(shown.gistIds.includes(sentence)),
    Math.min(...shown.gistIds.map((id) => Math.abs(id - sentence)), FAR),
    sentence,
    sentence / Math.max(1, shown.sentences),
    shown.sentences,
    names.length,
    strange.length,
    flag(strange.some((name) => text.startsWith(name))),
    flag(/["“”„«»]|(?:^|\s)['‘]/u.test(text)),
    flag(text.includes('(')),
    flag(/[?!]/u.test(text)),
    flag(/--|–|—|;|:\s/u.test(text)),
    text.split(',').length - 1,
    flag(/^\p{Ll}/u.test(text)),
    ...(reading === null ? [] : readFeatures(reading, above)),
  ];
}

function readFeatures(reading: Reading, above: ReadonlySet<string>): number[] {
  const { words } = reading;
  const flag = (is: boolean) => (is ? 1 : 0);
  const count = (pattern: RegExp) => words.filter((_, at) => pattern.test(lowerAt(reading, at))).length;
  const root = words.findIndex(({ head }) => head < 0);
  const definites = definitesIn(reading).filter(({ at }) => !isNamedIn(reading, at, above));
  const pointers = pointersIn(reading);
  const subject = dependentsOf(reading, root, 'nsubj')[0] ?? -1;
  return [
    pointers.length,
    flag(pointers.some((at) => at <= OPENING)),
    count(/^(?:it|its|they|them|their|he|she|his|her|him)$/u),
    count(/^(?:this|that|these|those|such)$/u),
    count(SELF),
    count(YOU),
    definites.length,
    definites.filter(({ isLost }) => isLost).length,
    definites.filter(({ isTopic }) => isTopic).length,
    ...PARTS.map((part) => flag(isPart(reading, 0, part))),
    flag(isPart(reading, root, 'VERB', 'AUX')),
    flag(subject >= 0),
    flag(subject >= 0 && isPart(reading, subject, 'PRON')),
    flag(subject >= 0 && isPart(reading, subject, 'PROPN')),
    flag(subject >= 0 && isNamedIn(reading, subject, above)),
    flag(root >= 0 && isSaying(reading, root)),
    words.filter((_, at) => isPart(reading, at, 'NUM')).length,
    words.filter((_, at) => isPart(reading, at, 'VERB')).length,
    words.filter((_, at) => isPredicate(reading, at)).length,
  ];
}

/** Does what stands above have a noun, or something of its kind? */
function isNamedIn(reading: Reading, at: number, above: ReadonlySet<string>): boolean {
  const stem = stemOf(lowerAt(reading, at), reading.language);
  return above.has(stem) || [...relativesOf(stem, reading.language).near.keys()].some((other) => above.has(other));
}
