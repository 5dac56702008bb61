import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { doubtFeatures, type DoubtModel } from '../../src/brief/lock/doubt.ts';
import { findingsOf } from '../../src/brief/lock.ts';
import { scoreOf, type Trees } from '../../src/trees.ts';
import { claimedArticles, LIE_KINDS } from '../bench/support/claim-marks.ts';
import { boost, type Plan } from './boost.ts';

/**
 * Fits the doubt of the lock to claims and lies that people who have not read it wrote freely, scores the whole lock on
 * articles that the trees have not seen, and writes them to src/brief/lock/data. Run: node scripts/train/lock.ts
 * [--data <folder>] [--dry]; half a minute.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, dry: { type: 'boolean', default: false } },
});
const PLAN: Plan = { trees: 120, depth: 3, rate: 0.06, leaf: 12, loss: 'logistic' };
const FOLDS = 10;
/** From this logit on a claim is refused: the share of truths refused that it stands for is printed. */
const BAR = 0.1;

interface Case {
  fold: number;
  /** Written after the rules were; nobody has looked at those with odd numbers. */
  isLater: boolean;
  lie: (typeof LIE_KINDS)[number] | null;
  /** Null where no doubt is asked: the claim is refused or passes by the rules alone. */
  features: number[] | null;
  isRefused: boolean;
}

const { articles } = claimedArticles(resolve(ROOT, options.data));
const cases = articles.flatMap(({ name, article, claims }, at) =>
  claims.map(({ text, citations, lie }): Case => {
    const { hard, soft, evidence } = findingsOf(text, citations, article);
    const features = hard.length > 0 || evidence === null ? null : doubtFeatures(evidence, soft);
    return { fold: at % FOLDS, isLater: name.startsWith('later'), lie, features, isRefused: hard.length > 0 };
  }),
);
if (cases.length === 0) console.log(`No claims in ${options.data}: nothing to learn from.`);
else train();

function train(): void {
  const doubts = new Map<Case, number>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fitted(cases.filter((one) => one.fold !== fold));
    for (const one of cases) if (one.fold === fold && one.features !== null) doubts.set(one, scoreOf(model, one.features));
  }
  const refused = (one: Case, bar: number) => one.isRefused || (doubts.get(one) ?? -9) > bar;
  for (const [name, chosen] of [
    ['all', cases],
    ['written after the rules', cases.filter(({ isLater }) => isLater)],
  ] as const) {
    const [truths, lies] = [chosen.filter(({ lie }) => lie === null), chosen.filter(({ lie }) => lie !== null)];
    for (const bar of [-0.6, -0.4, -0.2, 0, BAR, 0.2, 0.4]) {
      const [lost, through] = [truths.filter((one) => refused(one, bar)).length, lies.filter((one) => !refused(one, bar)).length];
      console.log(
        `${name}, held out, bar ${bar}: ${share(lost, truths.length)} of ${truths.length} truths refused, ${share(through, lies.length)} of ${lies.length} lies through`,
      );
    }
    const kinds = LIE_KINDS.map((kind) => {
      const own = lies.filter(({ lie }) => lie === kind);
      return `${kind} ${own.filter((one) => !refused(one, BAR)).length} of ${own.length}`;
    });
    console.log(`  through, by kind: ${kinds.join(', ')}`);
  }
  const model: DoubtModel = { ...fitted(cases), bar: BAR };
  if (!options.dry) writeFileSync(resolve(ROOT, 'src/brief/lock/data/doubt.json'), `${JSON.stringify(model)}\n`);
}

function fitted(taught: readonly Case[]): Trees {
  const rows = taught.flatMap(({ features, lie }) => (features === null ? [] : [{ features, label: lie === null ? 0 : 1, weight: 1 }]));
  return boost(rows, PLAN);
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
}
