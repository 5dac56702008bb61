import { expect, it } from 'vitest';
import { remembering } from '../../src/brief/remembered.ts';
import { builtInBriefer } from '../../src/compose.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import type { Briefer } from '../../src/ports.ts';
import { textArticle } from '../articles.ts';

const options = BriefOptions.parse({});

function counting(): { briefer: Briefer; worked: () => number } {
  let count = 0;
  const brief: Briefer['brief'] = async (article, wanted) => {
    count += 1;
    if (article.title === 'broken') throw new Error('broken');
    return await builtInBriefer.brief(article, wanted);
  };
  return { briefer: { ...builtInBriefer, brief }, worked: () => count };
}

it('works out the brief of an article once for each length', async () => {
  const { briefer, worked } = counting();
  const remembered = remembering(briefer);
  const article = textArticle();
  const [first, second] = await Promise.all([remembered.brief(article, options), remembered.brief(article, options)]);
  expect(second).toEqual(first);
  await remembered.brief(article, { ...options, points: 8 });
  expect(worked()).toBe(2);
});

it('forgets the oldest, and what failed', async () => {
  const { briefer, worked } = counting();
  const remembered = remembering(briefer, 1);
  const broken = { ...textArticle(), id: 'b'.repeat(64), title: 'broken' };
  await expect(remembered.brief(broken, options)).rejects.toThrow('broken');
  await expect(remembered.brief(broken, options)).rejects.toThrow('broken');
  await remembered.brief(textArticle(), options);
  await remembered.brief({ ...textArticle(), id: 'c'.repeat(64) }, options);
  await remembered.brief(textArticle(), options);
  expect(worked()).toBe(5);
});
