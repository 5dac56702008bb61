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
