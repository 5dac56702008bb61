// How many lies the number lock catches, and how many truths it takes for lies. `npm run bench:lock`
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { briefArticle } from '../../src/brief/built-in.ts';
import { faultsOf } from '../../src/brief/lock.ts';
import { readArticle } from '../../src/extract/article.ts';
import type { Article, Citation } from '../../src/model/article.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { honestOf, MUTANT_KINDS, mutantsOf, type MutantKind } from './support/mutants.ts';
import { SUMMARY_SETS, summaryItems } from './support/summary-items.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const flag = process.argv.indexOf('--data');
const DATA = flag < 0 ? join(ROOT, '../shared/eval') : (process.argv[flag + 1] ?? '');
const PER_SET = 60;
const SHOWN = Number(process.env['SHOW'] ?? 0);

/** Mulberry32: the same choices in every run. */
let state = 20_261_123;
function pick(count: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, count);
}

function articles(): Article[] {
  const own = readdirSync(join(ROOT, 'briefs'))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) =>
      readArticle({ kind: 'markdown', content: readFileSync(join(ROOT, 'briefs', name), 'utf8'), url: null, fetchedAt: null }),
    );
  if (!existsSync(DATA)) console.log(`${DATA} is not here: only the articles of briefs/ are used.`);
  const shared = SUMMARY_SETS.flatMap((set) => (summaryItems(DATA, set) ?? []).slice(0, PER_SET).map(({ article }) => article));
  return [...own, ...shared];
}

interface Row {
  made: number;
  caught: number;
}
const caught = new Map<MutantKind, Row>(MUTANT_KINDS.map((kind) => [kind, { made: 0, caught: 0 }]));
const through = new Map<string, number>();
const alarms = { verbatim: 0, verbatimFalse: 0, honest: 0, honestFalse: 0 };

for (const article of articles()) {
  const { gist, points } = briefArticle(article, BriefOptions.parse({ points: 8 }));
  const sentences = article.sentences
    .slice(0, 12)
    .map(({ id, span }) => ({ text: article.text.slice(span.start, span.end), citations: [{ sentenceIds: [id] }] as Citation[] }));
  for (const { text, citations } of [...(gist === null ? [] : [gist]), ...points, ...sentences]) {
    alarms.verbatim += 1;
    if (faultsOf(text, citations, article).length > 0) alarms.verbatimFalse += 1;
    for (const honest of honestOf(text, article.language)) {
      alarms.honest += 1;
      const faults = faultsOf(honest, citations, article);
      if (faults.length === 0) continue;
      alarms.honestFalse += 1;
      if (alarms.honestFalse <= SHOWN) console.log('FALSE ALARM', JSON.stringify(faults), '\n  ', honest, '\n  ', text);
    }
    for (const { kind, what, text: lie } of mutantsOf(text, article, pick)) {
      const row = caught.get(kind);
      if (row === undefined) continue;
      row.made += 1;
      if (faultsOf(lie, citations, article).length > 0) {
        row.caught += 1;
        continue;
      }
      const count = (through.get(`${kind}: ${what}`) ?? 0) + 1;
      through.set(`${kind}: ${what}`, count);
      if (count <= SHOWN) console.log('GOT THROUGH', kind, what, '\n  ', lie, '\n  ', text);
    }
  }
}

const percent = (part: number, whole: number) => (whole === 0 ? '' : ((100 * part) / whole).toFixed(1));
console.table(
  [...caught].map(([kind, row]) => ({ mutants: kind, made: row.made, caught: row.caught, '%': percent(row.caught, row.made) })),
);
console.table([...through].toSorted((a, b) => b[1] - a[1]).map(([what, count]) => ({ 'got through': what, count })));
console.table([
  {
    'true claims': 'points and sentences',
    claims: alarms.verbatim,
    'false alarms': alarms.verbatimFalse,
    '%': percent(alarms.verbatimFalse, alarms.verbatim),
  },
  {
    'true claims': 'said otherwise',
    claims: alarms.honest,
    'false alarms': alarms.honestFalse,
    '%': percent(alarms.honestFalse, alarms.honest),
  },
]);
