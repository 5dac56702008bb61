import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { doubtFeatures, type DoubtModel } from '../../src/brief/lock/doubt.ts';
import { closenessOf, type Evidence } from '../../src/brief/lock/evidence.ts';
import { citedIn } from '../../src/brief/lock/setting.ts';
import { findingsOf } from '../../src/brief/lock.ts';
import { scoreOf, type Trees } from '../../src/trees.ts';
import { claimedArticles, LATER_AUTHORS, LIE_KINDS } from '../bench/support/claim-marks.ts';
import { boost, type Plan } from './boost.ts';

/**
 * Fits the doubt of the lock to claims and lies that people who have not read it wrote freely, scores the whole lock on
 * articles that the trees have not seen, and writes them to src/brief/lock/data. Run: node scripts/train/lock.ts
 * [--data <folder>] [--dry]; a minute or two.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, dry: { type: 'boolean', default: false } },
});
const PLAN: Plan = { trees: 600, depth: 4, rate: 0.03, leaf: 20, loss: 'logistic', drawn: { features: 0.1, rows: 0.7 } };
const FOLDS = 10;
/** So near a word of a claim is the word of its sentence. */
const MET = 0.9;
/** What one case may weigh. */
const HEAVIEST = 4;
/** From this logit on a claim is refused: the share of truths refused that it stands for is printed. */
const BAR = 0.6;

interface Case {
  /** About how long it is, and how near to the words of its sentences. */
  manner: string;
  fold: number;
  /** Who wrote it, each in a manner of his own. */
  author: number;
  lie: (typeof LIE_KINDS)[number] | null;
  /** Null where no doubt is asked: the claim is refused or passes by the rules alone. */
  features: number[] | null;
  isRefused: boolean;
}

/** Nobody learns from this author, who was asked to word truths and lies alike: what a lock is worth to a writer whose habits it does not know. */
const UNLEARNT = 'tenth';
/** What the names of their articles begin with; the first author's have no such beginning. */
const AUTHORS = [...LATER_AUTHORS, ''];
const TEACHERS = [...AUTHORS.entries()].filter(([, prefix]) => prefix !== UNLEARNT);

const { articles } = claimedArticles(resolve(ROOT, options.data));
const cases = articles.flatMap(({ name, article, claims }, at) =>
  claims.map(({ text, citations, lie }): Case => {
    const { hard, soft, evidence } = findingsOf(text, citations, article);
    const features = hard.length > 0 || evidence === null ? null : doubtFeatures(evidence, soft, { article, cited: citedIn(citations) });
    const manner = evidence === null ? '' : mannerOf(text, evidence);
    return {
      manner,
      fold: at % FOLDS,
      author: AUTHORS.findIndex((prefix) => name.startsWith(prefix)),
      lie,
      features,
      isRefused: hard.length > 0,
    };
  }),
);
if (cases.length === 0) console.log(`No claims in ${options.data}: nothing to learn from.`);
else train();

function train(): void {
  const [aside, learnt] = [
    cases.filter(({ author }) => AUTHORS[author] === UNLEARNT),
    cases.filter(({ author }) => AUTHORS[author] !== UNLEARNT),
  ];
  const doubts = new Map<Case, number>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fitted(learnt.filter((one) => one.fold !== fold));
    for (const one of learnt) if (one.fold === fold && one.features !== null) doubts.set(one, scoreOf(model, one.features));
  }
  const strangers = new Map<Case, number>();
  for (const [author] of TEACHERS) {
    const model = fitted(learnt.filter((one) => one.author !== author));
    for (const one of learnt) if (one.author === author && one.features !== null) strangers.set(one, scoreOf(model, one.features));
  }
  tell('articles left out', learnt, doubts);
  for (const [author, prefix] of TEACHERS)
    tell(
      `articles left out, of ${prefix === '' ? 'the first' : prefix}`,
      learnt.filter((one) => one.author === author),
      doubts,
    );
  tell('authors left out', learnt, strangers);
  const model: DoubtModel = { ...fitted(learnt), bar: BAR };
  tell(
    `the ${UNLEARNT} author, never learnt from`,
    aside,
    new Map(aside.flatMap((one) => (one.features === null ? [] : [[one, scoreOf(model, one.features)]]))),
  );
  if (!options.dry) writeFileSync(resolve(ROOT, 'src/brief/lock/data/doubt.json'), `${JSON.stringify(model)}\n`);
}

function tell(name: string, chosen: readonly Case[], doubts: ReadonlyMap<Case, number>): void {
  const [truths, lies] = [chosen.filter(({ lie }) => lie === null), chosen.filter(({ lie }) => lie !== null)];
  const refused = (one: Case, bar: number) => one.isRefused || (doubts.get(one) ?? -9) > bar;
  for (const bar of [0.2, BAR, 0.8]) {
    const [lost, through] = [truths.filter((one) => refused(one, bar)).length, lies.filter((one) => !refused(one, bar)).length];
    console.log(
      `${name}, bar ${bar}: ${share(lost, truths.length)} of ${truths.length} truths refused, ${share(through, lies.length)} of ${lies.length} lies through`,
    );
  }
  const kinds = LIE_KINDS.map((kind) => {
    const own = lies.filter(({ lie }) => lie === kind);
    return `${kind} ${own.filter((one) => !refused(one, BAR)).length} of ${own.length}`;
  });
  console.log(`  through, by kind: ${kinds.join(', ')}`);
}

function mannerOf(text: string, evidence: Evidence): string {
  const words = text.split(/\s+/u).length;
  const met = evidence.tokens.filter(({ at, isContent }) => isContent && (evidence.matches[at]?.[0]?.kinship ?? 0) < MET).length;
  return `${words < 13 ? 0 : words < 18 ? 1 : 2} ${Math.floor(closenessOf(evidence) / 0.2)} ${Math.min(3, met)}`;
}

/**
 * Whoever writes a lie changes one word of a sentence and keeps it short, where whoever tells the truth puts it freely. So
 * that the trees do not take short or near for a lie, truths and lies of about the same length and nearness weigh the same
 * together.
 */
function fitted(taught: readonly Case[]): Trees {
  const asked = taught.filter(({ features }) => features !== null);
  const sizes = new Map<string, [number, number]>();
  for (const { manner, lie } of asked) {
    const known = sizes.get(manner) ?? [0, 0];
    known[lie === null ? 0 : 1] += 1;
    sizes.set(manner, known);
  }
  const rows = asked.map(({ features, lie, manner }) => {
    const [truths = 0, lies = 0] = sizes.get(manner) ?? [];
    const own = lie === null ? truths : lies;
    return { features: features ?? [], label: lie === null ? 0 : 1, weight: Math.min(HEAVIEST, (truths + lies) / (2 * own)) };
  });
  return boost(rows, PLAN);
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
}
