import { bareDefinitesIn, pointersIn } from './leaning.ts';
import { overlap, type Passage } from './passages.ts';
import { standsAlone } from './standalone.ts';
import { wordsOf } from './words.ts';
import type { Worth } from './worth.ts';
import { relativesOf } from '../language/relations.ts';
import { hasRelation, headOf, isPart, lowerAt, readingOf, type Reading } from '../language/reading/reading.ts';
import { languageFor } from '../language/tables.ts';
import { stemOf } from '../language/stem.ts';

/** Two sentences that share more than this say the same thing. */
const SAME = 0.55;
/** A passage that stands alone less than this leans on the one before. */
const CLEAR = 0.5;

/** What is asked of the article while points are chosen. */
export interface Choice {
  passages: readonly Passage[];
  language: string;
  /** The words that would be shown for a sentence, brought under a limit of characters where that can be done. */
  textOf: (passage: Passage, limit?: number) => string;
  /** Must it never be shown? */
  isUnfit: (passage: Passage) => boolean;
  weight: (stem: string) => number;
  /** Does the article speak of it again and again, so that the gist is about it? */
  isTopic: (stem: string) => boolean;
  /** Is the bullet within the limit, and does the lock let it through? */
  holds: (bullet: Bullet) => boolean;
}

/** One point: a sentence, or two that stand side by side in the article. */
export type Bullet = readonly Passage[];

/**
 * The points worth most, in the order of the article, none of them said twice. A sentence that leans on the one before it
 * is taken together with that one, or right under it, or not at all. `opening` is told in any case.
 */
export function chooseBullets(
  worths: readonly Worth[],
  count: number,
  gist: Passage | null,
  choice: Choice,
  opening: readonly Bullet[] = [],
): Bullet[] {
  let bullets: Bullet[] = [...opening];
  // What leans on a sentence may be told once that one is.
  for (let at = 0; at < worths.length; at += 1) {
    const passage = worths[at]?.passage;
    const next = passage === undefined ? null : withSentence(bullets, passage, gist, choice);
    if (next === null || next.length > count) continue;
    bullets = next;
    at = -1;
  }
  return bullets;
}

function withSentence(bullets: readonly Bullet[], passage: Passage, gist: Passage | null, choice: Choice): Bullet[] | null {
  if (isSaid(passage, bullets, gist, choice) || !canBeTold(passage, choice)) return null;
  const before = previousOf(passage, choice);
  const above = before === null ? undefined : bullets.find((bullet) => bullet.at(-1) === before);
  if (above?.length === 1 && fits([...above, passage], choice))
    return bullets.map((bullet) => (bullet === above ? [...above, passage] : bullet));
  const below = bullets.find(([first, second]) => first !== undefined && second === undefined && previousOf(first, choice) === passage);
  const leans = leansOn(passage, shownAbove(passage, bullets, gist), choice);
  const isExplained = !leans || above !== undefined || (before === gist && gist?.id === 0);
  if (isExplained) {
    if (below !== undefined && fits([passage, ...below], choice))
      return bullets.map((bullet) => (bullet === below ? [passage, ...below] : bullet));
    return inOrder([...bullets, [passage]]);
  }
  const isPair = before !== null && !isSaid(before, bullets, gist, choice) && canBeTold(before, choice) && fits([before, passage], choice);
  return isPair && !leansOn(before, shownAbove(before, bullets, gist), choice) ? inOrder([...bullets, [before, passage]]) : null;
}

function canBeTold(passage: Passage, choice: Choice): boolean {
  return !choice.isUnfit(passage) && choice.holds([passage]);
}

function fits(bullet: Bullet, choice: Choice): boolean {
  // What ends without a full stop stands on a line of its own.
  return bullet.slice(0, -1).every((one) => /[.!?。！？]["'”’»)]*$/u.test(choice.textOf(one))) && choice.holds(bullet);
}

function inOrder(bullets: readonly Bullet[]): Bullet[] {
  return bullets.toSorted((a, b) => (a[0]?.id ?? 0) - (b[0]?.id ?? 0));
}

/** The sentence before it, where nothing but the end of a paragraph parts them. */
function previousOf(passage: Passage, { passages }: Choice): Passage | null {
  const before = passages[passages.indexOf(passage) - 1];
  return before === undefined || before.kind !== passage.kind || before.heading !== passage.heading ? null : before;
}

function isSaid(passage: Passage, bullets: readonly Bullet[], gist: Passage | null, { weight }: Choice): boolean {
  const said = [...(gist === null ? [] : [gist]), ...bullets.flat()];
  return said.some((other) => other.id === passage.id || overlap(other.stems, passage.stems, weight) > SAME);
}

/** The gist, and what is shown of the article above the sentence. */
function shownAbove({ id }: Passage, bullets: readonly Bullet[], gist: Passage | null): Passage[] {
  return [...(gist === null ? [] : [gist]), ...bullets.flat().filter((one) => one.id < id)];
}

/** Does it say something that only a sentence which is not shown explains? */
export function leansOn(passage: Passage, shown: readonly Passage[], choice: Choice): boolean {
  const { language, isTopic } = choice;
  const { isTied, reading, pointers, definites } = tiesOf(passage, choice);
  if (isTied || reading === null) return isTied;
  const known = new Set(shown.flatMap((one) => [...one.stems]));
  const isKnown = (at: number) => {
    const stem = stemOf(lowerAt(reading, at), language);
    return (
      known.has(stem) ||
      (shown.length > 0 && isTopic(stem)) ||
      [...relativesOf(stem, language).near.keys()].some((other) => known.has(other))
    );
  };
  const isExplained = (at: number) =>
    isPart(reading, headOf(reading, at), 'NOUN') && hasRelation(reading, at, 'det', 'amod') && isKnown(headOf(reading, at));
  return pointers.some((at) => !isExplained(at)) || definites.some((at) => !isKnown(at));
}

/** What ties a sentence to others, whatever is shown. */
interface Ties {
  /** By its opening or its quotation marks. */
  isTied: boolean;
  reading: Reading | null;
  pointers: readonly number[];
  definites: readonly number[];
}
const known = new WeakMap<Passage, { text: string; ties: Ties }>();

function tiesOf(passage: Passage, { language, textOf }: Choice): Ties {
  const text = textOf(passage);
  const earlier = known.get(passage);
  if (earlier?.text === text) return earlier.ties;
  const table = languageFor(language);
  const shownAs = text === passage.text ? passage : { ...passage, text, words: wordsOf(text, language) };
  const reading = table.code === 'en' ? readingOf(text, language) : null;
  const isOpener = reading !== null && isPart(reading, 0, 'ADV', 'CCONJ', 'ADJ') && lowerAt(reading, 0) !== 'there';
  const ties = {
    isTied: standsAlone(shownAs, language, reading === null) < CLEAR || (isOpener && table.danglingOpeners.includes(lowerAt(reading, 0))),
    reading,
    pointers: reading === null ? [] : pointersIn(reading),
    definites: reading === null ? [] : bareDefinitesIn(reading).filter((at) => hasRelation(reading, at, 'nsubj')),
  };
  known.set(passage, { text, ties });
  return ties;
}
