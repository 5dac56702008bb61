import { afterAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../src/fetch/fetch.ts';
import { unwrapped } from '../../src/fetch/wrapped.ts';
import { articleFromSource } from '../../src/source/source.ts';
import { readArticle } from '../../src/extract/article.ts';
import { startOrigin } from '../standins/origin.ts';

const words = 'The harbour master closed the eastern quay on Monday, because the piles below it had begun to give way. ';
const pages: Record<string, string> = {
  '/quay?utm_source=chat': `<html><head><link rel="canonical" href="/quay"></head><body><article><h1>The quay</h1><p>${words}</p><p>${words.replace('Monday', 'Tuesday')}</p></article></body></html>`,
  '/short': '<html><head><meta http-equiv="refresh" content="0;url=/quay?utm_source=chat"></head><body></body></html>',
};
const origin = await startOrigin((request, response) => {
  const body = pages[request.url ?? ''];
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body);
});
const fetcher = createFetcher(new Set([origin.host]), { totalMs: 3000 });
const wrap = (target: string): string => `https://www.google.com/url?sa=t&url=${encodeURIComponent(target)}&usg=x`;

afterAll(() => origin.close());

describe('an address in a wrapper', () => {
  const inside = 'https://example.org/a?b=1&c=2';
  it.each([
    ['a search engine', wrap(inside)],
    ['a mail filter', `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inside)}&data=x`],
    ['a chat', `https://slack-redir.net/link?url=${encodeURIComponent(inside)}`],
    ['two of them', `https://l.facebook.com/l.php?u=${encodeURIComponent(wrap(inside))}`],
    ['a cache of AMP pages', 'https://www.google.com/amp/s/example.org/a?b=1&c=2'],
    ['a cache of AMP pages with its own host', 'https://example-org.cdn.ampproject.org/c/s/example.org/a?b=1&c=2'],
  ])('is taken out of %s', (_name, address) => {
    expect(unwrapped(address)).toBe(inside);
  });

  it.each([
    'https://example.org/share?url=https://other.test/',
    'https://www.google.com/search?q=https://other.test/',
    wrap('javascript:alert(1)'),
    'https://www.google.com/url?q=quay',
    'no address',
  ])('is left as it is: %s', (address) => {
    expect(unwrapped(address)).toBe(address);
  });

  it('is fetched under the guard', async () => {
    const { signal } = new AbortController();
    await expect(fetcher.fetchPage(wrap('http://169.254.169.254/latest/meta-data/'), signal)).rejects.toMatchObject({
      code: 'source/private',
    });
    expect((await fetcher.fetchPage(wrap(`${origin.url}/short`), signal)).url).toBe(`${origin.url}/quay?utm_source=chat`);
  });

  it('is shown as the article’s own address', async () => {
    const world = {
      fetcher,
      clock: { now: () => new Date('2026-11-26T08:00:00Z') },
      extractor: { extract: async (source: Parameters<typeof readArticle>[0]) => readArticle(source) },
    };
    const article = await articleFromSource(
      { type: 'url', url: wrap(`${origin.url}/short`) },
      world as never,
      new AbortController().signal,
    );
    expect(article.canonicalUrl).toBe(`${origin.url}/quay`);
  });
});
