import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/extract/article.ts';
import { splitSentences } from '../../src/extract/sentences.ts';
import { detectLanguage } from '../../src/language/detect.ts';

const read = (kind: 'text' | 'markdown' | 'html', content: string, url: string | null = null) =>
  readArticle({ kind, content, url, fetchedAt: null });
const sentences = (text: string, language = 'en') => splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['Dr. E. Holm of the U.S. office paid $3.5 million. She left.', 2],
    ['There will be no trial as in the O.J. Simpson case. She left.', 2],
    ['He said: "It is over." Then he left.', 2],
    ['Is it? Yes! No… Perhaps.', 4],
    ['The firm grew 4.5 per cent (see Fig. 3) in Jan. 2026. It hired.', 2],
    ['Read it at example.org/a.b today. Then go.', 2],
    ['Prices rose vs. last year, i.e. by a lot. End.', 2],
    ['She moved to the E! Network and then to Yahoo! Inc in May. It was late.', 2],
    ['He won at last! Berg was glad. What a day! Everybody cheered.', 4],
  ])('%s', (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });
  it.each([
    ['de', 'Das kostet ca. 3,5 Mio. Euro. Am 3. Mai beginnt es.', 2],
    ['de', 'Das Boot lag zur o. g. Zeit am Kai. Es gehört u. a. Fischern.', 2],
    ['fr', 'M. Dupont est arrivé. Il est reparti à 8 h. 30 plus tard.', 2],
    ['zh', '工厂将雇用一千人。预计明年开业！是吗？', 3],
    ['hi', 'यह एक वाक्य है। यह दूसरा है।', 2],
    ['ar', 'هل هذا صحيح؟ نعم.', 2],
  ])('in %s', (language, text, count) => {
    expect(sentences(text, language).length).toBeGreaterThanOrEqual(count);
    expect(sentences(text, language).join(' ').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
  });
});

describe('Markdown', () => {
  const article = read(
    'markdown',
    `---\ntitle: "A title: with a colon"\nauthor: Eva Holm\ndate: 2026-11-22\nsite: The Post\nurl: https://example.org/a\n---\n# A title: with a colon\n\nFirst **bold** [link](https://example.org/x) and \`code\`.\n\n- one item\n- another item\n\n> a quote\n\n| what | how many |\n|---|---|\n| plants | 3 |\n\n<script>alert(1)</script>\n\n![a picture](x.png)\n`,
  );
  it('takes its facts from the front matter', () => {
    expect(article).toMatchObject({
      title: 'A title: with a colon',
      byline: 'Eva Holm',
      publishedAt: '2026-11-22',
      site: 'The Post',
      canonicalUrl: 'https://example.org/a',
    });
  });
  it('keeps words and structure, not markup', () => {
    const blocks = article.blocks.map(({ kind, span }) => [kind, article.text.slice(span.start, span.end)]);
    expect(blocks).toContainEqual(['paragraph', 'First bold link and code.']);
    expect(blocks.filter(([kind]) => kind === 'list-item')).toHaveLength(2);
    expect(blocks).toContainEqual(['quote', 'a quote']);
    expect(blocks.some(([kind, text]) => kind === 'table-row' && text?.includes('plants'))).toBe(true);
    expect(article.text).not.toMatch(/script|alert|\*\*|\]\(/);
  });
  it('says the title once', () => {
    expect(article.text).not.toContain('A title: with a colon');
  });
  it.each(['---\n: : :\n---\nSome text that is here.', '---\ntitle: [1, 2\n---\nSome text that is here.', '---\nSome text that is here.'])(
    'survives broken front matter: %j',
    (content) => {
      expect(read('markdown', content).text).toContain('Some text that is here.');
    },
  );
});

describe('plain text', () => {
  it('takes a first short line for the title', () => {
    expect(read('text', 'A plant opens\n\nIt will employ many people in the north of the country.').title).toBe('A plant opens');
  });
  it('joins lines that an editor wrapped', () => {
    const line = 'The plant will employ many people, said the mayor of the town on Monday and';
    const article = read('text', `${line}\n${line}\n${line}\n${line}\nthen she left.`);
    expect(article.blocks).toHaveLength(1);
  });
  it('keeps list items apart', () => {
    expect(read('text', 'What is new:\n- a plant\n- a school\n2) a road').blocks.filter(({ kind }) => kind === 'list-item')).toHaveLength(
      3,
    );
  });
  it('drops control characters and direction overrides', () => {
    expect(read('text', `A sen\u0007tence \u202Ewith tricks\u202C in\u200B it. ${'And some more words. '.repeat(5)}`).text).toMatch(
      /^A sentence with tricks in it\. And/,
    );
  });
});

