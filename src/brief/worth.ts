import learnt from './data/worth.json' with { type: 'json' };
import { quotedOf } from './figures/quotation.ts';
import { namesIn } from './names.ts';
import { overlap, type Passage } from './passages.ts';
import { rankRows } from './rank.ts';
import type { KeyFigure } from '../model/figure.ts';

/** A plain sum: what each feature adds, and what a sentence without any is worth. */
export interface Weights {
  base: number;
  weights: readonly number[];
}

const LEARNT: Weights = learnt;
/** Titles are judged by hand: the texts that the weights were learnt from have none. */
const NEAR_TITLE = 0.2;
/** By the rank of the figure that the sentence tells first, by hand: a figure on the card is to be read with its hedge. */
const FIGURE = [0.5, 0.3, 0.15];

/**
 * What the lead is worth beside what the weights say, and how fast it falls with every sentence. Sixty texts teach too
 * little of it: with this, briefs told more of the marked facts and of the editors' highlights of texts that are not marked.
 */
const LEAD = 1;
const FALL = 0.25;

export interface Worth {
  passage: Passage;
  /** About 1 for a fact that a colleague must learn, below 0 for what must not be shown. */
  worth: number;
}

/** What each sentence that can be a point is worth to a colleague who does not read the article, in reading order. */
export function worthsOf(
  passages: readonly Passage[],
  excluded: ReadonlySet<number>,
  titleStems: ReadonlySet<string>,
  figures: readonly KeyFigure[],
  language: string,
  weights: Weights = LEARNT,
): Worth[] {
  const { candidates, rows } = worthRows(passages, excluded, language);
  return candidates.map((passage, at) => {
    const title = overlap(passage.stems, titleStems, () => 1);
    return { passage, worth: sumOf(rows[at] ?? [], weights) + NEAR_TITLE * title + figureWorth(passage, figures) + LEAD / (1 + at * FALL) };
  });
}

/** What a sentence is worth for a leading figure that it tells. */
export function figureWorth({ id }: Passage, figures: readonly KeyFigure[]): number {
  return FIGURE[figures.findIndex(({ citations }) => citations[0]?.sentenceIds[0] === id)] ?? 0;
}

function sumOf(row: readonly number[], { base, weights }: Weights): number {
  let sum = base;
  for (let at = 0; at < weights.length; at += 1) sum += (row[at] ?? 0) * (weights[at] ?? 0);
  return sum;
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
const QUOTATION = /["“„«].*?(?:["”»]|$)/gu;
