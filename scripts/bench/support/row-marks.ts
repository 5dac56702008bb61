import { z } from 'zod';
import type { Article } from '../../../src/model/article.ts';
import { judgedIn, JudgedText } from './marked-article.ts';

/** Offset and length in UTF-16 code units of the article's text. */
const Stretch = z.tuple([z.int(), z.int()]);
const RowMark = z.strictObject({
  /** The number, as the card has it. */
  number: Stretch,
  /** The words that were shown beside it. */
  told: Stretch,
  /** Did ellipses stand before and behind them? */
  cut: z.tuple([z.boolean(), z.boolean()]),
  /** Would a reader who has not seen the article post the row as it stands, under its headline and its gist? */
  post: z.boolean(),
  /** What keeps him from it, in a word. */
  fault: z.enum(['', 'cut', 'subject', 'trivial', 'repeats', 'wrong', 'other']),
  /** Leaving the wording aside: 2 an editor wants the number, 1 does no harm, 0 does not want it. */
  worth: z.int().min(0).max(2),
});
export type RowMark = z.infer<typeof RowMark>;
const RowMarks = z.strictObject({
  ...JudgedText,
  /** The sentences of the gist above the rows. */
  gist: z.array(z.int()),
  rows: z.array(RowMark),
});

/** An article with the rows that somebody judged under its headline and its gist. */
export interface JudgedArticle {
  name: string;
  article: Article;
  gist: readonly number[];
  rows: readonly RowMark[];
}

/** The articles whose rows were judged; those that are not here, or read differently now, are left out. */
export function judgedArticles(data: string): JudgedArticle[] {
  return judgedIn('rows', RowMarks, data).map(({ article, name, judged: { gist, rows } }) => ({ name, article, gist, rows }));
}
