import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { briefArticle } from '../../src/brief/built-in.ts';
import { rankedFigures, type Selection } from '../../src/brief/figures/figures.ts';
import { postableFeatures } from '../../src/brief/rows/postable.ts';
import { sha256 } from '../../src/hash.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { scoreOf, type Trees } from '../../src/trees.ts';
import { markedTexts } from '../bench/support/marks.ts';
import { judgedArticles, type JudgedArticle, type RowMark } from '../bench/support/row-marks.ts';
import { boost, type Plan } from './boost.ts';
import { CARD_PLAN, cardRowsOf } from './card-rows.ts';

/**
 * Fits the trees that say whether a colleague would post a row of the card as it stands to rows that people have judged,
 * scores them on articles that they have not seen, and writes them to src/brief/data/rows.json. What the rows take over
 * from the trees of the cards (scripts/train/figures.ts) is of trees that have not seen the article either. Run: node
 * scripts/train/rows.ts [--data <folder>] [--dry]; a minute or two.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, dry: { type: 'boolean', default: false } },
});
const PLAN: Plan = { trees: 300, depth: 3, rate: 0.03, leaf: 8, loss: 'logistic', drawn: { features: 0.2, rows: 0.7 } };
const FOLDS = 8;
/** Rows that a message has room for. */
const ROOM = 5;

/** A judged row. */
interface Case {
  article: string;
  fold: number;
  mark: RowMark;
  features: number[];
  /** By the trees of the cards: the order in which rows were shown before anybody judged them. */
  rank: number;
  score: number;
}

const judged = judgedArticles(resolve(ROOT, options.data));
if (judged.length === 0) console.log(`No judged rows in ${options.data}: nothing to learn from.`);
else train();

function train(): void {
  const foldOf = (text: string) => Number.parseInt(sha256(text).slice(0, 4), 16) % FOLDS;
  const marked = markedTexts(resolve(ROOT, options.data)).texts.map((text) => ({
    fold: foldOf(text.article.text),
    rows: cardRowsOf(text),
  }));
  const cards = Array.from({ length: FOLDS }, (_, fold): Selection => {
    const rows = marked.flatMap((text) => (text.fold === fold ? [] : text.rows));
    return { ...boost(rows, CARD_PLAN), least: -Infinity };
  });
  const cases = judged.flatMap((one) => casesOf(one, foldOf(one.article.text), cards[foldOf(one.article.text)] as Selection));
  const fit = (taught: readonly Case[]): Trees =>
    boost(
      // That the gist says the same is for its reader to see: a card without the figure that the article is about would be none.
      taught.flatMap(({ features, mark }) => (mark.fault === 'repeats' ? [] : [{ features, label: mark.post ? 1 : 0, weight: 1 }])),
      PLAN,
    );
  const models = Array.from({ length: FOLDS }, (_, fold) => fit(cases.filter((one) => one.fold !== fold)));
  const scores = new Map(cases.map((one) => [one, scoreOf(models[one.fold] as Trees, one.features)]));
  tell(cases, scores);
  if (!options.dry) writeFileSync(resolve(ROOT, 'src/brief/data/rows.json'), `${JSON.stringify(fit(cases))}\n`);
}

function casesOf({ name, article, gist, rows }: JudgedArticle, fold: number, selection: Selection): Case[] {
  const ranked = rankedFigures(article, selection);
  const brief = briefArticle(article, BriefOptions.parse({}));
  const shown = {
    text: `${article.title ?? ''}\n${brief.gist?.text ?? ''}`,
    gistIds: gist,
    sentences: article.sentences.length,
    language: article.language,
  };
  return rows.flatMap((mark): Case[] => {
    const [at, length] = mark.number;
    const raw = article.text.slice(at, at + length);
    const own = ranked.find(({ figure, passage }) => figure.raw === raw && isIn(article.sentences[passage.id]?.span, at));
    if (own === undefined) return [];
    const [from, size] = mark.told;
    const told = `${mark.cut[0] ? '…' : ''}${article.text.slice(from, from + size)}${mark.cut[1] ? '…' : ''}`;
    const features = postableFeatures({ ...own.figure, told }, own.score, shown);
    return features === null ? [] : [{ article: name, fold, mark, features, rank: own.figure.rank, score: own.score }];
  });
}

function isIn(span: { start: number; end: number } | undefined, at: number): boolean {
  return span !== undefined && at >= span.start && at < span.end;
}

/** How many of the rows that would be shown are postable, by the bar. */
function tell(cases: readonly Case[], scores: ReadonlyMap<Case, number>): void {
  const articles = [...Map.groupBy(cases, ({ article }) => article).values()];
  const shares = (name: string, shown: readonly Case[]) => {
    const [good, told] = [shown.filter(({ mark }) => mark.post).length, new Set(shown.map(({ article }) => article)).size];
    const wanted = shown.filter(({ mark }) => mark.worth > 0).length;
    const repeated = shown.filter(({ mark }) => mark.fault === 'repeats').length;
    console.log(
      `${name}: ${((100 * good) / Math.max(1, shown.length)).toFixed(1)}% of ${shown.length} rows postable, ${((100 * wanted) / Math.max(1, shown.length)).toFixed(1)}% wanted, ${repeated} repeat the gist, ${told} of ${articles.length} articles have rows`,
    );
  };
  shares('all judged', cases);
  shares(
    'the first, by rank',
    articles.flatMap((rows) =>
      rows
        .filter(({ score }) => score >= 0)
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, ROOM),
    ),
  );
  for (const bar of [-0.5, 0, 0.2, 0.5])
    shares(
      `the first by rank, from ${bar} on`,
      articles.flatMap((rows) =>
        rows
          .filter((one) => (scores.get(one) ?? 0) >= bar)
          .toSorted((a, b) => a.rank - b.rank)
          .slice(0, ROOM),
      ),
    );
  for (const bar of [-0.5, 0, 0.2, 0.5])
    shares(
      `the first by the trees, from ${bar} on`,
      articles.flatMap((rows) =>
        rows
          .filter((one) => (scores.get(one) ?? 0) >= bar)
          .toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
          .slice(0, ROOM),
      ),
    );
  const [good, bad] = [cases.filter(({ mark }) => mark.post), cases.filter(({ mark }) => !mark.post)];
  const won = good.reduce((sum, one) => sum + bad.filter((other) => (scores.get(one) ?? 0) > (scores.get(other) ?? 0)).length, 0);
  console.log(`a postable row before one that is not: ${((100 * won) / Math.max(1, good.length * bad.length)).toFixed(1)}% of the pairs`);
}
