import { describe, expect, it } from 'vitest';
import { entryKeys } from '../../src/feed/identity.ts';
import type { ParsedEntry } from '../../src/model/feed.ts';

const TEXT = '<p>Northwind opened its new battery plant in Kiruna on Monday and hired 1,200 people.</p>';
const entry = (fields: Partial<ParsedEntry> = {}): ParsedEntry => ({
  guid: '1',
  link: 'https://example.org/plant',
  title: 'Plant opens',
  html: TEXT,
  publishedAt: null,
  ...fields,
});
const knows = (before: ParsedEntry, after: ParsedEntry): boolean => {
  const [first = []] = entryKeys([before]);
  const [second = []] = entryKeys([after]);
  return first.some((key) => second.includes(key));
};

describe('an entry is the same entry', () => {
  it.each([
    ['with another date', { publishedAt: '2026-11-24T00:00:00.000Z' }],
    ['with another number', { guid: '99' }],
    ['with tracking in its link', { link: 'https://example.org/plant?utm_source=rss&fbclid=x' }],
    ['with tracking in its fragment', { link: 'https://example.org/plant#xtor=RSS-1' }],
    ['with the marks of a broadcaster', { link: 'https://example.org/plant?at_medium=RSS&at_campaign=x' }],
    ['with tracking of other makers', { link: 'https://example.org/plant?xtor=RSS-1&mtm_campaign=x&_hsenc=y' }],
    ['over https and http, with and without a slash', { link: 'http://www.example.org/plant/' }],
    ['with a corrected headline', { title: 'Plant opens in Kiruna' }],
    ['at another address with the same words', { link: 'https://m.example.org/a/2' }],
    ['with a corrected text', { html: '<p>Corrected.</p>' }],
  ])('%s', (_name, change) => {
    expect(knows(entry(), entry(change))).toBe(true);
  });

  it('under a guid of its own kind, whatever else changes', () => {
    const guid = 'tag:example.org,2026:plant';
    expect(knows(entry({ guid }), entry({ guid, link: 'https://example.org/2', title: 'Other', html: null }))).toBe(true);
  });
});

describe('an entry is another entry', () => {
  it('under a number that the feed gives anew every day', () => {
    const next = entry({
      link: 'https://example.org/ferry',
      title: 'Ferry sails again',
      html: '<p>Quite another story about a ferry line and its quay.</p>',
    });
    expect(knows(entry(), next)).toBe(false);
  });

  it('where all of a feed’s links lead to its home page', () => {
    const home = 'https://example.org/';
    const keys = entryKeys([
      entry({ link: home, title: 'One', html: null, guid: null }),
      entry({ link: home, title: 'Two', html: `${TEXT} Two.`, guid: null }),
      entry({ link: home, title: 'Three', html: `${TEXT} Three.`, guid: '3' }),
    ]);
    expect(new Set(keys.flat()).size).toBe(keys.flat().length);
  });

  it('behind another parameter that matters', () => {
    const at = (id: number) => entry({ link: `https://example.org/story?id=${id}`, title: `Story ${id}`, html: null, guid: null });
    expect(knows(at(1), at(2))).toBe(false);
  });
});
