import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/extract/article.ts';
import { extractPage, type Page } from '../../../src/extract/html/page.ts';
import { paragraphs, SENTENCES } from './bakery.ts';

/** Kinds of pages that were once read wrongly, each in words of our own. */

function pageOf(body: string, head = ''): Page {
  return extractPage(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, 'https://www.street.test/bakery');
}

const textOf = (page: Page): string => page.blocks.map(({ text }) => text).join('\n');

describe('a page', () => {
  test('keeps a section whose id is made from its heading, whatever words the heading has', () => {
    const sections = `<h1>The bakery</h1><div id="bakery">${paragraphs(0, 3)}${paragraphs(3, 5)}
      <div id="sharing-with-a-neighbour"><h2>Sharing with a neighbour</h2><p>${SENTENCES[5]}</p></div></div>`;
    expect(textOf(pageOf(sections))).toContain(SENTENCES[5]);
  });

  test('keeps a section that is named for what is shared, which nobody clicks', () => {
    const page = `<h1>The bakery</h1><div>${paragraphs(0, 5)}<div class="shared-ovens"><p>${SENTENCES[5]}</p></div></div>`;
    expect(textOf(pageOf(page))).toContain(SENTENCES[5]);
    expect(textOf(pageOf(page.replace('shared-ovens', 'sharedbuttons')))).not.toContain(SENTENCES[5]);
  });

  test('with teasers between its paragraphs is an article, not an index', () => {
    const teaser = (at: number): string =>
      `<h3><a href="/${at}">Another story of the street</a></h3><p>In the house next door somebody has painted every window a different blue.</p>`;
    const long = SENTENCES.map((text) => `<p>${text} ${text.replace('.', ', again.')}</p>`).join('');
    const body = `<h1>The bakery</h1><div>${long}${Array.from({ length: 14 }, (_, at) => teaser(at).replace('every', `all ${at}`)).join('')}</div>`;
    expect(pageOf(body).verdict).toBe('article');
  });

  const cards = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) =>
        `<div><h3><a href="/${at}">House number ${at} painted</a></h3><p>In house ${at} somebody has painted every window blue, and nobody is amused.</p></div>`,
    ).join('');

  test('keeps the paragraph that a picture with its caption stands in', () => {
    const photo = '<span class="image"><img src="/a.jpg" alt=""><span class="caption">© Street Papers, the old counter</span></span>';
    const page = pageOf(`<h1>The bakery</h1><div><p>${photo} ${SENTENCES[0]}</p>${paragraphs(1, 5)}</div>`);
    expect(textOf(page)).toContain(`${SENTENCES[0]}\n`);
    expect(textOf(page)).not.toContain(`counter ${SENTENCES[0]}`);
  });

  test('leaves out what pops up beside a name in the text, and keeps the name', () => {
    const card = '<span><img src="/jane.jpg" alt=""><a href="/jane">Jane Anna Roe</a><a href="/4">Mayor opens a bridge</a></span>';
    const page = pageOf(
      `<h1>The bakery</h1><div>${paragraphs(0, 4)}<p>Mayor <span><a href="/jane">Jane Roe</a>${card}</span> bought the first loaf of the day.</p></div>`,
    );
    expect(textOf(page)).toContain('Mayor Jane Roe bought the first loaf of the day.');
  });

  test('ends with its article, though other stories stand in full below it', () => {
    const other = 'In the next street a house was painted, and nobody who lives in it had been asked before.';
    const page = pageOf(
      `<div><h1>The bakery</h1><div><div class="left"><div class="story-body">${paragraphs(0, 6)}</div></div></div>
       <div><div class="left"><h3>Now</h3><div class="box"><p>${other}</p></div></div></div></div>`,
    );
    expect(textOf(page)).toBe(SENTENCES.join('\n'));
  });

  test('of a short article beside many openings of others is the article alone', () => {
    const page = pageOf(`<div><div><h1>The bakery</h1>${paragraphs(0, 4)}</div><div>${cards(25)}</div></div>`);
    expect([page.verdict, textOf(page)]).toEqual(['article', SENTENCES.slice(0, 4).join('\n')]);
  });

  test('keeps sections whose headings lead further, when they stand in the article', () => {
    const page = pageOf(`<article><h1>A walk down Mill Street</h1>${paragraphs(0, 3)}${cards(8)}<p>${SENTENCES[5]}</p></article>`);
    expect(page.verdict).toBe('article');
    expect(textOf(page)).toContain('In house 7');
  });

  test('whose paragraphs begin with long links is read', () => {
    const roundUp = SENTENCES.map((text, at) => `<p><a href="/${at}">${text.slice(0, 60)}</a>${text.slice(60)}</p>`).join('');
    const page = pageOf(`<div><h1>Round the street</h1>${roundUp}</div>`);
    expect([page.verdict, textOf(page)]).toEqual(['article', SENTENCES.join('\n')]);
  });

  test('of a live report, whose entries link to themselves, is an article', () => {
    const entries = SENTENCES.map(
      (text, at) => `<div><h3><a href="#at-${at}">Ten past ${at + 1}, at the bakery</a></h3><p>${text}</p></div>`,
    ).join('');
    const page = pageOf(`<main><h1>The bakery opens, as it happens</h1>${entries}</main>`);
    expect([page.verdict, page.blocks.length]).toEqual(['article', 12]);
  });

  test('that ends in a list of quantities keeps it', () => {
    const list = Array.from({ length: 12 }, (_, at) => `<li>${at + 1} kg of flour ${at}</li>`).join('');
    expect(pageOf(`<article><h1>What an oven needs</h1>${paragraphs(0, 2)}<ul>${list}</ul></article>`).blocks).toHaveLength(14);
  });

  test('of one sentence under a headline and among links is read', () => {
    const links = Array.from({ length: 60 }, (_, at) => `<li><a href="/${at}">A story about house number ${at}</a></li>`).join('');
    const page = pageOf(`<ul>${links}</ul><div><h1>The bakery</h1>${paragraphs(0, 1)}</div><ul>${links}</ul>`);
    expect([page.verdict, textOf(page)]).toEqual(['article', SENTENCES[0]]);
  });

  test('of two sentences under a long list of links is read', () => {
    const links = Array.from({ length: 60 }, (_, at) => `<li><a href="/${at}">A story about house number ${at}</a></li>`).join('');
    const page = pageOf(`<ul>${links}</ul><div><h1>The bakery</h1>${paragraphs(0, 2)}</div>`);
    expect([page.verdict, textOf(page)]).toEqual(['article', SENTENCES.slice(0, 2).join('\n')]);
  });
});

