import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrevierError } from '../../src/errors.ts';
import { dateFrom } from '../../src/feed/date.ts';
import { parseFeed } from '../../src/feed/parse.ts';

const URL = 'https://example.org/news/feed.xml';
const rss = (items: string, head = '') =>
  `<?xml version="1.0"?>${head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Post</title><link>https://example.org/</link>${items}</channel></rss>`;
const item = (fields: string) => rss(`<item>${fields}</item>`);
const first = (body: string) => parseFeed(body, URL).entries[0];

describe('a feed', () => {
  it('is read as RSS 2.0, with the fullest text and an absolute link', () => {
    const body = item(
      '<title>Plant &amp; town</title><link>/plant</link><guid isPermaLink="false">7</guid><pubDate>Mon, 23 Nov 2026 08:00:00 +0100</pubDate><description>Short.</description><content:encoded><![CDATA[<p>The whole article stands here.</p>]]></content:encoded>',
    );
    expect(parseFeed(body, URL)).toEqual({
      title: 'The Post',
      siteUrl: 'https://example.org/',
      entries: [
        {
          guid: '7',
          link: 'https://example.org/plant',
          title: 'Plant & town',
          html: '<p>The whole article stands here.</p>',
          publishedAt: '2026-11-23T07:00:00.000Z',
        },
      ],
    });
  });

  it.each([
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>T</title><item><title>One</title><link>https://example.org/1</link></item></channel></rss>',
    ],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://example.org/"><title>T</title></channel><item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link></item></rdf:RDF>',
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>tag:example.org,2026:1</id><title>One</title><link rel="self" href="https://example.org/x.xml"/><link href="https://example.org/1"/></entry></feed>',
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"One","url":"https://example.org/1"}]}',
    ],
  ])('is read as %s', (_name, body) => {
    expect(first(body)).toMatchObject({ title: 'One', link: 'https://example.org/1' });
  });

  it('takes titles as plain words on one line', () => {
    expect(first(item('<title>A &lt;b&gt;big&lt;/b&gt;\n  &lt;script&gt;alert(1)&lt;/script&gt;day</title>'))?.title).toBe('A big day');
  });

  it('lets no link through that is not http', () => {
    expect(first(item('<title>x</title><link>javascript:alert(1)</link>'))?.link).toBeNull();
    expect(first(item('<title>x</title><guid>data:text/html,x</guid>'))?.link).toBeNull();
  });

  it('takes the guid for the link when it is one', () => {
    expect(first(item('<title>x</title><guid>https://example.org/7</guid>'))?.link).toBe('https://example.org/7');
  });

  it('keeps the first thousand of ten thousand entries', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `<item><title>Story ${index}</title></item>`).join('');
    const { entries } = parseFeed(rss(many), URL);
    expect([entries.length, entries[0]?.title]).toEqual([1000, 'Story 0']);
  });

  it.each([
    ['a web page', '<!doctype html><html><body>Hello</body></html>', 'That is a web page and no feed.'],
    ['nothing', '  ', 'The feed is empty.'],
    ['JSON that is no feed', '{"a":1}', 'That is no feed, or a broken one.'],
    ['half a document', '<rss version="2.0"><channel><title>T</title><item><title>A', 'That is no feed, or a broken one.'],
  ])('is not %s, and says so', (_name, body, words) => {
    expect(() => parseFeed(body, URL)).toThrow(expect.objectContaining({ code: 'feed/not-a-feed', message: words }));
  });
});

