import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { briefArticle } from '../../src/brief/built-in.ts';
import { readArticle } from '../../src/extract/article.ts';
import { extractPage } from '../../src/extract/html/page.ts';
import { parseFeed } from '../../src/feed/parse.ts';
import { decodeBytes } from '../../src/fetch/charset.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { hasPeers, peer } from './support/peers.ts';
import { f1, overlap, shinglesOf, sizeOf } from './support/shingles.ts';
import { ms, quantile, timeOf, times } from './support/times.ts';

/** The same work by Brevier and by what others use, on the same input in the same run: `npm run bench`. */
interface Readability {
  Readability: new (document: unknown) => { parse(): { textContent?: string } | null };
}
interface Jsdom {
  JSDOM: new (html: string, options: { url: string; virtualConsole: unknown }) => { window: { document: unknown; close(): void } };
  VirtualConsole: new () => unknown;
}
interface Linkedom {
  parseHTML(html: string): { document: unknown };
}
interface Defuddle {
  Defuddle(document: unknown, url: string): Promise<{ content: string }>;
}
type Reader = (html: string, url: string) => string | Promise<string>;

const ROUNDS = 3;
const DATA = resolve(import.meta.dirname, '../../../shared/eval/extraction');

if (hasPeers()) {
  await extraction();
  await feeds();
  await summaries();
}

async function extraction(): Promise<void> {
  if (!existsSync(DATA)) return console.log(`No pages in ${DATA}: extraction is not compared.`);
  const truth = JSON.parse(readFileSync(join(DATA, 'ground-truth.json'), 'utf8')) as Record<string, { articleBody: string; url: string }>;
  const readers = await pageReaders();
  const cost = new Map([...readers.keys()].map((name) => [name, [] as number[]]));
  const score = new Map([...readers.keys()].map((name) => [name, { precision: [] as number[], recall: [] as number[], failed: 0 }]));
  for (const [id, { articleBody, url }] of Object.entries(truth)) {
    const html = decodeBytes(gunzipSync(readFileSync(join(DATA, 'html', `${id}.html.gz`))), null);
    const wanted = shinglesOf(articleBody);
    for (const [name, read] of readers) {
      let text = '';
      let best = Infinity;
      for (let round = 0; round < ROUNDS; round += 1) {
        const took = await timeOf(async () => {
          text = await Promise.resolve(read(html, url)).catch(() => '');
        });
        best = Math.min(best, took);
      }
      cost.get(name)?.push(best);
      const found = shinglesOf(text);
      const common = overlap(wanted, found);
      const marks = score.get(name);
      if (found.size > 0) marks?.precision.push(common / sizeOf(found));
      else if (marks !== undefined) marks.failed += 1;
      marks?.recall.push(wanted.size === 0 ? 1 : common / sizeOf(wanted));
    }
  }
  const own = cost.get('Brevier') ?? [];
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  console.log(
    `Text of a page, ${own.length} pages, best of ${ROUNDS} rounds each. Ratios are of this run; bare times are this machine's, which others share.`,
  );
  console.table(
    Object.fromEntries(
      [...readers.keys()].map((name) => {
        const took = cost.get(name) ?? [];
        const { precision = [], recall = [], failed = 0 } = score.get(name) ?? {};
        const mean = (values: readonly number[]) => total(values) / Math.max(1, values.length);
        return [
          name,
          {
            median: ms(quantile(took, 0.5)),
            p95: ms(quantile(took, 0.95)),
            'all pages against Brevier': times(total(took) / total(own)),
            'median of the ratios': times(
              quantile(
                took.map((time, index) => time / (own[index] ?? 1)),
                0.5,
              ),
            ),
            F1: f1(mean(precision), mean(recall)).toFixed(3),
            nothing: failed,
          },
        ];
      }),
    ),
  );
}

