import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { briefArticle } from '../../src/brief/built-in.ts';
import { faultsOf } from '../../src/brief/lock.ts';
import { readArticle } from '../../src/extract/article.ts';
import { Answer } from '../../src/model/answer.ts';
import { Article } from '../../src/model/article.ts';
import { Brief, BriefOptions } from '../../src/model/brief.ts';
import { sentenceText } from '../../src/view/cite.ts';
import { HOSTILE } from '../contract/arbitrary-view.ts';
import { standsInOrder } from './figures/in-order.ts';

const phrase = fc.constantFrom(
  'Northwind said on Monday that it would hire more than 1,200 people',
  'Revenue rose from 8% to 12% in 2025',
  'The plant reportedly cost $1.25 billion',
  '"We never promised that," said Anna Berg',
  'Der Umbau kostet rund 4,2 Millionen Euro',
  'Le site emploierait plus de 3 000 personnes',
  'La empresa invirtió 20 millones de euros',
  '工厂雇用了超过 1,200 名员工',
  'شركة نورثويند توظف ١٢٠٠ شخص',
  'संयंत्र में 1,200 लोग काम करते हैं',
  'Dr. E. Holm of the U.S. office paid 3.5 per cent',
  'See section 4.2.1 or call +46 8 123 456 78',
  'It was about two-thirds of 1',
  'constructor',
  '$5 toString',
  '3 valueOf million',
  '',
  '   ',
  '1',
  '%',
  '$',
  '-',
  'no more than',
  'between 3 and',
  'the',
  ...HOSTILE,
);
const end = fc.constantFrom('. ', '.\n', '.\n\n', '\n- ', '\n# ', '; ', ' ', '? ', '。', '\n> ', ' | ');
const content = fc
  .array(fc.tuple(fc.oneof(phrase, fc.string({ maxLength: 80 })), end), { minLength: 1, maxLength: 25 })
  .map((parts) => parts.flat().join(''));
const kind = fc.constantFrom('text', 'markdown', 'html');

/** The article for any content that can be read at all; refusals are for other tests. */
function articleOf(source: string, as: 'text' | 'markdown' | 'html'): Article | null {
  try {
    return readArticle({
      kind: as,
      content: as === 'html' ? `<html><body><article><p>${source}</p></article></body></html>` : source,
      url: null,
      fetchedAt: null,
    });
  } catch (thrown) {
    expect((thrown as { code?: string }).code).toMatch(/^source\//);
    return null;
  }
}

function forAnyArticle(check: (article: Article) => void): void {
  fc.assert(
    fc.property(content, kind, (source, as) => {
      const article = articleOf(source, as);
      if (article !== null) check(article);
    }),
    { numRuns: 300 },
  );
}

describe('any article', () => {
  it('fits its schema, with sorted, disjoint spans that hold the sentences', () => {
    forAnyArticle((article) => {
      expect(Article.safeParse(article).error?.issues ?? []).toEqual([]);
      for (const list of [article.blocks, article.sentences]) {
        list.forEach(({ span }, index) => {
          expect(span.start).toBeGreaterThanOrEqual(list[index - 1]?.span.end ?? 0);
          expect(article.text.slice(span.start, span.end)).toBe(article.text.slice(span.start, span.end).trim());
          expect(span.end).toBeGreaterThan(span.start);
        });
      }
      article.sentences.forEach(({ id }, index) => expect(id).toBe(index));
    });
  });
});

describe('any brief', () => {
  it('fits its schema and cites only sentences that exist', () => {
    forAnyArticle((article) => {
      const brief = briefArticle(article, BriefOptions.parse({}));
      expect(Brief.safeParse(brief).error?.issues ?? []).toEqual([]);
      const cited = [...brief.points, ...(brief.gist === null ? [] : [brief.gist]), ...brief.figures].flatMap(({ citations }) =>
        citations.flatMap(({ sentenceIds }) => sentenceIds),
      );
      for (const id of cited) expect(article.sentences[id]?.id).toBe(id);
    });
  });
  it('says no number, name or quotation that its cited sentence does not say', () => {
    forAnyArticle((article) => {
      const { gist, points, figures, quotes } = briefArticle(article, BriefOptions.parse({ points: 8 }));
      for (const point of [gist, ...points]) if (point !== null) expect(faultsOf(point.text, point.citations, article)).toEqual([]);
      for (const { raw, label, attributedTo, citations } of figures) {
        const source = sentenceText(article, citations[0]?.sentenceIds[0] ?? -1);
        expect(source).toContain(raw);
        expect(standsInOrder(label, source)).toBe(true);
        const cited = (citations[0]?.sentenceIds ?? []).map((id) => sentenceText(article, id)).join(' ');
        expect(cited).toContain(attributedTo ?? '');
      }
      for (const { text, speaker, citation } of quotes) {
        const source = citation.sentenceIds.map((id) => sentenceText(article, id)).join(' ');
        expect(source).toContain(text);
        expect(source).toContain(speaker ?? '');
      }
    });
  });
  it('is the same, byte for byte, for the same article', () => {
    forAnyArticle((article) => {
      expect(JSON.stringify(briefArticle(structuredClone(article), BriefOptions.parse({})))).toBe(
        JSON.stringify(briefArticle(article, BriefOptions.parse({}))),
      );
    });
  });
  it('gives whole sentences when it may not compress', () => {
    forAnyArticle((article) => {
      for (const { text, citations } of briefArticle(article, BriefOptions.parse({ verbatim: true })).points) {
        expect(text).toBe(sentenceText(article, citations[0]?.sentenceIds[0] ?? -1));
      }
    });
  });
});

describe('any answer', () => {
  it('fits its schema, and its words stand in the cited sentences, in reading order', () => {
    fc.assert(
      fc.property(content, fc.oneof(phrase, fc.string({ maxLength: 200 })), (source, question) => {
        const article = articleOf(source, 'text');
        if (article === null) return;
        const answer = answerQuestion(article, question);
        expect(Answer.safeParse(answer).error?.issues ?? []).toEqual([]);
        if (answer.status !== 'answered') return;
        const cited = (answer.citations[0]?.sentenceIds ?? []).toSorted((a, b) => a - b);
        expect(cited.map((id) => sentenceText(article, id)).join(' ')).toContain(answer.text);
        if (answer.highlight !== null) expect(answer.text).toContain(article.text.slice(answer.highlight.start, answer.highlight.end));
      }),
      { numRuns: 300 },
    );
  });
});
