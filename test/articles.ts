import { readArticle } from '../src/extract/article.ts';
import type { Article } from '../src/model/article.ts';

export const PLANT = `Plant to open in May

Northwind said on Monday that the plant in Kiruna would employ more than 1,200 people. It is expected to cost $86 million.

"We hire from next door," said Anna Berg, who runs the site. The old plant closed in 2019 after a fire.`;

/** An article from text as a person would paste it. */
export function textArticle(content: string = PLANT, url: string | null = null): Article {
  return readArticle({ kind: 'text', content, url, fetchedAt: '2026-11-23T08:00:00.000Z' });
}
