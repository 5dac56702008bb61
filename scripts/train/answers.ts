import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tellingPassages, titleStems } from '../../src/brief/answer/answer.ts';
import { EVIDENCE_FEATURES, weighEvidence, type Evidence } from '../../src/brief/answer/evidence.ts';
import { search, type Search } from '../../src/brief/answer/matching.ts';
import { readQuestion } from '../../src/brief/answer/question.ts';
import { readAgainst, type AnswerModel, type Reading } from '../../src/brief/answer/reading.ts';
import { spansOf } from '../../src/brief/answer/spans.ts';
import { trustFeatures } from '../../src/brief/answer/trust.ts';
import { scoreOf, type Trees } from '../../src/trees.ts';
import { mean } from '../bench/support/sample.ts';
import { normal, wordF1 } from '../bench/support/squad.ts';
import { fitWeights } from './fit.ts';
import { paraphrased } from './paraphrase.ts';
import { boost, type Plan, type Row } from './boost.ts';
import type { Item } from './item.ts';
import { questionItems } from './question-items.ts';

/**
 * Fits the answering model, scores it on texts it was not fitted to, and writes it to src/brief/answer/data.
 * Run: node scripts/train/answers.ts [--data <folder>] [--dry]; about twelve minutes.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, dry: { type: 'boolean', default: false } },
});
const PLANS: Record<'sentence' | 'span' | 'foreign' | 'tempting' | 'right', Plan> = {
  sentence: { trees: 80, depth: 4, rate: 0.12, leaf: 25, loss: 'logistic' },
  span: { trees: 150, depth: 4, rate: 0.12, leaf: 20, loss: 'squares' },
  foreign: { trees: 100, depth: 3, rate: 0.08, leaf: 25, loss: 'logistic' },
  tempting: { trees: 100, depth: 4, rate: 0.08, leaf: 25, loss: 'logistic' },
  right: { trees: 120, depth: 4, rate: 0.06, leaf: 25, loss: 'logistic' },
};
const FOLDS = 8;
/** How much a question of each set counts; there are few in colleagues' own words, and they are what the engine is for. */
const WEIGHTS: Record<Item['set'], number> = { squad: 1, paragraph: 0.6, wikiqa: 0.6, highlight: 0.5, own: 4 };
/** How much a public question counts once more as `paraphrased` puts it. */
const PARAPHRASED: ReadonlyMap<Item['set'], number> = new Map([
  ['squad', 1],
  ['highlight', 1],
]);
/** What the weights learnt from questions in own words may use: what says how near a sentence is and whether it has what is asked for. */
const OWN_FEATURES: ReadonlySet<string> = new Set(
  'coverage own alike alikePlain theme themeOfBest namesNearby candidate strength salience place length before behind missed quote pronoun newNames newNumbers exact numbers extreme list heading'.split(
    ' ',
  ),
);
/** Shares of answerable questions that each doubt may refuse. */
const REFUSED = { foreign: 0.035, tempting: 0.02, strict: 0.33 };

/** How right what leads must seem, as a logit: as high as the public sets' share of refused answerable questions allows. */
const RIGHT = -2.5;

let passedOver = 0;

interface Case {
  item: Item;
  search: Search;
  fold: number;
  /** Worked out once: what the sentence trees and the span trees learn from it. */
  evidence: readonly Evidence[];
  paraphrase: readonly Evidence[];
  spans: readonly Row[];
}

const items = questionItems(resolve(ROOT, options.data));
if (items.length === 0) console.log(`No questions in ${options.data}: nothing to learn from.`);
else train(casesOf(items));