describe('the sources of an article', () => {
  const sources = ['Roe, Jane: Bread of the coast. Mill Press, 2019.', 'Poe, Ben: Ovens, 1904 to 1960.', 'The Mill Gazette, 3 May 2026.'];
  const body = `<article><h1>The bakery</h1>${paragraphs(0, 6)}<h2>References</h2><ol class="references">${sources
    .map((source) => `<li><a href="/s">${source}</a></li>`)
    .join('')}</ol></article>`;
  const article = readArticle({ kind: 'html', content: `<html><body>${body}</body></html>`, url: null, fetchedAt: null });

  test('stand in its text, and nothing is told from them', () => {
    const kept = article.blocks.filter(({ kind }) => kind === 'reference').map(({ span }) => article.text.slice(span.start, span.end));
    expect(kept).toEqual(sources);
    const told = article.sentences.map(({ span }) => article.text.slice(span.start, span.end));
    expect(told).toEqual([...SENTENCES, 'References']);
  });

  test('are paragraphs where they are all there is', () => {
    const page = pageOf(`<h1>The bakery</h1><div class="references">${paragraphs(0, 6)}</div>`);
    expect(page.blocks.map(({ kind }) => kind)).toEqual(SENTENCES.map(() => 'paragraph'));
  });
});

describe('a box that nothing but its heading names', () => {
  const boxed = (heading: string): string =>
    textOf(pageOf(`<div><h1>The bakery</h1>${paragraphs(0, 5)}<div><h4>${heading}</h4><p>${SENTENCES[5]}</p></div></div>`));
  test.each([
    'You may also like',
    'Related articles',
    'Lesen Sie auch',
    'À lire aussi',
    'Te puede interesar',
    'Leggi anche',
    '12 comments',
  ])('is left out under “%s”', (heading) => {
    expect(boxed(heading)).not.toContain(SENTENCES[5]);
  });

  test.each(['The second oven', 'Related to the old owners', 'Comments by the mayor on the sale'])('is kept under “%s”', (heading) => {
    expect(boxed(heading)).toContain(SENTENCES[5]);
  });
});

