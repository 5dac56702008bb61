import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feed/parse.ts';

const URL = 'https://example.org/news/feed.xml';
const NAMES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" xmlns:atom="http://www.w3.org/2005/Atom"';
const rss = (items: string, attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0" ${NAMES} ${attributes}><channel><title>The Post</title><link>https://example.org/</link>${items}</channel></rss>`;
const atom = (entries: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>The Post</title><link href="https://example.org/"/>${entries}</feed>`;
const first = (body: string) => parseFeed(body, URL).entries[0];
const titles = (body: string) => parseFeed(body, URL).entries.map(({ title }) => title);
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a feed that is cut off', () => {
  const items = '<item><title>One</title></item><item><title>Two</title></item><item><title>Thr';
  it('keeps its whole entries', () => {
    expect(titles(rss(items).split('</channel>')[0] ?? '')).toEqual(['One', 'Two']);
    expect(titles(atom('<entry><id>a:1</id><title>One</title></entry><entry><title>Tw').replace('</feed>', ''))).toEqual(['One']);
    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>T</title></channel><item rdf:about="https://example.org/1"><title>One</title></item><item><ti';
    expect(titles(rdf)).toEqual(['One']);
  });
});

describe('a JSON feed that is cut off', () => {
  const items = '"items":[{"id":"1","title":"One"},{"id":"2","title":"T}wo \\\"{"},{"id":"3","ti';
  it('keeps its whole entries', () => {
    expect(titles(`{"version":"https://jsonfeed.org/version/1.1","title":"The Post",${items}`)).toEqual(['One', 'T}wo "{']);
  });
});

describe('the title of an entry', () => {
  it.each([
    ['dc:title', '<dc:title>One</dc:title>'],
    ['media:title', '<media:title>One</media:title>'],
    ['the title of a media group', '<media:group><media:title>One</media:title></media:group>'],
  ])('is %s where there is no other', (_name, field) => {
    expect(first(rss(`<item><link>/1</link>${field}</item>`))?.title).toBe('One');
    expect(first(rss(`<item><title>Its own</title>${field}</item>`))?.title).toBe('Its own');
  });

  it('comes without characters that a terminal would act on', () => {
    expect(first(rss('<item><title>One\u0007 two</title></item>'))?.title).toBe('One two');
  });
});

describe('a link', () => {
  it.each([
    [
      'xml:base of the feed',
      rss('<item><link>one.html</link></item>', 'xml:base="https://other.test/x/"'),
      'https://other.test/x/one.html',
    ],
    ['xml:base of the entry', rss('<item xml:base="https://other.test/y/"><link>one.html</link></item>'), 'https://other.test/y/one.html'],
    [
      'both, one in the other',
      atom('<entry xml:base="y/"><id>a:1</id><link href="one.html"/></entry>', 'xml:base="https://other.test/x/"'),
      'https://other.test/x/y/one.html',
    ],
  ])('is relative to %s', (_name, body, link) => {
    expect(first(body)?.link).toBe(link);
  });

  it('is the article and not what counts the clicks on it', () => {
    const link = '<link>https://clicks.test/~r/1</link><feedburner:origLink>https://example.org/one</feedburner:origLink>';
    expect(first(rss(`<item><title>One</title>${link}</item>`))?.link).toBe('https://example.org/one');
  });

  it('may be an Atom link in RSS', () => {
    expect(first(rss('<item><title>One</title><atom:link href="https://example.org/1"/></item>'))?.link).toBe('https://example.org/1');
  });

  it('may hold a bare ampersand', () => {
    expect(first(rss('<item><link>https://example.org/1?a=1&b=2</link></item>'))?.link).toBe('https://example.org/1?a=1&b=2');
  });

  it.each(['<link>https://example.org/1?a=1&amp;amp;b=2</link>', '<link><![CDATA[https://example.org/1?a=1&amp;b=2]]></link>'])(
    'may be escaped once too often: %s',
    (link) => {
      expect(first(rss(`<item>${link}</item>`))?.link).toBe('https://example.org/1?a=1&b=2');
    },
  );

  it('is never the recording that an entry encloses', () => {
    const links = '<link rel="enclosure" href="https://example.org/1.mp3"/><link rel="replies" href="https://example.org/1/replies"/>';
    expect(first(atom(`<entry><id>https://example.org/1</id>${links}</entry>`))?.link).toBe('https://example.org/1');
    expect(first(atom(`<entry><id>a:1</id>${links}</entry>`))?.link).toBeNull();
  });

  it('is relative to xml:base of a channel', () => {
    const body = rss('<item><link>one.html</link></item>').replace('<channel>', '<channel xml:base="https://other.test/x/">');
    expect(first(body)?.link).toBe('https://other.test/x/one.html');
  });
});

describe('the text of an entry', () => {
  it('is unpacked from base64, and left alone where it only looks like it', () => {
    const entry = (content: string) => atom(`<entry><id>a:1</id><content type="text/html" mode="base64">${content}</content></entry>`);
    expect(first(entry(base64('<p>The whole story, unpacked.</p>')))?.html).toBe('<p>The whole story, unpacked.</p>');
    expect(first(entry('Donaudampfschifffahrtsgesellschaft'))?.html).toBe('Donaudampfschifffahrtsgesellschaft');
  });

  it('may be XHTML under a prefix', () => {
    const content =
      '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>A <x:em>whole</x:em> story.</x:p></x:div></content>';
    expect(first(atom(`<entry><id>a:1</id>${content}</entry>`))?.html).toBe('<p>A <em>whole</em> story.</p>');
  });

  it.each([
    ['an XHTML body', '<xhtml:body><p>A <em>whole</em> story.</p></xhtml:body>'],
    ['a body that names XHTML itself', '<body xmlns="http://www.w3.org/1999/xhtml"><p>A <em>whole</em> story.</p></body>'],
  ])('may be %s in RSS', (_name, content) => {
    const body = rss(
      `<item><title>One</title><description>A story.</description>${content}</item>`,
      'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
    );
    expect(first(body)?.html).toBe('<p>A <em>whole</em> story.</p>');
  });

  it('may be a description for players of media', () => {
    expect(first(rss('<item><title>One</title><media:description>What one sees.</media:description></item>'))?.html).toBe('What one sees.');
  });
});

it('reads RSS behind a prefix of its own', () => {
  const body =
    '<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2"><r:channel><r:title>T</r:title><r:item><r:title>One</r:title></r:item></r:channel></r:rss>';
  expect(titles(body)).toEqual(['One']);
});

it('takes the date of an entry from dcterms where there is no other', () => {
  const body = rss('<item><title>One</title><dcterms:issued>2026-05-03T10:00:00Z</dcterms:issued></item>');
  expect(first(body)?.publishedAt).toBe('2026-05-03T10:00:00.000Z');
});
