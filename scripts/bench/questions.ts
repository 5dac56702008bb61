import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion, CAUTION, rankSentences } from '../../src/brief/answer/answer.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { Article } from '../../src/model/article.ts';
import { sentenceText } from '../../src/view/cite.ts';
import { mean } from './support/sample.ts';
import { articleOf, normal, SQUAD_WINDOW, squadTitles, wordF1, type SquadTitle } from './support/squad.ts';
import { wikiItems } from './support/wikiqa.ts';

/** Scores answers on the public question sets. Run: node scripts/bench/questions.ts [--data <folder>] [--misses <n>] */
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, misses: { type: 'string', default: '0' } },
});
const folder = join(resolve(import.meta.dirname, '../..', options.data), 'questions');
const titles = squadTitles(join(folder, 'squad2.jsonl'));
let missesLeft = Number(options.misses);

if (titles === null) console.log(`No evaluation data in ${folder}: nothing to score.`);
else console.table({ ...squadScores(titles), ...wikiScores() });

interface Tally {
  right: number;
  all: number;
}

function squadScores(sets: readonly SquadTitle[]): Record<string, string> {
  const hits = { paragraph: newTally(), window: newTally() };
  const spans: { exact: number; f1: number }[] = [];
  const refusals = { shipped: newRefusals(), strict: newRefusals() };
  sets.forEach(({ paragraphs }, index) => {
    const foreign = articleOf((sets[(index + 1) % sets.length]?.paragraphs ?? []).slice(0, SQUAD_WINDOW).map(({ context }) => context));
    paragraphs.forEach(({ context, qas }, at) => {
      const paragraph = articleOf([context]);
      const from = Math.max(0, Math.min(at - 2, paragraphs.length - SQUAD_WINDOW));
      const window = articleOf(paragraphs.slice(from, from + SQUAD_WINDOW).map((part) => part.context));
      for (const { question, is_impossible: isImpossible, answers } of qas) {
        const inWindow = answerQuestion(window, question);
        const isStrictlyRefused = isRefused(answerQuestion(window, question, { caution: CAUTION.strict }));
        if (isImpossible) {
          count(refusals.shipped.adversarial, isRefused(inWindow));
          count(refusals.strict.adversarial, isStrictlyRefused);
          continue;
        }
        const gold = answers.map(({ text }) => normal(text));
        count(hits.paragraph, holds(paragraph, answerQuestion(paragraph, question), gold));
        count(hits.window, holds(window, inWindow, gold));
        spans.push(spanScore(window, inWindow, gold));
        count(refusals.shipped.answerable, isRefused(inWindow));
        count(refusals.strict.answerable, isStrictlyRefused);
        count(refusals.shipped.elsewhere, isRefused(answerQuestion(foreign, question)));
        tellMiss(window, inWindow, gold);
      }
    });
  });
  const { shipped, strict } = refusals;
  return {
    'sentence P@1, paragraph': share(hits.paragraph),
    'sentence P@1, window': share(hits.window),
    'span EM, window': percent(mean(spans.map(({ exact }) => exact))),
    'span F1, window': percent(mean(spans.map(({ f1 }) => f1))),
    'false refusals': share(shipped.answerable),
    'refusal F1, question put to another article': refusalF1(shipped.elsewhere, shipped.answerable),
    'refusal F1, adversarial question': refusalF1(shipped.adversarial, shipped.answerable),
    'strict: false refusals': share(strict.answerable),
    'strict: refusal F1, adversarial question': refusalF1(strict.adversarial, strict.answerable),
  };
}

/** Over the questions of WikiQA that have a right sentence; its sentences are the article. */
function wikiScores(): Record<string, string> {
  const ranks = wikiItems(folder).map(({ article, question, right }) => rankSentences(article, question).map(right));
  const passed = ranks.filter((hits) => hits.length > 0);
  if (passed.length === 0) return {};
  return {
    'WikiQA P@1': percent(mean(passed.map((hits) => Number(hits[0] === true)))),
    'WikiQA MAP': percent(mean(passed.map(averagePrecision))),
    'WikiQA MRR': percent(mean(passed.map((hits) => (hits.includes(true) ? 1 / (hits.indexOf(true) + 1) : 0)))),
  };
}

function averagePrecision(hits: readonly boolean[]): number {
  return mean(hits.flatMap((hit, at) => (hit ? [hits.slice(0, at + 1).filter(Boolean).length / (at + 1)] : [])));
}

function newTally(): Tally {
  return { right: 0, all: 0 };
}

function newRefusals() {
  return { adversarial: newTally(), elsewhere: newTally(), answerable: newTally() };
}

function count(tally: Tally, isRight: boolean): void {
  tally.all += 1;
  if (isRight) tally.right += 1;
}

function isRefused({ status }: Answer): boolean {
  return status === 'not-in-article';
}

/** Refusing is the positive class: of what should be refused, and of what was. */
function refusalF1(unanswerable: Tally, answerable: Tally): string {
  return percent((2 * unanswerable.right) / (unanswerable.right + answerable.right + unanswerable.all));
}

/** The best sentence, also of a refusal: what would be shown as the nearest passage. */
function shown(article: Article, answer: Answer): string {
  const id = answer.status === 'answered' ? answer.citations[0]?.sentenceIds[0] : answer.nearest?.sentenceIds[0];
  return id === undefined ? '' : sentenceText(article, id);
}

function holds(article: Article, answer: Answer, gold: readonly string[]): boolean {
  const sentence = normal(shown(article, answer));
  return gold.some((text) => sentence.includes(text));
}

function spanScore(article: Article, answer: Answer, gold: readonly string[]): { exact: number; f1: number } {
  if (answer.status !== 'answered') return { exact: 0, f1: 0 };
  const { highlight } = answer;
  const found = normal(highlight === null ? answer.text : article.text.slice(highlight.start, highlight.end));
  return { exact: gold.includes(found) ? 1 : 0, f1: Math.max(0, ...gold.map((text) => wordF1(found, text))) };
}

function tellMiss(article: Article, answer: Answer, gold: readonly string[]): void {
  if (missesLeft === 0 || holds(article, answer, gold)) return;
  missesLeft -= 1;
  console.log(
    JSON.stringify({ question: answer.question, gold: gold[0], found: shown(article, answer).slice(0, 160), status: answer.status }),
  );
}

function share({ right, all }: Tally): string {
  return percent(right / all);
}

function percent(part: number): string {
  return (part * 100).toFixed(1);
}