describe('the byline', () => {
  const bylineOf = (line: string, head = ''): string | null =>
    pageOf(`<article><h1>The bakery</h1>${line}${paragraphs(0, 4)}</article>`, head).byline;
  test.each([
    ['without the day glued to it', 'Jane Roe22 Dec', 'Jane Roe'],
    ['without the reading time', 'Jane Roe3 min read', 'Jane Roe'],
    ['without a button beside it', '<a href="/jane">Jane Roe</a><span>Follow</span>', 'Jane Roe'],
    ['without a handle', 'Jane Roe @janeroe', 'Jane Roe'],
    ['without who edited it', 'Written by Jane Roe Edited by Ben Reed', 'Jane Roe'],
    ['without a role in an element of its own', '<div>Jane Roe</div><div>Street reporter</div>', 'Jane Roe'],
    ['without the paper it was written for', 'By Jane Roe, Special to the Post', 'Jane Roe'],
    ['though its parts are in elements of their own', '<span>By</span><span>Jane Roe</span>', 'Jane Roe'],
    ['with every author', 'By Jane Roe, Ben Reed and Kim Poe', 'Jane Roe, Ben Reed and Kim Poe'],
    ['with who helped', 'By Jane Roe with Ben Reed', 'Jane Roe with Ben Reed'],
    ['with initials in brackets', 'By Jane (J.R.) Roe', 'Jane (J.R.) Roe'],
    ['without the month behind it', 'By Jane Roe March 25, 2026', 'Jane Roe'],
    ['without the name of the site behind it', 'Jane Roe street', 'Jane Roe'],
    ['without the words for its publication', 'Par Jane Roe Publié le 3 mai 2026 à 10h', 'Jane Roe'],
    ['without a word for its publication glued to it', 'Jane RoePublished: 3 May', 'Jane Roe'],
    ['without a month glued to it', 'by Jane RoeMay 3, 2026', 'Jane Roe'],
    ['without her agency', 'By JANE ROE Associated Press', 'Jane Roe'],
    ['without the desk of her agency', 'By JANE ROE, AP National', 'Jane Roe'],
    ['with initials as they are', 'By JK ROE', 'JK ROE'],
    ['without a role in capitals', 'Jane Roe Senior Reporter', 'Jane Roe'],
    ['without what each did', 'Jane Roe (Text) und Ben Reed (Fotos)', 'Jane Roe und Ben Reed'],
    ['without the label before it', 'Interview: Jane Roe', 'Jane Roe'],
    ['without the genre before it', 'Ein Gastbeitrag von Jane Roe', 'Jane Roe'],
    ['without whose correspondent she is', 'Von unserer Korrespondentin Jane Roe', 'Jane Roe'],
    ['after the day', 'Posted May 3, 2026 by Jane Roe', 'Jane Roe'],
    ['with the particle of a family', 'Jan von Roe', 'Jan von Roe'],
    ['and is nobody where a button names nobody', 'Follow Author', null],
  ])('is read %s', (_name, line, expected) => {
    expect(bylineOf(`<div class="byline">${line}</div>`)).toBe(expected);
  });

  test('is the name on the page where the data have a handle', () => {
    const head = '<meta name="author" content="jr4711">';
    expect(bylineOf('<p class="byline">Jane Roe</p>', head)).toBe('Jane Roe');
  });

  test('is every author of a plain line, in any language', () => {
    expect(bylineOf('<p>by Jane Roe, Ben Reed & Kim Poe</p>')).toBe('Jane Roe, Ben Reed & Kim Poe');
    expect(bylineOf('<p>Par Jeanne Roe avec AFP</p>')).toBe('Jeanne Roe avec AFP');
    expect(bylineOf('<p>Autorin: Jane Roe, Leiterin der Mühle</p>')).toBe('Jane Roe');
    expect(bylineOf('<p>Written by: Jane Roe</p>')).toBe('Jane Roe');
  });

  test('is read without the address behind it', () => {
    expect(bylineOf('', '<meta name="author" content="Jane Roe (https://street.test/jane)">')).toBe('Jane Roe');
  });

  test('is the house itself only where a line says by whom', () => {
    const head = '<meta property="og:site_name" content="Street Papers"><meta name="author" content="Street Papers">';
    expect(bylineOf('<p>Street Papers</p>', head)).toBeNull();
    expect(bylineOf('', '<meta name="author" content="papers.test / Street Papers Online">')).toBeNull();
    expect(bylineOf('<p>By Street Papers 4. 2. 2026</p>', head)).toBe('Street Papers');
  });

  test.each([
    ['<p class="credit">Reuters</p>', 'Reuters'],
    ['<p>(dpa/AFP)</p>', 'dpa/AFP'],
    ['<p>© 2026 AP</p>', 'AP'],
    ['<p>Reuters was told so</p>', null],
  ])('is an agency that a line of its own names: %s', (line, expected) => {
    expect(bylineOf(line)).toBe(expected);
  });

  test('is not what a link with "text" in it says', () => {
    expect(bylineOf('<p><a href="/plain">Text Without Notes</a></p>')).toBeNull();
  });
});

