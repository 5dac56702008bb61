import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../../src/model/article.ts';
import { judgedText, MARKED_SETS } from './marked-article.ts';

const GistMarks = z.strictObject({
  set: z.enum(MARKED_SETS),
  /** Line of the text in its set. */
  id: z.string(),
  /** The first eight digits of the sha256 of the text. */
  text: z.string(),
  /** Sentences, by their starts, that stood as the gist before somebody who has not read the engine. */
  gists: z.array(z.strictObject({ sentence: z.int(), isGood: z.boolean() })),
});

/** An article with sentences that somebody would post as its gist, or would not. */
export interface JudgedGists {
  article: Article;
  gists: readonly { sentence: number; isGood: boolean }[];
}

const FOLDER = resolve(import.meta.dirname, '../../../test/marks/gists');

/** The articles whose gists were judged; those that are not here, or read differently now, are left out. */
export function judgedGists(data: string): JudgedGists[] {
  return readdirSync(FOLDER)
    .toSorted()
    .flatMap((file) => {
      const marks = GistMarks.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
      const article = judgedText(marks, data);
      return article === null ? [] : [{ article, gists: marks.gists }];
    });
}