function casesOf(all: readonly Item[]): Case[] {
  const groups = [...new Set(all.map(({ group }) => group))];
  const passages = new Map<string, ReturnType<typeof tellingPassages>>();
  return all.map((item) => {
    const { article, group } = item;
    let own = passages.get(article.id);
    if (own === undefined) passages.set(article.id, (own = tellingPassages(article)));
    const question = readQuestion(item.question, article.language);
    const asked = search(question, own, titleStems(article), article.language);
    const evidence = item.kind === 'answerable' ? weighEvidence(asked) : [];
    const paraphrase =
      item.kind === 'answerable' && PARAPHRASED.has(item.set)
        ? weighEvidence(search(paraphrased(question), own, titleStems(article), article.language))
        : [];
    const home = evidence.find(({ passage }) => item.right(passage) && item.home(passage));
    const spans = home !== undefined && item.set === 'squad' ? spanRows(item, asked, home.index) : [];
    return { item, search: asked, fold: groups.indexOf(group) % FOLDS, evidence, paraphrase, spans };
  });
}

function train(cases: readonly Case[]): void {
  const readings = new Map<Case, Reading>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fitReading(cases.filter((one) => one.fold !== fold));
    for (const one of cases) if (one.fold === fold && one.item.set !== 'highlight') readings.set(one, readAgainst(one.search, model));
    console.log(`fold ${fold + 1} of ${FOLDS}`);
  }
  const squad = cases.filter(({ item }) => item.set === 'squad');
  const answerable = squad.filter(({ item }) => item.kind === 'answerable');
  reportReading('squad windows', answerable, readings);
  reportReading(
    'squad paragraphs',
    cases.filter(({ item }) => item.set === 'paragraph' && item.kind === 'answerable'),
    readings,
  );
  reportRanking(
    'wikiqa',
    cases.filter(({ item }) => item.set === 'wikiqa'),
    readings,
  );
  reportRanking(
    'own words',
    cases.filter(({ item }) => item.set === 'own' && item.kind === 'answerable'),
    readings,
  );
  const doubts = { foreign: doubtOf('elsewhere', 'foreign'), tempting: doubtOf('adversarial', 'tempting'), right: rightness() };
  const cut = (kind: 'foreign' | 'tempting', share: number) =>
    quantile(
      answerable.map((one) => doubts[kind].held.get(one) ?? 0),
      share,
    );
  const caution = { foreign: cut('foreign', REFUSED.foreign), tempting: cut('tempting', REFUSED.tempting), right: RIGHT };
  reportRefusal('as shipped', caution);
  const strict = { foreign: caution.foreign, tempting: cut('tempting', REFUSED.strict), right: RIGHT };
  reportRefusal('strict', strict);
  for (const share of [0.035, 0.06, 0.1, 0.15, 0.2, 0.3]) reportOwn(share);
  for (const bar of [-2.5, -2, -1.5, -1.25, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1]) reportRight(bar, caution);
  if (options.dry) return;
  const model = {
    ...fitReading(cases),
    foreign: doubts.foreign.trees,
    tempting: doubts.tempting.trees,
    right: doubts.right.trees,
    caution,
    strict,
  };
  writeFileSync(resolve(ROOT, 'src/brief/answer/data/answers.json'), `${JSON.stringify(model)}\n`);

  function doubtOf(kind: Item['kind'], plan: 'foreign' | 'tempting'): { trees: Trees; held: Map<Case, number> } {
    const rows = cases
      .filter(({ item }) => item.set !== 'wikiqa' && item.set !== 'highlight')
      .map((one) => ({
        one,
        row: { features: featuresOf(one), label: one.item.kind === 'answerable' ? 1 : 0, weight: one.item.set === 'own' ? WEIGHTS.own : 1 },
      }));
    const taught = (fold: number) =>
      rows.filter(({ one }) => one.fold !== fold && (one.item.kind === 'answerable' || one.item.kind === kind)).map(({ row }) => row);
    const held = new Map<Case, number>();
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const trees = boost(taught(fold), PLANS[plan]);
      for (const { one, row } of rows) if (one.fold === fold) held.set(one, scoreOf(trees, row.features));
    }
    return { trees: boost(taught(-1), PLANS[plan]), held };
  }

  /** Whether what leads is the answer, whatever is asked: a wrong sentence is as bad as one that answers something else. */
  function rightness(): { trees: Trees; held: Map<Case, number> } {
    const rows = cases
      .filter(({ item }) => item.set !== 'wikiqa' && item.set !== 'highlight')
      .map((one) => ({
        one,
        row: { features: featuresOf(one), label: isRight(one) ? 1 : 0, weight: one.item.set === 'own' ? WEIGHTS.own : 1 },
      }));
    const held = new Map<Case, number>();
    const taught = (fold: number) => rows.filter(({ one }) => one.fold !== fold).map(({ row }) => row);
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const trees = boost(taught(fold), PLANS.right);
      for (const { one, row } of rows) if (one.fold === fold) held.set(one, scoreOf(trees, row.features));
    }
    return { trees: boost(taught(-1), PLANS.right), held };
  }

  function isRight(one: Case): boolean {
    const best = readings.get(one)?.ranked[0];
    return one.item.kind === 'answerable' && best !== undefined && one.item.right(best.evidence.passage);
  }

  /** What one bar more would refuse, beside the two shipped ones. */
  function reportRight(bar: number, { foreign, tempting }: { foreign: number; tempting: number }): void {
    const refused = (one: Case) =>
      (doubts.foreign.held.get(one) ?? 0) < foreign ||
      (doubts.tempting.held.get(one) ?? 0) < tempting ||
      (doubts.right.held.get(one) ?? 0) < bar;
    const rate = (set: Item['set'], is: (one: Case) => boolean) => {
      const all = cases.filter((one) => one.item.set === set && is(one));
      return percent(all.filter(refused).length / Math.max(1, all.length));
    };
    const told = (['own', 'squad', 'paragraph'] as const).map(
      (set) =>
        `${set}: right ${rate(set, isRight)}, wrong ${rate(set, (one) => one.item.kind === 'answerable' && !isRight(one))}, answerable ${rate(set, ({ item }) => item.kind === 'answerable')}, tempting ${rate(set, ({ item }) => item.kind === 'adversarial')}, elsewhere ${rate(set, ({ item }) => item.kind === 'elsewhere')}`,
    );
    console.log(`bar ${bar}, refused of ${told.join('; ')}`);
  }

  function featuresOf(one: Case): readonly number[] {
    const reading = readings.get(one);
    return reading === undefined ? [] : trustFeatures(reading);
  }

  /** What the bars would do to questions in own words, if the answerable of them set the bars. */
  function reportOwn(share: number): void {
    const own = cases.filter(({ item }) => item.set === 'own');
    const cutOwn = (kind: 'foreign' | 'tempting') =>
      quantile(
        own.filter(({ item }) => item.kind === 'answerable').map((one) => doubts[kind].held.get(one) ?? 0),
        share,
      );
    const [foreign, tempting] = [cutOwn('foreign'), cutOwn('tempting')];
    const refused = (one: Case) => (doubts.foreign.held.get(one) ?? 0) < foreign || (doubts.tempting.held.get(one) ?? 0) < tempting;
    const rate = (kind: Item['kind']) => {
      const all = own.filter(({ item }) => item.kind === kind);
      return percent(all.filter(refused).length / all.length);
    };
    console.log(
      `own words, each bar at ${share} (${foreign}, ${tempting}): answerable refused ${rate('answerable')}, tempting ${rate('adversarial')}, other ${rate('elsewhere')}`,
    );
  }

  function reportRefusal(name: string, { foreign, tempting }: { foreign: number; tempting: number }): void {
    const refused = (one: Case) =>
      (doubts.foreign.held.get(one) ?? 0) < foreign ||
      (doubts.tempting.held.get(one) ?? 0) < tempting ||
      (doubts.right.held.get(one) ?? 0) < RIGHT;
    const count = (kind: Item['kind']) => squad.filter((one) => one.item.kind === kind && refused(one)).length;
    const all = (kind: Item['kind']) => squad.filter((one) => one.item.kind === kind).length;
    const f1 = (kind: Item['kind']) => percent((2 * count(kind)) / (count(kind) + count('answerable') + all(kind)));
    console.log(
      `${name}: false refusals ${percent(count('answerable') / all('answerable'))}, elsewhere F1 ${f1('elsewhere')}, adversarial F1 ${f1('adversarial')}`,
    );
  }
}

