import { describe, expect, it } from 'vitest';
import { figureGroups, findFigures } from '../../../src/brief/figures/figures.ts';
import type { KeyFigure } from '../../../src/model/figure.ts';
import { figureValue } from '../../../src/view/figure-row.ts';
import { textArticle } from '../../articles.ts';

function figuresIn(text: string, language = 'en'): KeyFigure[] {
  return findFigures({ ...textArticle(text), language });
}

describe('the result of a match or a vote', () => {
  it.each([
    ['en', 'Harbour Town won 3-0 at Millbrook on Sunday.', '3-0', 3],
    ['en', 'Lindqvist lost the final 6-2 5-7 6-2 to Okafor.', '6-2 5-7 6-2', 6],
    ['en', 'The council voted 52–48 for the bridge.', '52–48', 52],
    ['de', 'Nordstadt gewann das Spiel mit 3:1 gegen Hafen.', '3:1', 3],
    ['fr', 'Le club de Rivebelle a battu Montclar 2-1 samedi.', '2-1', 2],
    ['es', 'El Puerto venció 2-0 al Norte el domingo.', '2-0', 2],
  ])('is one figure, shown as it is written: %s: %s', (language, text, raw, value) => {
    const figure = figuresIn(text, language)[0];
    expect(figure).toMatchObject({ raw, value, kind: 'score', unit: null });
    expect(figure === undefined ? '' : figureValue(figure)).toBe(raw);
  });
  it.each(['The match is on 3-4 June.', 'The final took 2-3 hours.', 'He won 2-3 games a week.', 'Call 555-0134 to vote.'])(
    'is not read into “%s”',
    (text) => {
      expect(figuresIn(text).filter(({ kind }) => kind === 'score')).toEqual([]);
    },
  );
  it('is not merged with the same result of another match', () => {
    expect(figuresIn('Harbour Town won 2-1. Millbrook lost 2-1.')).toHaveLength(2);
  });
});

describe('a small number', () => {
  it.each([
    ['en', 'Three ships were hit near the port.', 3],
    ['de', 'Bei dem Brand wurden drei Menschen verletzt.', 3],
    ['fr', 'Quatre navires ont coulé.', 4],
  ])('that counts something is on the card: %s: %s', (language, text, value) => {
    expect(figuresIn(text, language)[0]?.value).toBe(value);
  });
  it.each([
    'The two brothers left.',
    'It was the first of the second half.',
    'She appeared on Channel Five.',
    'Norden is ranked at number six.',
    'The Norden number 10 left the pitch.',
    'She has played for the Under 21s.',
    'He took another beating, a third in as many months.',
    'The band “5” Royales played.',
    'He belongs to the class of ’83.',
    'It sank in the year 70.',
    'The Harbour League 2004 Cup champion retired.',
    'The goal came from Dirk ten Hoopen.',
    'The bar is open until three.',
    'The claim is 100% false.',
  ])('that tells apart, names or dates is not: %s', (text) => {
    expect(figuresIn(text)).toEqual([]);
  });
  it.each([
    ['fr', "L'usage est interdit après le 20 mai."],
    ['nl', 'De actie begint op 12 mei.'],
    ['de', 'Es war die 56. Runde.'],
    ['it', 'Una moda degli anni Sessanta.'],
  ])('that dates or ranks is not: %s: %s', (language, text) => {
    expect(figuresIn(text, language)).toEqual([]);
  });
  it('without a unit is not merged across sentences', () => {
    expect(figureGroups(textArticle('Only three are in Norden. Three are in Millbrook.'))).toHaveLength(2);
  });
});

describe('a sum', () => {
  it('takes the currency that its sentence names once', () => {
    const figures = figuresIn('La deuda subió a 884,3 millones de dólares desde los 849,1 millones del año anterior.', 'es');
    expect(figures.map(({ unit }) => unit)).toEqual(figures.map(() => 'USD'));
  });
  it('is no sum where something else is counted', () => {
    const figures = figuresIn('The firm earned $5 million from 3 million users.');
    expect(figures.map(({ kind }) => kind).toSorted()).toEqual(['count', 'money']);
  });
  it('between two sums is a range, whatever stands in brackets', () => {
    expect(figuresIn('They were paid between $60,000 (£48,000) and $150,000 a year.')[0]).toMatchObject({
      value: 60_000,
      valueMax: 150_000,
      unit: 'USD',
      qualifier: 'range',
    });
  });
  it('per square metre keeps its whole unit', () => {
    expect(figuresIn('Boeren krijgen tussen de 8 en 9 euro per vierkante meter.', 'nl')[0]).toMatchObject({
      raw: '8 en 9 euro per vierkante meter',
      value: 8,
      valueMax: 9,
    });
  });
});

it('reads “at least” where the words are those of a minus', () => {
  expect(figuresIn('Pelo menos um terço do crescimento veio de fora.', 'pt')[0]).toMatchObject({ raw: 'um terço', qualifier: 'at-least' });
});

it('reads rows of prices in the only currency of the article', () => {
  const article = textArticle('Price | 458.90 | 727.15\n\nMonths | 48\n\nThe insurance is 200 francs dearer.');
  const figures = findFigures({
    ...article,
    blocks: article.blocks.map((block, index) => (index < 2 ? { ...block, kind: 'table-row' as const } : block)),
  });
  expect(figures.find(({ value }) => value === 727.15)?.kind).toBe('money');
  expect(figures.find(({ value }) => value === 48)?.kind).not.toBe('money');
});

describe('one share told of two things', () => {
  it('is two figures', () => {
    const figures = figuresIn('Northwind told of sales growth of 3.5 percent. Economists fear an inflation rate of 3.5 percent.');
    expect(figures.map(({ raw, citations }) => [raw, citations.length])).toEqual([
      ['3.5 percent', 1],
      ['3.5 percent', 1],
    ]);
  });
  it('is one where one thing is named', () => {
    expect(figuresIn('Revenue rose 3.5 percent in the quarter. Northwind said revenue grew 3.5 percent.')).toMatchObject([
      { raw: '3.5 percent', citations: [{}, {}] },
    ]);
  });
});

describe('one round number told of two things', () => {
  it('is not proved by the sentence about the other', () => {
    const [figure] = figuresIn(
      'The new Northwind ferry will go 300 miles on one charge. Its rival of the Elmhaven yard says that the blue boat managed 300 miles.',
    );
    expect(figure).toMatchObject({ raw: expect.stringContaining('300 miles'), citations: [{}] });
    expect(figure?.citations).toHaveLength(1);
  });
});

describe('a time of day', () => {
  it.each([
    ['fr', 'L’avion du conseil s’est posé peu avant 5h45 avec à son bord 206 passagers.'],
    ['fr', 'Le port a ouvert à 8 h, et 206 passagers sont arrivés.'],
    ['pt', 'O porto abriu às 8h, e 206 passageiros chegaram.'],
  ])('is no number of hours in %s: %s', (language, text) => {
    expect(figuresIn(text, language).map(({ value }) => value)).toEqual([206]);
  });
});
