import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/brief/figures/figures.ts';
import { viewFigures } from '../../../src/view/figures-view.ts';
import { briefArticle } from '../../../src/brief/built-in.ts';
import { BriefOptions } from '../../../src/model/brief.ts';
import { stringsOf } from '../../contract/harness.ts';
import { textArticle } from '../../articles.ts';

const conflictsIn = (text: string) =>
  findFigures(textArticle(text)).flatMap(({ raw, conflict }) => (conflict === undefined ? [] : [`${raw} / ${conflict.raw}`]));

describe('two voices with two values for the same thing', () => {
  const text = 'The union said 450 workers walked out of the plant. The company said 120 workers walked out of the plant.';
  it('are one figure with its conflict, both cited', () => {
    const figures = findFigures(textArticle(text));
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatchObject({
      raw: '450',
      attributedTo: 'The union',
      citations: [{ sentenceIds: [0] }],
      conflict: { raw: '120', value: 120, attributedTo: 'The company', citations: [{ sentenceIds: [1] }] },
    });
  });
  it('are shown together with both sentences', () => {
    const article = textArticle(text);
    const words = stringsOf(viewFigures(article, briefArticle(article, BriefOptions.parse({})), { publicUrl: null })).join('\n');
    expect(words).toContain('disputed: the company says 120');
    expect(words).toContain('The company said 120 workers walked out of the plant.');
  });
});

describe('no conflict', () => {
  it.each([
    ['of two places', 'Sales in Europe rose 5%, Ms Smith said. Sales in Asia rose 7%, Mr Jones said.'],
    ['of two months', 'The union said 450 workers walked out in March. The company said 120 workers walked out in April.'],
    ['of what one voice says twice', 'The union said 450 workers walked out on Monday. The union said 120 workers walked out again.'],
    ['of before and after', 'The mayor said revenue fell to $3 million from $5 million. The clerk said revenue fell.'],
    ['of different things', 'The union said 450 workers walked out. The company said 120 lorries stood still.'],
  ])('is made %s', (_, text) => {
    expect(conflictsIn(text)).toEqual([]);
  });
});

describe('two figures of one sentence with the same number', () => {
  it('have ids of their own', () => {
    const figures = findFigures(textArticle('The port has 4,000 boats and 4,000 cars. It opened 4,000 berths.'));
    expect(figures.length).toBeGreaterThan(1);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  });
});
