import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readArticle } from '../../../src/extract/article.ts';
import { sha256 } from '../../../src/hash.ts';
import type { Article } from '../../../src/model/article.ts';
import '../../../src/work/grammars.ts';
import { readItems } from './sample.ts';

/** Offset and length in UTF-16 code units of the article's text. */
const Stretch = z.tuple([z.int(), z.int()]);
/** What an editor who has not read the engine wants of a brief; sentences by their starts. */
const BriefMarks = z.strictObject({
  set: z.enum(['cnn', 'bbc', 'realsumm', 'summeval']),
  /** Line of the text in its set. */
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
    const items = readItems(join(data, 'summaries', `${marks.set}.jsonl`)) as { text: string }[] | null;
    const content = items?.[Number(marks.id)]?.text;
    if (content === undefined) return [];
    const article = readArticle({ kind: 'text', content, url: null, fetchedAt: null });
    return sha256(article.text).slice(0, 8) === marks.text ? [{ marks, article }] : [];
  });
  return { briefs, absent: files.length - briefs.length };
}
