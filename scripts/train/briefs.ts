import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findFigures } from '../../src/brief/figures/figures.ts';
import { lockPoints } from '../../src/brief/lock.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { promotionalIds } from '../../src/brief/promotion.ts';
import { summarise } from '../../src/brief/summary.ts';
import { worthRows, type Weights } from '../../src/brief/worth.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { markedBriefs } from '../bench/support/brief-marks.ts';
import { scoreOfBriefs } from '../bench/support/brief-score.ts';
import type { Row } from './boost.ts';
import { ridge } from './ridge.ts';

/**
 * Fits what a sentence is worth to a colleague to the marks of test/marks/briefs, scores whole briefs of texts that the
 * weights have not seen, and writes the weights to src/brief/data. Run: node scripts/train/briefs.ts [--data <folder>]
 * [--dry]; some seconds.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, dry: { type: 'boolean', default: false } },
});
const FOLDS = 6;
const PENALTY = 200;
/** Every text counts alike. */
const TEXT_WEIGHT = 20;
/** What the editors wrote of a sentence, as a number. */
const LABEL = { fact: 1, never: -1, other: 0.15 };

const { briefs } = markedBriefs(resolve(ROOT, options.data));
if (briefs.length === 0) console.log(`No marked articles in ${options.data}: nothing to learn from.`);
else train();

function train(): void {
  const cases = briefs.map(({ marks, article }, at) => {
    const passages = passagesOf(article);
    const { candidates, rows } = worthRows(passages, promotionalIds(passages), article.language);
    const labelOf = (id: number) => {
      const start = article.sentences[id]?.span.start ?? -1;
      if (marks.must.some((fact) => fact.includes(start))) return LABEL.fact;
      return marks.never.includes(start) ? LABEL.never : LABEL.other;
    };
    const taught = candidates.map(({ id }, row): Row => ({
      features: rows[row] ?? [],
      label: labelOf(id),
      weight: TEXT_WEIGHT / candidates.length,
    }));
    return { marks, article, fold: at % FOLDS, rows: taught, figures: findFigures(article).slice(0, 12) };
  });
  const fit = (some: typeof cases): Weights =>
    ridge(
      some.flatMap(({ rows }) => rows),
      PENALTY,
    );
  const models = Array.from({ length: FOLDS }, (_, fold) => fit(cases.filter((one) => one.fold !== fold)));
  let dropped = 0;
  const told = cases.map(({ marks, article, figures, fold }) => {
    const { gist, points } = summarise(article, figures, BriefOptions.parse({}), models[fold]);
    const [first, rest] = [lockPoints(gist === null ? [] : [gist], article), lockPoints(points, article)];
    dropped += first.dropped + rest.dropped;
    return { marks, article, gist: first.kept[0] ?? null, points: rest.kept };
  });
  console.table({ ...scoreOfBriefs(told), 'points dropped by the lock': String(dropped) });
  if (!options.dry) writeFileSync(resolve(ROOT, 'src/brief/data/worth.json'), `${JSON.stringify(fit(cases))}\n`);
}
