import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { labellingOf, type Labelling } from '../../src/brief/figures/label-features.ts';
import type { Taken } from '../../src/brief/figures/label-units.ts';
import { mentionsIn } from '../../src/brief/figures/mentions.ts';
import type { Place } from '../../src/brief/figures/place.ts';
import { findQuantities } from '../../src/brief/figures/quantities.ts';
import { spreadFrom } from '../../src/brief/figures/spread.ts';
import { voicesOf } from '../../src/brief/figures/voices.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { wordsIn } from '../../src/language/reading/reading.ts';
import { readArticle } from '../../src/extract/article.ts';
import type { FigureMark, MarkedText } from '../bench/support/marks.ts';

/** What it costs to leave out a word that every label must have, one that the editor wrote, and to add one. */
export const COST = { must: 6, written: 3, added: 1 };

/** One figure's sentence with the label that an editor wrote. */
export interface LabelCase {
  text: MarkedText;
  mark: FigureMark;
  place: Place;
  taken: Taken;
  unit: string | null;
  labelling: Labelling;
  /** For each unit what it costs to be wrong about it; negative where it belongs into the label. */
  cost: number[];
}

type Stretches = readonly (readonly [number, number])[];

/** The figures of a text for which an editor wrote a label. */
export function labelCasesOf(text: MarkedText): LabelCase[] {
  const { article, marks } = text;
  const passages = passagesOf(article);
  const voices = voicesOf(passages, article.language);
  return passages.flatMap((passage) => {
    const from = article.sentences[passage.id]?.span.start ?? 0;
    const spread = spreadFrom(article, passage.id);
    return mentionsIn(passage, article, voices.get(passage.id) ?? null).flatMap(({ place, quantity, figure, unit }): LabelCase[] => {
      if (place === null) return [];
      const [start, end] = [from + quantity.span.start, from + quantity.span.end];
      const mark = marks.figures.find(
        ({ row, sentences, number: [at, length], card }) =>
          card !== 'no' && (row?.label.length ?? 0) > 0 && sentences[0] === from && at < end && at + length > start,
      );
      if (mark?.row === undefined) return [];
      const { label, must } = mark.row;
      const { reading } = place;
      const spans = findQuantities(passage.text, article.language).map(({ span }) => span);
      const numbers = new Set(spans.flatMap((span) => wordsIn(reading, span.start, span.end)));
      const taken: Taken = { numbers, speaker: figure.attributedTo, kind: figure.kind, isChange: figure.change !== undefined, spread };
      const labelling = labellingOf(place, taken);
      const isIn = (stretches: Stretches, words: readonly number[]) =>
        stretches.some(([at, length]) => wordsIn(reading, at - from, at - from + length).some((word) => words.includes(word)));
      const cost = labelling.units.map(({ words }) => {
        if (!isIn(label, words)) return COST.added;
        return isIn(must, words) ? -COST.must : -COST.written;
      });
      return [{ text, mark, place, taken, unit, labelling, cost }];
    });
  });
}

const OWN = resolve(import.meta.dirname, '../../test/marks/labels/own.json');
const Own = z.array(z.strictObject({ language: z.string(), text: z.string(), labels: z.array(z.tuple([z.string(), z.string()])) }));

/** So often each of our own sentences counts: they are short, and say plainly what is meant. */
const OWN_TIMES = 3;

/** Sentences of our own, one of each kind that a card must get right, with the label of each of their numbers; each three times. */
export function ownLabelCases(): LabelCase[] {
  const cases = Own.parse(JSON.parse(readFileSync(OWN, 'utf8'))).flatMap(({ language, text, labels }) => {
    const article = { ...readArticle({ kind: 'text', content: text, url: null, fetchedAt: null }), language };
    const figures = labels.map(([number, label]) => ({ ...OWN_MARK, ...stretchesOf(text, number, label) }));
    const marks = {
      by: 'author' as const,
      set: 'own' as const,
      id: text,
      text: '',
      figures,
      questions: [],
      unanswerable: [],
      followUp: null,
    };
    return labelCasesOf({ name: 'own', marks, article });
  });
  return Array.from({ length: OWN_TIMES }, () => cases).flat();
}
const OWN_MARK = { sentences: [0], value: 0, unit: null, qualifier: 'exactly', status: 'stated', card: 'yes' } as const;

function stretchesOf(text: string, number: string, label: string): Pick<FigureMark, 'number' | 'row' | 'sentences'> {
  let from = 0;
  const stretches = label.split(/\s*\|\s*|\s+/u).map((word): [number, number] => {
    const at = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{N}])`, 'u').exec(text.slice(from));
    if (at === null) throw new Error(`“${label}” is not made of words of “${text}”, in order`);
    const place: [number, number] = [from + at.index, word.length];
    from = place[0] + place[1];
    return place;
  });
  return {
    number: [text.indexOf(number), number.length],
    sentences: [0],
    row: { label: stretches, must: stretches, change: null, asOf: null },
  };
}
