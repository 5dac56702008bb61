import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { briefArticle } from '../../src/brief/built-in.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { meanRouge } from './support/rouge.ts';
import { bootstrap, mean } from './support/sample.ts';
import { leadOf, shareInGold, SUMMARY_SETS, summaryItems, type SummaryItem } from './support/summary-items.ts';

/** Scores three verbatim points against the public summaries, Lead-3 beside them. Run: node scripts/bench/summaries.ts */

const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/eval' } } });
const data = resolve(ROOT, options.data);
const OPTIONS = BriefOptions.parse({ points: 3, verbatim: true });

const rows: Record<string, Record<string, string | number>> = {};
for (const set of SUMMARY_SETS) {
  const items = summaryItems(data, set);
  if (items === null) continue;
  if (set === 'bbc') scoreRow('bbc P@3', items, (found, { refs }) => shareInGold(found, refs[0] ?? []));
  else {
    for (const measure of ['r1', 'r2', 'rl'] as const) {
      scoreRow(`${set} ${measure.toUpperCase()}`, items, (found, { refs }) => meanRouge(found, refs)[measure]);
    }
  }
}
if (Object.keys(rows).length === 0) console.log(`No evaluation data in ${data}: nothing to score.`);
else console.table(rows);

function scoreRow(name: string, items: readonly SummaryItem[], score: (found: string[], item: SummaryItem) => number): void {
  const ours = items.map((item) => score(pointsOf(item), item));
  const lead = items.map((item) => score(leadOf(item.article, 3), item));
  const { low, high } = bootstrap(ours.map((value, index) => value - (lead[index] ?? 0)));
  rows[name] = {
    items: items.length,
    brevier: percent(mean(ours)),
    'lead-3': percent(mean(lead)),
    difference: percent(mean(ours) - mean(lead)),
    '95% from': percent(low),
    to: percent(high),
  };
}

function pointsOf({ article }: SummaryItem): string[] {
  return briefArticle(article, OPTIONS).points.map(({ text }) => text);
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
