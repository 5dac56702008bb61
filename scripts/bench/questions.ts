import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { readArticle } from '../../src/extract/article.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { Article } from '../../src/model/article.ts';
import { sentenceText } from '../../src/view/cite.ts';

/** Scores answers on the public question sets. Run: node scripts/bench/questions.ts [--data <folder>] [--misses <n>] */
interface Title {
  title: string;
  paragraphs: { context: string; qas: { question: string; is_impossible: boolean; answers: { text: string }[] }[] }[];
}

const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, misses: { type: 'string', default: '0' } },
});
const path = join(resolve(import.meta.dirname, '../..', options.data), 'questions/squad2.jsonl');
/** Paragraphs around the one that answers; about a news article. */
const WINDOW = 5;
let missesLeft = Number(options.misses);

if (existsSync(path))
  run(
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Title),
  );
else console.log(`No evaluation data in ${path}: nothing to score.`);

function run(titles: readonly Title[]): void {
  const near = { paragraph: newTally(), window: newTally() };
  const refusals = { adversarial: newTally(), elsewhere: newTally(), answerable: newTally() };
  titles.forEach(({ paragraphs }, index) => {
    const other = titles[(index + 1) % titles.length]?.paragraphs ?? [];
    paragraphs.forEach(({ context, qas }, at) => {
      const paragraph = articleOf([context]);
      const from = Math.max(0, Math.min(at - 2, paragraphs.length - WINDOW));
      const window = articleOf(paragraphs.slice(from, from + WINDOW).map((part) => part.context));
      const foreign = articleOf(other.slice(0, WINDOW).map((part) => part.context));
      for (const { question, is_impossible: isImpossible, answers } of qas) {
        const inWindow = answerQuestion(window, question);
        if (isImpossible) {
          count(refusals.adversarial, inWindow.status === 'not-in-article');
          continue;
        }
        const gold = answers.map(({ text }) => text);
        count(near.paragraph, holds(paragraph, answerQuestion(paragraph, question), gold));
        count(near.window, holds(window, inWindow, gold));
        spans(near.window, window, inWindow, gold);
        count(refusals.answerable, inWindow.status === 'not-in-article');
        count(refusals.elsewhere, answerQuestion(foreign, question).status === 'not-in-article');
        if (missesLeft > 0 && !holds(window, inWindow, gold)) {
          missesLeft -= 1;
          console.log(JSON.stringify({ question, gold: gold[0], found: shown(window, inWindow)?.slice(0, 160), status: inWindow.status }));
        }
      }
    });
  });
  console.table({
    'sentence P@1, paragraph': share(near.paragraph),
    'sentence P@1, window': share(near.window),
    'span EM, window': percent(near.window.exact / near.window.all),
    'span F1, window': percent(near.window.overlap / near.window.all),
    'false refusals': share(refusals.answerable),
    'refusal F1, question put to another article': refusalF1(refusals.elsewhere, refusals.answerable),
    'refusal F1, adversarial question': refusalF1(refusals.adversarial, refusals.answerable),
  });
}

interface Tally {
  right: number;
  all: number;
  exact: number;
  overlap: number;
}

function newTally(): Tally {
  return { right: 0, all: 0, exact: 0, overlap: 0 };
}

function count(tally: Tally, isRight: boolean): void {
  tally.all += 1;
  if (isRight) tally.right += 1;
}

/** Refusing is the positive class: of what should be refused, and of what was. */
function refusalF1(unanswerable: Tally, answerable: Tally): string {
  const wrong = answerable.right;
  return percent((2 * unanswerable.right) / (unanswerable.right + wrong + unanswerable.all));
}

/** The best sentence, also of a refusal: what would be shown as the nearest passage. */
function shown(article: Article, answer: Answer): string | null {
  const id = answer.status === 'answered' ? answer.citations[0]?.sentenceIds[0] : answer.nearest?.sentenceIds[0];
  return id === undefined ? null : sentenceText(article, id);
}

function holds(article: Article, answer: Answer, gold: readonly string[]): boolean {
  const sentence = shown(article, answer);
  return sentence !== null && gold.some((text) => normal(sentence).join(' ').includes(normal(text).join(' ')));
}

function spans(tally: Tally, article: Article, answer: Answer, gold: readonly string[]): void {
  if (answer.status !== 'answered') return;
  const { highlight } = answer;
  const found = normal(highlight === null ? answer.text : article.text.slice(highlight.start, highlight.end));
  if (gold.some((text) => normal(text).join(' ') === found.join(' '))) tally.exact += 1;
  tally.overlap += Math.max(0, ...gold.map((text) => wordF1(found, normal(text))));
}

function wordF1(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let shared = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

/** SQuAD's normalisation: lower case, no punctuation, no articles. */
function normal(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function articleOf(paragraphs: readonly string[]): Article {
  return readArticle({ kind: 'text', content: paragraphs.join('\n\n'), url: null, fetchedAt: null });
}

function share({ right, all }: Tally): string {
  return percent(right / all);
}

function percent(part: number): string {
  return (part * 100).toFixed(1);
}
