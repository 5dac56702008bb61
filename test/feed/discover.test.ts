import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedLinks } from '../../src/feed/discover.ts';
import { readOpml, writeOpml } from '../../src/feed/opml.ts';

describe('the feeds of a page', () => {
  it('are those it announces, comments last, then what its links look like', () => {
    const page = `<head><link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/atom+xml" href="/atom.xml">
      <link rel="stylesheet" type="text/css" href="/feed.css"></head><body><a href="/rss">RSS</a> <a href="/about">About</a> <a href="/atom.xml">again</a></body>`;
    expect(feedLinks(page, 'https://example.org/news/')).toEqual([
      'https://example.org/atom.xml',
      'https://example.org/rss',
      'https://example.org/comments/feed',
    ]);
  });

  it('are none where there are none', () => {
    expect(feedLinks('<p>Hello <a href="javascript:feed.xml">x</a></p>', 'https://example.org/')).toEqual([]);
  });
});

describe('OPML', () => {
  it('gives the feeds of all folders, each once, and only web addresses', () => {
    const body = `<opml version="2.0"><head/><body><outline text="News"><outline text="A" xmlUrl="https://a.example/feed"/><outline text="Deep"><outline title="B" xmlUrl="https://b.example/feed"/></outline></outline>
      <outline text="A again" xmlUrl="https://a.example/feed"/><outline text="Bad" xmlUrl="file:///etc/passwd"/></body></opml>`;
    expect(readOpml(body)).toEqual([
      { url: 'https://a.example/feed', title: 'A' },
      { url: 'https://b.example/feed', title: 'B' },
    ]);
  });

  it.each(['', '<html></html>', '{}', '<opml version="2.0"><body></body></opml>'])('is not %j', (body) => {
    expect(() => readOpml(body)).toThrow(expect.objectContaining({ code: 'feed/not-opml' }));
  });

  it('comes back as it was written', () => {
    const feed = fc.record({
      url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
      title: fc.option(fc.string({ minLength: 1 }).map((title) => title.replace(/[^\x20-\x7E]/g, '').trim() || 'x')),
      siteUrl: fc.option(fc.webUrl()),
    });
    fc.assert(
      fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url, minLength: 1, maxLength: 8 }), (feeds) => {
        expect(readOpml(writeOpml(feeds, 'Mine'))).toEqual(feeds.map(({ url, title }) => ({ url, title: title ?? url })));
      }),
    );
  });
});
