import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../../../src/hash.ts';
import type { Article, Citation } from '../../../src/model/article.ts';
import { MARKED_SETS, markedArticle } from './marked-article.ts';

/** The kinds of lies that readers fear. */
export const LIE_KINDS = [
  'number',
  'unit',
  'exchange',
  'quote',
  'speaker',
  'negation',
  'hedge',
  'time',
  'quantity',
  'antonym',
  'roles',
  'doer',
  'cause',
  'invented',
] as const;
/** What the names of articles begin with whose claims a later author wrote; the first wrote all others. */
export const LATER_AUTHORS = ['later', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const;

/** Text and the starts of the sentences that it cites. */
const Claim = z.strictObject({ text: z.string(), sentences: z.array(z.int()).min(1) });
const ClaimMarks = z.strictObject({
  set: z.enum(MARKED_SETS),
  id: z.string(),
  /** The first eight digits of the sha256 of the text. */
  text: z.string(),
  /** Kept aside: whoever writes the lock does not look at what it does there. */
  isKept: z.boolean(),
  true: z.array(Claim),
  lies: z.array(z.strictObject({ ...Claim.shape, kind: z.enum(LIE_KINDS) })),
});
type ClaimMarks = z.infer<typeof ClaimMarks>;

/** A claim by somebody who has not read the lock. */
interface MarkedClaim {
  text: string;
  citations: Citation[];
  /** Null where it is true. */
  lie: (typeof LIE_KINDS)[number] | null;
}

export interface ClaimedArticle {
  name: string;
  isKept: boolean;
  article: Article;
  claims: MarkedClaim[];
}

const FOLDER = resolve(import.meta.dirname, '../../../test/marks/claims');

/** The articles with claims about them, and how many are not here or read differently than when they were written. */
export function claimedArticles(data: string): { articles: ClaimedArticle[]; absent: number } {
  const files = readdirSync(FOLDER).toSorted();
  const articles = files.flatMap((file) => {
    const marks = ClaimMarks.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
    const article = markedArticle(marks, data);
    if (article === null || sha256(article.text).slice(0, 8) !== marks.text) return [];
    return [{ name: file.replace('.json', ''), isKept: marks.isKept, article, claims: claimsIn(marks, article) }];
  });
  return { articles, absent: files.length - articles.length };
}

function claimsIn(marks: ClaimMarks, article: Article): MarkedClaim[] {
  const idAt = new Map(article.sentences.map(({ id, span }) => [span.start, id]));
  const cited = (starts: readonly number[]): Citation[] => starts.map((start) => ({ sentenceIds: [idAt.get(start) ?? -1] }));
  return [
    ...marks.true.map(({ text, sentences }) => ({ text, citations: cited(sentences), lie: null })),
    ...marks.lies.map(({ text, sentences, kind }) => ({ text, citations: cited(sentences), lie: kind })),
  ];
}
