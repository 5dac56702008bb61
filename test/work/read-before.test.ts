import { expect, test } from 'vitest';
import { readArticle } from '../../src/extract/article.ts';
import { rememberedArticles } from '../../src/work/read-before.ts';

const article = (title: string, text = 'The harbour reopened on Monday. Two ferries sailed.') =>
  readArticle({ kind: 'text', content: text, url: 'https://example.org/harbour', title, fetchedAt: null });

test('a copy of an article that was read before is taken for the same one', () => {
  const { same } = rememberedArticles();
  const first = article('Harbour');
  expect(same(first)).toBe(first);
  expect(same(structuredClone(first))).toBe(first);
});

test('the same text under another title is another article', () => {
  const { same } = rememberedArticles();
  const [first, second] = [article('Harbour'), article('Ferries')];
  expect(second.id).toBe(first.id);
  same(first);
  expect(same(second)).toBe(second);
});

test('the article that nobody asked for longest is forgotten first, and all of them when asked to', () => {
  const { same, forget } = rememberedArticles(2);
  const [one, two, three] = [article('One'), article('Two', 'Two trains ran.'), article('Three', 'Three buses ran.')];
  for (const each of [one, two, one, three]) same(each);
  expect(same(structuredClone(one))).toBe(one);
  expect(same(structuredClone(two))).not.toBe(two);
  forget();
  expect(same(structuredClone(one))).not.toBe(one);
});
