import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findQuantities } from '../../src/brief/figures/quantities.ts';
import type { Quantity } from '../../src/brief/figures/quantity.ts';
import { tokensOf } from '../../src/brief/figures/tokens.ts';
import { unitAt } from '../../src/brief/figures/units/lexicon.ts';

/** Scores the reading of numbers against the public specs. Run: node scripts/bench/figures.ts [--misses <set>] */
interface Spec {
  Input: string;
  Results: { Resolution?: { value?: string | null; unit?: string | null; isoCurrency?: string } }[];
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
const MODELS: Readonly<Record<string, (quantity: Quantity, text: string) => boolean>> = {
  // The specs take what has a unit glued to it for no number: "29km".
  Number: ({ isOrdinal, numberSpan }, text) => !isOrdinal && !/^[a-z]/iu.test(text.slice(numberSpan.end)),
  Ordinal: ({ isOrdinal }) => isOrdinal,
  Currency: ({ kind }) => kind === 'money',
  Percent: ({ kind }) => kind === 'percent',
  Temperature: ({ kind, role }) => role === 'quantity' && kind === 'temperature',
  Age: ({ kind }) => kind === 'duration',
  Dimension: ({ kind, unit, role }) =>
    role === 'quantity' && unit !== null && !['money', 'percent', 'duration', 'temperature'].includes(kind),
};

interface Measured {
  value: number;
  /** In our names; null where the spec gives none, or one that we do not know. */
  unit: string | null;
}
interface Item {
  text: string;
  gold: Measured[];
  found: Measured[];
}

const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/eval' }, misses: { type: 'string' } } });
const folder = resolve(import.meta.dirname, '../..', options.data, 'figures');

if (existsSync(folder)) run();
else console.log(`No evaluation data in ${folder}: nothing to score.`);

function run(): void {
  const rows: Record<string, { items: number; 'value F1': string; 'with unit': string }> = {};
  for (const name of readdirSync(join(folder, 'recognizers')).toSorted()) {
    const [, language = '', model = ''] = /^(\w+)-(\w+)Model\.jsonl$/.exec(name) ?? [];
    const wanted = MODELS[model];
    const code = CODES[language] ?? 'en';
    if (wanted === undefined) continue;
    const items = linesOf<Spec>(join(folder, 'recognizers', name)).map(({ Input, Results }) => ({
      text: Input,
      gold: Results.flatMap(({ Resolution }) => {
        const value = numberIn(Resolution?.value);
        return value === null ? [] : [{ value, unit: Resolution?.isoCurrency ?? ourUnit(Resolution?.unit, code, model) }];
      }),
      found: findQuantities(Input, code)
        .filter((quantity) => wanted(quantity, Input))
        .flatMap(({ value, valueMax, unit }) => [{ value, unit }, ...(valueMax === undefined ? [] : [{ value: valueMax, unit }])]),
    }));
    const hasUnits = items.some(({ gold }) => gold.some(({ unit }) => unit !== null));
    rows[`${language} ${model}`] = { items: items.length, 'value F1': f1(items, name), 'with unit': hasUnits ? f1(items, name, true) : '' };
  }
  const items = linesOf<Surface>(join(folder, 'quantulum.jsonl')).map(({ req, res }) => ({
    text: req,
    gold: res.map(({ value }) => ({ value, unit: null })),
    // quantulum gives the middle of a range, and takes an ordinal for no quantity.
    found: findQuantities(req, 'en')
      .filter(({ isOrdinal }) => !isOrdinal)
      .map(({ value, valueMax = value }) => ({ value: (value + valueMax) / 2, unit: null })),
  }));
  rows['quantulum'] = { items: items.length, 'value F1': f1(items, 'quantulum'), 'with unit': '' };
  console.table(rows);
}

/** Values of a spec, in the notation of its language; relative ordinals ("last") and ranges hold none. */
function numberIn(value: string | null | undefined): number | null {
  const number = Number((value ?? '').replace(/%$/, '').replace(',', '.'));
  return value === undefined || value === null || value === '' || Number.isNaN(number) ? null : number;
}

function ourUnit(name: string | null | undefined, language: string, model: string): string | null {
  if (name === undefined || name === null) return null;
  const letter = { C: 'degree-celsius', F: 'degree-fahrenheit', K: 'kelvin' }[name];
  if (letter !== undefined) return letter;
  const tokens = tokensOf(name.toLowerCase());
  const found = [language, 'en'].map((code) => unitAt(tokens, 0, code)).find((unit) => unit?.end === tokens.length);
  // "Pound" and its like name a weight as well.
  return found?.unit.id === 'pound' && model === 'Currency' ? 'GBP' : (found?.unit.id ?? null);
}

function f1(items: readonly Item[], name: string, withUnit = false): string {
  let [right, gold, all] = [0, 0, 0];
  for (const item of items) {
    const left = [...item.gold];
    let hits = 0;
    for (const { value, unit } of item.found) {
      const at = left.findIndex(
        (other) =>
          Math.abs(other.value - value) <= 1e-6 * Math.max(1, Math.abs(other.value)) &&
          (!withUnit || other.unit === null || other.unit === unit),
      );
      if (at < 0) continue;
      left.splice(at, 1);
      hits += 1;
    }
    right += hits;
    gold += item.gold.length;
    all += item.found.length;
    const isMissed = hits < item.gold.length || hits < item.found.length;
    if (options.misses !== undefined && `${name}${withUnit ? '+unit' : ''}`.includes(options.misses) && isMissed) {
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
