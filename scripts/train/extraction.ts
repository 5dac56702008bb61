import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { blockFeatures } from '../../src/extract/html/features.ts';
import { outlineOf } from '../../src/extract/html/outline.ts';
import { extractPage, headlineOf } from '../../src/extract/html/page.ts';
import { treeOf } from '../../src/extract/html/tree.ts';
import { weigh } from '../../src/extract/html/weights.ts';
import { foldOf, labelledPages, scoreText, SETS, textOf, total, type LabelledPage } from '../bench/support/pages.ts';
import { boost, type Plan, type Row } from './boost.ts';

/**
 * Fits the trees that judge the blocks of a page, scores pages of sites that they were not fitted to, and writes them to
 * src/extract/data. Run: node scripts/train/extraction.ts [--data <folder>] [--dry]; two minutes.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    dry: { type: 'boolean', default: false },
    changed: { type: 'boolean', default: false },
  },
});
const PLAN: Plan = { trees: 60, depth: 4, rate: 0.15, leaf: 2, loss: 'logistic' };
const FOLDS = 6;
/** What a page weighs together, and a segment where only segments are known. */
const PAGE_WEIGHT = 5;
const SEGMENT_WEIGHT = 0.35;
/** Shorter blocks stand everywhere: they are the article's only beside another of its blocks. */
const SHORT = 4;

const pages = labelledPages(resolve(ROOT, options.data));
if (pages.length === 0) console.log(`No evaluation data in ${options.data}: nothing to learn from.`);
else
  train(
    pages.map((page) => ({
      page,
      fold: foldOf(page.site, FOLDS),
      rows: [...rowsOf(page), ...rowsOf({ ...page, html: withoutNames(page.html) })],
    })),
  );

/** Each page is learnt a second time as a site would have built it that names nothing in a word anybody knows. */
function withoutNames(html: string): string {
  return html.replace(/\s(?:class|id|itemprop|data-[\w-]+)\s*=\s*(?:"[^"]*"|'[^']*')/giu, '');
}

interface Case {
  page: LabelledPage;
  fold: number;
  rows: Row[];
}

function train(cases: readonly Case[]): void {
  const fit = (taught: readonly Case[]) =>
    boost(
      taught.flatMap(({ rows }) => rows),
      PLAN,
    );
  const models = Array.from({ length: FOLDS }, (_, fold) => fit(cases.filter((one) => one.fold !== fold)));
  const all = fit(cases);
  for (const [name, model] of [
    ['rules alone', () => null],
    ['held out by site', (fold: number) => models[fold] ?? null],
    ['in-sample', () => all],
  ] as const) {
    for (const set of SETS) {
      const own = cases.filter(({ page }) => page.set === set);
      const scores = own.map(({ page, fold }) => {
        const read = extractPage(page.html, page.url, model(fold));
        return { page, score: scoreText(page, textOf(read, false)) };
      });
      const { precision, recall, f1 } = total(scores);
      if (options.changed && name === 'held out by site')
        for (const { page, score } of scores) {
          const before = scoreText(page, textOf(extractPage(page.html, page.url, null), false)).f1;
          if (Math.abs(before - score.f1) > 0.02) console.log(`  ${before.toFixed(3)} -> ${score.f1.toFixed(3)} ${page.name}`);
        }
      const low = scores.filter(({ score }) => score.f1 < 0.8).length;
      console.log(
        `${name}, ${set}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}, under 0.8: ${low}`,
      );
    }
  }
  if (!options.dry) writeFileSync(resolve(ROOT, 'src/extract/data/blocks.json'), `${JSON.stringify(all)}\n`);
}

function rowsOf(page: LabelledPage): Row[] {
  const outline = outlineOf(treeOf(page.html), false);
  const headline = headlineOf(outline, page.url);
  const featuresOf = blockFeatures(outline, weigh(outline, headline ?? 0), headline);
  const labels = labelsOf(
    page,
    outline.blocks.map(({ text }) => text),
  );
  return labels.flatMap((label, at): Row[] => (label.weight === 0 ? [] : [{ features: featuresOf(at), ...label }]));
}

type Label = Pick<Row, 'label' | 'weight'>;

function labelsOf(page: LabelledPage, texts: readonly string[]): Label[] {
  const { body } = page;
  if (body === null) {
    return texts.map((text) => {
      const holds = (segments: readonly string[]): boolean => segments.some((segment) => squeezed(text).includes(squeezed(segment)));
      if (holds(page.with)) return { label: 1, weight: SEGMENT_WEIGHT };
      return { label: 0, weight: holds(page.without) ? SEGMENT_WEIGHT : 0 };
    });
  }
  const wanted = new Set<string>();
  const tokens = tokensOf(body);
  for (let size = 1; size <= SHORT; size += 1) for (const run of runsOf(tokens, size)) wanted.add(run);
  const shares = texts.map((text) => {
    const own = tokensOf(text);
    const runs = runsOf(own, Math.min(SHORT, own.length));
    return { words: own.length, share: runs.filter((run) => wanted.has(run)).length / Math.max(1, runs.length) };
  });
  const words = shares.reduce((sum, one) => sum + one.words + 1, 0);
  const whole = Math.max(60, tokens.length, words / 3);
  return shares.map(({ words: size, share }, at) => {
    const isAlone = size < SHORT && Math.max(shares[at - 1]?.share ?? 0, shares[at + 1]?.share ?? 0) < 0.5;
    return { label: isAlone ? 0 : share, weight: size === 0 ? 0 : ((size + 1) / whole) * PAGE_WEIGHT };
  });
}

function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function runsOf(tokens: readonly string[], size: number): string[] {
  return Array.from({ length: Math.max(0, tokens.length - size + 1) }, (_, at) => tokens.slice(at, at + size).join(' '));
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
