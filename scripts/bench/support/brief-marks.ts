import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../../src/model/article.ts';
import { MARKED_SETS, markedArticle, titled } from './marked-article.ts';
import { textCheck } from './marks.ts';

/** Offset and length in UTF-16 code units of the article's text. */
const Stretch = z.tuple([z.int(), z.int()]);
/** What an editor who has not read the engine wants of a brief; sentences by their starts. */
const BriefMarks = z.strictObject({
  set: z.enum(MARKED_SETS),
  /** Line, key or file of the text in its set. */
  id: z.string(),
  /** The first eight digits of the sha256 of the text. */
  text: z.string(),
  kind: z.enum(['news', 'opinion', 'feature']),
  /** Each could be the gist. */
  gist: z.array(z.int()),
  /** Facts, the most important first; each sentence tells it on its own. */
  must: z.array(z.array(z.int()).min(1)),
  /** Worth telling where there is room, by editors who were asked for these as well. */
  good: z.array(z.int()).optional(),
  /** Must not be posted. */
  never: z.array(z.int()),
  /** What leans in them, and whom or what it means, by editors who were asked for that. */
  dangling: z.array(z.strictObject({ sentence: z.int(), word: Stretch, means: Stretch })).optional(),
});
export type BriefMarks = z.infer<typeof BriefMarks>;

const FOLDER = resolve(import.meta.dirname, '../../../test/marks/briefs');

/** The articles with their marks, and how many are not here or read differently than when they were marked. */
export function markedBriefs(data: string): { briefs: { marks: BriefMarks; article: Article }[]; absent: number } {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  const briefs = files.toSorted().flatMap((file) => {
    const marks = BriefMarks.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
    const article = markedArticle(marks, data);
    return article !== null && textCheck(article) === marks.text ? [{ marks, article: titled(article, marks, data) }] : [];
  });
  return { briefs, absent: files.length - briefs.length };
}
