import type { Context } from './context.ts';
import { definitesIn, type Definite } from './definites.ts';
import { isNamedLater, isNamelessAge, pointersIn } from './leaning.ts';
import type { Passage } from './passages.ts';
import { standsAlone } from './standalone.ts';
import { wordsOf } from './words.ts';
import { relativesOf } from '../language/relations.ts';
import { hasRelation, headOf, isPart, lowerAt, readingOf, type Reading } from '../language/reading/reading.ts';
import { languageFor } from '../language/tables.ts';
import { stemOf } from '../language/stem.ts';

/** A passage that stands alone less than this leans on the one before. */
const CLEAR = 0.5;

/** Does it say something that only a sentence which is not shown explains? */
export function leansOn(passage: Passage, shown: readonly Passage[], context: Context): boolean {
  const { isTied, reading, pointers, definites } = tiesOf(passage, context);
  if (isTied || reading === null) return isTied;
  const isNamed = namedBy(shown, reading, context);
  const isKnown = (at: number) => isNamed(at) || (shown.length > 0 && context.isTopic(stemAt(reading, at)));
  const isRepeated = (at: number) => shown.some((one) => toldStems(one, context).has(stemAt(reading, at)));
  // "these rules" may be other ones than the law that is shown: the same word has to stand there.
  const isExplained = (at: number) =>
    isPart(reading, headOf(reading, at), 'NOUN') && hasRelation(reading, at, 'det', 'amod') && isRepeated(headOf(reading, at));
  const isBeside = shown.some((one) => one === context.passages[context.passages.indexOf(passage) - 1]);
  return (
    pointers.some((at) => !isExplained(at) && !(isBeside && isNamelessAge(reading, at))) ||
    // Nothing stands before the first sentence that it could mean.
    (passage !== context.passages[0] &&
      definites.some(
        ({ at, isLost, isBack, isTopic }) =>
          isLost && (hasRelation(reading, at, 'nsubj') || (isBack && isTopic)) && !(isBack ? isRepeated(at) : isKnown(at)),
      ))
  );
}

/**
 * "the law", "another deal": how many things it takes for known that a sentence before it named, that the article keeps
 * speaking of, or that it begins with, and that nothing shown names.
 */
export function unnamedIn(passage: Passage, shown: readonly Passage[], context: Context): number {
  const { reading, definites } = tiesOf(passage, context);
  const before = context.passages.slice(0, context.passages.indexOf(passage));
  if (reading === null || before.length === 0) return 0;
  const isKnown = namedBy(shown, reading, context);
  const isNamedBefore = namedBy(before, reading, context, ({ stems }) => stems);
  return definites.filter(({ at, isTopic }) => !isKnown(at) && (isTopic || isNamedBefore(at) || context.isTopic(stemAt(reading, at))))
    .length;
}

/** Does any of some sentences, or the headline above them, name what a noun names, or something of its kind? */
function namedBy(
  some: readonly Passage[],
  reading: Reading,
  context: Context,
  stemsOf = (passage: Passage) => toldStems(passage, context),
): (at: number) => boolean {
  const named = new Set([...some.flatMap((passage) => [...stemsOf(passage)]), ...(some.length > 0 ? context.titleStems : [])]);
  return (at) => {
    const stem = stemAt(reading, at);
    return named.has(stem) || [...relativesOf(stem, reading.language).near.keys()].some((other) => named.has(other));
  };
}

/** The stems of what is told of a sentence: what was cut from it names nothing. */
function toldStems(passage: Passage, { textOf, language }: Context): ReadonlySet<string> {
  const text = textOf(passage);
  if (!isCut(passage, text)) return passage.stems;
  return new Set(wordsOf(text, language).flatMap(({ stem, stop }) => (stop ? [] : [stem])));
}

/** Is a sentence told without a part that says something? */
export function isCut(passage: Passage, text: string): boolean {
  return text.length < passage.text.length - MOST_TIES;
}
/** Characters: a dateline and what only ties a sentence to others. */
const MOST_TIES = 60;

function stemAt(reading: Reading, at: number): string {
  return stemOf(lowerAt(reading, at), reading.language);
}

/** What ties a sentence to others, whatever is shown. */
interface Ties {
  /** By its opening or its quotation marks. */
  isTied: boolean;
  reading: Reading | null;
  pointers: readonly number[];
  definites: readonly Definite[];
}
/** "First, …", "Then, …": one of several steps; "In other words, …": what was told before, once more. */
const LISTED =
  /^(?:first|second|third|next|then|finally|lastly|firstly|secondly|thirdly|in other words|put simply|put differently|to be clear|that said|after all|of course),\s|^(?:one (?:approach|way|reason|option|answer|example|problem|solution|explanation)|the other|another)\s(?:is|was)\b/iu;
const known = new WeakMap<Passage, { text: string; ties: Ties }>();

export function tiesOf(passage: Passage, { passages, language, textOf }: Context): Ties {
  const text = textOf(passage);
  const earlier = known.get(passage);
  if (earlier?.text === text) return earlier.ties;
  const table = languageFor(language);
  const shownAs = text === passage.text ? passage : { ...passage, text, words: wordsOf(text, language) };
  const reading = table.code === 'en' ? readingOf(text, language) : null;
  const isOpener = reading !== null && isPart(reading, 0, 'ADV', 'CCONJ', 'ADJ') && lowerAt(reading, 0) !== 'there';
  const ties = {
    isTied:
      LISTED.test(text) ||
      // "“…,” Berg continued.": what he began with is not shown.
      /["”]\s[^"“”]{2,60}\scontinued\.$/u.test(text) ||
      standsAlone(shownAs, language, reading === null) < CLEAR ||
      (isOpener && table.danglingOpeners.includes(lowerAt(reading, 0))),
    reading,
    pointers: reading === null ? [] : pointersIn(reading).filter((at) => passage !== passages[0] || !isNamedLater(reading, at)),
    definites: reading === null ? [] : definitesIn(reading),
  };
  known.set(passage, { text, ties });
  return ties;
}
