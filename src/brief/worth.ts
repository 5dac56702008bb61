import { languageFor } from '../language/tables.ts';
import type { KeyFigure } from '../model/figure.ts';
import { scoresOf, type Trees } from '../trees.ts';
import learnt from './data/worth.json' with { type: 'json' };
import { quotedOf } from './figures/quotation.ts';
import { mannerFeatures } from './manner.ts';
import { namesIn } from './names.ts';
import { overlap, type Passage } from './passages.ts';
import { rankRows } from './rank.ts';
import { senseFeatures } from './worth-features.ts';

/** What was learnt from editors: of English, which sees what the words mean, and of any other language. */
export interface Worths {
  english: Trees;
  elsewhere: Trees;
}

const LEARNT: Worths = learnt;
/** What a headline says beside what the trees make of it; by hand, since half of the marked texts have none. */
const NEAR_TITLE = 0.2;
/** By the rank of the figure that the sentence tells first, by hand: a figure on the card is to be read with its hedge. */
const FIGURE = [0.5, 0.3, 0.15];

/** What the lead is worth beside what was learnt, and how fast it falls with every sentence; set by hand, held out. */
const LEAD = 0.6;
const FALL = 0.25;

export interface Worth {
  passage: Passage;
  /** About 1 for a fact that a colleague must learn, below 0 for what must not be shown. */
  worth: number;
  /** The part of it that a leading figure gives, which is no news in itself. */
  figure: number;
  /** What it was judged by. */
  known: readonly number[];
}

/** What each sentence that can be a point is worth to a colleague who does not read the article, in reading order. */
export function worthsOf(
  passages: readonly Passage[],
  excluded: ReadonlySet<number>,
  titleStems: ReadonlySet<string>,
  figures: readonly KeyFigure[],
  language: string,
  learned: Worths = LEARNT,
): Worth[] {
  const { candidates, rows } = worthRows(passages, excluded, language);
  const isEnglish = languageFor(language).code === 'en';
  const known = isEnglish
    ? withSense(candidates, rows, passages.length, language, titleStems)
    : withManner(candidates, rows, language, titleStems);
  const judged = scoresOf(isEnglish ? learned.english : learned.elsewhere, known);
  return candidates.map((passage, at) => {
    const title = overlap(passage.stems, titleStems, () => 1);
    const figure = figureWorth(passage, figures);
    return { passage, worth: (judged[at] ?? 0) + NEAR_TITLE * title + figure + LEAD / (1 + at * FALL), figure, known: known[at] ?? [] };
  });
}

/** What a sentence is worth for a leading figure that it tells. */
function figureWorth({ id }: Passage, figures: readonly KeyFigure[]): number {
  return FIGURE[figures.findIndex(({ citations }) => citations[0]?.sentenceIds[0] === id)] ?? 0;
}

/** The candidates and what is known of each: what the ranking knows, and how it stands to quotations and to the lead. */
export function worthRows(passages: readonly Passage[], excluded: ReadonlySet<number>, language: string) {
  const { candidates, rows } = rankRows(passages, excluded, new Set(), language);
  const quoted = quotedOf(passages);
  const places = new Map(passages.map((passage, at) => [passage, at]));
  const isWhole = (passage: Passage | undefined) => (passage !== undefined && quoted[places.get(passage) ?? -1]?.isWhole === true ? 1 : 0);
  const names = candidates.map(({ text }) => namesIn(text));
  const mentions = new Map<string, number>();
  for (const name of names.flatMap((some) => [...new Set(some)])) mentions.set(name, (mentions.get(name) ?? 0) + 1);
  const [lead] = candidates;
  return {
    candidates,
    rows: candidates.map((passage, at) => {
      const { text, stems, kind } = passage;
      const outside = text.replace(QUOTATION, ' ');
      return [
        ...(rows[at] ?? []),
        1 - outside.length / Math.max(1, text.length),
        isWhole(passage),
        isWhole(candidates[at - 1]),
        (text.match(/"/gu)?.length ?? 0) % 2,
        /\b(?:I|we|our|my|me|us)\b/u.test(outside) ? 1 : 0,
        kind === 'list-item' || /[.!?]["'”’)]*\s*$/u.test(text) ? 1 : 0,
        lead === undefined ? 0 : overlap(stems, lead.stems, () => 1),
        names[at]?.filter((name) => names[0]?.includes(name)).length ?? 0,
        Math.max(0, ...(names[at] ?? []).map((name) => mentions.get(name) ?? 0)) / candidates.length,
        Math.min(40, candidates.length - at),
        text.endsWith('!') ? 1 : 0,
      ];
    }),
  };
}

/** The same with what an English sentence means. */
export function withSense(
  candidates: readonly Passage[],
  rows: readonly (readonly number[])[],
  sentences: number,
  language: string,
  titleStems: ReadonlySet<string>,
): (readonly number[])[] {
  const sense = senseFeatures(candidates, sentences, language, titleStems);
  return rows.map((row, at) => [...row, ...(sense[at] ?? [])]);
}

/** The same with how a sentence of any language speaks. */
export function withManner(
  candidates: readonly Passage[],
  rows: readonly (readonly number[])[],
  language: string,
  titleStems: ReadonlySet<string>,
): (readonly number[])[] {
  const manner = mannerFeatures(candidates, titleStems, language);
  return rows.map((row, at) => [...row, ...(manner[at] ?? [])]);
}
const QUOTATION = /["“„«].*?(?:["”»]|$)/gu;
