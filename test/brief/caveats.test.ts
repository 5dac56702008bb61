import { expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { readArticle } from '../../src/extract/article.ts';
import { BriefOptions } from '../../src/model/brief.ts';

const OPENING =
  'The harbour board of Elmhaven will close its northern terminal on 3 June, because the repairs would cost more than the terminal earns in ten years. ' +
  'The board has asked the government of Norvik to pay for half of the work on the southern quay, where most of the ferries land.';

function page(head: string): string {
  return `<html><head><title>Elmhaven closes a terminal</title>${head}</head><body><article><h1>Elmhaven closes a terminal</h1><p>${OPENING}</p></article></body></html>`;
}

function caveatsOf(content: string): string[] {
  const article = readArticle({ kind: 'html', content, url: 'https://example.org/elmhaven', fetchedAt: null });
  return briefArticle(article, BriefOptions.parse({})).caveats;
}

it('says that a page may hold more when only the opening of its article is free', () => {
  const closed = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>';
  const notice = 'Only the open beginning of the article could be read: the page may hold more.';
  expect(caveatsOf(page(closed))).toContain(notice);
  expect(caveatsOf(page(''))).not.toContain(notice);
});

it('says that a page may hold more when little was found on one that is a post by its own account', () => {
  const links = Array.from({ length: 40 }, (_, at) => `<li><a href="/${at}">Another post of the club, number ${at}</a></li>`).join('');
  const post = (head: string): string =>
    `<html><head><title>Two cameras</title>${head}</head><body><nav><ul>${links}</ul></nav><article><h1>Two cameras</h1><h3>Places</h3><p>Ada: the northern quay.</p><p>Ben: the old mill.</p><h3>Film</h3><p>Two rolls of 400.</p></article></body></html>`;
  const dated = '<meta property="article:published_time" content="2026-05-03T08:10:00Z">';
  expect(caveatsOf(post(dated))).toContain('Little text was found, and this page may hold more.');
  expect(() => caveatsOf(post(''))).toThrow(expect.objectContaining({ code: 'source/not-article' }));
});

it('says so of a short text beside a login', () => {
  const login = '<form><input name="u"><input type="password"><button>Go</button></form>';
  const beside = page('').replace('<article>', `${login}<article>`);
  expect(caveatsOf(beside)).toContain('Little text was found, and this page may hold more.');
});
