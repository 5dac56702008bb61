import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/brief/figures/figures.ts';
import type { KeyFigure } from '../../../src/model/figure.ts';
import { textArticle } from '../../articles.ts';

function first(text: string, language = 'en'): Partial<KeyFigure> {
  return findFigures({ ...textArticle(text), language })[0] ?? {};
}

describe('a figure of what is to come is hedged', () => {
  it.each([
    ['en', 'Northwind will hire 400 workers.'],
    ['en', 'Looking ahead, Northwind sees growth of 4 percent.'],
    ['fr', 'La ville construira 300 logements et leur prix atteindra 40 millions.'],
    ['es', 'La obra costará 20 millones de euros.'],
    ['it', 'Il ponte costerà 20 milioni di euro.'],
    ['pt', 'A obra custará 20 milhões de euros.'],
  ])('%s: %s', (language, text) => {
    expect(first(text, language).status).toBe('hedged');
  });
  it.each([
    ['fr', 'La caméra a coûté 300 euros.'],
    ['es', 'El tiempo de espera cayó a 19 horas.'],
  ])('but not %s: %s', (language, text) => {
    expect(first(text, language).status).toBe('stated');
  });
});

describe('whose plan a figure is', () => {
  it.each([
    ['en', 'Northwind plans to hire 400 workers.', 'Northwind'],
    ['en', 'Northwind Inc., the largest seller of lamps, last year pledged to buy 400 vans.', 'Northwind Inc'],
    ['pt', 'A prefeitura pretende construir 300 casas.', 'A prefeitura'],
    ['nl', 'Deltares verwacht dat het peil met 40 centimeter stijgt.', 'Deltares'],
  ])('%s: %s', (language, text, attributedTo) => {
    expect(first(text, language)).toMatchObject({ status: 'hedged', attributedTo });
  });
});

describe('who speaks', () => {
  it.each([
    ['en', 'Mr Lind defended the tax, saying it would hit 400 homes.', 'Mr Lind'],
    ['en', 'On Wednesday the Bank of Kiruna said that 400 people had left.', 'Bank of Kiruna'],
    ['en', 'Another boy told the BBC that 400 people had left.', 'Another boy'],
    ['en', 'The pastor is seeking "4,000 people who would give money for the roof".', 'The pastor'],
    ['nl', 'De dijk kost 86 miljoen euro, zo heeft wethouder Hanneke Vos maandag bekendgemaakt.', 'Hanneke Vos'],
  ])('%s: %s', (language, text, attributedTo) => {
    expect(first(text, language).attributedTo).toBe(attributedTo);
  });
  it('is nobody where only something else is quoted', () => {
    expect(first('After a cheque for $2 million, Okafor ended by saying "thanks for having me".')).toMatchObject({
      status: 'stated',
      attributedTo: null,
    });
  });
  it('is not who speaks of something else', () => {
    expect(first('The economy grew by 4 percent in a country which the World Bank says does well.').attributedTo).toBeNull();
  });
  it('is the guest of an interview, in every quotation that follows', () => {
    const text =
      'The skipper Ian Walker spoke about the journey. It is his third round Atlantica. "We spent $2 million." "We hired 1,200 people."';
    expect(findFigures(textArticle(text)).map(({ attributedTo }) => attributedTo)).toEqual(['Ian Walker', 'Ian Walker']);
  });
  it('is nobody for what the article also says itself', () => {
    const text = 'The plant lost 4,000 jobs. "It lost 4,000 jobs and kept the canteen," said Anna Berg.';
    expect(first(text)).toMatchObject({ status: 'stated', attributedTo: null });
  });
  it('is not who heard it', () => {
    expect(first('“Hay 400 heridos en la ciudad”, dijo a la radio Erbol.', 'es').attributedTo).not.toBe('la radio Erbol');
  });
});

describe('a quotation over several sentences', () => {
  it('is that of whoever is named where it ends', () => {
    const text = '"We lost 4,000 jobs in a year. Then we closed the plant," said Anna Berg.';
    expect(first(text)).toMatchObject({ status: 'attributed', attributedTo: 'Anna Berg', citations: [{ sentenceIds: [0, 1] }] });
  });
  it('goes on with the voice before it', () => {
    const text = 'Anna Berg said the year was hard. "We closed the plant. It cost us 4,000 jobs."';
    expect(first(text)).toMatchObject({ raw: '4,000', status: 'attributed', attributedTo: 'Anna Berg' });
  });
  it('does not reach what follows it', () => {
    const text = 'Anna Berg said: "We closed the plant." The town has 4,000 houses.';
    expect(first(text)).toMatchObject({ status: 'stated', attributedTo: null });
  });
});

it('resolves a pronoun behind the words it says', () => {
  expect(first('Anna Berg said the year was hard. By spring 4,000 jobs were gone, she said.')).toMatchObject({ attributedTo: 'Anna Berg' });
  expect(first('Rui Salgado considera a meta otimista. Segundo ele, 400 navios foram desviados.', 'pt')).toMatchObject({
    attributedTo: 'Rui Salgado',
  });
});

it('reads what a comparison of equals says of the number', () => {
  expect(first('Unemployment could fall as low as 15.3%.').qualifier).toBe('at-least');
});