function fitReading(cases: readonly Case[]): AnswerModel {
  const answerable = cases.filter(({ item }) => item.kind === 'answerable');
  const sentences = answerable.flatMap(({ item, evidence, paraphrase }) => [
    ...sentenceRows(item, evidence, WEIGHTS[item.set]),
    ...sentenceRows(item, paraphrase, PARAPHRASED.get(item.set) ?? 0),
  ]);
  const own = answerable
    .filter(({ item }) => item.set === 'own')
    .map(({ item, evidence }) => evidence.map(({ passage, features }) => ({ features, isRight: item.right(passage) })));
  return {
    sentence: boost(sentences, PLANS.sentence),
    span: boost(
      cases.flatMap(({ spans }) => spans),
      PLANS.span,
    ),
    own: fitWeights(
      own,
      EVIDENCE_FEATURES.map((feature) => OWN_FEATURES.has(feature)),
    ),
  };
}

function sentenceRows(item: Item, evidence: readonly Evidence[], weight: number): Row[] {
  return evidence.flatMap(({ passage, features }) => {
    const isRight = item.right(passage);
    return !isRight || item.home(passage) ? [{ features, label: isRight ? 1 : 0, weight }] : [];
  });
}

/** Every good stretch, and every third of the others at twice the weight. */
function spanRows({ gold }: Item, asked: Search, index: number): Row[] {
  const text = asked.passages[index]?.text ?? '';
  return spansOf(asked, index).flatMap(({ span, features }) => {
    const words = normal(text.slice(span.start, span.end));
    const label = gold.includes(words) ? 1 : 0.6 * Math.max(...gold.map((answer) => wordF1(words, answer)));
    if (label > 0.2) return [{ features, label, weight: 1 }];
    passedOver += 1;
    return passedOver % 3 === 0 ? [{ features, label, weight: 2 }] : [];
  });
}

