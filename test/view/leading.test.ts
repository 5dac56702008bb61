import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import type { KeyFigure } from '../../src/model/figure.ts';
import { figureValue } from '../../src/view/figure-row.ts';
import { leadingFigures } from '../../src/view/leading.ts';
import { textArticle } from '../articles.ts';

const figuresOf = (text: string) => briefArticle(textArticle(text), BriefOptions.parse({})).figures;
/** As if a colleague would post every row. */
const postable = (figures: readonly KeyFigure[]) => figures.map((figure) => ({ ...figure, minor: false }));

describe('the figures of a message', () => {
  it('leave out a number that a row above tells already', () => {
    const figures = figuresOf('The trial would cover 5,000 patients and 600 nurses in the county. Rents in the bay fell 8% last year.');
    expect(figures.map(({ raw }) => raw).toSorted()).toEqual(['5,000', '600', '8%']);
    const leading = leadingFigures(postable(figures), 5, 'en').map(({ raw }) => raw);
    expect(leading).toHaveLength(2);
    expect(leading).toContain('8%');
  });

  it('leave what leans on something for the last place', () => {
    const figures = figuresOf('It would cover 5,000 patients. Rents in the bay fell 8% last year. The county has 34,000 people.');
    expect(leadingFigures(postable(figures), 2, 'en').map(({ raw }) => raw)).not.toContain('5,000');
    expect(leadingFigures(postable(figures), 3, 'en').map(({ raw }) => raw)).toContain('5,000');
  });

  it('leave out what an editor would probably not print, which the full card keeps', () => {
    const figures = figuresOf('Rents in the bay fell 8% last year.').map((figure) => ({ ...figure, minor: true }));
    expect(figures).toHaveLength(1);
    expect(leadingFigures(figures, 5, 'en')).toEqual([]);
  });
});

describe('a row', () => {
  it('shows a share in words as it is written', () => {
    const [figure] = figuresOf('The court backed the firm in four out of five issues.');
    expect(figure === undefined ? '' : figureValue(figure)).toBe('four out of five');
  });

  it('takes no hour for a year', () => {
    expect(figuresOf('Some 300 shoppers had come to the harbour by 1900 GMT.')[0]?.asOf).toBeUndefined();
  });
});
