import { z } from 'zod';
import type { Article } from '../../../src/model/article.ts';
import { judgedIn, JudgedText } from './marked-article.ts';

const LineMarks = z.strictObject({
  ...JudgedText,
  /** The lines of a brief, the gist first where there was one, as somebody who has not read the article judged them from top to bottom. */
  lines: z.array(
    z.strictObject({
      /** What the line tells, by the starts of the sentences. */
      sentences: z.array(z.int()).min(1),
      /** Does it speak of something that no line above explains? */
      leans: z.boolean(),
      /** Would it be left in the brief? */
      stays: z.boolean(),
    }),
  ),
});

/** An article with a brief of it whose lines somebody judged. */
export interface JudgedLines {
  article: Article;
  lines: z.infer<typeof LineMarks>['lines'];
}

/** The articles whose briefs were judged; those that are not here, or read differently now, are left out. */
export function judgedLines(data: string): JudgedLines[] {
  return judgedIn('lines', LineMarks, data).map(({ article, judged: { lines } }) => ({ article, lines }));
}
