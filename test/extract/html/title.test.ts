import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/html/page.ts';
import { paragraphs } from './bakery.ts';

const TITLE = 'A bakery in new hands';
const BODY = paragraphs();
const NAMED = '<meta property="og:site_name" content="Street Papers">';
const titleOf = (title: string, top = '', head = NAMED): string | null =>
  extractPage(
    `<html lang="en"><head><title>${title}</title>${head}</head><body><header>${top}</header><main>${BODY}</main></body></html>`,
    'https://www.streetpapers.test/x',
  ).title;

describe('the title of a page without a headline', () => {
  test.each([' | ', ' - ', ' – ', ' — ', ' · ', ' :: ', ' » ', ': ', ' / ', ' • ', '|', ' ~ ', ' &gt; ', ' &lt; '])(
    'comes without the site behind or before "%s"',
    (separator) => {
      expect(titleOf(`${TITLE}${separator}Street Papers`)).toBe(TITLE);
      expect(titleOf(`Street Papers${separator}${TITLE}`)).toBe(TITLE);
    },
  );

  test.each([
    ['a section before the site', `${TITLE} - Local - Street Papers`],
    ['the host of the site', `${TITLE} | streetpapers.test`],
    ['the initials of the site', `${TITLE} - SP`],
    ['an article before the name', `${TITLE} | The Street Papers`],
    ['a count of messages', `(3) ${TITLE} | Street Papers`],
  ])('comes without %s', (_name, title) => {
    expect(titleOf(title)).toBe(TITLE);
  });

  test.each(['Bread: A bakery in new hands', 'Bread - what it costs today', 'Covid-19 - a history', 'Mill / Street / Bread / Butter'])(
    'keeps its own marks: %s',
    (title) => {
      expect(titleOf(`${title} - Street Papers`)).toBe(title);
    },
  );

  test('is not the name of the site, which the host tells', () => {
    const head = `<meta property="og:title" content="${TITLE}">`;
    expect(titleOf('Street Papers', '<h1>Street Papers</h1>', head)).toBe(TITLE);
  });
});
