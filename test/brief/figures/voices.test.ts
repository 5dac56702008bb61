import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/brief/figures/figures.ts';
import { textArticle } from '../../articles.ts';

describe('a pronoun that speaks', () => {
  it('stands for the last speaker that was named, whose sentence is cited as well', () => {
    expect(findFigures(textArticle('Anna Berg said the plant is safe. She said 1,200 people work there.'))).toMatchObject([
      { raw: '1,200', status: 'attributed', attributedTo: 'Anna Berg', citations: [{ sentenceIds: [1, 0] }] },
    ]);
  });
  it('also where the language leaves it out', () => {
    const article = {
      ...textArticle('El ministro Juan Paz dijo que hay acuerdo. Señaló que 112 camiones fueron robados.'),
      language: 'es',
    };
    expect(findFigures(article)[0]).toMatchObject({ raw: '112', attributedTo: 'Juan Paz', citations: [{ sentenceIds: [1, 0] }] });
  });
  it('stands for nobody once somebody else was named in between', () => {
    const text = 'Anna Berg said the plant is safe. Bo Lind runs the union. She said 1,200 people work there.';
    expect(findFigures(textArticle(text))[0]).toMatchObject({ attributedTo: null, citations: [{ sentenceIds: [2] }] });
  });
});

describe('who says it, by the words around it', () => {
  it.each([
    ['A truck blew up at a camp, killing a guard and injuring 44 people, state-run media reported.', '44', 'state-run media'],
    ['Denise Lind has been found safe more than 400 miles away, authorities and her father said on Friday.', '400 miles', 'authorities'],
    ['According to U.S. Navy documents, torpedo planes scored 16 hits on the ship.', '16', 'U.S. Navy documents'],
    ['Only two harbours screen all of their 900 dockers, a council investigation found.', '900', 'a council investigation'],
    [
      'Doubts have grown since a Norvik Post poll conducted in May found that 59% of islanders support the deal.',
      '59%',
      'a Norvik Post poll',
    ],
  ])('%s', (text, raw, attributedTo) => {
    expect(findFigures(textArticle(text)).find((figure) => figure.raw === raw)).toMatchObject({ status: 'attributed', attributedTo });
  });
  it.each([
    ['More than 990,000 people have signed the petition posted on Harbour.org by Guido Berg, a blogger.', '990,000'],
    ['The largest network of so-called robots was made up of 50,000 home computers.', '50,000'],
    ['Anna Berg has shown her toughness over the years, adding 18 titles to the one she won in spring.', '18'],
    ['Anna Berg plays her first match in Norvik in 14 years on Friday, saying she was following her heart.', '14 years'],
  ])('is nobody in: %s', (text, raw) => {
    expect(findFigures(textArticle(text)).find((figure) => figure.raw === raw)).toMatchObject({ status: 'stated', attributedTo: null });
  });

  it('is nobody where the words before the verb are no name', () => {
    const text =
      'Two of the firms that the yard buys from said that they could not change it, so workers set each of the 44 cranes by hand.';
    expect(findFigures(textArticle(text)).find(({ raw }) => raw === '44')?.attributedTo ?? '').not.toMatch(/from$/u);
  });
});
