import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/extract/article.ts';
import { extractPage } from '../../../src/extract/html/page.ts';
import { paragraphs, SENTENCES } from './bakery.ts';

/** Shapes in which sites build their articles, without a class that says so. */
const MENU = `<nav><ul>${['Home', 'News', 'Sport', 'Culture', 'About us']
  .map((name) => `<li><a href="/${name}">${name}</a></li>`)
  .join('')}</ul></nav>`;
const FOOT = '<footer><p>Street Papers, 4 Mill Street. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer>';
const textsOf = (body: string): string[] =>
  extractPage(
    `<!doctype html><html lang="en"><head><title>The bakery</title></head><body>${MENU}${body}${FOOT}</body></html>`,
    null,
  ).blocks.map(({ text }) => text);

describe('an article', () => {
  test('may be split over sections beside each other', () => {
    const body = `<main><h1>The bakery</h1><section>${paragraphs(0, 2)}</section><div><img src="/a.jpg" alt=""></div><section>${paragraphs(2, 4)}</section><section>${paragraphs(4, 6)}</section></main>`;
    expect(textsOf(body)).toEqual(SENTENCES);
  });

  test('may have its first paragraph in the header, outside its body', () => {
    const body = `<div><header><h1>The bakery</h1><p>${SENTENCES[0]}</p></header><div><div>${paragraphs(1, 6)}</div></div></div>`;
    expect(textsOf(body)).toEqual(SENTENCES);
  });

  test('may be a list', () => {
    const body = `<div><h1>The bakery</h1><ol>${SENTENCES.map((text) => `<li>${text}</li>`).join('')}</ol></div>`;
    expect(textsOf(body)).toEqual(SENTENCES);
  });

  test('may be a list of definitions', () => {
    const body = `<div><h1>The bakery</h1><dl>${SENTENCES.map((text, at) => `<dt>Part ${at + 1} of the story</dt><dd>${text}</dd>`).join('')}</dl></div>`;
    for (const text of SENTENCES) expect(textsOf(body)).toContain(text);
  });

  test('may be broken by line ends only', () => {
    expect(textsOf(`<div><h1>The bakery</h1>${SENTENCES.join('<br><br>')}</div>`)).toEqual(SENTENCES);
  });

  test('is not glued to bold lines that head its parts', () => {
    const body = `<div><h1>The bakery</h1>${SENTENCES[0]}<br><br><b>Ovens and counter</b><br>${SENTENCES[1]}<br>${SENTENCES[2]}<br><strong>What comes next</strong><br>${SENTENCES[3]}</div>`;
    expect(textsOf(body)).toEqual([SENTENCES[0], `${SENTENCES[1]} ${SENTENCES[2]}`, SENTENCES[3]]);
  });

  test('may emphasise a whole sentence before a break', () => {
    const body = `<div><h1>The bakery</h1><p><b>${SENTENCES[0]}</b><br>${SENTENCES[1]}</p>${paragraphs(2, 6)}</div>`;
    expect(textsOf(body)[0]).toBe(`${SENTENCES[0]} ${SENTENCES[1]}`);
  });

  test('keeps no marks of its notes and sources', () => {
    const mark = (text: string, to: string) => `<sup class="reference"><a href="#${to}">${text}</a></sup>`;
    const body = `<div><h1>The bakery</h1><p>${SENTENCES[0]}${mark('[12]', 'cite_note-12')}<sup class="reference nowrap">: 207</sup><sup class="reference">:<span>pp. 207–1234</span></sup> ${SENTENCES[1]} [<a href="/paper#ref-CR1">1</a>, <a href="/paper#ref-CR2">2</a>]</p><p>The oven takes 10<sup>2</sup> loaves, see <a href="#ovens">3</a>.</p>${paragraphs(2, 6)}</div>`;
    expect(textsOf(body).slice(0, 2)).toEqual([`${SENTENCES[0]} ${SENTENCES[1]}`, 'The oven takes 102 loaves, see 3.']);
  });

  test('leaves out the numbers in brackets that lead to where something was read, and no others', () => {
    const source = (number: string) => `<x-source><a href="https://studies.example/${number}">${number}</a></x-source>`;
    const body = `<div><h1>The bakery</h1><p>${SENTENCES[0]?.replace(/\.$/u, '')} (${source('14')}, ${source('15')}). ${SENTENCES[1]}</p><p>The oven takes ten loaves (<a href="https://studies.example/3">3</a> of them rye) and rests (12).</p>${paragraphs(2, 6)}</div>`;
    const text = textsOf(body).join(' ');
    expect(text).toContain(`${SENTENCES[0]} ${SENTENCES[1]}`);
    expect(text).toContain('ten loaves (3 of them rye) and rests (12).');
  });

  test('keeps no bullets that somebody typed before its paragraphs', () => {
    const body = `<div><h1>The bakery</h1>${SENTENCES.map((text) => `<p>• ${text}</p>`).join('')}</div>`;
    expect(textsOf(body)).toEqual(SENTENCES);
  });

  test('may stand in tables that lay out the page', () => {
    const side = Array.from({ length: 12 }, (_, at) => `<a href="/${at}">Street number ${at}</a><br>`).join('');
    const body = `<table><tr><td>${side}</td><td><h1>The bakery</h1>${paragraphs(0, 6)}</td></tr></table>`;
    expect(textsOf(body)).toEqual(SENTENCES);
  });

  test('may be short beside a long column of something else', () => {
    const column = Array.from(
      { length: 30 },
      (_, at) =>
        `<div><h4><a href="/${at}">House number ${at} painted</a></h4><p>In house ${at} every window is blue now, and nobody is amused.</p></div>`,
    ).join('');
    expect(textsOf(`<div><div><h1>The bakery</h1>${paragraphs(0, 2)}</div><aside>${column}</aside></div>`)).toEqual(SENTENCES.slice(0, 2));
  });

  const others = Array.from(
    { length: 14 },
    (_, at) => `<p>In town number ${at} the council has painted the town hall, and the mayor told reporters that it cost nothing.</p>`,
  ).join('');

  test('may be short beside a long column of running text', () => {
    expect(textsOf(`<div><div><h1>The bakery</h1>${paragraphs(0, 2)}</div><aside>${others}</aside></div>`)).toEqual(SENTENCES.slice(0, 2));
  });

  test('may be shorter than the next one that the page goes on with', () => {
    const next = `<article><h1>The town halls</h1>${others}</article>`;
    expect(textsOf(`<main><article><h1>The bakery</h1>${paragraphs(0, 6)}</article>${next}</main>`)).toEqual(SENTENCES);
  });

  test('may be shorter than what readers say below a heading that counts them', () => {
    const said = `<h3>14 comments</h3><ul>${others.replaceAll('<p>', '<li><b>Ann</b><p>').replaceAll('</p>', '</p></li>')}</ul>`;
    expect(textsOf(`<div><h1>The bakery</h1><div>${paragraphs(0, 6)}</div>${said}</div>`)).toEqual(SENTENCES);
  });

  test('ends before what is said of its author', () => {
    const bio = '<div><p>Jane Roe writes about streets and bread. She lives in Elmhaven with an oven.</p></div>';
    const about = '<p>Jane Roe was the first to buy a loaf, and she will come again.</p>';
    expect(textsOf(`<main><h1>The bakery</h1><p class="byline">By Jane Roe</p>${about}${paragraphs(0, 6)}${bio}</main>`)).toEqual([
      'Jane Roe was the first to buy a loaf, and she will come again.',
      ...SENTENCES,
    ]);
  });

  describe('that a script would show', () => {
    const read = (body: string, free: boolean) =>
      extractPage(
        `<html><head><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The bakery', isAccessibleForFree: free, articleBody: body })}</script></head><body><div id="root"></div><script src="/app.js"></script></body></html>`,
        null,
      );
    test.each([
      ['plain', SENTENCES.join('\n\n')],
      ['as markup', paragraphs(0, 6)],
    ])('is read from the data of its page, %s', (_name, body) => {
      const page = read(body, true);
      expect([page.verdict, page.title, page.blocks.map(({ text }) => text)]).toEqual(['article', 'The bakery', SENTENCES]);
    });

    test('is left alone where its publisher closes it', () => {
      expect(read(SENTENCES.join('\n\n'), false).blocks).toEqual([]);
    });
  });

  test('may be a reference page of a thousand parts', () => {
    const parts = Array.from(
      { length: 1000 },
      (_, at) => `<h2>Option ${at}</h2><p>Option ${at} sets how many loaves the oven ${at} takes.</p><pre>oven --option-${at}</pre>`,
    );
    const article = readArticle({
      kind: 'html',
      content: `<html><body>${MENU}<main><h1>The oven</h1>${parts.join('')}</main>${FOOT}</body></html>`,
      url: null,
      fetchedAt: null,
    });
    expect(article.blocks.length).toBe(3000);
  });
});
