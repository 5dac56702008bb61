import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractPage, type Page } from '../../../src/extract/html/page.ts';

const PROSE = [
  'The harbour master closed the eastern quay on Monday, because two of its beams had cracked during the night.',
  'Engineers will inspect the remaining beams this week, and they expect to publish their findings before the end of May.',
  'Ferries to the islands leave from the western quay until then, which adds about twenty minutes to every crossing.',
  'The town has set aside four million crowns for the repairs, a sum that the council called “painful but necessary”.',
];
const BODY = PROSE.map((text) => `<p>${text}</p>`).join('');

function pageOf(body: string, head = ''): Page {
  return extractPage(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, 'https://www.harbour.test/quay');
}

function textOf(page: Page): string {
  return page.blocks.map(({ text }) => text).join('\n');
}

function article(inside: string): string {
  return `<main><article><h1>Eastern quay closed</h1>${inside}</article></main>`;
}

describe('the text', () => {
  test('is the paragraphs of the article, in order', () => {
    expect(pageOf(article(BODY)).blocks).toEqual(PROSE.map((text) => ({ kind: 'paragraph', text })));
  });

  test('keeps headings, lists, quotes and code under their own kinds', () => {
    const page = pageOf(
      article(
        `${BODY}<h2>What changes</h2><ul><li>Tickets stay valid.</li><li>Bicycles travel free</li></ul>
         <blockquote>We did not see this coming, said the harbour master.</blockquote><pre>quay = "west"\n  open = true</pre><p>${PROSE[0]} Again.</p>`,
      ),
    );
    expect(page.blocks.slice(4, 9)).toEqual([
      { kind: 'heading', text: 'What changes' },
      { kind: 'list-item', text: 'Tickets stay valid.' },
      { kind: 'list-item', text: 'Bicycles travel free' },
      { kind: 'quote', text: 'We did not see this coming, said the harbour master.' },
      { kind: 'code', text: 'quay = "west"\n  open = true' },
    ]);
  });

  test('joins the cells of a table row', () => {
    const page = pageOf(
      article(
        `${BODY}<table><tr><th>Quay</th><th>Length</th></tr><tr><td>East</td><td>120 m</td></tr></table>${BODY.replaceAll('.</p>', ' too.</p>')}`,
      ),
    );
    const rows = page.blocks.filter(({ kind }) => kind === 'table-row').map(({ text }) => text);
    expect(rows).toEqual(['Quay | Length', 'East | 120 m']);
  });

  test('reads a page that is laid out with tables', () => {
    const page = pageOf(`<table><tr><td><a href="/">Home</a><br><a href="/news">News</a></td><td><div>${BODY}</div></td></tr></table>`);
    expect(page.blocks.map(({ kind, text }) => [kind, text])).toEqual(PROSE.map((text) => ['paragraph', text]));
  });

  test('marks captions as captions and drops bare credits', () => {
    const page = pageOf(
      article(
        `<p>${PROSE[0]}</p><figure><img src="a.jpg"><figcaption>The quay as it looked last summer</figcaption></figure>
         <p>Photo: A. Person</p><p>${PROSE[1]}</p><p>${PROSE[2]}</p>`,
      ),
    );
    expect(page.blocks).toContainEqual({ kind: 'caption', text: 'The quay as it looked last summer' });
    expect(textOf(page)).not.toContain('A. Person');
  });

  test('breaks paragraphs at double line breaks', () => {
    const page = pageOf(`<div class="story">${PROSE.join('<br><br>')}</div>`);
    expect(page.blocks.map(({ text }) => text)).toEqual(PROSE);
  });

  test('keeps a standfirst that stands between the headline and the text', () => {
    const page = pageOf(
      `<article><header><h1>Eastern quay closed</h1><p class="standfirst">Two cracked beams shut the busiest pier of the town, perhaps for months.</p></header>
       <div class="article-body">${BODY}</div></article>`,
    );
    expect(page.blocks[0]?.text).toMatch(/^Two cracked beams/u);
  });

  test('keeps a post of a network that the article shows', () => {
    const post =
      '<div class="embed-twitter"><blockquote class="twitter-tweet"><p>The quay is closed, please use the western one until further notice.</p></blockquote></div>';
    expect(textOf(pageOf(article(`<p>${PROSE[0]}</p>${post}<p>${PROSE[1]}</p><p>${PROSE[2]}</p>`)))).toContain(
      'please use the western one',
    );
  });
});