async function pageReaders(): Promise<Map<string, Reader>> {
  const readers = new Map<string, Reader>([
    [
      'Brevier',
      (html, url) =>
        extractPage(html, url)
          .blocks.filter(({ kind }) => kind !== 'caption')
          .map(({ text }) => text)
          .join('\n'),
    ],
  ]);
  const readability = await peer<Readability>('@mozilla/readability');
  const jsdom = await peer<Jsdom>('jsdom');
  const linkedom = await peer<Linkedom>('linkedom');
  const defuddle = await peer<Defuddle>('defuddle', 'dist/node.js');
  if (readability !== null && jsdom !== null) {
    const quiet = new jsdom.VirtualConsole();
    readers.set('Readability on jsdom', (html, url) => {
      const { window } = new jsdom.JSDOM(html, { url, virtualConsole: quiet });
      const text = new readability.Readability(window.document).parse()?.textContent ?? '';
      window.close();
      return text;
    });
  }
  if (readability !== null && linkedom !== null)
    readers.set(
      'Readability on linkedom',
      (html) => new readability.Readability(linkedom.parseHTML(html).document).parse()?.textContent ?? '',
    );
  if (defuddle !== null && linkedom !== null) {
    readers.set('defuddle on linkedom', async (html, url) => {
      const { content } = await defuddle.Defuddle(linkedom.parseHTML(html).document, url);
      return content
        .replace(/<[^>]+>/g, ' ')
        .replace(/&amp;/g, '&')
        .replace(/&nbsp;/g, ' ')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>');
    });
  }
  return readers;
}

async function feeds(): Promise<void> {
  const items = Array.from(
    { length: 200 },
    (_, n) =>
      `<item><title>Story ${n} &amp; more</title><link>https://example.org/${n}</link><guid>g${n}</guid><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><description><![CDATA[<p>${'Some words of a story. '.repeat(30)}</p>]]></description></item>`,
  );
  const xml = `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://example.org/</link>${items.join('')}</channel></rss>`;
  const rssParser = await peer<{ default: new () => { parseString(xml: string): Promise<unknown> } }>('rss-parser');
  const extractor = await peer<{ extractFromXml(xml: string): unknown }>('@extractus/feed-extractor');
  const readers = new Map<string, () => unknown>([['Brevier (feedsmith, cleaned)', () => parseFeed(xml, 'https://example.org/feed')]]);
  if (rssParser !== null) readers.set('rss-parser', () => new rssParser.default().parseString(xml));
  if (extractor !== null) readers.set('@extractus/feed-extractor', () => extractor.extractFromXml(xml));
  await compare(`A feed of 200 entries, ${Math.round(xml.length / 1000)} kB`, readers);
}

async function summaries(): Promise<void> {
  const folder = resolve(import.meta.dirname, '../../briefs');
  const text = ['harbour-battery', 'quiet-hours']
    .map((name) => readFileSync(join(folder, `${name}.md`), 'utf8').replace(/^---[\s\S]*?---/, ''))
    .join('\n\n');
  const readers = new Map<string, () => unknown>([
    [
      'Brevier (summary, figures, quotes, proof)',
      () => briefArticle(readArticle({ kind: 'text', content: text, url: null, fetchedAt: null }), BriefOptions.parse({})),
    ],
  ]);
  const node = await peer<{
    default: {
      SummarizerManager: new (text: string, sentences: number) => { getSummaryByFrequency(): unknown; getSummaryByRank(): unknown };
    };
  }>('node-summarizer');
  if (node !== null) {
    const { SummarizerManager } = node.default;
    readers.set('node-summarizer, by frequency', () => new SummarizerManager(text, 5).getSummaryByFrequency());
    readers.set('node-summarizer, TextRank', () => new SummarizerManager(text, 5).getSummaryByRank());
  }
  await compare(`A text of ${text.split(/\s+/).length} words`, readers);
}

async function compare(what: string, readers: ReadonlyMap<string, () => unknown>): Promise<void> {
  const took = new Map([...readers.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < 40; round += 1) {
    for (const [name, work] of readers) took.get(name)?.push(await timeOf(work).catch(() => Infinity));
  }
  // The first rounds compile.
  const settled = (name: string) => quantile((took.get(name) ?? []).slice(10), 0.5);
  const [first = ''] = readers.keys();
  console.log(`${what}, median of 30 rounds.`);
  console.table(
    Object.fromEntries(
      [...readers.keys()].map((name) => [name, { median: ms(settled(name)), 'against Brevier': times(settled(name) / settled(first)) }]),
    ),
  );
}
