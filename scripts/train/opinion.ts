import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { likelihoodOf, mannersOf, SURE } from '../../src/brief/opinion.ts';
import { markedBriefs } from '../bench/support/brief-marks.ts';
import type { Row } from './boost.ts';
import { fitLogit } from './fit.ts';

/**
 * Fits how an opinion piece speaks to what the editors of test/marks/briefs call one, prints how many are told held out, and
 * writes src/brief/data/opinion.json. Run: node scripts/train/opinion.ts [--data <folder>] [--dry]; seconds.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, dry: { type: 'boolean', default: false } },
});
const FOLDS = 6;
/** How far the weights are drawn to 0. */
const RIDGE = 8;

const { briefs } = markedBriefs(resolve(ROOT, options.data));
const rows = briefs.map(({ marks, article }) => ({
  kind: marks.kind,
  begins: article.text.slice(0, 80),
  fold: Number.parseInt(marks.text.slice(0, 4), 16) % FOLDS,
  features: mannersOf(article.text),
  label: marks.kind === 'opinion' ? 1 : 0,
  weight: 1,
}));
if (rows.length === 0) console.log(`No marked articles in ${options.data}: nothing to learn from.`);
else {
  const fit = (some: readonly Row[]) => fitLogit(some, RIDGE);
  const models = Array.from({ length: FOLDS }, (_, fold) => fit(rows.filter((one) => one.fold !== fold)));
  const taken = rows.filter(({ features, fold }) => likelihoodOf(features, models[fold]) > SURE);
  const of = (kind: string) => `${taken.filter((one) => one.kind === kind).length} of ${rows.filter((one) => one.kind === kind).length}`;
  console.table({ 'taken for opinions, held out': { opinions: of('opinion'), features: of('feature'), news: of('news') } });
  for (const { kind, begins } of taken) if (kind !== 'opinion') console.log(`${kind}: ${begins}`);
  if (!options.dry) writeFileSync(resolve(ROOT, 'src/brief/data/opinion.json'), `${JSON.stringify(fit(rows))}\n`);
}
