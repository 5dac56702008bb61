import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion, followingIn, rankSentences, tellingPassages } from '../../src/brief/answer/answer.ts';
import type { Caution } from '../../src/brief/answer/margin.ts';
import { titleStemsOf } from '../../src/brief/context.ts';
import { EVIDENCE_FEATURES, weighEvidence, type Evidence } from '../../src/brief/answer/evidence.ts';
import { FOLLOW_FEATURES } from '../../src/brief/answer/follow-rank.ts';
import { search, type Search } from '../../src/brief/answer/matching.ts';
import { readQuestion } from '../../src/brief/answer/question.ts';
import { KEPT, LOOKED_AT, readAgainst, secondLook, type AnswerModel, type Reading } from '../../src/brief/answer/reading.ts';
import { spansOf } from '../../src/brief/answer/spans.ts';
import { trustFeatures, type Doubts } from '../../src/brief/answer/trust.ts';
import { scoresByKind } from '../bench/support/by-kind.ts';
import { answersIt, askedTexts, type AskedText } from '../bench/support/question-marks.ts';
import { mean } from '../bench/support/sample.ts';
import { fitDoubts, type Held } from './doubts.ts';
import { normal, wordF1 } from '../bench/support/squad.ts';
import { fitWeights } from './fit.ts';
import { paraphrased } from './paraphrase.ts';
import { boost, type Plan, type Row } from './boost.ts';
import type { Item } from './item.ts';
import { questionItems } from './question-items.ts';

/**
 * Fits the answering model, scores it on texts it was not fitted to, and writes it to src/brief/answer/data.
 * Run: node scripts/train/answers.ts [--data <folder>] [--dry]; forty minutes.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, dry: { type: 'boolean', default: false } },
});
const PLANS: Record<'sentence' | 'span' | 'again', Plan> = {
  sentence: { trees: 80, depth: 4, rate: 0.12, leaf: 25, loss: 'logistic' },
  span: { trees: 250, depth: 5, rate: 0.08, leaf: 10, loss: 'choice', drawn: { features: 0.3, rows: 0.7 } },
  again: { trees: 400, depth: 4, rate: 0.02, leaf: 40, loss: 'choice', drawn: { features: 0.15, rows: 0.8 } },
};
const NO_TREES = { base: 0, trees: [] };
const FOLDS = 8;
/** How much a question of each public set counts. */
const WEIGHTS: Record<Item['set'], number> = { squad: 1, paragraph: 0.6, wikiqa: 0.6, highlight: 0.5, own: 0 };
/** How much a public question counts once more as `paraphrased` puts it. */
const PARAPHRASED: ReadonlyMap<Item['set'], number> = new Map([
  ['squad', 1],
  ['highlight', 1],
]);
/** How much the answers of a question count for the stretches of its sentence. */
const SPANS: ReadonlyMap<Item['set'], number> = new Map([
  ['squad', 1],
  ['own', 2],
]);
/** What the weights learnt from questions in own words may use: what says how near a sentence is and whether it has what is asked for. */
const OWN_FEATURES: ReadonlySet<string> = new Set(
  'coverage own alike alikePlain theme themeOfBest namesNearby candidate strength salience place length before behind missed quote pronoun newNames newNumbers exact numbers extreme list heading sense senseBefore reach stretch wordwise wordwiseOfBest inPlay dense age voice'.split(
    ' ',
  ),
);
/**
 * Shares of answerable questions that a doubt may refuse: of SQuAD's, at most of those in own words, and of these by all
 * together. What is refused is shown as the nearest passage: of held-out questions a bar at 0.13 would let five wrong answers
 * stand for each right one that it keeps (decision 0044).
 */
const REFUSED = { tempting: 0.02, strict: 0.33, own: 0.015, told: 0.2 };
/**
 * Logit under which a question is taken for one about another article. A bar by shares of questions in own words (-2.4) let
 * one in five of those pass; at 0 it takes more right answers away than it stops wrong ones.
 */
const FOREIGN = -0.9;

