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
