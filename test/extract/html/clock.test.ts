import { describe, expect, test } from 'vitest';
import { localInstant } from '../../../src/extract/html/clock.ts';
import { extractPage } from '../../../src/extract/html/page.ts';
import { paragraphs } from './bakery.ts';

const BODY = paragraphs();
const dateOf = (body: string, head = ''): string | null =>
  extractPage(`<html lang="en"><head>${head}</head><body>${body}</body></html>`, null).publishedAt;

describe('the day of an article', () => {
  test.each([
    ['the other data of the page', ['2026-05-03T17:18:13-08:00'], [], '2026-05-03T17:18:13-08:00'],
    ['the line under the headline', [], ['Jane Roe 3/5/2026 21:18'], '2026-05-03T21:18-04:00'],
    ['a line in halves of the day', [], ['3 May 2026 at 9:18 p.m.'], '2026-05-03T21:18-04:00'],
    ['a line east of Greenwich', [], ['04.05.2026, 03:18 Uhr'], '2026-05-04T03:18+02:00'],
  ])('is the one where it was written, told by %s', (_name, claims, lines, expected) => {
    expect(localInstant('2026-05-04T01:18:13Z', claims, lines, false)).toBe(expected);
  });

  test.each([
    ['the line tells of a later change', '2026-05-04T01:18:13Z', ['Updated 4 May 2026, 11:20']],
    ['the line is of another day', '2026-05-04T01:18:13Z', ['1 May 2026, 9:18']],
    ['the data know the place already', '2026-05-04T01:18:13+02:00', ['3 May 2026, 21:18']],
    ['there is no time to compare', '2026-05-04', ['3 May 2026, 21:18']],
  ])('stays as the data say when %s', (_name, instant, lines) => {
    expect(localInstant(instant, [], lines, false)).toBe(instant);
  });

  test('is read with its time in the form of letters and feeds', () => {
    const data = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"Sun, 03 May 2026 22:41:00 GMT"}</script>';
    expect(dateOf(`<h1>The bakery</h1>${BODY}`, data)).toBe('2026-05-03T22:41:00Z');
  });

  test('is taken from the list of the newest stories when the article stands in it', () => {
    const list = ['The mill', 'The bakery', 'The quay']
      .map((name, at) => `<div><h2><a href="/${at}">${name}</a></h2><footer>0${at + 2}. May 2026</footer></div>`)
      .join('');
    expect(dateOf(`${'<div><a href="/">Home</a></div>'.repeat(12)}${list}<article>${BODY}</article>`, '<title>The bakery</title>')).toBe(
      '2026-05-03',
    );
  });

  test('is not a day that the text tells of', () => {
    expect(
      dateOf(`<h1>The bakery</h1><p>I asked the owners on 3 May 2019 what they want to do with the bakery and its oven.</p>${BODY}`),
    ).toBeNull();
    expect(
      dateOf(
        `<h1>The bakery</h1><p>MILL STREET, 3 May 2026 — The bakery on the corner has changed hands, after forty years of the same bread, and its owners are two sisters.</p>${BODY}`,
      ),
    ).toBe('2026-05-03');
  });

  test.each([
    ['en', 'May 3rd, 2026'],
    ['en', '3rd of May 2026'],
    ['en', '5/3/26'],
    ['en', 'By Jane Roe · May 3, 2026 · 4 min read'],
    ['en', 'Last updated: 4 May 2026. First published: 3 May 2026'],
    ['de', 'Aktualisiert am 04.05.2026 - Veröffentlicht am 03.05.2026'],
    ['fr', 'Mis à jour le 4 mai 2026, publié le 3 mai 2026'],
    ['es', 'Domingo 3 de mayo del 2026'],
    ['pt', 'Publicado em 03/05/2026 às 10h00'],
    ['it', 'Pubblicato il 3 Maggio 2026 alle 10:00'],
    ['nl', 'Gepubliceerd op zo 3 mei 2026'],
    ['pl', '3 maja 2026'],
    ['ru', '3 мая 2026'],
    ['sv', '3 maj 2026'],
    ['ko', '2026년 5월 3일'],
    ['ja', '2026年5月3日'],
  ])('is read from a line in %s: %s', (language, line) => {
    const page = `<html lang="${language}"><body><h1>The bakery</h1><p>${line}</p>${BODY}</body></html>`;
    expect(extractPage(page, null).publishedAt).toBe('2026-05-03');
  });

  test.each([
    ['parts in elements of their own', '<p class="date"><span>3</span><span>May</span><span>2026</span></p>', '2026-05-03'],
    ['the title of an abbreviation', '<abbr class="published" title="2026-05-03">Sunday</abbr>', '2026-05-03'],
    ['seconds since 1970', '<time datetime="1777800000">Sunday</time>', '2026-05-03T09:20:00.000Z'],
    ['no number that only looks like seconds', '<p>1777800000</p>', null],
  ])('is read from %s', (_name, line, expected) => {
    expect(dateOf(`<h1>The bakery</h1>${line}${BODY}`)).toBe(expected);
  });
});
