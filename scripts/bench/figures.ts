import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findQuantities } from '../../src/brief/figures/quantities.ts';
import type { Quantity } from '../../src/brief/figures/quantity.ts';

/** Scores the reading of numbers against the public specs. Run: node scripts/bench/figures.ts [--misses <set>] */
interface Spec {
  Input: string;
  Results: { Resolution?: { value?: string | null } }[];
}
interface Surface {
  req: string;
  res: { value: number }[];
}

const CODES: Readonly<Record<string, string>> = {
  Dutch: 'nl',
  English: 'en',
  French: 'fr',
  German: 'de',
  Italian: 'it',
  Portuguese: 'pt',
  Spanish: 'es',
};
/** What each model of the specs is about. */
const MODELS: Readonly<Record<string, (quantity: Quantity) => boolean>> = {
  Number: ({ isOrdinal }) => !isOrdinal,
  Ordinal: ({ isOrdinal }) => isOrdinal,
  Currency: ({ kind }) => kind === 'money',
  Percent: ({ kind }) => kind === 'percent',
  Temperature: ({ kind }) => kind === 'temperature',
  Age: ({ kind }) => kind === 'duration',
  Dimension: ({ kind, unit, role }) => role === 'quantity' && unit !== null && kind !== 'money' && kind !== 'percent',
};

const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/eval' }, misses: { type: 'string' } } });
const folder = resolve(import.meta.dirname, '../..', options.data, 'figures');

if (existsSync(folder)) run();
else console.log(`No evaluation data in ${folder}: nothing to score.`);

function run(): void {
  const rows: Record<string, { items: number; 'value F1': string }> = {};
  for (const name of readdirSync(join(folder, 'recognizers')).toSorted()) {
    const [, language = '', model = ''] = /^(\w+)-(\w+)Model\.jsonl$/.exec(name) ?? [];
    const wanted = MODELS[model];
    if (wanted === undefined) continue;
    const specs = linesOf<Spec>(join(folder, 'recognizers', name));
    const score = f1(
      specs.map(({ Input, Results }) => ({
        text: Input,
        gold: Results.flatMap(({ Resolution }) => numberIn(Resolution?.value)),
        found: found(Input, CODES[language] ?? 'en', wanted),
      })),
      name,
    );
    rows[`${language} ${model}`] = { items: specs.length, 'value F1': score };
  }
  const surfaces = linesOf<Surface>(join(folder, 'quantulum.jsonl'));
  const score = f1(
    surfaces.map(({ req, res }) => ({
      text: req,
      gold: res.map(({ value }) => value),
      found: found(req, 'en', ({ role }) => role === 'quantity'),
    })),
    'quantulum',
  );
  rows['quantulum'] = { items: surfaces.length, 'value F1': score };
  console.table(rows);
}

function found(text: string, language: string, wanted: (quantity: Quantity) => boolean): number[] {
  return findQuantities(text, language)
    .filter(wanted)
    .flatMap(({ value, valueMax }) => (valueMax === undefined ? [value] : [value, valueMax]));
}

/** Values of a spec, in the notation of its language; relative ordinals ("last") and ranges hold none. */
function numberIn(value: string | null | undefined): number[] {
  const number = Number((value ?? '').replace(/%$/, '').replace(',', '.'));
  return value === undefined || value === null || value === '' || value === 'null' || Number.isNaN(number) ? [] : [number];
}

function f1(items: readonly { text: string; gold: number[]; found: number[] }[], name: string): string {
  let [right, gold, all] = [0, 0, 0];
  for (const item of items) {
    const left = [...item.gold];
    let hits = 0;
    for (const value of item.found) {
      const at = left.findIndex((other) => Math.abs(other - value) <= 1e-6 * Math.max(1, Math.abs(other)));
      if (at < 0) continue;
      left.splice(at, 1);
      hits += 1;
    }
    right += hits;
    gold += item.gold.length;
    all += item.found.length;
    if (options.misses !== undefined && name.includes(options.misses) && (hits < item.gold.length || hits < item.found.length)) {
      console.log(JSON.stringify({ text: item.text.slice(0, 120), gold: item.gold, found: item.found }));
    }
  }
  return gold + all === 0 ? 'none' : ((200 * right) / (gold + all)).toFixed(1);
}

function linesOf<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
