import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { labelOf } from '../../src/brief/figures/label.ts';
import { stemOf } from '../../src/language/stem.ts';
import { markedTexts } from '../bench/support/marks.ts';
import { labelCasesOf, ownLabelCases, type LabelCase } from './label-cases.ts';
import { fitLabels } from './label-fit.ts';

/**
 * Fits the weights that choose the words of a figure's label to the labels that editors wrote, scores them on texts they
 * were not fitted to, and writes them to src/brief/data. Run: node scripts/train/labels.ts [--data <folder>] [--dry]
 * [--show]; some minutes.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    dry: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
  },
});
const FOLDS = 10;

const { texts } = markedTexts(resolve(ROOT, options.data));
const cases = texts.flatMap((text, at) => labelCasesOf(text).map((one) => ({ ...one, fold: at % FOLDS })));
const ours = ownLabelCases();
if (cases.length === 0) console.log(`No marked texts in ${options.data}: nothing to learn from.`);
else train();

function train(): void {
  const told = new Map<LabelCase, string>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fitLabels([...cases.filter((one) => one.fold !== fold), ...ours]);
    for (const one of cases) if (one.fold === fold) told.set(one, labelOf(one.place, one.taken, model));
  }
  const isEnglish = ({ text }: LabelCase) => text.article.language.startsWith('en');
  console.log('English, held out:', scored(cases.filter(isEnglish), told));
  console.log(
    'six other languages, held out:',
    scored(
      cases.filter((one) => !isEnglish(one)),
      told,
    ),
  );
  if (options.show) for (const one of cases) console.log(shown(one, told.get(one) ?? ''));
  if (options.dry) return;
  const { path, words } = fitLabels([...cases, ...ours]);
  const scale = Math.max(...path.map(Math.abs)) / 127;
  const bytes = Int8Array.from(path, (weight) => Math.round(weight / scale));
  const model = { scale, weights: Buffer.from(bytes.buffer).toString('base64'), words };
  writeFileSync(resolve(ROOT, 'src/brief/data/labels.json'), `${JSON.stringify(model)}\n`);
}

function scored(chosen: readonly LabelCase[], told: ReadonlyMap<LabelCase, string>): string {
  let [right, f1, length] = [0, 0, 0];
  for (const one of chosen) {
    const { text, unit, mark } = one;
    const label = told.get(one) ?? '';
    const stems = (words: string) =>
      new Set((words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => stemOf(word, text.article.language)));
    const at = ([from, size]: readonly [number, number]) => text.article.text.slice(from, from + size);
    const own = stems(label);
    const beside = stems(`${label} ${unit ?? ''}`);
    if (mark.row?.must.every((word) => stems(at(word)).isSubsetOf(beside)) === true) right += 1;
    const written = new Set(mark.row?.label.flatMap((stretch) => [...stems(at(stretch))]));
    f1 += (2 * own.intersection(written).size) / Math.max(1, own.size + written.size);
    length += label.length;
  }
  const share = (sum: number) => ((100 * sum) / Math.max(1, chosen.length)).toFixed(1);
  return `${share(right)}% of ${chosen.length} have every wanted word, F1 of words ${share(f1)}, ${(length / Math.max(1, chosen.length)).toFixed(1)} characters`;
}

function shown({ text, mark }: LabelCase, label: string): string {
  const at = ([from, length]: readonly [number, number]) => text.article.text.slice(from, from + length);
  return `${at(mark.number)} (${mark.card})\n  learnt: ${label}\n  editor: ${mark.row?.label.map(at).join(' … ')}`;
}
