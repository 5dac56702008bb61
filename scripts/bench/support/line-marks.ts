import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../../src/model/article.ts';
import { judgedText, MARKED_SETS } from './marked-article.ts';

const LineMarks = z.strictObject({
  set: z.enum(MARKED_SETS),
  /** Line of the text in its set. */
  id: z.string(),
  /** The first eight digits of the sha256 of the text. */
  text: z.string(),
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

const FOLDER = resolve(import.meta.dirname, '../../../test/marks/lines');

/** The articles whose briefs were judged; those that are not here, or read differently now, are left out. */
export function judgedLines(data: string): JudgedLines[] {
  return readdirSync(FOLDER)
    .toSorted()
    .flatMap((file) => {
      const marks = LineMarks.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
      const article = judgedText(marks, data);
      return article === null ? [] : [{ article, lines: marks.lines }];
    });
}
