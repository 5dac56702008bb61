import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { faultsOf } from '../../src/brief/lock.ts';
import { sentenceText } from '../../src/view/cite.ts';
import { claimedArticles, LATER_AUTHORS, LIE_KINDS, type ClaimedArticle } from './support/claim-marks.ts';

/**
 * What the lock does with claims that people who have not read it wrote freely: how many truths it refuses, how many lies
 * get through, by kind. The published lock has learnt from them: scripts/train/lock.ts prints what holds of others. Run: node scripts/bench/claims.ts [--data <folder>] [--misses truths|lies]
 */
const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/eval' }, misses: { type: 'string' } } });
const { articles, absent } = claimedArticles(resolve(import.meta.dirname, '../..', options.data));
if (absent > 0) console.log(`${absent} articles with claims are not in ${options.data}: they are left out.`);
const halves = [
  { name: 'seen', articles: articles.filter(({ isKept, name }) => !isKept && /^\d/u.test(name)) },
  { name: 'kept', articles: articles.filter(({ isKept, name }) => isKept && name.startsWith('kept')) },
  ...LATER_AUTHORS.map((author) => ({
    name: author,
    articles: articles.filter(({ name }) => name.startsWith(author)),
  })),
];
if (articles.length > 0) {
  console.table(halves.map(({ name, articles: half }) => ({ half: name, ...truths(half) })));
  console.table([...LIE_KINDS, 'all'].map((kind) => ({ lies: kind, ...Object.assign({}, ...halves.map((half) => through(half, kind))) })));
}

function truths(half: readonly ClaimedArticle[]): Record<string, unknown> {
  const kinds = new Map<string, number>();
  let [all, refused] = [0, 0];
  for (const { article, claims } of half) {
    for (const { text, citations } of claims.filter(({ lie }) => lie === null)) {
      const faults = faultsOf(text, citations, article);
      all += 1;
      if (faults.length === 0) continue;
      refused += 1;
      for (const kind of new Set(faults.map((fault) => fault.kind))) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  if (options.misses === 'truths') tell(half, false);
  return { 'true claims': all, refused, '%': ((100 * refused) / Math.max(1, all)).toFixed(1), ...Object.fromEntries(kinds) };
}

function through({ name, articles: half }: { name: string; articles: readonly ClaimedArticle[] }, kind: string): Record<string, unknown> {
  const lies = half.flatMap(({ article, claims }) =>
    claims.filter(({ lie }) => lie !== null && (kind === 'all' || lie === kind)).map((claim) => ({ ...claim, article })),
  );
  const passed = lies.filter(({ text, citations, article }) => faultsOf(text, citations, article).length === 0).length;
  if (options.misses === 'lies' && kind === 'all') tell(half, true);
  return { [`${name}: written`]: lies.length, [`${name}: got through`]: passed };
}

/** Faults of the half that may be looked at. */
function tell(half: readonly ClaimedArticle[], areLies: boolean): void {
  for (const { name, article, isKept, claims } of half) {
    if (isKept) continue;
    for (const { text, citations, lie } of claims) {
      const faults = faultsOf(text, citations, article);
      if ((lie !== null) !== areLies || (faults.length === 0) !== areLies) continue;
      console.log(`${name} ${lie ?? 'TRUE'}: ${text}\n    ${faults.map(({ kind, words }) => `${kind}: ${words}`).join(' | ')}`);
      for (const { sentenceIds } of citations) console.log(`    [${sentenceIds.join()}] ${sentenceText(article, sentenceIds[0] ?? 0)}`);
    }
  }
}
