import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseDocument } from 'htmlparser2';
import { decodeBytes } from '../../src/fetch/charset.ts';
import { extractPage, type Page } from '../../src/extract/html/page.ts';
import { f1, overlap, shinglesOf, sizeOf } from './support/shingles.ts';

/** Scores the reading of web pages against the public sets, and what it costs. Run: node scripts/bench/extraction.ts */

interface Labelled {
  file: string;
  with: string[];
  without: string[];
  title?: string;
  author?: string;
  date?: string;
}

const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    worst: { type: 'string', default: '0' },
    captions: { type: 'boolean', default: false },
  },
});
const data = resolve(ROOT, options.data);
const worst = Number(options.worst);
/** The reference texts leave captions out, so they are scored apart from the running text. */
const withCaptions = options.captions;

if (existsSync(join(data, 'extraction')) && existsSync(join(data, 'pages'))) run();
else console.log(`No evaluation data in ${data}: nothing to score.`);

function run(): void {
  const costs: number[] = [];
  const bodies = scoreBodies(costs);
  const pages = scorePages(costs);
  costs.sort((a, b) => a - b);
  console.table({
    'extraction: precision': shown(bodies.precision),
    'extraction: recall': shown(bodies.recall),
    'extraction: F1': shown(f1(bodies.precision, bodies.recall)),
    'pages: precision': shown(pages.precision),
    'pages: recall': shown(pages.recall),
    'pages: F1': shown(f1(pages.precision, pages.recall)),
    'pages: title': shown(pages.title),
    'pages: author': shown(pages.author),
    'pages: author where one is labelled': shown(pages.named),
    'pages: date': shown(pages.date),
    'pages: date where one is labelled': shown(pages.dated),
    'not called an article': String(bodies.refused + pages.refused),
    'cost against one parse, median': shown(costs[Math.floor(costs.length / 2)] ?? 0),
    'cost against one parse, p95': shown(costs[Math.floor(costs.length * 0.95)] ?? 0),
  });
}

function scoreBodies(costs: number[]): { precision: number; recall: number; refused: number } {
  const folder = join(data, 'extraction');
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, { articleBody: string; url: string }>;
  const precisions: number[] = [];
  const recalls: number[] = [];
  const report: { f1: number; line: string }[] = [];
  let refused = 0;
  for (const [id, { articleBody, url }] of Object.entries(truth)) {
    const page = timed(readPage(join(folder, 'html', `${id}.html.gz`)), url, costs);
    if (page.verdict !== 'article') refused += 1;
    const wanted = shinglesOf(articleBody);
    const found = shinglesOf(textOf(page));
    const common = overlap(wanted, found);
    const precision = found.size === 0 ? 0 : common / sizeOf(found);
    const recall = wanted.size === 0 ? 1 : common / sizeOf(wanted);
    if (found.size > 0) precisions.push(precision);
    recalls.push(recall);
    report.push({ f1: f1(precision, recall), line: `${shown(precision)} ${shown(recall)} ${page.verdict} ${id.slice(0, 12)} ${url}` });
  }
  showWorst(report);
  return { precision: mean(precisions), recall: mean(recalls), refused };
}

function scorePages(costs: number[]): Record<'precision' | 'recall' | 'title' | 'author' | 'named' | 'date' | 'dated' | 'refused', number> {
  const folder = join(data, 'pages');
  const items = JSON.parse(readFileSync(join(folder, 'evaldata.json'), 'utf8')) as Record<string, Labelled>;
  const right = { title: 0, author: 0, named: 0, date: 0, dated: 0 };
  const report: { f1: number; line: string }[] = [];
  let [found, missed, wrong, labelled, named, dated, refused] = [0, 0, 0, 0, 0, 0, 0];
  for (const [url, item] of Object.entries(items)) {
    const page = timed(readPage(join(folder, 'html', `${item.file}.gz`)), url, costs);
    if (page.verdict !== 'article') refused += 1;
    const text = squeezed(textOf(page));
    const lost = item.with.filter((segment) => !text.includes(squeezed(segment)));
    const extra = item.without.filter((segment) => text.includes(squeezed(segment)));
    found += item.with.length - lost.length;
    missed += lost.length;
    wrong += extra.length;
    const notes = [...lost.map((segment) => `  lost:  ${segment}`), ...extra.map((segment) => `  extra: ${segment}`)];
    if (item.title !== undefined) {
      labelled += 1;
      for (const [field, expected, actual] of [
        ['title', item.title, page.title],
        ['author', item.author, page.byline],
        ['date', item.date, page.publishedAt?.slice(0, 10)],
      ] as const) {
        if (field === 'author' && expected !== '') named += 1;
        if (field === 'date' && expected !== '') dated += 1;
        if (lettersOf(expected) === lettersOf(actual)) {
          right[field] += 1;
          if (field === 'author' && expected !== '') right.named += 1;
          if (field === 'date' && expected !== '') right.dated += 1;
        } else notes.push(`  ${field}: wanted ${expected}, read ${actual}`);
      }
    }
    if (notes.length > 0) report.push({ f1: -notes.length, line: `${page.verdict} ${item.file}\n${notes.join('\n')}` });
  }
  showWorst(report);
  return {
    precision: found / (found + wrong),
    recall: found / (found + missed),
    refused,
    title: right.title / labelled,
    author: right.author / labelled,
    named: right.named / named,
    date: right.date / labelled,
    dated: right.dated / dated,
  };
}

function timed(html: string, url: string, costs: number[]): Page {
  const parsing = fastest(() => parseDocument(html));
  let page: Page | null = null;
  const reading = fastest(() => {
    page = extractPage(html, url);
  });
  costs.push(reading / parsing);
  return page ?? extractPage(html, url);
}

/** The best of three: everything else is the machine's noise. */
function fastest(work: () => void): number {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function textOf(page: Page): string {
  return page.blocks
    .filter(({ kind }) => withCaptions || kind !== 'caption')
    .map((block) => block.text)
    .join('\n');
}

function squeezed(text: string): string {
  return text
    .replace(/\u00ad/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Case, accents on quotes, spacing and punctuation are nobody's mistake. */
function lettersOf(text: string | null | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/ (?:and|und) /gu, ', ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function readPage(path: string): string {
  return decodeBytes(gunzipSync(readFileSync(path)), null);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function shown(value: number): string {
  return value.toFixed(4);
}

function showWorst(report: { f1: number; line: string }[]): void {
  for (const { line } of report.toSorted((a, b) => a.f1 - b.f1).slice(0, worst)) console.log(line);
}
