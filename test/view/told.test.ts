import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { BriefOptions, type Brief, type Point } from '../../src/model/brief.ts';
import type { KeyFigure } from '../../src/model/figure.ts';
import { viewBrief } from '../../src/view/brief-view.ts';
import { leadingFigures } from '../../src/view/leading.ts';
import { toldIn, withFigures } from '../../src/view/told.ts';
import { textArticle } from '../articles.ts';

const TEXT = `Harbour to get a battery

The harbour of Elmhaven would get a battery that stores more than 240 megawatt-hours, the council said on Monday.

The battery would cost $86 million, and 13 of the 3,000 berths would go. Rents in the bay fell 8% last year.`;
const article = textArticle(TEXT);
const brief = briefArticle(article, BriefOptions.parse({}));
const wanted = (figures: readonly KeyFigure[]) => figures.map((figure) => ({ ...figure, minor: false }));
const line = (text: string, sentence: number, by?: 'llm'): Point =>
  ({ text, citations: [{ sentenceIds: [sentence] }], ...(by === undefined ? {} : { by }) }) as Point;
const figure = (raw: string) => wanted(brief.figures).find((one) => one.raw.includes(raw)) as KeyFigure;
const strong = (point: Point, figures: readonly KeyFigure[] = wanted(brief.figures)) =>
  withFigures(point, figures, 'en').flatMap((one) => (one.type === 'text' && one.strong === true ? [one.text] : []));
const sentenceOf = (raw: string) => figure(raw).citations[0]?.sentenceIds[0] ?? -1;

describe('a figure whose sentence a line tells', () => {
  it('stands out in it with its hedge, and the line stays whole', () => {
    const text = article.text.slice(...spanOf(sentenceOf('240')));
    const point = line(text, sentenceOf('240'));
    expect(strong(point)).toEqual(['more than 240 megawatt-hours']);
    expect(withFigures(point, wanted(brief.figures), 'en').flatMap((one) => ('text' in one ? [one.text] : []))).toHaveLength(3);
    expect(
      withFigures(point, wanted(brief.figures), 'en')
        .map((one) => ('text' in one ? one.text : ''))
        .join(''),
    ).toBe(text);
  });

  it('has no row of its own', () => {
    const figures = wanted(brief.figures);
    const above = [line(article.text.slice(...spanOf(sentenceOf('86'))), sentenceOf('86'))];
    expect(leadingFigures(figures, 5, 'en').map(({ raw }) => raw)).toContain(figure('86').raw);
    expect(leadingFigures(figures, 5, 'en', above).map(({ raw }) => raw)).not.toContain(figure('86').raw);
    expect(leadingFigures(figures, 5, 'en', above).map(({ raw }) => raw)).toContain(figure('240').raw);
  });

  it('keeps its row where the line is another sentence, or leaves the number out', () => {
    expect(toldIn(line('It stores more than 240 megawatt-hours.', sentenceOf('86')), figure('240'), 'en')).toBeNull();
    expect(toldIn(line('The battery would be a large one.', sentenceOf('240')), figure('240'), 'en')).toBeNull();
  });

  it('is not found inside another number', () => {
    const point = line('Of 3,000 berths 13 would go.', sentenceOf('86'));
    const three = { ...figure('86'), raw: '3' };
    expect(toldIn(point, three, 'en')).toBeNull();
    expect(toldIn(line('Of 3,000 berths 3.', sentenceOf('86')), three, 'en')).toEqual({ start: 16, end: 17 });
  });

  it('does not stand out behind two of its line that matter more', () => {
    const at = sentenceOf('86');
    const text = article.text.slice(...spanOf(at));
    const ranked = ['86', '13', '3,000'].map((raw, rank) => ({ ...figure('86'), raw, rank: rank + 1 }));
    expect(strong(line(text, at), ranked)).toEqual(['86', '13']);
    expect(strong(line(text, at), ranked.slice(1))).toEqual(['13', '3,000']);
  });

  it('does not stand out where an editor would leave it out', () => {
    const minor = brief.figures.map((one) => ({ ...one, minor: true }));
    expect(strong(line(article.text.slice(...spanOf(sentenceOf('240'))), sentenceOf('240')), minor)).toEqual([]);
  });
});

describe('a quotation that a line tells', () => {
  it('does not stand below it once more', () => {
    const quote = { text: 'We hire from next door', speaker: 'Anna Berg', citation: { sentenceIds: [0] } };
    const shown = (points: Point[]) => {
      const { blocks } = viewBrief(article, { ...brief, gist: null, points, quotes: [quote] }, { publicUrl: null, buttons: [] });
      return blocks.filter(({ type }) => type === 'quote').length;
    };
    expect(shown([line('"We hire from next door," said Anna Berg.', 0)])).toBe(0);
    expect(shown([line('Anna Berg runs the site.', 0)])).toBe(1);
  });
});

describe('a quotation that a row tells', () => {
  it('does not stand below it once more', () => {
    const quote = { text: 'Rents in the bay fell 8% last year', speaker: 'Anna Berg', citation: { sentenceIds: [0] } };
    const figures = wanted(brief.figures).filter(({ raw }) => raw === '8%');
    const { blocks } = viewBrief(article, { ...brief, gist: null, points: [], figures, quotes: [quote] }, { publicUrl: null, buttons: [] });
    expect(figures).toHaveLength(1);
    expect(blocks.map(({ type }) => type)).toContain('figures');
    expect(blocks.map(({ type }) => type)).not.toContain('quote');
  });
});

describe('the rows of a message', () => {
  const rowsOf = (some: Brief) => viewBrief(article, some, { publicUrl: null, buttons: [] }).blocks.find(({ type }) => type === 'figures');

  it('are called more figures where the lines above tell others', () => {
    const some = { ...brief, figures: wanted(brief.figures), gist: null, points: [line('It would cost $86 million.', sentenceOf('86'))] };
    expect(rowsOf(some)).toMatchObject({ title: expect.stringContaining('More figures') });
    expect(rowsOf({ ...some, points: [] })).toMatchObject({ title: expect.stringContaining('Key figures') });
  });

  it('are left away where nothing is left to tell', () => {
    const figures = [figure('86')];
    expect(rowsOf({ ...brief, figures, gist: null, points: [line('It would cost $86 million.', sentenceOf('86'))] })).toBeUndefined();
  });
});

describe('the line of caveats', () => {
  it('speaks of the rows of the message alone, since a line tells its own hedge', () => {
    const said = (points: Point[]) => {
      const figures = [figure('240'), figure('86')].map((one) => ({ ...one, status: 'hedged' as const }));
      return JSON.stringify(
        viewBrief(article, { ...brief, caveats: [], figures, gist: null, points }, { publicUrl: null, buttons: [] }).blocks,
      );
    };
    expect(said([])).toContain('Both figures are planned, expected or claimed in the article, not settled');
    const told = [line(article.text.slice(...spanOf(sentenceOf('240'))), sentenceOf('240'))];
    expect(said(told)).toContain('The figure is planned, expected or claimed in the article, not settled');
    expect(said([...told, line(article.text.slice(...spanOf(sentenceOf('86'))), sentenceOf('86'))])).not.toContain('not settled');
  });
});

function spanOf(sentence: number): [number, number] {
  const { start, end } = article.sentences[sentence]?.span ?? { start: 0, end: 0 };
  return [start, end];
}
