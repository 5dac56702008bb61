import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/brief/figures/figures.ts';
import { KeyFigure } from '../../../src/model/figure.ts';
import { sentenceText } from '../../../src/view/cite.ts';
import { textArticle } from '../../articles.ts';
import { standsInOrder } from './in-order.ts';

function figuresIn(text: string, language = 'en'): KeyFigure[] {
  return findFigures({ ...textArticle(text), language });
}

function first(text: string, language = 'en'): Partial<KeyFigure> {
  return figuresIn(text, language)[0] ?? {};
}

describe('a hedge', () => {
  it('is kept with what the sentence says and what it does not', () => {
    expect(first('More than 220,000 Nvidia GPUs would be mobilized under this agreement.')).toMatchObject({
      raw: '220,000',
      value: 220_000,
      unit: 'GPU',
      kind: 'count',
      label: 'Nvidia GPUs would be mobilized under this agreement',
      qualifier: 'more-than',
      status: 'hedged',
      attributedTo: null,
    });
  });
  it('that one sentence has holds for the figure that another states', () => {
    const figures = figuresIn('The site has 220,000 GPUs. More than 220,000 GPUs would be used, people say. It is in Memphis.');
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatchObject({ qualifier: 'more-than', status: 'hedged' });
    expect(figures[0]?.citations.map(({ sentenceIds }) => sentenceIds)).toEqual([[1], [0]]);
  });
  it.each([
    ['en', 'The plant is expected to cost $86 million.'],
    ['en', 'The MLS was reported to have lost as much as $250 million.'],
    ['de', 'Die Fabrik soll 1.200 Menschen beschäftigen.'],
    ['de', 'Der Umbau würde 4,2 Millionen Euro kosten.'],
    ['fr', 'Le site emploierait plus de 3 000 personnes.'],
    ['es', 'La fábrica costaría 20 millones de euros.'],
    ['it', 'Il progetto costerebbe 20 milioni di euro.'],
  ])('%s: %s', (language, text) => {
    expect(first(text, language).status).toBe('hedged');
  });
  it('does not reach what is there whatever comes of the rest', () => {
    const figures = figuresIn("The battery would store 240 megawatt-hours, enough for the island's 31,000 residents.");
    expect(figures.map(({ value, status }) => [value, status])).toEqual([
      [240, 'hedged'],
      [31_000, 'stated'],
    ]);
  });
});

describe('attribution', () => {
  it.each([
    ['en', 'The firm lost 4,000 jobs, Northwind said.', 'Northwind'],
    ['en', 'According to Anna Berg, the tower is 330 metres tall.', 'Anna Berg'],
    ['en', '"We lost 4,000 jobs," said Anna Berg.', 'Anna Berg'],
    ['de', '4.000 Menschen verloren ihre Arbeit, sagte Anna Berg.', 'Anna Berg'],
    ['fr', 'Le site emploie plus de 3 000 personnes, selon Marie Dupont.', 'Marie Dupont'],
    ['es', 'La empresa invirtió 20 millones de euros, según el ministro.', 'el ministro'],
  ])('%s: %s', (language, text, attributedTo) => {
    expect(first(text, language)).toMatchObject({ status: 'attributed', attributedTo });
  });
  it('takes a name in which a verb hides for no speaker', () => {
    expect(first('Some 1,500 babies in the United States are born with it.').attributedTo).toBeNull();
  });
  it('names nobody for what "was said"', () => {
    expect(first('The league was said to have lost $250 million.').attributedTo).toBeNull();
  });
});

describe('a change', () => {
  it.each([
    ['en', 'Revenue rose from 8% to 12%.', 8, 12, 'up'],
    ['en', 'Inflation has fallen from 9% to 7%.', 9, 7, 'down'],
    ['en', 'Unemployment fell to 4.2% from 4.5%.', 4.5, 4.2, 'down'],
    ['en', 'The island burned 18.4 million litres of diesel, up from 16.9 million litres in 2024.', 16.9e6, 18.4e6, 'up'],
    ['de', 'Der Umsatz stieg von 8 auf 12 Prozent.', 8, 12, 'up'],
    ['de', 'Der Gewinn lag bei 3,2 Millionen Euro, nach zuvor 2,9 Millionen Euro.', 2.9e6, 3.2e6, 'up'],
    ['fr', 'Le loyer passe de 8 à 12 euros.', 8, 12, 'up'],
    ['es', 'La inflación subió del 3,1% al 3,6%.', 3.1, 3.6, 'up'],
  ])('%s: %s', (language, text, from, to, direction) => {
    const figures = figuresIn(text, language);
    expect(figures).toHaveLength(1);
    expect(figures[0]?.change).toEqual({ from, to, direction });
  });
  it('is not read into a plain range', () => {
    expect(first('Ce volume est en légère baisse, de 1 % à 1,5 %.', 'fr').change).toBeUndefined();
    expect(first('The plant costs from $8 million to $12 million.').change).toBeUndefined();
  });
});

describe('when it was', () => {
  it('is told in the words of the sentence', () => {
    expect(first('As many as 40,000 homes could lose power by 2030.').asOf).toBe('by 2030');
    expect(first('The firm sold 40,000 boats in March 2026.').asOf).toBe('March 2026');
  });
  it('is left open when the year belongs to another figure, and not to this one', () => {
    expect(first('It burned 18.4 million litres last year, up from 16.9 million litres in 2024.').asOf).toBeUndefined();
  });
  it('is both years when the sentence names two', () => {
    expect(first('It sold 40,000 boats in 2024 and in 2025.').asOf).toBe('2024 and in 2025');
  });
});