describe('what is left out', () => {
  const junk: readonly (readonly [string, string])[] = [
    ['navigation', '<nav><ul><li><a href="/a">JUNK sections</a></li></ul></nav>'],
    ['a menu without links', '<div class="main-menu"><p>JUNK, choose your edition, then choose your language.</p></div>'],
    ['a newsletter box', '<div class="newsletter-signup"><p>JUNK lands in your inbox every morning, free of charge.</p></div>'],
    ['a cookie notice', '<div id="cookie-consent"><p>JUNK cookies help us, our partners and their partners.</p></div>'],
    [
      'related stories',
      '<section class="related-stories"><h3>JUNK</h3><p>JUNK is the story of a pier, a storm and a very long night.</p></section>',
    ],
    ['a link to another story', '<p><a href="/other">Read more: JUNK about piers and storms, by our reporter</a></p>'],
    ['comments', '<div id="comments"><p>JUNK, says a reader, who adds that all of this was known before.</p></div>'],
    ['an aside', '<aside><p>JUNK in the margin, which nobody asked for, but which stands here.</p></aside>'],
    ['a footer', '<footer><p>JUNK is published by a company, which has an address and a number.</p></footer>'],
    ['rights', '<p>© 2026 JUNK Publishing. All rights reserved.</p>'],
    [
      'hidden text',
      '<p hidden>JUNK that is not shown, though it is a whole sentence.</p><p style="display: none">JUNK, and more JUNK, all of it hidden.</p>',
    ],
    ['scripts and styles', '<script>var JUNK = "a sentence, with words, in a script.";</script><style>.JUNK { color: red }</style>'],
  ];
  test.each(junk)('%s', (_name, markup) => {
    const text = textOf(pageOf(article(BODY + markup)));
    expect(text).not.toContain('JUNK');
    for (const paragraph of PROSE) expect(text).toContain(paragraph);
  });

  test('a discussion that is longer than the article', () => {
    const replies = Array.from(
      { length: 40 },
      (_, index) => `<p>JUNK number ${index}, an opinion that goes on and on, for no good reason.</p>`,
    ).join('');
    const text = textOf(pageOf(`${article(BODY)}<section class="comments">${replies}</section>`));
    expect(text).not.toContain('JUNK');
    expect(text).toContain(PROSE[3]);
  });

  test('a list of teasers made from one template', () => {
    const teaser = (name: string): string =>
      `<div class="tile"><h3><a href="/${name}">JUNK and the ${name} of the year, in pictures</a></h3><p>A short look at it, with a few words more.</p></div>`;
    expect(textOf(pageOf(article(BODY + ['storm', 'pier', 'boat', 'gull'].map(teaser).join(''))))).not.toContain('JUNK');
  });

  test('the headline, and a heading with nothing under it', () => {
    const page = pageOf(article(`${BODY}<h2>More from the harbour</h2>`));
    expect(page.title).toBe('Eastern quay closed');
    expect(page.blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
  });

  test('nothing of a container whose class sounds like junk but which holds the article', () => {
    expect(textOf(pageOf(`<div class="post comments-open promo"><div>${BODY}</div></div>`))).toContain(PROSE[3]);
  });
});

describe('the title', () => {
  test.each([
    [
      'the h1 that the page agrees with',
      '<title>Eastern quay closed - Harbour News</title>',
      '<h2>Harbour</h2><h1>Eastern quay closed</h1>',
      'Eastern quay closed',
    ],
    [
      'og:title without the name of the site',
      '<meta property="og:site_name" content="Harbour News"><meta property="og:title" content="Eastern quay closed | Harbour News">',
      '',
      'Eastern quay closed',
    ],
    [
      'the headline in JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Eastern quay closed"}</script>',
      '',
      'Eastern quay closed',
    ],
    ['the title element without the site after it', '<title>Eastern quay closed | Harbour News</title>', '', 'Eastern quay closed'],
    [
      'not the logo',
      '<title>Eastern quay closed | Tide</title>',
      '<h1><a href="/">Tide</a></h1><h2>Eastern quay closed</h2>',
      'Eastern quay closed',
    ],
    [
      'not the kicker in the same heading',
      '<meta property="og:title" content="Eastern quay closed">',
      '<h1><span>Traffic</span> Eastern quay closed</h1>',
      'Eastern quay closed',
    ],
  ])('is %s', (_name, head, heading, expected) => {
    expect(pageOf(`<article>${heading}${BODY}</article>`, head).title).toBe(expected);
  });
});

describe('the byline', () => {
  const ld = (author: string): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Harbour News"},"author":${author}}</script>`;
  test.each([
    ['JSON-LD', ld('{"@type":"Person","name":"Ada Quill"}'), '', 'Ada Quill'],
    ['several authors in JSON-LD', ld('[{"name":"Ada Quill"},{"name":"Ben Reed"}]'), '', 'Ada Quill, Ben Reed'],
    ['a meta element', '<meta name="author" content="By Ada Quill">', '', 'Ada Quill'],
    ['rel=author', '', '<p>By <a rel="author" href="/ada">Ada Quill</a></p>', 'Ada Quill'],
    ['a class', '', '<p class="byline">Von Ada Quill | 3. Mai 2026</p>', 'Ada Quill'],
    ['a signature inside', '', `${BODY}<p><b>Autorin: Ada Quill, head of the harbour office.</b></p>${BODY}`, 'Ada Quill'],
    ['a plain line', '', '<p>By Ada Quill</p>', 'Ada Quill'],
    ['nobody, when the site names itself', ld('{"name":"Harbour News"}'), '', null],
    ['nobody, when an address stands there', '<meta name="author" content="https://social.test/ada">', '', null],
  ])('comes from %s', (_name, head, line, expected) => {
    expect(pageOf(article(line + BODY), head).byline).toBe(expected);
  });
});

describe('the date', () => {
  test.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2026-05-03T08:10:00+02:00"}]}</script>',
      '',
      '2026-05-03T08:10:00+02:00',
    ],
    ['a meta element', '<meta property="article:published_time" content="2026-05-03T08:10:00Z">', '', '2026-05-03T08:10:00Z'],
    ['a time element', '', '<time datetime="2026-05-03">yesterday</time>', '2026-05-03'],
    ['a German date', '', '<p>03.05.2026</p>', '2026-05-03'],
    ['a month by name', '', '<p>May 3, 2026</p>', '2026-05-03'],
    ['a Spanish date', '', '<p>3 de mayo de 2026</p>', '2026-05-03'],
    ['nothing, when there is no such day', '<meta name="date" content="2026-02-31">', '', null],
  ])('comes from %s', (_name, head, line, expected) => {
    expect(pageOf(article(line + BODY), head).publishedAt).toBe(expected);
  });

  test('is not that of a comment, and is the one that says what it is', () => {
    const comment =
      '<div id="comments"><ol><li class="comment"><time datetime="2026-06-01T10:00:00Z">1 June 2026</time><p>Too late.</p></li></ol></div>';
    const said = '<p>Published on 4 May 2026</p>';
    expect(pageOf(article(BODY) + comment).publishedAt).toBeNull();
    expect(pageOf(article(`<p>The quay on 3 May 2019</p>${BODY}${said}`) + comment).publishedAt).toBe('2026-05-04');
  });

  test('puts the month first only in English', () => {
    const read = (lang: string): string | null =>
      extractPage(`<html lang="${lang}"><body>${article(`<p class="date">03/05/2026</p>${BODY}`)}</body></html>`, null).publishedAt;
    expect([read('en-US'), read('fr')]).toEqual(['2026-03-05', '2026-05-03']);
  });

  test('is read from the address when the page says nothing', () => {
    expect(extractPage(`<body>${article(BODY)}</body>`, 'https://harbour.test/2026/05/03/quay').publishedAt).toBe('2026-05-03');
  });
});