/** Texts that are web pages, by the names of their marks. */
const PAGES = /^questions\/\d+-(?:pages|reader|extraction-html)$/u;

/** From so much on a stretch is always learnt from; so much the right one has to come to, and so little less is as good. */
const [NEAR, LEAST, ALIKE] = [0.45, 0.3, 0.1];

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
  return all.map((item, of) => {
    const { article, group } = item;
    let own = passages.get(article.id);
    if (own === undefined) passages.set(article.id, (own = tellingPassages(article)));
    const question = readQuestion(item.question, article.language);
    const asked = search(question, own, titleStemsOf(article), article.language);
    const evidence = item.kind === 'answerable' ? weighEvidence(asked) : [];
    const paraphrase =
      item.kind === 'answerable' && PARAPHRASED.has(item.set)
        ? weighEvidence(search(paraphrased(question), own, titleStemsOf(article), article.language))
        : [];
    const home = evidence.find(({ passage }) => item.right(passage) && item.home(passage));
    const spans =
      home !== undefined && SPANS.has(item.set) && item.gold.length > 0
        ? spanRows(item, asked, home.index, SPANS.get(item.set) ?? 0, of)
        : [];
    return { item, search: asked, fold: groups.indexOf(group) % FOLDS, evidence, paraphrase, spans };
  });
}

function train(cases: readonly Case[]): void {
  const readings = new Map<Case, Reading>();
  const models: AnswerModel[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fitReading(cases.filter((one) => one.fold !== fold));
    models.push(model);
    for (const one of cases) if (one.fold === fold && one.item.set !== 'highlight') readings.set(one, readAgainst(one.search, model));
    console.log(`fold ${fold + 1} of ${FOLDS}`);
  }
  const looks = looksAgain(cases, readings);
  for (const [fold, model] of models.entries()) {
    model.again = boost(
      looks.filter((look) => look.fold !== fold),
      PLANS.again,
    );
    for (const one of cases) if (one.fold === fold && readings.has(one)) readings.set(one, readAgainst(one.search, model));
  }
  const follows = followsIn(models, new Map(cases.map(({ item, fold }) => [item.group, fold])));
  const of = (set: Item['set'], kind: Item['kind']) => cases.filter(({ item }) => item.set === set && item.kind === kind);
  reportReading('squad windows', of('squad', 'answerable'), readings);
  reportReading('squad paragraphs', of('paragraph', 'answerable'), readings);
  reportRanking('wikiqa', of('wikiqa', 'answerable'), readings);
  reportRanking('own words', of('own', 'answerable'), readings);
  const doubts = fitDoubts(
    cases
      .filter(({ item }) => item.set !== 'wikiqa' && item.set !== 'highlight')
      .flatMap((one) => {
        const reading = readings.get(one);
        const best = reading?.ranked[0];
        const isRight = one.item.kind === 'answerable' && best !== undefined && one.item.right(best.evidence.passage);
        return reading === undefined ? [] : [{ one, ...one.item, fold: one.fold, isRight, features: trustFeatures(reading) }];
      }),
    FOLDS,
  );
  const held = (set: Item['set'], kind: Item['kind']) => doubts.held.filter((one) => one.set === set && one.kind === kind);
  const [squad, own] = [held('squad', 'answerable'), held('own', 'answerable')];
  const cut = (kind: 'tempting', all: typeof squad, share: number) =>
    quantile(
      all.map(({ logits }) => logits[kind]),
      share,
    );
  const base = {
    foreign: FOREIGN,
    tempting: Math.min(cut('tempting', squad, REFUSED.tempting), cut('tempting', own, REFUSED.own)),
  };
  const following = models.map((_, fold) => fitFollow(follows.filter((one) => one.fold !== fold)));
  const modelOf = (fold: number, caution: Caution) => ({
    ...(models[fold] as AnswerModel),
    ...(doubts.folds[fold] as Doubts),
    follow: following[fold] ?? [],
    caution,
    strict: caution,
  });
  const texts = askedTexts(resolve(ROOT, options.data));
  const folds = new Map(cases.map(({ item, fold }) => [item.group, fold]));
  const scored = (caution: Caution, isIn: (text: AskedText) => boolean) =>
    scoresByKind(
      texts.filter((text) => !text.isKept && isIn(text)),
      ({ group }) => {
        const model = modelOf(folds.get(group) ?? 0, caution);
        return {
          answer: (article, question, earlier) => answerQuestion(article, question, { earlier, model }),
          rank: (article, question) => rankSentences(article, question, model).map(({ id }) => id),
        };
      },
    );
  const caution = { ...base, told: toldBar(own, base, REFUSED.told) };
  console.log(`own words, held out: ${JSON.stringify(caution)}`);
  const isEnglish = ({ article }: AskedText) => article.language.startsWith('en');
  const isPage = ({ name }: AskedText) => PAGES.test(name);
  console.table(scored(caution, isEnglish));
  console.log('web pages');
  console.table(scored(caution, (text) => isEnglish(text) && isPage(text)));
  console.log('other languages');
  console.table(scored(caution, (text) => !isEnglish(text)));
  reportRefusal('shipped', caution, doubts.held);
  const strict = { ...caution, tempting: cut('tempting', squad, REFUSED.strict) };
  reportRefusal('strict', strict, doubts.held);
  const model = { ...fitReading(cases), again: boost(looks, PLANS.again), ...doubts.whole, follow: fitFollow(follows), caution, strict };
  console.log('web pages of an author that nothing was learnt from');
  console.table(
    scoresByKind(
      texts.filter(({ isKept }) => isKept),
      () => ({
        answer: (article, question, earlier) => answerQuestion(article, question, { earlier, model }),
        rank: (article, question) => rankSentences(article, question, model).map(({ id }) => id),
      }),
    ),
  );
  if (options.dry) return;
  writeFileSync(resolve(ROOT, 'src/brief/answer/data/answers.json'), `${JSON.stringify(model)}\n`);
}

