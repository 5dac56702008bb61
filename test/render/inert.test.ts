import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../adapters/registry.ts';
import { previewDiscord } from '../../adapters/web/preview/discord.ts';
import { previewSlack } from '../../adapters/web/preview/slack.ts';
import { overviewPage } from '../../adapters/web/workspace/overview.ts';
import { readerPage } from '../../adapters/web/workspace/reader.ts';
import { briefArticle } from '../../src/brief/built-in.ts';
import { csvOf } from '../../src/cli/csv.ts';
import { readArticle } from '../../src/extract/article.ts';
import { withoutInvisible } from '../../src/language/invisible.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { renderAnsi } from '../../src/render/ansi.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { withoutPiles } from '../../src/stacked-marks.ts';
import type { ViewBlock } from '../../src/view/view.ts';
import { textArticle } from '../articles.ts';
import { arbitraryView, HOSTILE } from '../contract/arbitrary-view.ts';
import { stringsOf } from '../contract/harness.ts';

/** Anything that a reader cannot see. Slack and Discord need U+200B to make marks inert that they cannot escape. */
// oxlint-disable-next-line no-control-regex -- looking for control characters is the purpose
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/u;
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 })
  .map((parts) => parts.join(''));
const RUNS = { numRuns: 300 };

const linksOf = (blocks: readonly ViewBlock[]) =>
  [...JSON.stringify(blocks).matchAll(/"(?:url|href)":"((?:[^"\\]|\\.)*)"/g)].map(([, url]) => JSON.parse(`"${url}"`) as string);

/** Elements and attributes that act, in a piece of HTML. */
function alive(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (/^(?:script|style|iframe|object|embed|form|input|svg|math|base|meta|link|template)$/.test(name)) found.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on') || key === 'style' || key === 'srcdoc' || key === 'formaction') found.push(`${name} ${key}`);
        if ((key === 'href' || key === 'src') && !/^(?:https?:\/\/|\/(?!\/)|#)/i.test(value)) found.push(`${key}=${value}`);
      }
    },
  });
  parser.end(html);
  if (UNSEEN.test(html.replaceAll('\n', ''))) found.push('a character that nobody sees');
  return found;
}