describe('a label', () => {
  it.each([
    ['en', 'The site would have a power of more than 300 megawatts.', 'site would have a power'],
    ['en', 'The hospital cut its bedside alarms by 58%.', 'hospital bedside alarms'],
    ['en', 'They owe $27.5bn (£14.5bn) in unpaid taxes.', 'owe in unpaid taxes'],
    ['en', 'Some 80% of Internet users have looked it up.', 'Internet users have looked it up'],
    ['en', 'The company will pay SpaceX $1.25 billion per month.', 'company will pay SpaceX'],
    ['en', 'The plant uses 300-megawatt turbines.', 'plant uses turbines'],
    ['en', 'The firm reached revenues of $805.9m.', 'firm reached revenues'],
    ['de', 'Der Umsatz der Händler sank dadurch um etwa 14 Prozent.', 'Umsatz der Händler'],
    ['fr', 'Le chiffre d’affaires a augmenté de 12 %.', 'chiffre d’affaires'],
    ['en', 'It is expected to cost less than $900,000.', 'cost'],
    ['es', 'Entre 3 y 5 millones de personas viven allí.', 'personas viven'],
  ])('%s: %s', (language, text, label) => {
    expect(first(text, language).label).toBe(label);
  });
  it('says whose and not what for', () => {
    const text =
      "The battery would store more than 240 megawatt-hours, enough to carry the island's 31,000 residents through about nine hours without wind.";
    expect(figuresIn(text).find(({ raw }) => raw === '31,000')?.label).toBe("island's residents");
  });
});

describe('a card', () => {
  it.each([
    'Colossus 1 is in Memphis.',
    'The two people came.',
    'One of the doors was open.',
    'Gatlin, 22, won.',
    'The 17-year-old boy left.',
    'It was in 2025, on 22 November.',
    'He came third.',
    'It opened three years ago.',
    'The Boeing 737 landed at 10:30 am.',
  ])('has no place for: %s', (text) => {
    expect(figuresIn(text)).toEqual([]);
  });
  it.each([
    ['de', 'Der 33-Jährige verlor die Herrschaft über den Wagen.'],
    ['de', 'Er wurde um 1870 Chef.'],
    ['pl', 'Premier zapowiedział to na 25 kwietnia.'],
  ])('has no place for %s: %s', (language, text) => {
    expect(figuresIn(text, language)).toEqual([]);
  });
  it('gives an amount once, and not again in another currency', () => {
    expect(figuresIn('They owe $27.5bn (£14.5bn) in unpaid taxes.').map(({ unit }) => unit)).toEqual(['USD']);
  });
  it('keeps a loss a loss', () => {
    expect(first('Profits were -$3.2 million.')).toMatchObject({ raw: '-$3.2 million', value: -3.2e6 });
  });
  it('shows the end of a range', () => {
    expect(first('Die Anlage kostet 12 bis 15 Millionen Euro.', 'de')).toMatchObject({ value: 12e6, valueMax: 15e6, qualifier: 'range' });
  });
  it('puts money and power before small counts, and shows thirty figures at most', () => {
    const counts = Array.from(
      { length: 40 },
      (_, index) => `The town has ${index + 20} houses of kind ${String.fromCharCode(65 + (index % 26))}.`,
    );
    const figures = figuresIn([...counts, 'It paid $40 million for 300 megawatts of power.'].join(' '));
    expect(figures).toHaveLength(30);
    expect(figures.slice(0, 2).map(({ kind }) => kind)).toEqual(['money', 'power']);
    expect(figures.map(({ rank }) => rank)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });
  it('reads digits of other scripts', () => {
    expect(first('工厂雇用了超过 1,200 名员工。', 'zh').value).toBe(1200);
    expect(first('شركة نورثويند توظف ١٢٠٠ شخص.', 'ar').value).toBe(1200);
  });
});

const piece = fc.constantFrom(
  'Northwind said',
  'more than 1,200 people',
  'would cost',
  '$1.25 billion',
  'rose from 8% to 12%',
  'in 2025',
  'rund 4,2 Millionen Euro',
  'plus de 3 000 personnes',
  'between 3 and',
  'up from 16.9 million litres',
  '(£14.5bn)',
  'according to',
  ', 22,',
  'the',
  '5 feet 2 inches',
  '.',
  '. The',
  '\n\n',
);
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const anyContent = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ maxLength: 20 })), { minLength: 3, maxLength: 30 });

describe('any article', () => {
  it('gives figures that fit the schema and stand in the first sentence they cite, the same each time', () => {
    fc.assert(
      fc.property(anyContent, (pieces) => {
        const article = textArticle(`Northwind has 40 boats. ${pieces.join(' ')}`);
        const figures = findFigures(article);
        expect(findFigures(structuredClone(article))).toEqual(figures);
        expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
        for (const figure of figures) {
          expect(KeyFigure.safeParse(figure).error?.issues ?? []).toEqual([]);
          const source = sentenceText(article, figure.citations[0]?.sentenceIds[0] ?? -1);
          for (const words of [figure.raw, figure.asOf ?? '']) expect(source).toContain(words);
          expect(standsInOrder(figure.label, source)).toBe(true);
          // Every word of the row is one of the sentence, in its order; what stands in brackets names somebody.
          const told = (figure.told ?? '').replaceAll(/\[[^\]]*\](?:’s?)?/gu, ' ').replaceAll('…', ' ');
          const left = wordsIn(source);
          expect(wordsIn(told).every((word) => left.splice(0, left.indexOf(word) + 1).length > 0)).toBe(true);
          const cited = (figure.citations[0]?.sentenceIds ?? []).map((id) => sentenceText(article, id)).join(' ');
          expect(cited).toContain(figure.attributedTo ?? '');
        }
      }),
      { numRuns: 500 },
    );
  });
});
