import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findFigures, type Selection } from '../../src/brief/figures/figures.ts';
import { markedTexts, sameFigure, type FigureMark, type MarkedText } from '../bench/support/marks.ts';
import { faultsOf, type Fault } from '../bench/support/postable.ts';
import { boost, type Row } from './boost.ts';
import { CARD_PLAN, cardRowsOf } from './card-rows.ts';
import { labelCasesOf, ownLabelCases } from './label-cases.ts';
import { fitLabels } from './label-fit.ts';
import type { LabelModel } from '../../src/brief/figures/label.ts';

/**
 * Fits the trees that choose which figures deserve a card, scores them on texts they were not fitted to, and writes
 * them to src/brief/data. Run: node scripts/train/figures.ts [--data <folder>] [--dry]; about a minute.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    dry: { type: 'boolean', default: false },
    sweep: { type: 'boolean', default: false },
  },
});
const FOLDS = 16;
const LEAST = -2.5;

interface Case {
  text: MarkedText;
  fold: number;
  /** Labels by weights that have not seen the text. */
  labels: LabelModel;
  rows: Row[];
}

const { texts } = markedTexts(resolve(ROOT, options.data));
if (texts.length === 0) console.log(`No marked texts in ${options.data}: nothing to learn from.`);
else {
  const foldOf = (at: number) => Math.floor(at / 2) % FOLDS;
  const [written, own] = [texts.map(labelCasesOf), ownLabelCases()];
  const labels = Array.from({ length: FOLDS }, (_, fold) => fitLabels([...written.filter((__, at) => foldOf(at) !== fold).flat(), ...own]));
  train(texts.map((text, at) => caseOf(text, foldOf(at), labels[foldOf(at)] as LabelModel)));
}

function caseOf(text: MarkedText, fold: number, labels: LabelModel): Case {
  return { text, fold, labels, rows: cardRowsOf(text, labels) };
}

function train(cases: readonly Case[]): void {
  const fit = (taught: readonly Case[], least: number): Selection => ({
    ...boost(
      taught.flatMap(({ rows }) => rows),
      CARD_PLAN,
    ),
    least,
  });
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fit(
      cases.filter((one) => one.fold !== fold),
      LEAST,
    ),
  );
  for (const by of ['others', 'author', 'listed'] as const) {
    const own = cases.filter(({ text }) => text.marks.by === by);
    const bars = options.sweep ? [-3, -2.75, -2.5, -2.25, -2, -1.75, -1.5, -1.25, -1, -0.75, -0.5] : [LEAST];
    for (const least of bars)
      console.log(`${by}, held out, ${least}: ${scored(own, (one) => ({ ...(models[one.fold] as Selection), least }))}`);
  }
  if (!options.dry) writeFileSync(resolve(ROOT, 'src/brief/data/figures.json'), `${JSON.stringify(fit(cases, LEAST))}\n`);
}

function scored(cases: readonly Case[], model: (one: Case) => Selection): string {
  let [shown, right, wanted, met, first, firstYes, printed] = [0, 0, 0, 0, 0, 0, 0];
  const kept = new Map<Fault, number>();
  for (const one of cases) {
    const { article, marks } = one.text;
    const told = new Set<FigureMark>();
    for (const [place, figure] of findFigures(article, model(one), one.labels).entries()) {
      const same = marks.figures.filter((mark) => sameFigure(mark, figure, article));
      const mark = same.find(({ card }) => card === 'yes') ?? same[0];
      shown += 1;
      if (mark !== undefined && mark.card !== 'no') right += 1;
      if (place < 5) first += 1;
      const faults = place < 5 ? faultsOf(figure, mark, article) : [];
      if (place < 5 && faults.length === 0) printed += 1;
      for (const fault of faults) kept.set(fault, (kept.get(fault) ?? 0) + 1);
      if (place < 5 && mark?.card === 'yes') firstYes += 1;
      for (const found of same) told.add(found);
    }
    for (const mark of marks.figures) {
      if (mark.card !== 'yes') continue;
      wanted += 1;
      if (told.has(mark)) met += 1;
    }
  }
  const share = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1);
  return `precision ${share(right, shown)} of ${shown}, recall ${share(met, wanted)} of ${wanted}, wanted among the first five ${share(firstYes, first)}, postable of these ${share(printed, first)} of ${first}; what keeps the others: ${[...kept].map(([fault, times]) => `${fault} ${times}`).join(', ')}`;
}