describe('whatever a view says', () => {
  it('stays text in HTML', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        expect(alive(renderHtml(view))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('stays text in Markdown, also where addresses become links by themselves', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const given = new Set(linksOf(view.blocks).map((url) => url.replace(/[<>\s\\]/g, encodeURIComponent)));
        const found: string[] = [];
        const visit = (token: Token): void => {
          if (['html', 'def', 'code', 'checkbox'].includes(token.type)) found.push(`${token.type}: ${token.raw}`);
          const leads = token.type === 'link' || token.type === 'image';
          if (leads && !given.has(String(token['href']).replace(/&amp;/g, '&'))) found.push(token.raw);
          // What stands within an image is its plain alternative text, whatever marked makes of it.
          if (token.type !== 'image') for (const part of innerTokens(token)) visit(part);
        };
        for (const token of marked.lexer(renderMarkdown(view))) visit(token);
        expect(found).toEqual([]);
        expect(UNSEEN.test(renderMarkdown(view).replaceAll('\n', ''))).toBe(false);
      }),
      RUNS,
    );
  });

  it.each([
    ['empty code beside code', ['', '"><b onmouseover=alert(1)>'], '`"><b onmouseover=alert(1)>`\n'],
    ['code beside code', ['www.evil.example', 'b'], '`www.evil.example` `b`\n'],
  ])('keeps %s apart in Markdown', (_, pieces, told) => {
    const inlines = pieces.map((text) => ({ type: 'text' as const, text, code: true }));
    expect(renderMarkdown({ title: '', blocks: [{ type: 'meta', inlines }] })).toBe(told);
  });

  it('moves no cursor and changes no title in a terminal', () => {
    fc.assert(
      fc.property(arbitraryView, fc.boolean(), (view, links) => {
        const text = renderAnsi(view, { colour: true, links, width: 80 });
        // oxlint-disable-next-line no-control-regex -- our own sequences are taken away
        const rest = text.replace(/\u001B\[(?:1|2|3|22|23|36|39)m|\u001B\]8;;[^\u0000-\u0020\u007F]*\u001B\\/g, '').replaceAll('\n', '');
        expect(UNSEEN.test(rest)).toBe(false);
      }),
      RUNS,
    );
  });

  it.each(PLATFORMS.map(({ name, render }) => [name, render] as const))('hides nothing in %s', (_name, render) => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const shown = stringsOf(render(view).payload).map((text) => text.replaceAll('\n', ''));
        expect(shown.filter((text) => UNSEEN.test(text))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('stays text in the previews of the web chat', () => {
    const previews = { slack: previewSlack, discord: previewDiscord };
    fc.assert(
      fc.property(arbitraryView, (view) => {
        for (const { name, render } of PLATFORMS) expect(alive(previews[name](render(view).payload))).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('whatever strangers wrote', () => {
  it('stays text on the page of an article', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, byline, text) => {
        const article = readArticle({
          kind: 'text',
          content: `${'A first sentence stands here. '.repeat(40)}\n\n${text} and some words more.`,
          url: null,
          fetchedAt: null,
        });
        const body = readerPage({ ...article, title, byline, site: byline }).split('<body>')[1] ?? '';
        expect(alive(body)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('stays text on the pages of the operator', () => {
    fc.assert(
      fc.property(hostile, hostile, (place, text) => {
        const body = overviewPage('Feeds', 'None.', [{ place, text, isBad: true }]).split('<body>')[1] ?? '';
        expect(alive(body)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is no formula in a spreadsheet, and no cell of its own', () => {
    const [figure] = briefArticle(textArticle(), BriefOptions.parse({})).figures;
    if (figure === undefined) throw new Error('the sample has figures');
    fc.assert(
      fc.property(hostile, hostile, (label, sentence) => {
        const cells = cellsOf(csvOf([{ ...figure, label, sentences: [sentence] }])).at(-1) ?? [];
        expect(cells).toHaveLength(12);
        for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
      }),
      RUNS,
    );
  });
});

it('keeps the rows of a table whole when an address has a bar in it', () => {
  const cites = [{ type: 'cite' as const, number: 1, sentence: 'S', href: 'https://example.org/a|b?c=|' }];
  const rows = [{ value: '300', label: 'words', tags: [], cites }];
  const table = marked
    .lexer(renderMarkdown({ title: 'T', blocks: [{ type: 'figures', title: 'F', rows }] }))
    .find(({ type }) => type === 'table');
  expect((table as Tokens.Table).rows[0]?.at(-1)?.tokens[0]).toMatchObject({ type: 'link', href: 'https://example.org/a%7Cb?c=%7C' });
});

describe('piles of marks', () => {
  it('are cut to what a script may need', () => {
    expect(withoutPiles(`H${'\u0301'.repeat(500)}i`)).toBe(`H${'\u0301'.repeat(8)}i`);
  });
  it.each(['Việt Nam', 'שָׁלוֹם', 'กำลัง', 'བསྒྲུབས་', 'हिन्दी'])('leaves %s alone', (text) => {
    expect(withoutPiles(text)).toBe(text);
  });
});

describe('what nobody sees', () => {
  it.each([
    ['mill\u200Bion', 'million'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['ev\u200Der\u2063y', 'every'],
    ['1\u00AD000', '1000'],
    ['\uFEFFstart\u{E0041}', 'start'],
    ['\uD800x', '\uFFFDx'],
  ])('is taken out of %j', (text, seen) => {
    expect(withoutInvisible(text)).toBe(seen);
  });
  it.each(['👩‍🔬', '👩🏽‍🚀', '❤️‍🔥', 'می‌خواهم', 'क्‍ष', 'שלום\u200F!', 'Grüße', '日本語'])('leaves %s alone', (text) => {
    expect(withoutInvisible(text)).toBe(text);
  });
});

function innerTokens(token: Token): Token[] {
  const {
    tokens = [],
    items = [],
    header = [],
    rows = [],
  } = token as { tokens?: Token[]; items?: Token[]; header?: { tokens: Token[] }[]; rows?: { tokens: Token[] }[][] };
  return [...tokens, ...items, ...[...header, ...rows.flat()].flatMap((cell) => cell.tokens)];
}

/** RFC 4180, read back. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((cells) => cells.length > 1);
}
