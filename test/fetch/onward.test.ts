import { afterAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../src/fetch/fetch.ts';
import { onwardFrom } from '../../src/fetch/onward.ts';
import { startOrigin } from '../standins/origin.ts';

const refresh = (content: string, rest = '') =>
  `<html><head><meta http-equiv="Refresh" content="${content}"></head><body>${rest}</body></html>`;
const amp = (href: string) =>
  `<!doctype html><html amp><head><link rel="canonical" href="${href}"></head><body><p>The quay is closed.</p></body></html>`;
const pages: Record<string, string> = {
  '/article': '<html><body><p>The quay is closed.</p></body></html>',
  '/short': refresh('0; url=/article', '<a href="/article">Go on</a>'),
  '/twice': refresh("0;URL='/short'"),
  '/maze': refresh('0;url=/maze?again'),
  '/maze?again': refresh('0;url=/maze'),
  '/inside': refresh('0;url=http://169.254.169.254/latest/meta-data/'),
  '/dead': refresh('0;url=/missing'),
  '/amp': amp('/article'),
  '/amp-of-nothing': amp('/missing'),
  '/amp-of-inside': amp('http://169.254.169.254/latest/meta-data/'),
};
const origin = await startOrigin((request, response) => {
  const body = pages[request.url ?? ''];
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body);
});
const fetcher = createFetcher(new Set([origin.host]), { totalMs: 3000 });
const finalUrl = async (path: string) =>
  (await fetcher.fetchPage(origin.url + path, new AbortController().signal)).url.replace(origin.url, '');

afterAll(() => origin.close());

describe('a page that sends its reader on', () => {
  it.each([
    ['a short link', '/short', '/article'],
    ['a short link to a short link', '/twice', '/article'],
    ['an AMP page', '/amp', '/article'],
    ['an AMP page whose original is gone', '/amp-of-nothing', '/amp-of-nothing'],
    ['an AMP page whose original must not be read', '/amp-of-inside', '/amp-of-inside'],
    ['a page of its own', '/article', '/article'],
  ])('is followed: %s', async (_name, from, to) => {
    expect(await finalUrl(from)).toBe(to);
  });

  it('is followed a few times, not for ever', async () => {
    expect(await finalUrl('/maze')).toBe('/maze?again');
  });

  it('leads nowhere that the guard forbids', async () => {
    await expect(finalUrl('/inside')).rejects.toMatchObject({ code: 'source/private' });
  });

  it('says so when the address behind it is gone', async () => {
    await expect(finalUrl('/dead')).rejects.toMatchObject({ code: 'source/status' });
  });
});

describe('a refresh', () => {
  const URL = 'https://example.org/a';
  const words = 'The harbour master closed the eastern quay on Monday. '.repeat(20);
  it.each([
    ['of the same page', refresh('0; url=https://example.org/a#top')],
    ['that names no address', refresh('300')],
    ['much later', refresh('600; url=/b')],
    ['to something that is no page', refresh('0; url=javascript:alert(1)')],
    ['for browsers without scripts, on a page that is an article', refresh('0; url=/noscript', words)],
  ])('%s sends nobody on', (_name, html) => {
    expect(onwardFrom(html, URL)).toBeNull();
  });

  it('inside noscript sends on, as it does for a reader without scripts', () => {
    expect(
      onwardFrom('<head><noscript><meta http-equiv="refresh" content="0;URL=https://example.org/b"></noscript></head>', URL)?.url,
    ).toBe('https://example.org/b');
  });
});
