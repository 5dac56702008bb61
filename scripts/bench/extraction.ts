import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'htmlparser2';
import { readArticle } from '../../src/extract/article.ts';
import { extractPage, type Page } from '../../src/extract/html/page.ts';
import { foldOf, labelledPages, lettersOf, scoreText, SETS, textOf, total, type LabelledPage, type PageScore } from './support/pages.ts';

/**
 * Scores the reading of web pages against the public sets, and what it costs. Run: node scripts/bench/extraction.ts
 * `--worst 10` shows the worst pages, `--part 0` or `1` scores one half of the sites, `--captions` counts captions in.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    worst: { type: 'string', default: '0' },
    part: { type: 'string' },
    set: { type: 'string' },
    captions: { type: 'boolean', default: false },
    cost: { type: 'boolean', default: false },
  },
});
const READ = {
  title: (page: Page) => page.title,
  author: (page: Page) => page.byline,
  date: (page: Page) => page.publishedAt?.slice(0, 10),
};

const data = resolve(import.meta.dirname, '../..', options.data);
const pages = labelledPages(data).filter(
  ({ site, set }) =>
    (options.part === undefined || foldOf(site, 2) === Number(options.part)) && (options.set === undefined || set === options.set),
);
if (pages.length === 0) console.log(`No evaluation data in ${data}: nothing to score.`);
else report(pages.map((page) => ({ page, ...scored(page) })));

interface Scored {
  page: LabelledPage;
  read: Page;
  score: PageScore;
}

function scored(page: LabelledPage): Omit<Scored, 'page'> {
  const read = extractPage(page.html, page.url);
  return { read, score: scoreText(page, textOf(read, options.captions)) };
}

function report(all: readonly Scored[]): void {
  const rows: Record<string, Record<string, string>> = {};
  for (const set of SETS) {
    const own = all.filter(({ page }) => page.set === set);
    if (own.length === 0) continue;
    const { precision, recall, f1 } = total(own);
    rows[`${set} (${own.length})`] = {
      precision: shown(precision),
      recall: shown(recall),
      F1: shown(f1),
      'under 0.8': String(own.filter(({ score }) => score.f1 < 0.8).length),
      title: facts(own, 'title', false),
      author: facts(own, 'author', false),
      'author where named': facts(own, 'author', true),
      date: facts(own, 'date', false),
      'date where given': facts(own, 'date', true),
      refused: String(own.filter(({ page }) => isRefused(page)).length),
    };
  }
  for (const one of all.toSorted((a, b) => a.score.f1 - b.score.f1).slice(0, Number(options.worst))) showPage(one);
  console.table(rows);
  if (options.cost) showCost(all.map(({ page }) => costOf(page)).toSorted((a, b) => a - b));
}

/** As whoever sends the link would be told. */
function isRefused({ html, url }: LabelledPage): boolean {
  try {
    readArticle({ kind: 'html', content: html, url, fetchedAt: null });
    return false;
  } catch {
    return true;
  }
}

function isRight({ page, read }: Scored, field: keyof typeof READ): boolean {
  return lettersOf(page[field]) === lettersOf(READ[field](read));
}

function facts(own: readonly Scored[], field: keyof typeof READ, named: boolean): string {
  const labelled = own.filter(({ page }) => page[field] !== undefined && (!named || page[field] !== ''));
  const right = labelled.filter((one) => isRight(one, field)).length;
  return labelled.length === 0 ? '' : `${right}/${labelled.length} ${Math.round((100 * right) / labelled.length)}%`;
}

function showPage(one: Scored): void {
  const { page, read, score } = one;
  console.log(`${shown(score.precision)} ${shown(score.recall)} ${read.verdict} ${page.set} ${page.name} ${page.url}`);
  for (const segment of score.lost) console.log(`  lost:  ${segment}`);
  for (const segment of score.extra) console.log(`  extra: ${segment}`);
  for (const field of ['title', 'author', 'date'] as const)
    if (page[field] !== undefined && !isRight(one, field))
      console.log(`  ${field}: wanted ${page[field]} | read ${READ[field](read) ?? 'nothing'}`);
}

function costOf({ html, url }: LabelledPage): number {
  return fastest(() => extractPage(html, url)) / fastest(() => parseDocument(html));
}

function showCost(costs: readonly number[]): void {
  const at = (share: number) => shown(costs[Math.floor(costs.length * share)] ?? 0);
  console.log(`cost against one parse: median ${at(0.5)}, p95 ${at(0.95)}`);
}

/** The best of three: everything else is the machine's noise. */
function fastest(work: () => unknown): number {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function shown(value: number): string {
  return value.toFixed(4);
}
