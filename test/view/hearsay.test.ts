import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { createCiter } from '../../src/view/cite.ts';
import { figureRow } from '../../src/view/figure-row.ts';
import { textArticle } from '../articles.ts';

const tagsOf = (text: string) => {
  const article = textArticle(text);
  const [figure] = briefArticle(article, BriefOptions.parse({})).figures;
  return figure === undefined ? null : figureRow(figure, createCiter(article, null)).tags;
};

describe('a hedged row', () => {
  it('says that nobody is named where something is only said to be so', () => {
    expect(tagsOf('The fire reportedly killed 340 sheep on the island.')).toEqual(['reportedly', 'not attributed']);
  });
  it('does not where whoever promises stands beside his word', () => {
    expect(tagsOf('Mayor Ole Lind promised to spend $340 million on ferries.')).not.toContain('not attributed');
  });
  it('is planned where it is only to come, and nobody needs to be named for that', () => {
    expect(tagsOf('The electric ferry will start at $44,000, not counting the tax.')).toEqual(['planned']);
  });
  it('shows its hedge without what is no verb', () => {
    expect(tagsOf('The new yard should more than double the output of 2,000 boats a year.')).toContain('should');
  });
});

describe('a row that names who speaks', () => {
  it('does not name him again', () => {
    const article = textArticle('Mr Bez said that 4,200 boats had left the county.');
    const [figure] = briefArticle(article, BriefOptions.parse({})).figures;
    const told = '[harbour master Ulrich Bez] said that 4,200 boats had left the county';
    const row = figure === undefined ? null : figureRow({ ...figure, attributedTo: 'Mr Bez', told }, createCiter(article, null));
    expect(row?.label).toBe(told);
    expect(row?.tags.join()).not.toContain('per');
  });
});