function reportReading(name: string, cases: readonly Case[], readings: ReadonlyMap<Case, Reading>): void {
  const rows = cases.map((one) => {
    const best = readings.get(one)?.ranked[0];
    const text = best?.evidence.passage.text ?? '';
    const span = best?.spans[0]?.span;
    const found = span === undefined ? '' : normal(text.slice(span.start, span.end));
    return {
      right: best !== undefined && one.item.right(best.evidence.passage),
      exact: one.item.gold.includes(found),
      f1: Math.max(0, ...one.item.gold.map((answer) => wordF1(found, answer))),
    };
  });
  console.log(
    `${name}, held out: P@1 ${percent(mean(rows.map(({ right }) => Number(right))))}, span EM ${percent(mean(rows.map(({ exact }) => Number(exact))))}, span F1 ${percent(mean(rows.map(({ f1 }) => f1)))}`,
  );
}

function reportRanking(name: string, cases: readonly Case[], readings: ReadonlyMap<Case, Reading>): void {
  const ranks = cases.map((one) => (readings.get(one)?.ranked ?? []).map(({ evidence }) => one.item.right(evidence.passage)));
  const first = ranks.map((hits) => (hits[0] === true ? 1 : 0));
  const reciprocal = ranks.map((hits) => (hits.includes(true) ? 1 / (hits.indexOf(true) + 1) : 0));
  const precision = ranks.map((hits) =>
    mean(hits.flatMap((hit, at) => (hit ? [hits.slice(0, at + 1).filter(Boolean).length / (at + 1)] : []))),
  );
  console.log(
    `${name}, held out: P@1 ${percent(mean(first))}, MAP ${percent(mean(precision))}, MRR ${percent(mean(reciprocal))} of ${cases.length}`,
  );
}

function quantile(values: readonly number[], share: number): number {
  return Math.round((values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? 0) * 1e4) / 1e4;
}

function percent(part: number): string {
  return (part * 100).toFixed(1);
}
