import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrevierError } from '../../src/errors.ts';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { briefArticle } from '../../src/brief/built-in.ts';
import { readArticle } from '../../src/extract/article.ts';
import { feedLinks } from '../../src/feed/discover.ts';
import { readOpml } from '../../src/feed/opml.ts';
import { parseFeed } from '../../src/feed/parse.ts';
import { Article } from '../../src/model/article.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { kindOf } from '../../src/source/kind.ts';
import { sourceFrom } from '../../src/source/source.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<script>',
    '</title>',
    '<svg><style>',
    '&#x0;',
    '&#xD800;',
    '&amp',
    '<table><tr>',
    '---\n',
    '\n---\n',
    'title: [',
    '# ',
    '```\n',
    '> ',
    '- ',
    '| a | b |\n|---|',
    '[x](',
    '![',
    '\n\n',
    '<?xml version="1.0"?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '<rss><channel><item>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<opml><body><outline xmlUrl="',
    '{"version":"https://jsonfeed.org/version/1","items":[',
    '<script type="application/ld+json">{"@graph":[',
    '<meta property="og:title" content="',
    '<base href="//x">',
    '<time datetime="9999999">',
    '$5 million',
    'twenty-one',
    '3.4.5',
    '1e999%',
    '“',
    '»',
  ),
  fc.lorem({ maxCount: 12, mode: 'sentences' }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const input = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(''));
const RUNS = { numRuns: 400 };

/** The result, or null for a refusal; anything else that is thrown fails the test. */
function orRefusal<T>(work: () => T): T | null {
  try {
    return work();
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(BrevierError);
    return null;
  }
}

describe('any input', () => {
  it.each(['html', 'markdown', 'text'] as const)('as %s gives an article that keeps its laws, or a refusal', (kind) => {
    fc.assert(
      fc.property(input, fc.option(fc.webUrl()), (content, url) => {
        const article = orRefusal(() => readArticle({ kind, content, url, fetchedAt: null }));
        if (article === null) return;
        expect(Article.parse(article)).toEqual(article);
        const brief = briefArticle(article, BriefOptions.parse({}));
        const known = new Set(article.sentences.map(({ id }) => id));
        for (const { citations } of [...brief.points, ...brief.figures])
          for (const { sentenceIds } of citations) for (const id of sentenceIds) expect(known.has(id)).toBe(true);
        expect(['answered', 'not-in-article']).toContain(answerQuestion(article, content.slice(0, 200)).status);
      }),
      RUNS,
    );
  });

  it('as a feed, a list of feeds or a page that names some gives entries with web addresses, or a refusal', () => {
    fc.assert(
      fc.property(input, (body) => {
        const entries = orRefusal(() => parseFeed(body, 'https://example.org/feed'))?.entries ?? [];
        const links = [
          ...entries.flatMap(({ link }) => link ?? []),
          ...feedLinks(body, 'https://example.org/'),
          ...(orRefusal(() => readOpml(body)) ?? []).map(({ url }) => url),
        ];
        for (const link of links) expect(link).toMatch(/^https?:\/\//);
      }),
      RUNS,
    );
  });

  it('as what somebody typed is an address or a text, and as a file is of some kind', () => {
    fc.assert(
      fc.property(input, fc.string(), (words, name) => {
        expect(['url', 'pasted']).toContain(sourceFrom(words).type);
        expect(['html', 'markdown', 'text']).toContain(kindOf(name, words));
      }),
      RUNS,
    );
  });
});