describe('what else the page says of itself', () => {
  test('its site is named, or it is the host without www', () => {
    expect(pageOf(BODY, '<meta property="og:site_name" content="Harbour News">').site).toBe('Harbour News');
    expect(pageOf(BODY).site).toBe('harbour.test');
    expect(pageOf(BODY, '<meta property="og:site_name" content="http://www.paper.test">').site).toBe('paper.test');
  });

  test('its language is a well-formed tag or nothing', () => {
    const read = (lang: string): string | null => extractPage(`<html lang="${lang}"><body>${BODY}</body>`, null).language;
    expect([read('pt_br'), read('?!'), read('')]).toEqual(['pt-BR', null, null]);
  });

  test('its own address is absolute, and http or https', () => {
    const read = (href: string): string | null => pageOf(BODY, `<link rel="canonical" href="${href}">`).canonicalUrl;
    expect(read('/quay?x=1')).toBe('https://www.harbour.test/quay?x=1');
    expect(read('javascript:alert(1)')).toBeNull();
    expect(extractPage(`<link rel="canonical" href="/quay">${BODY}`, null).canonicalUrl).toBeNull();
  });

  test('broken JSON-LD is mended or passed over', () => {
    const read = (json: string): string | null => pageOf(BODY, `<script type="application/ld+json">${json}</script>`).byline;
    expect(read('<!-- {"@type":"Article","author":"Ada Quill","description":"two\nlines",}; -->')).toBe('Ada Quill');
    expect(read('{"@type":"Article","author":')).toBeNull();
    expect(read('{"@type":["Article"],"author":[null,{"name":7}]}')).toBeNull();
  });
});