/** The highest bar at which all judgements together refuse no more than a share of the answerable. */
function toldBar(answerable: readonly Held[], { foreign, tempting }: Pick<Caution, 'foreign' | 'tempting'>, share: number): number {
  const left = answerable.filter(({ logits }) => logits.foreign >= foreign && logits.tempting >= tempting).map(({ logits }) => logits.told);
  const most = Math.floor(share * answerable.length) - (answerable.length - left.length);
  return most <= 0 ? -99 : quantile(left, most / left.length);
}

function reportRefusal(name: string, { foreign, tempting, told }: Caution, held: readonly Held[]): void {
  const rate = (set: Item['set'], kind: Item['kind']) => {
    const all = held.filter((one) => one.set === set && one.kind === kind);
    const refused = all.filter(({ logits }) => logits.foreign < foreign || logits.tempting < tempting || logits.told < told).length;
    return { refused, all: all.length };
  };
  for (const set of ['squad', 'paragraph'] as const) {
    const falsely = rate(set, 'answerable');
    const f1 = (kind: Item['kind']) => {
      const { refused, all } = rate(set, kind);
      return percent((2 * refused) / (refused + falsely.refused + all));
    };
    console.log(
      `${name}, ${set}: false refusals ${percent(falsely.refused / falsely.all)}, elsewhere F1 ${f1('elsewhere')}, adversarial F1 ${f1('adversarial')}, adversarial refused ${percent(rate(set, 'adversarial').refused / rate(set, 'adversarial').all)}`,
    );
  }
}

