import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findFigures } from '../../src/brief/figures/figures.ts';
import { lockPoints } from '../../src/brief/lock.ts';
import { unclearBy } from '../../src/brief/clear.ts';
import { pickedBy, PLAIN, RULED, type Gists, type Pick } from '../../src/brief/news.ts';
import { passagesOf, type Passage } from '../../src/brief/passages.ts';
import { promotionalIds } from '../../src/brief/promotion.ts';
import { summarise, type Learnt } from '../../src/brief/summary.ts';
import { titleStemsOf } from '../../src/brief/context.ts';
import { withManner, withSense, worthRows, type Worths } from '../../src/brief/worth.ts';
import { sha256 } from '../../src/hash.ts';
import type { Article } from '../../src/model/article.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import type { KeyFigure } from '../../src/model/figure.ts';
import { markedBriefs } from '../bench/support/brief-marks.ts';
import { judgedGists } from '../bench/support/gist-marks.ts';
import { scoreOfBriefs } from '../bench/support/brief-score.ts';
import { boost, type Plan, type Row } from './boost.ts';
import { clearnessOf, lineRows } from './line-rows.ts';

/**
 * Fits what a sentence is worth to a colleague to the marks of test/marks/briefs, scores whole briefs of texts that the
 * weights have not seen, and writes the weights to src/brief/data. Run: node scripts/train/briefs.ts [--data <folder>]
 * [--dry]; a minute.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/eval' }, dry: { type: 'boolean', default: false } },
});
const FOLDS = 6;
/** How the choice of the gist is grown. */
const NEWS: Plan = { trees: 200, depth: 2, rate: 0.05, leaf: 8, loss: 'choice', drawn: { features: 0.3, rows: 0.7 } };
/** Every text counts alike. */
const TEXT_WEIGHT = 20;
/** A sentence that was judged as the gist counts so much beside all those of a marked article. */
const JUDGED = 0.6;
/** What the editors wrote of a sentence, as a number. */
const LABEL = { fact: 1.3, good: 0.7, never: -0.7, rest: 0.3 };
/** Where the editor was not asked what is good besides: what the others are worth on average. */
const UNASKED = 0.45;
/** How the worth of a sentence is grown. */
const WORTH: Plan = { trees: 300, depth: 5, rate: 0.04, leaf: 30, loss: 'squares', drawn: { features: 0.15, rows: 0.7 } };

/** What is worth telling in any language; other languages than English, of which fewer articles are marked, count so much more. */
const ELSEWHERE: Plan = { trees: 200, depth: 4, rate: 0.05, leaf: 30, loss: 'squares', drawn: { features: 0.25, rows: 0.7 } };
const FOREIGN = 3;

const { briefs } = markedBriefs(resolve(ROOT, options.data));
if (briefs.length === 0) console.log(`No marked articles in ${options.data}: nothing to learn from.`);
else train();

