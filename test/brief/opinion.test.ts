import { describe, expect, it } from 'vitest';
import { isOpinion } from '../../src/brief/opinion.ts';
import { metaLine } from '../../src/view/brief-view.ts';
import { labelsFor } from '../../src/view/labels/tables.ts';
import { textArticle } from '../articles.ts';

const NEWS = 'Elmhaven will close its ferry terminal in May, the council said on Monday. It said the quay needs 4 million dollars.';
const PLEA =
  'We should not close the terminal. Of course it is old, and perhaps it is ugly, but what is a town by the sea without a quay? ' +
  'The council must find the money, and we must help it. Our fathers built this place with their hands, and surely we ought to ' +
  'keep it. Who are we if we do not? Clearly the sum is large. It should be paid all the same, and we should not wait.';

describe('an opinion piece', () => {
  it('is told by the section that its address names, in any language', () => {
    for (const url of [
      'https://harbour.example/opinion/2026/11/close-the-quay',
      'https://harbour.example/meinung/kai',
      'https://opinie.harbour.example/kade',
    ])
      expect(isOpinion({ ...textArticle(NEWS), canonicalUrl: url }), url).toBe(true);
  });
  it('is not told by a word of its own name', () => {
    expect(isOpinion({ ...textArticle(NEWS), canonicalUrl: 'https://harbour.example/news/opinion' })).toBe(false);
    expect(isOpinion({ ...textArticle(NEWS), canonicalUrl: 'https://opinion.example/quay' })).toBe(false);
  });
  it('is told by its headline, and by a house that signs it', () => {
    for (const title of [
      'Letters: Quay or no quay',
      'Column: The quay is sold',
      'Kommentar: Der Kai bleibt',
      'The Ledger view on the quay',
    ])
      expect(isOpinion({ ...textArticle(NEWS), title }), title).toBe(true);
    expect(isOpinion({ ...textArticle(NEWS), title: 'Letters found in the old quay' })).toBe(false);
    expect(isOpinion({ ...textArticle(NEWS), byline: 'Editorial Board' })).toBe(true);
    expect(isOpinion({ ...textArticle(NEWS), byline: 'Ole Lind' })).toBe(false);
  });
  it('is no guide, which says what one should do as well', () => {
    const guide = PLEA.replaceAll('We should', 'You should').replaceAll('we ought', 'you ought').replaceAll('we must', 'you must');
    expect(isOpinion(textArticle(`${guide} Paint your boat in May. You must dry it first, and you should not paint it twice.`))).toBe(
      false,
    );
  });
  it('is told by what stands under it', () => {
    expect(isOpinion(textArticle(`${NEWS} The opinions expressed in this commentary are solely those of the author.`))).toBe(true);
  });
  it('is told by how it argues, and not by how those argue whom it quotes', () => {
    expect(isOpinion(textArticle(PLEA))).toBe(true);
    expect(isOpinion(textArticle(NEWS))).toBe(false);
    expect(isOpinion(textArticle(`${NEWS} "${PLEA}" said Ole Lind, who was told so by the mayor.`))).toBe(false);
  });
  it('survives an address that cannot be decoded', () => {
    expect(isOpinion({ ...textArticle(NEWS), canonicalUrl: 'https://harbour.example/%E0%A4%A/quay' })).toBe(false);
  });
});

describe('its brief', () => {
  it('says so before the name of the site, in the language of the message', () => {
    const article = textArticle(PLEA);
    expect(metaLine(article, null)).toBe('Opinion');
    const copy = { ...article, canonicalUrl: 'https://web.archive.org/web/20160101000000/http://www.harbour.test/opinion/a' };
    expect(metaLine(copy, null)).toBe('Opinion · harbour.test');
    expect(metaLine({ ...article, site: 'Harbour Post', byline: 'harbour post' }, null)).toBe('Opinion · Harbour Post');
    expect(metaLine({ ...article, site: 'Harbour Post' }, null, labelsFor('de'))).toBe('Meinung · Harbour Post');
  });
});
