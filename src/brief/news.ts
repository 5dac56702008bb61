import { hasRelation, isPart, readingOf } from '../language/reading/reading.ts';
import { languageFor } from '../language/tables.ts';
import { scoreOf, type Trees } from '../trees.ts';
import type { Choice } from './bullets.ts';
import learnt from './data/news.json' with { type: 'json' };
import { isNamedLater, pointersIn } from './leaning.ts';
import { legibleFeatures } from './legible.ts';
import { overlap, type Passage } from './passages.ts';
import { opensBack } from './pointing.ts';
import { leansOn, unnamedIn } from './ties.ts';
import { isCommandIn, isFragment } from './unfit.ts';
import { wordsOf } from './words.ts';
import { pointText } from './wording.ts';
import type { Worth } from './worth.ts';

/** Characters; DESIGN.md section 8. */
export const GIST_MAX = 200;
/** Sentences that are compared with what the rules would tell. */
const COMPARED = 6;
/** Sentences that may be mended, the best first. */
export const MENDED = 10;

/** The sentence that tells the news: of those worth much the first, and one that can be read alone. */
export function newsOf(worths: readonly Worth[], choice: Choice, pick: Pick = SHIPPED): Passage | null {
  const { titleStems } = choice;
  const scored = worths
    .map(({ passage, worth, figure }, at) => ({
      passage,
      worth: worth - figure + NEWS_LEAD / (1 + at) + NEWS_TITLE * overlap(passage.stems, titleStems, () => 1),
    }))
    .toSorted((a, b) => b.worth - a.worth || a.passage.id - b.passage.id);
  const worthOf = new Map(scored.map(({ passage, worth }) => [passage, worth]));
  const ranked = scored.map(({ passage }) => passage);
  const isTellable = (passage: Passage) => choice.holds([passage]) && !choice.isUnfit(passage);
  const early = new Set(worths.slice(0, OPENING).map(({ passage }) => passage));
  const leading = [...ranked.filter((passage) => early.has(passage)), ...ranked.slice(0, MENDED).filter((passage) => !early.has(passage))];
  const isShort = (passage: Passage) => choice.textOf(passage, GIST_MAX).length <= GIST_MAX;
  const isNews = (passage: Passage) =>
    isTellable(passage) &&
    (early.has(passage) || isShort(passage)) &&
    !setsScene(passage, choice.language) &&
    !leansOn(passage, [], choice);
  const ruled =
    leading.find((passage) => early.has(passage) && isNews(passage) && unnamedIn(passage, [], choice) === 0) ??
    leading.find(isNews) ??
    leading.find((passage) => isTellable(passage) && isShort(passage) && !setsScene(passage, choice.language)) ??
    leading.find((passage) => isTellable(passage) && isShort(passage)) ??
    ranked.find((passage) => choice.holds([passage])) ??
    null;
  if (ruled === null) return null;
  const taken = (passage: Passage) => unnamedIn(passage, [], choice);
  const canStand = (passage: Passage) =>
    passage.words.length >= LEAST &&
    isShort(passage) &&
    isTellable(passage) &&
    !opensOnNobody(passage, choice.language) &&
    !pointsBack(passage, choice) &&
    !isCommandIn(passage.text, choice.language) &&
    // Of two the one that takes less for known.
    taken(passage) <= taken(ruled);
  const candidates = leading.filter((passage, at) => passage === ruled || (at < COMPARED && canStand(passage)));
  const known = new Map(worths.map(({ passage, known: row }) => [passage, row]));
  const isEnglish = languageFor(choice.language).code === 'en';
  const rows = candidates.map((passage, at) => [
    at,
    passage === ruled ? 1 : 0,
    early.has(passage) ? 1 : 0,
    isNews(passage) ? 1 : 0,
    isPiece(passage, choice.language) ? 1 : 0,
    isWording(passage) ? 1 : 0,
    leansOn(passage, [], choice) ? 1 : 0,
    choice.unclear(passage, [], choice).risk,
    taken(passage),
    worthOf.get(passage) ?? 0,
    overlap(passage.stems, titleStems, () => 1),
    passage.id,
    passage.id / choice.passages.length,
    choice.textOf(passage, GIST_MAX).length,
    ...(isEnglish ? legibleFeatures(choice.textOf(passage, GIST_MAX), passage.id, aboveNothing(choice)) : []),
    ...(known.get(passage) ?? []),
  ]);
  const picked = pick(candidates, rows, ruled, choice.language);
  const isOfNobody = (passage: Passage) => meansNobody(choice.textOf(passage, GIST_MAX), choice.language);
  if (!isOfNobody(picked)) return picked;
  // "They are the future, and …": another one, or none.
  return (
    leading.find((passage) => isTellable(passage) && isShort(passage) && !isOfNobody(passage) && !setsScene(passage, choice.language)) ??
    null
  );
}

