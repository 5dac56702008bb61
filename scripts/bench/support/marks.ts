import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../../../src/hash.ts';
import type { Article } from '../../../src/model/article.ts';
import { Qualifier, FigureStatus, type KeyFigure } from '../../../src/model/figure.ts';
import { MARKED_SETS, markedArticle } from './marked-article.ts';

/** Offset and length in UTF-16 code units of the article's text. */
const Stretch = z.tuple([z.int(), z.int()]);
const FigureMark = z.strictObject({
  /** The number with its currency sign and scale word. */
  number: Stretch,
  /** Starts of the sentences that say it, the one with `number` first. */
  sentences: z.array(z.int()).min(1),
  value: z.number(),
  valueMax: z.number().optional(),
  unit: z.string().nullable(),
  qualifier: Qualifier,
  status: FigureStatus,
  /** Who said it. */
  by: Stretch.optional(),
  /** `yes`: belongs on the card; `maybe`: does no harm there; `no`: must not be there. */
  card: z.enum(['yes', 'maybe', 'no']),
  /** The rest of its row as an editor would print it, by somebody who has not read the engine. */
  row: z
    .strictObject({
      /** Stretches of the first sentence, in order; none where no label makes sense. */
      label: z.array(Stretch),
      /** Words that every good label has, in whatever inflection. */
      must: z.array(Stretch),
      change: z.enum(['up', 'down']).nullable(),
      asOf: Stretch.nullable(),
    })
    .optional(),
});
export type FigureMark = z.infer<typeof FigureMark>;
export const QuestionMark = z.strictObject({
  text: z.string(),
  /** Starts of the sentences of which each answers on its own, best first. */
  sentences: z.array(z.int()).min(1),
  /** The answer itself, in the first of them. */
  span: Stretch,
});
export type QuestionMark = z.infer<typeof QuestionMark>;
const Marks = z.strictObject({
  /**
   * `author`: marked by one of those who write the engine; `others`: by editors who have not read it; `listed`: by such an
   * editor, too, who judged the numbers that the engine had found and looked for no others.
   */
  by: z.enum(['author', 'others', 'listed']),
  set: z.enum(MARKED_SETS),
  /** Line, key or file of the text in its set. */
  id: z.string(),
  /** The first eight digits of the sha256 of the text that was marked. */
  text: z.string(),
  figures: z.array(FigureMark),
  questions: z.array(QuestionMark),
  unanswerable: z.array(z.strictObject({ text: z.string(), isTempting: z.boolean() })),
  followUp: z.strictObject({ after: z.int(), ...QuestionMark.shape }).nullable(),
});
type Marks = z.infer<typeof Marks>;

export interface MarkedText {
  name: string;
  marks: Marks;
  article: Article;
}

const FOLDER = resolve(import.meta.dirname, '../../../test/marks');

/** The texts that editors marked, with their marks; `changed` are those that are here but read differently now. */
export function markedTexts(data: string): { texts: MarkedText[]; changed: string[]; absent: number } {
  const texts: MarkedText[] = [];
  const changed: string[] = [];
  let absent = 0;
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .toSorted()) {
    const marks = Marks.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
    const article = markedArticle(marks, data);
    const name = file.replace('.json', '');
    if (article === null) absent += 1;
    else if (textCheck(article) === marks.text) texts.push({ name, marks, article });
    else changed.push(name);
  }
  return { texts, changed, absent };
}

/** Same value and unit, said in one of the marked sentences. A counted noun may be named in several ways. */
export function sameFigure(mark: FigureMark, figure: Omit<KeyFigure, 'rank'>, article: Article): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b), 1e-9);
  const told = [figure.value, figure.valueMax, figure.change?.to, figure.change?.from].filter(
    (value) => value !== undefined && value !== null,
  );
  const values = figure.unit === 'cent' ? told.flatMap((value) => [value, value / 100]) : told;
  const hasValue = values.some((value) => near(value, mark.value) || (mark.unit === 'percent' && near(value * 100, mark.value)));
  if (!hasValue || (figure.kind === 'money') !== /^(?:[A-Z]{3}|cent|penny)$/.test(mark.unit ?? '')) return false;
  const starts = figure.citations.flatMap(({ sentenceIds }) => sentenceIds).map((id) => article.sentences[id]?.span);
  return mark.sentences.some((at) => starts.some((span) => span !== undefined && at >= span.start && at < span.end));
}

/** The first eight digits of the sha256 of a text: what a mark names it by. */
export function textCheck({ text }: Article): string {
  return sha256(text).slice(0, 8);
}
