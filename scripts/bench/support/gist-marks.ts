import { z } from 'zod';
import type { Article } from '../../../src/model/article.ts';
import { judgedIn, JudgedText } from './marked-article.ts';

const GistMarks = z.strictObject({
  ...JudgedText,
  /** Sentences, by their starts, that stood as the gist before somebody who has not read the engine. */
  gists: z.array(z.strictObject({ sentence: z.int(), isGood: z.boolean() })),
});

/** An article with sentences that somebody would post as its gist, or would not. */
export interface JudgedGists {
  article: Article;
  gists: readonly { sentence: number; isGood: boolean }[];
}

/** The articles whose gists were judged; those that are not here, or read differently now, are left out. */
export function judgedGists(data: string): JudgedGists[] {
  return judgedIn('gists', GistMarks, data).map(({ article, judged: { gists } }) => ({ article, gists }));
}