/** "Some said they felt dejected", and pronouns of languages without a grammar. */
const OF_NOBODY =
  /^(?:(?:Some|Others|Many|Most|Several|Few) (?:said|say|felt|feel|have|had|were|are|also)\b|(?:Он|Она|Они|Оно|Это|Этот|Эта|Эти|Ona|Oni|Hän|Han|Hon|Hun)\s)/u;

/** Does it open on a pronoun that nothing in it explains? */
function meansNobody(text: string, language: string): boolean {
  if (OF_NOBODY.test(text)) return true;
  const reading = readingOf(text, language);
  if (reading === null || isNamedLater(reading, 0)) return false;
  return languageFor(language).code === 'en' ? pointersIn(reading)[0] === 0 && isPart(reading, 0, 'PRON') : opensBack(text, language);
}

/** What is known of a gist in every language stands first, so many numbers; then of English how it reads, and what its worth was judged by. */
export const PLAIN = 14;

function aboveNothing({ passages, language }: Choice) {
  return { text: '', gistIds: [], sentences: passages.length, language };
}

/** Which of the candidates is told; `ruled` is what the rules would tell. */
export type Pick = (candidates: readonly Passage[], rows: readonly (readonly number[])[], ruled: Passage, language: string) => Passage;

/** What was learnt of gists from editors: of English, and of any language. */
export interface Gists {
  english: Trees;
  elsewhere: Trees;
}
const LEARNT: Gists = learnt;

export function pickedBy(model: Gists = LEARNT): Pick {
  return (candidates, rows, ruled, language) => {
    const trees = languageFor(language).code === 'en' ? model.english : model.elsewhere;
    const scores = rows.map((row, at) => scoreOf(trees, row) + (candidates[at] === ruled ? RULED : 0));
    return candidates[scores.indexOf(Math.max(...scores))] ?? ruled;
  };
}
/** What being the rules’ choice is worth beside the trees, as a logit; set by hand, held out. */
export const RULED = 0.5;
const SHIPPED = pickedBy();

/** What opens on nobody, is no whole sentence, or is mostly what somebody said: news begins with who does what. */
function setsScene(passage: Passage, language: string): boolean {
  return opensOnNobody(passage, language) || isPiece(passage, language) || isWording(passage);
}

/** "It was always going to be hard …", "There can be no harbour without …". */
function opensOnNobody({ text }: Passage, language: string): boolean {
  const reading = readingOf(pointText(text, language), language);
  return reading !== null && ((isPart(reading, 0, 'PRON') && !isNamedLater(reading, 0)) || hasRelation(reading, 0, 'expl'));
}

/** "This partnership …", "Plus, …": nothing stands before the gist but the headline. */
function pointsBack(passage: Passage, { textOf, language, titleStems }: Choice): boolean {
  const [first, ...next] = wordsOf(textOf(passage).slice(0, FRONT), language);
  const { these, links } = languageFor(language).back;
  const opener = first?.text.toLowerCase() ?? '';
  // "These truffles", under a headline that names them
  const isNamed = next.slice(0, NEXT).some(({ stem, stop }) => !stop && titleStems.has(stem));
  return (these.includes(opener) && !isNamed) || (links.includes(opener) && opener !== 'there');
}
/** Characters and words of an opening. */
const [FRONT, NEXT] = [80, 4];

function isPiece({ id, text, words }: Passage, language: string): boolean {
  const reading = readingOf(pointText(text, language), language);
  return (
    // What opens an article has a verb, whatever the grammar takes it for: "the sinking dollar hit shares".
    (reading !== null && !(id === 0 && words.length >= WHOLE) && isFragment(reading)) ||
    words.length < SHORT ||
    // "Both clubs": which ones, news says first.
    /^Both \p{Ll}+s (?!and )/u.test(text)
  );
}

/** Begins or ends in what somebody said. */
function isWording({ text }: Passage): boolean {
  return /^["“„«][^"”“»]{25,}[,.!?]["”“»]|^["“„«][^"”“»]{25,}["”“»],|[:;,]\s*["“][^"”]{10,}["”]\W*$/u.test(text);
}
/** Words of what is no news, and of what is told instead of what the rules would tell. */
const [SHORT, LEAST] = [5, 8];
/** Words of an opening that is a sentence. */
const WHOLE = 12;
/** News is told so early, in sentences. */
const OPENING = 5;
const NEWS_LEAD = 1.2;
/** By judgement, as the titles of the marked texts are unknown. */
const NEWS_TITLE = 0.6;