describe('the title', () => {
  test('is the headline and not the name of the site in a heading above it', () => {
    const page = pageOf(
      `<h1>Street Papers</h1><h2><a href="#top">A bakery in new hands</a></h2>${paragraphs(0, 4)}`,
      '<title>A bakery in new hands :: Street Papers</title>',
    );
    expect(page.title).toBe('A bakery in new hands');
  });

  test('comes without the sign that links to it', () => {
    expect(pageOf(`<h1>A bakery in new hands<a href="#bakery">¶</a></h1>${paragraphs(0, 4)}`).title).toBe('A bakery in new hands');
  });
});

describe('a page that holds no article', () => {
  const read =
    (body: string, head = '') =>
    () =>
      readArticle({
        kind: 'html',
        content: `<html><head>${head}</head><body>${body}</body></html>`,
        url: null,
        fetchedAt: '2026-11-26T08:00:00Z',
      });
  const links = Array.from({ length: 60 }, (_, at) => `<li><a href="/${at}">A story about house number ${at}</a></li>`).join('');
  const closed = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
  test.each([
    ['is only links', read(`<ul>${links}</ul>`), /only links/u],
    ['asks for a login', read('<form><input name="u"><input type="password"><button>Go</button></form>'), /a check or a login/u],
    ['is closed to those who do not pay', read(`<article><h1>The bakery</h1>${paragraphs(0, 1)}</article>`, closed), /paywall/u],
    ['is filled by a script', read('<div id="root"></div><script src="/app.js"></script>'), /runs scripts/u],
    [
      'is filled by a script, and says so',
      read('<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/app.js"></script>'),
      /runs scripts/u,
    ],
  ])('is refused for what it is when it %s', (_name, attempt, words) => {
    expect(attempt).toThrow(expect.objectContaining({ code: 'source/not-article', message: expect.stringMatching(words) as string }));
  });
});