/** The trees learn from public questions; what a colleague's question needs beside them is learnt from those in own words. */
function fitReading(cases: readonly Case[]): AnswerModel {
  const answerable = cases.filter(({ item }) => item.kind === 'answerable');
  const sentences = answerable
    .filter(({ item }) => item.set !== 'own')
    .flatMap(({ item, evidence, paraphrase }) => [
      ...sentenceRows(item, evidence, WEIGHTS[item.set]),
      ...sentenceRows(item, paraphrase, PARAPHRASED.get(item.set) ?? 0),
    ]);
  const spans = cases.flatMap((one) => one.spans);
  const model = {
    sentence: boost(sentences, PLANS.sentence),
    span: boost(spans, PLANS.span),
    own: EVIDENCE_FEATURES.map(() => 0),
    again: NO_TREES,
  };
  const own = answerable
    .filter(({ item }) => item.set === 'own')
    .map(({ item, search: asked }) =>
      readAgainst(asked, model).ranked.map(({ evidence: { passage, features }, score }) => ({
        features,
        base: score,
        isRight: item.right(passage),
      })),
    );
  return {
    ...model,
    own: fitWeights(
      own,
      EVIDENCE_FEATURES.map((feature) => OWN_FEATURES.has(feature)),
    ),
  };
}

interface Follow {
  fold: number;
  choices: { features: readonly number[]; isRight: boolean; base: number }[];
}

/** Each follow-up with the sentences of its text, as a model that has not seen the text ranks them. */
function followsIn(models: readonly AnswerModel[], folds: ReadonlyMap<string, number>): Follow[] {
  return askedTexts(resolve(ROOT, options.data)).flatMap(({ group, article, questions, followUps, isKept }) => {
    if (isKept) return [];
    const fold = folds.get(group) ?? 0;
    const model = models[fold];
    return followUps.flatMap((mark): Follow[] => {
      const before = questions[mark.after];
      if (model === undefined || before === undefined || mark.sentences.length === 0) return [];
      const passages = tellingPassages(article);
      const following = followingIn(article, mark.text, { question: before.text, answer: '' }, model);
      const choices = following.map(({ index, features }) => ({
        features,
        isRight: answersIt(mark, article, passages[index]?.id ?? -1),
        base: 0,
      }));
      return choices.length === 0 ? [] : [{ fold, choices }];
    });
  });
}

function fitFollow(follows: readonly Follow[]): number[] {
  return fitWeights(
    follows.map(({ choices }) => choices),
    Array.from({ length: FOLLOW_FEATURES }, () => true),
  );
}

/** The ranked sentences of each question in own words, as a model that has not seen its text ranks them. */
function looksAgain(cases: readonly Case[], readings: ReadonlyMap<Case, Reading>): (Row & { fold: number })[] {
  return cases.flatMap((one, of) => {
    const { item, fold } = one;
    const ranked = item.set === 'own' && item.kind === 'answerable' ? (readings.get(one)?.ranked ?? []) : [];
    return ranked.slice(0, LOOKED_AT).map(({ evidence, score }, place) => ({
      features: secondLook(one.search, ranked, place),
      label: item.right(evidence.passage) ? 1 : 0,
      weight: 1,
      choice: { of, base: KEPT * score },
      fold,
    }));
  });
}

function sentenceRows(item: Item, evidence: readonly Evidence[], weight: number): Row[] {
  return evidence.flatMap(({ passage, features }) => {
    const isRight = item.right(passage);
    return !isRight || item.home(passage) ? [{ features, label: isRight ? 1 : 0, weight }] : [];
  });
}

/** The stretch that is the answer, or comes nearest to it, and every other one that comes near; of the rest every second. */
function spanRows({ gold }: Item, asked: Search, index: number, weight: number, of: number): Row[] {
  const text = asked.passages[index]?.text ?? '';
  const told = spansOf(asked, index).map(({ span, features }) => {
    const words = normal(text.slice(span.start, span.end));
    return { features, nearness: gold.includes(words) ? 1 : 0.6 * Math.max(...gold.map((answer) => wordF1(words, answer))) };
  });
  const most = Math.max(...told.map(({ nearness }) => nearness));
  const isRight = (nearness: number) => nearness >= Math.max(LEAST, most - ALIKE);
  return told
    .filter(({ nearness }) => nearness >= NEAR || ++passedOver % 2 === 0)
    .map(({ features, nearness }) => ({ features, label: isRight(nearness) ? 1 : 0, weight, choice: { of, base: 0 } }));
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