function train(): void {
  const cases = briefs.map(({ marks, article }) => {
    const passages = passagesOf(article);
    const { candidates, rows } = worthRows(passages, promotionalIds(passages), article.language);
    const labelOf = (id: number) => {
      const start = article.sentences[id]?.span.start ?? -1;
      if (marks.must.some((fact) => fact.includes(start))) return LABEL.fact;
      if (marks.never.includes(start)) return LABEL.never;
      if (marks.good === undefined) return UNASKED;
      return marks.good.includes(start) ? LABEL.good : LABEL.rest;
    };
    const taught = (features: readonly (readonly number[])[]) =>
      candidates.map(({ id }, row): Row => ({
        features: features[row] ?? [],
        label: labelOf(id),
        weight: TEXT_WEIGHT / candidates.length,
      }));
    return {
      marks,
      article,
      fold: foldOf(article.text),
      rows: {
        english: taught(withSense(candidates, rows, passages.length, article.language, titleStemsOf(article))),
        elsewhere: taught(withManner(candidates, rows, article.language, titleStemsOf(article))),
      },
      figures: findFigures(article).slice(0, 12),
    };
  });
  const fit = (some: typeof cases): Worths => ({
    english: boost(
      some.flatMap(({ rows, article }) => (isEnglish(article) ? rows.english : [])),
      WORTH,
    ),
    elsewhere: boost(
      some.flatMap(({ rows, article }) =>
        rows.elsewhere.map((row) => (isEnglish(article) ? row : { ...row, weight: row.weight * FOREIGN })),
      ),
      ELSEWHERE,
    ),
  });
  const lines = lineRows(resolve(ROOT, options.data));
  const clear = (fold: number | null) => unclearBy(clearnessOf(lines.filter(({ text }) => foldOf(text) !== fold)));
  const models = Array.from({ length: FOLDS }, (_, fold): Learnt => ({
    worths: fit(cases.filter((one) => one.fold !== fold)),
    unclear: clear(fold),
  }));
  const asked = [
    ...cases.flatMap(({ marks, article, figures, fold }, of) =>
      gistRows(article, figures, models[fold] as Learnt).map((row) => ({
        ...row,
        fold,
        of,
        label: marks.gist.includes(row.start) ? 1 : 0,
      })),
    ),
    ...judgedGists(resolve(ROOT, options.data)).flatMap(({ article, gists }, at) => {
      const fold = foldOf(article.text);
      const rows = gistRows(article, findFigures(article).slice(0, 12), models[fold] as Learnt);
      return rows.flatMap((row) => {
        const mark = gists.find(({ sentence }) => sentence === row.start);
        return mark === undefined ? [] : [{ ...row, fold, of: cases.length + at, label: mark.isGood ? 1 : 0, weight: JUDGED }];
      });
    }),
  ];
  const picks = Array.from({ length: FOLDS }, (_, fold) => pickedBy(gistsOf(asked.filter((one) => one.fold !== fold))));
  let dropped = 0;
  const told = cases.map(({ marks, article, figures, fold }) => {
    const { gist, points } = summarise(article, figures, BriefOptions.parse({}), {
      ...models[fold],
      pick: picks[fold] as Pick,
    });
    const [first, rest] = [lockPoints(gist === null ? [] : [gist], article), lockPoints(points, article)];
    dropped += first.dropped + rest.dropped;
    return { marks, article, gist: first.kept[0] ?? null, points: rest.kept };
  });
  console.table({ ...scoreOfBriefs(told), 'points dropped by the lock': String(dropped) });
  for (const kind of ['news', 'feature', 'opinion'] as const) {
    console.log(`English, ${kind}`);
    console.table(scoreOfBriefs(told.filter(({ marks, article }) => marks.kind === kind && isEnglish(article))));
  }
  console.log('other languages');
  console.table(scoreOfBriefs(told.filter(({ article }) => !isEnglish(article))));
  if (options.dry) return;
  writeFileSync(resolve(ROOT, 'src/brief/data/worth.json'), `${JSON.stringify(fit(cases))}\n`);
  const { english, elsewhere } = clearnessOf(lines);
  writeFileSync(resolve(ROOT, 'src/brief/data/clear.json'), `${JSON.stringify(english)}\n`);
  writeFileSync(resolve(ROOT, 'src/brief/data/clear-elsewhere.json'), `${JSON.stringify(elsewhere)}\n`);
  writeFileSync(resolve(ROOT, 'src/brief/data/news.json'), `${JSON.stringify(gistsOf(asked))}\n`);
}

/** A sentence that can be the gist: where it starts, what is known of it in its language and in any, and one of which it is. */
interface GistRow {
  start: number;
  isEnglish: boolean;
  isRuled: boolean;
  own: readonly number[];
  plain: readonly number[];
  weight: number;
}

/** What the choice of the gist sees of an article, by weights that have not seen it. */
function gistRows(article: Article, figures: readonly KeyFigure[], learnt: Learnt): GistRow[] {
  const rows: GistRow[] = [];
  const passages = passagesOf(article);
  const { candidates: all, rows: known } = worthRows(passages, promotionalIds(passages), article.language);
  const manner = withManner(all, known, article.language, titleStemsOf(article));
  const pick: Pick = (candidates, features, ruled) => {
    for (const [at, own] of features.entries()) {
      const passage = candidates[at] as Passage;
      const start = article.sentences[passage.id]?.span.start ?? -1;
      const plain = [...own.slice(0, PLAIN), ...(manner[all.findIndex(({ id }) => id === passage.id)] ?? [])];
      rows.push({ start, isEnglish: isEnglish(article), isRuled: passage === ruled, own, plain, weight: 1 });
    }
    return ruled;
  };
  summarise(article, figures, BriefOptions.parse({}), { ...learnt, pick });
  return rows;
}

/** Of the sentences of an article that can be its gist the one that an editor would take is to lead. */
function gistsOf(asked: readonly (GistRow & { of: number; label: number })[]): Gists {
  const choice = ({ of, isRuled }: (typeof asked)[number]) => ({ of, base: isRuled ? RULED : 0 });
  const english = asked.filter((one) => one.isEnglish);
  return {
    english: boost(
      english.map((one): Row => ({ features: one.own, label: one.label, weight: one.weight, choice: choice(one) })),
      NEWS,
    ),
    elsewhere: boost(
      asked.map((one): Row => ({
        features: one.plain,
        label: one.label,
        weight: one.weight * (one.isEnglish ? 1 : FOREIGN),
        choice: choice(one),
      })),
      NEWS,
    ),
  };
}

function isEnglish({ language }: Article): boolean {
  return language.startsWith('en');
}

function foldOf(text: string): number {
  return Number.parseInt(sha256(text).slice(0, 4), 16) % FOLDS;
}
