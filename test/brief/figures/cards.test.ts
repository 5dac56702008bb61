import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureGroups, keyFigureOf } from '../../../src/brief/figures/figures.ts';
import type { KeyFigure } from '../../../src/model/figure.ts';
import { textArticle } from '../../articles.ts';
import { sharedPath } from '../../parts.ts';

interface Card {
  value: number | null;
  unit: string | null;
  labelHas: string[];
  change?: 'up' | 'down';
  status?: KeyFigure['status'];
  by?: string;
  qualifier?: KeyFigure['qualifier'];
  asOf?: string;
  of?: number;
  /** As it is written, where no value is asked for: "1 in 500". */
  shown?: string;
}
interface Case {
  text: string;
  cards: Card[];
  no?: string[];
}

const path = sharedPath('eval/cases/cards.jsonl');
const cases =
  path === null
    ? []
    : readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Case);

function figuresIn(text: string): Omit<KeyFigure, 'rank'>[] {
  const article = textArticle(text);
  return figureGroups(article).map((group) => keyFigureOf(group, article));
}

function isFigure({ value, unit, shown = '' }: Card, figure: Omit<KeyFigure, 'rank'>): boolean {
  if (value === null) return figure.raw.toLowerCase().replace(/^one/u, '1') === shown;
  return Math.abs(figure.value - value) <= 1e-6 * value && (unit === null || figure.unit === unit);
}

/** What a card asks for and the figure does not have. */
function missingFrom(figure: Omit<KeyFigure, 'rank'>, card: Card): string[] {
  const label = figure.label.toLowerCase();
  return [
    ...card.labelHas.filter((word) => !label.includes(word.toLowerCase())).map((word) => `label: ${word}`),
    ...(card.change !== undefined && figure.change?.direction !== card.change ? [`change: ${card.change}`] : []),
    ...(card.status !== undefined && figure.status !== card.status ? [`status: ${card.status}`] : []),
    ...(card.by !== undefined && figure.attributedTo?.includes(card.by) !== true ? [`by: ${card.by}`] : []),
    ...(card.qualifier !== undefined && figure.qualifier !== card.qualifier ? [`qualifier: ${card.qualifier}`] : []),
    ...(card.asOf !== undefined && figure.asOf?.includes(card.asOf) !== true ? [`as of: ${card.asOf}`] : []),
    ...(card.of !== undefined && figure.of !== card.of ? [`of: ${card.of}`] : []),
  ];
}

describe.skipIf(path === null)('a sentence of every kind (needs ../shared)', () => {
  it.each(cases)('gives the cards that a reader wants: $text', ({ text, cards }) => {
    const figures = figuresIn(text);
    for (const card of cards) {
      const faults = figures.filter((figure) => isFigure(card, figure)).map((figure) => missingFrom(figure, card));
      expect(faults).toContainEqual([]);
    }
    // What is no card has a label of its own or is none: nothing is shown in the place of a denied or misread number.
    const wanted = (figure: Omit<KeyFigure, 'rank'>) => cards.some((card) => isFigure(card, figure));
    if (cards.length === 0) expect(figures.filter((figure) => !wanted(figure))).toEqual([]);
  });
  it('never reads what a card must not be', () => {
    for (const { text, no = [] } of cases) {
      const raws = figuresIn(text).map(({ raw }) => raw);
      expect(raws.filter((raw) => no.includes(raw))).toEqual([]);
    }
  });
});

describe('a figure', () => {
  it.each([
    ['The ferry line carried 17 of its 52 crews home.', '17 of its 52', 17, 52],
    ['Of the 40 boats in the bay, 12 sank.', '12', 12, 40],
  ])('that is a part keeps its whole: %s', (text, raw, value, of) => {
    expect(figuresIn(text)).toContainEqual(expect.objectContaining({ raw, value, of, kind: 'ratio' }));
  });
  it.each(['The port did not sell 40 boats.', 'Nobody in the bay hopes to sell 40 boats.'])('that is denied is none: %s', (text) => {
    expect(figuresIn(text)).toEqual([]);
  });
  it('that was kept quiet is one all the same', () => {
    expect(figuresIn('The port did not reveal that it had sold 40 boats.').map(({ value }) => value)).toEqual([40]);
  });
  it('is a change where its verb says so, and a level where it arrived', () => {
    expect(figuresIn('Rents in the bay fell 8% to €11.').map(({ raw, change }) => [raw, change])).toEqual([
      ['8%', { from: null, to: null, direction: 'down' }],
      ['€11', { from: null, to: 11, direction: 'down' }],
    ]);
  });
  it('in a year of accounts is not read from its dates', () => {
    expect(figuresIn('Catches rose from 400 t in 2012–13 to 650 t in 2013–14.').map(({ value, change }) => [value, change])).toEqual([
      [650, { from: 400, to: 650, direction: 'up' }],
    ]);
  });
});
