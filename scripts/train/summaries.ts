import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { idfOf, overlap, passagesOf, type Passage } from '../../src/brief/passages.ts';
import { promotionalIds } from '../../src/brief/promotion.ts';
import { rankPassages, rankRows } from '../../src/brief/rank.ts';
import type { Trees } from '../../src/trees.ts';
import { porterStem } from '../bench/support/porter.ts';
import { meanRouge } from '../bench/support/rouge.ts';
import { mean } from '../bench/support/sample.ts';
import { leadOf, shareInGold, SUMMARY_SETS, summaryItems, type SummaryItem } from '../bench/support/summary-items.ts';
import { boost, type Plan, type Row } from './boost.ts';

/**
 * Fits the trees that help to rank sentences, scores them on texts they were not fitted to, and writes them to
 * src/brief/data. Run: node scripts/train/summaries.ts [--data <folder>] [--dry]; about two minutes.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, dry: { type: 'boolean', default: false } },
});
const PLAN: Plan = { trees: 120, depth: 2, rate: 0.08, leaf: 20, loss: 'squares' };
const FOLDS = 5;
/** Every text counts alike, a BBC one less: its gold is sentences and therefore much easier to fit. */
const BBC_WEIGHT = 0.4;
/** What a word costs, in shared words and in shared pairs: somewhat more than half of the F1 that is reached. */
const WORD_COST = { single: 0.36, pair: 0.14 };
const SAME = 0.55;
const POINTS = 3;

interface Case {
  item: SummaryItem;
  passages: readonly Passage[];
  excluded: ReadonlySet<number>;
  fold: number;
  rows: Row[];
}

const items = SUMMARY_SETS.flatMap((set) => summaryItems(resolve(ROOT, options.data), set) ?? []);
if (items.length === 0) console.log(`No summaries in ${options.data}: nothing to learn from.`);
else train(items.map(caseOf));

function caseOf(item: SummaryItem, at: number): Case {
  const passages = passagesOf(item.article);
  const excluded = promotionalIds(passages);
  const { candidates, rows } = rankRows(passages, excluded, new Set(), item.article.language);
  const labels = item.set === 'bbc' ? candidates.map(({ text }) => shareInGold([text], item.refs[0] ?? [])) : worths(candidates, item.refs);
  const weight = ((item.set === 'bbc' ? BBC_WEIGHT : 1) * 10) / Math.max(1, candidates.length);
  return {
    item,
    passages,
    excluded,
    fold: at % FOLDS,
    rows: rows.map((features, index) => ({ features, label: labels[index] ?? 0, weight })),
  };
}

/** What each sentence brings to a summary's F1: the reference's words and pairs in it, less what its length costs; standardised. */
function worths(candidates: readonly Passage[], references: readonly (readonly string[])[]): number[] {
  const worth = candidates.map(({ text }) =>
    mean(
      references.map((reference) => {
        const [own, other] = [tokensOf(text), tokensOf(reference.join(' '))];
        const single = shared(own, other) - WORD_COST.single * own.length;
        const pair = shared(pairs(own), pairs(other)) - WORD_COST.pair * own.length;
        return (single + 1.5 * pair) / Math.max(1, other.length);
      }),
    ),
  );
  const centre = mean(worth);
  const spread = Math.sqrt(mean(worth.map((value) => (value - centre) ** 2))) || 1;
  return worth.map((value) => 0.35 + (0.4 * (value - centre)) / spread);
}

function train(cases: readonly Case[]): void {
  const fit = (taught: readonly Case[]) =>
    boost(
      taught.flatMap(({ rows }) => rows),
      PLAN,
    );
  const models = Array.from({ length: FOLDS }, (_, fold) => fit(cases.filter((one) => one.fold !== fold)));
  for (const set of SUMMARY_SETS) {
    const own = cases.filter(({ item }) => item.set === set);
    const lead = scored(own, ({ item }) => leadOf(item.article, POINTS));
    const held = scored(own, (one) => chosen(one, models[one.fold] ?? { base: 0, trees: [] }));
    console.log(`${set}, held out: ${held} (Lead-3 ${lead})`);
  }
  if (!options.dry) writeFileSync(resolve(ROOT, 'src/brief/data/rank.json'), `${JSON.stringify(fit(cases))}\n`);
}

function scored(cases: readonly Case[], summary: (one: Case) => string[]): string {
  if (cases[0]?.item.set === 'bbc') return (100 * mean(cases.map((one) => shareInGold(summary(one), one.item.refs[0] ?? [])))).toFixed(1);
  const all = cases.map((one) => meanRouge(summary(one), one.item.refs));
  return [mean(all.map(({ r1 }) => r1)), mean(all.map(({ r2 }) => r2)), mean(all.map(({ rl }) => rl))]
    .map((value) => (value * 100).toFixed(1))
    .join(' / ');
}

/** The best three that do not say the same thing. */
function chosen({ item, passages, excluded }: Case, trees: Trees): string[] {
  const idf = idfOf(passages);
  const best: Passage[] = [];
  for (const { passage } of rankPassages(passages, excluded, new Set(), item.article.language, trees)) {
    if (best.length === POINTS) break;
    if (!best.some((other) => overlap(other.stems, passage.stems, (stem) => idf.get(stem) ?? 1) > SAME)) best.push(passage);
  }
  return best.map(({ text }) => text);
}

function tokensOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((token) => (token.length > 3 ? porterStem(token) : token));
}

function pairs(tokens: readonly string[]): string[] {
  return tokens.slice(1).map((token, at) => `${tokens[at] ?? ''} ${token}`);
}

function shared(own: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const token of other) counts.set(token, (counts.get(token) ?? 0) + 1);
  let total = 0;
  for (const token of own) {
    const left = counts.get(token) ?? 0;
    if (left === 0) continue;
    counts.set(token, left - 1);
    total += 1;
  }
  return total;
}