describe('entities', () => {
  it('that stand for plain words are put in', () => {
    const body = rss('<item><title>&brand; caf&eacute;&nbsp;&#8211; open</title></item>', '<!DOCTYPE rss [<!ENTITY brand "Acme">]>');
    expect(first(body)?.title).toBe('Acme café – open');
  });

  it('that hold each other stay what they are (billion laughs)', () => {
    const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index === 0 ? '' : index};`.repeat(10)}">`);
    const body = rss('<item><title>&lol9;</title></item>', `<!DOCTYPE lolz [<!ENTITY lol "lol">${laughs.join('')}]>`);
    expect(first(body)?.title?.length).toBeLessThan(20);
  });

  it('that are long are not multiplied (quadratic blow-up)', () => {
    const body = rss(`<item><title>${'&a;'.repeat(50_000)}</title></item>`, `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(50_000)}">]>`);
    expect(JSON.stringify(parseFeed(body, URL)).length).toBeLessThan(10_000);
  });

  it('that are short are put in a bounded number of times', () => {
    const body = rss(
      `<item><title>t</title><description>${'&a;'.repeat(60_000)}</description></item>`,
      `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(200)}">]>`,
    );
    expect(first(body)?.html?.length).toBeLessThan(700_000);
  });

  it('that name files or addresses bring nothing in', () => {
    const head = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>';
    const title = first(rss('<item><title>A &x; B</title></item>', head))?.title ?? '';
    expect(title).not.toContain('root:');
    expect(title.startsWith('A')).toBe(true);
  });
});

describe('dates', () => {
  it.each([
    ['Mon, 23 Nov 2026 08:00:00 EST', '2026-11-23T13:00:00.000Z'],
    ['Mon, 23 Nov 2026 08:00:00 CEST', '2026-11-23T06:00:00.000Z'],
    ['23 Nov 2026 08:00', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23 08:00:00', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T08:00:00+05:30', '2026-11-23T02:30:00.000Z'],
    ['Montag, 23 November 2026 08:00:00 +0100', '2026-11-23T07:00:00.000Z'],
    ['29 Feb 2028 08:00', '2028-02-29T08:00:00.000Z'],
    ['23 Nov 26 08:00:00 +0000', '2026-11-23T08:00:00.000Z'],
    ['Nov 23, 2026 8:00 am', '2026-11-23T08:00:00.000Z'],
    ['11/23/2026', '2026-11-23T00:00:00.000Z'],
    ['Mon Nov 23 08:00:00 2026', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T08:00:00 +0100', '2026-11-23T07:00:00.000Z'],
    ['2026-11-23 08:00:00 UTC', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23 08:00:00 +0000 UTC', '2026-11-23T08:00:00.000Z'],
    ['lun, 23 déc 2026 08:00:00 +0100', '2026-12-23T07:00:00.000Z'],
    ['Mo, 23 Mär 2026 08:00:00 +0100', '2026-03-23T07:00:00.000Z'],
    ['23.11.2026', '2026-11-23T00:00:00.000Z'],
    ['20261123', '2026-11-23T00:00:00.000Z'],
    ['20261123T080000Z', '2026-11-23T08:00:00.000Z'],
    ['Tue, 31 Feb 2026 08:00:00 GMT', null],
    ['2026-02-31T08:00:00Z', null],
    ['2026-02-30', null],
    ['29 Feb 2026 08:00', null],
    ['Mon, 01 Jan 0001 00:00:00 GMT', null],
    ['0001-01-01T00:00:00Z', null],
    ['31 September 2026 08:00', null],
    ['yesterday', null],
    ['0000-00-00', null],
    ['', null],
  ])('%j is %s', (words, iso) => {
    expect(dateFrom(words)).toBe(iso);
  });
});

describe('any bytes', () => {
  const whole = item('<title>Plant</title><link>https://example.org/1</link><description>&lt;p&gt;Words&lt;/p&gt;</description>');

  it('give a feed or a refusal, never anything else', () => {
    const mutated = fc
      .tuple(fc.nat(whole.length), fc.nat(30), fc.string({ unit: 'binary', maxLength: 20 }))
      .map(([at, cut, put]) => whole.slice(0, at) + put + whole.slice(at + cut));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), mutated), (body) => {
        try {
          return parseFeed(body, URL).entries.every(({ link }) => link === null || /^https?:/.test(link));
        } catch (error) {
          return error instanceof BrevierError && error.code === 'feed/not-a-feed';
        }
      }),
      { numRuns: 400 },
    );
  });

  it('may be nested as deep as they like', () => {
    expect(() => parseFeed(rss(`<item>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</item>`), URL)).toSatisfy((parse: () => unknown) => {
      try {
        parse();
        return true;
      } catch (error) {
        return error instanceof BrevierError;
      }
    });
  });
});