describe('the verdict', () => {
  test('is article for prose', () => {
    expect(pageOf(article(BODY)).verdict).toBe('article');
  });

  test('is blocked for a challenge and for a login', () => {
    expect(pageOf('<h1>One moment</h1><div id="captcha-box"></div><script src="/challenge-platform/x.js"></script>').verdict).toBe(
      'blocked',
    );
    expect(pageOf('<form><input name="u"><input type="password" name="p"><button>Go</button></form>').verdict).toBe('blocked');
  });

  test('is not blocked for an article that has a login form', () => {
    expect(pageOf(`<form><input type="password"></form>${article(BODY + BODY.replaceAll('.</p>', ' too.</p>'))}`).verdict).toBe('article');
  });

  test('is paywalled when the text is declared closed and only the start is there', () => {
    const head = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>';
    expect(pageOf(article(`<p>${PROSE[0]}</p>`), head).verdict).toBe('paywalled');
    expect(pageOf(article(`<p>${PROSE[0]}</p><div class="paywall"><p>Subscribe to read on.</p></div>`)).verdict).toBe('paywalled');
  });

  test('is thin for a page of links and for an empty page', () => {
    const links = Array.from({ length: 60 }, (_, index) => `<li><a href="/${index}">Story number ${index} of the day</a></li>`).join('');
    expect(pageOf(`<ul>${links}</ul>`).verdict).toBe('thin');
    const posts = Array.from(
      { length: 12 },
      (_, index) =>
        `<div><h2><a href="/${index}">Post number ${index} of the year</a></h2><p>On day ${index}, ${PROSE[index % 4]}</p></div>`,
    ).join('');
    expect(pageOf(`<main>${posts}</main>`).verdict).toBe('thin');
    expect(extractPage('', null)).toEqual({
      title: null,
      byline: null,
      publishedAt: null,
      site: null,
      language: null,
      canonicalUrl: null,
      blocks: [],
      verdict: 'thin',
    });
  });
});

describe('hostile pages', () => {
  test('text that a script would show is read when there is no other', () => {
    expect(textOf(pageOf(`<div style="display:none">${article(BODY)}</div>`))).toContain(PROSE[2]);
  });

  test.each([
    ['nesting', `${'<div>'.repeat(100_000)}${article(BODY)}`],
    ['lists in lists', '<ul><li>a'.repeat(60_000)],
    ['open inline elements', '<span class="author date">'.repeat(60_000)],
    ['white space', `<pre>x${' '.repeat(1_000_000)}y</pre>`],
    ['signs', `<p>${'a@b'.repeat(300_000)}</p>`],
    ['brackets in JSON-LD', `<script type="application/ld+json">${'['.repeat(300_000)}</script>`],
    ['space in JSON-LD', `<script type="application/ld+json">${' ;'.repeat(300_000)}x</script>`],
  ])('a flood of %s ends with a verdict', (_name, html) => {
    expect(['article', 'thin', 'blocked', 'paywalled']).toContain(extractPage(html, null).verdict);
  });

  test('a deep page still gives its text', () => {
    expect(textOf(extractPage(`${'<div>'.repeat(50_000)}${article(BODY)}`, null))).toContain(PROSE[1]);
  });

  test('no string makes it throw, and every block has text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div class="',
        '">',
        '<article>',
        '</article>',
        '<table><tr><td>',
        '<li>',
        '<br>',
        '<time datetime="',
        '<meta name="date" content="',
        '<script type="application/ld+json">',
        '{"@type":"Article","author":',
        '</script>',
        '<title>',
        '<h1>',
        '<!--',
        '<![CDATA[',
        '&#x0;',
        '\u0000',
        '\ud800',
        '<base href="',
        PROSE[0] ?? '',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.option(fc.oneof(fc.webUrl(), fc.string())), (pieces, url) => {
        const page = extractPage(pieces.join(''), url);
        expect(page.blocks.every(({ text }) => text.trim() !== '')).toBe(true);
        expect(page.publishedAt ?? '2026-05-03').toMatch(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/u);
      }),
      { numRuns: 300 },
    );
  });
});