describe('an address', () => {
  it('comes without what counts clicks, so that one article is one, whoever sends it', () => {
    const plain = page('').replace(/<link[^>]*>/u, '');
    const articles = ['', '?utm_source=rss&utm_medium=feed', '?fbclid=x', '#xtor=RSS-1', '?at_medium=RSS&at_campaign=y'].map((rest) =>
      read('html', plain, `https://example.org/a${rest}`),
    );
    expect(new Set(articles.map(({ canonicalUrl }) => canonicalUrl))).toEqual(new Set(['https://example.org/a']));
    expect(new Set(articles.map(({ id }) => id)).size).toBe(1);
  });

  it.each(['https://example.org/a?id=7&b=%20x+y', 'https://example.org/a?at=3#section', 'https://example.org/a?'])(
    'keeps what leads to it: %s',
    (url) => {
      expect(read('html', page('').replace(/<link[^>]*>/u, ''), url).canonicalUrl).toBe(url);
    },
  );

  const page = (canonical: string) =>
    `<html><head><link rel="canonical" href="${canonical}"></head><body><article><h1>T</h1>${['plant', 'school', 'harbour', 'road'].map((name) => `<p>The ${name} will give work to many people in the north of the country, said the mayor on Monday.</p>`).join('')}</article></body></html>`;
  it('is the one that the page calls its own, on the same site', () => {
    expect(read('html', page('https://www.example.org/a'), 'https://m.example.org/a?utm=1').canonicalUrl).toBe('https://www.example.org/a');
  });
  it('is not another site’s, whatever the page says', () => {
    expect(read('html', page('https://trusted.example/a'), 'https://evil.example/a').canonicalUrl).toBe('https://evil.example/a');
  });
});

describe('the language', () => {
  it.each([
    ['en', 'The plant will employ many people in the north of the country.'],
    ['de', 'Das Werk wird viele Menschen im Norden des Landes beschäftigen.'],
    ['fr', 'L’usine emploiera de nombreuses personnes dans le nord du pays.'],
    ['es', 'La planta empleará a muchas personas en el norte del país.'],
    ['pt', 'A fábrica vai empregar muitas pessoas no norte do país e não só.'],
    ['it', 'Lo stabilimento impiegherà molte persone nel nord del paese.'],
    ['nl', 'De fabriek zal veel mensen in het noorden van het land in dienst nemen.'],
    ['zh', '这家工厂将在该国北部雇用许多人。'],
    ['und', '12345 67890'],
  ])('is told: %s', (code, text) => {
    expect(detectLanguage(text)).toBe(code);
  });
});

describe('the first line of a text', () => {
  it.each(["Blind student 'hears in colour'", 'Is this the end of the ferry?', 'Ferry sinks (all are safe)'])(
    'is its headline, whatever it ends in: %s',
    (headline) => {
      const content = `${headline}\n\nThe ferry of the old harbour company sank on Monday, and all of its 340 passengers were saved by fishermen.`;
      expect(readArticle({ kind: 'text', content, url: null, fetchedAt: null }).title).toBe(headline);
    },
  );
  it('is none where it is a sentence', () => {
    const content =
      '“We have never seen such a storm,” he said.\n\nThe ferry of the old harbour company sank on Monday, and all were saved.';
    expect(readArticle({ kind: 'text', content, url: null, fetchedAt: null }).title).toBeNull();
  });
});

describe('a full stop between two letters', () => {
  it('ends a sentence though the space behind it was lost', () => {
    expect(sentences('Das wird in einer Konferenz beraten.Vor allem geht es um Schulen. Das ist neu.', 'de')).toHaveLength(3);
    expect(sentences('The plan is done.The council agreed. He uses Node.Js every day.', 'en')).toHaveLength(3);
  });
  it('ends none behind a letter or two in open brackets', () => {
    expect(sentences('Ma to coś wspólnego (GU SG, d. GRU) z wybuchami. To nowe.', 'pl')).toHaveLength(2);
  });
});
