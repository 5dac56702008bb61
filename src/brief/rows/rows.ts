import { lowerAt, readingOf } from '../../language/reading/reading.ts';
import { languageFor } from '../../language/tables.ts';
import type { Article } from '../../model/article.ts';
import type { Point } from '../../model/brief.ts';
import type { KeyFigure } from '../../model/figure.ts';
import { scoreOf, type Trees } from '../../trees.ts';
import learnt from '../data/rows.json' with { type: 'json' };
import type { RankedFigure } from '../figures/figures.ts';
import type { Shown } from '../legible.ts';
import { pointersIn, TIME } from '../leaning.ts';
import { speaksOfSelf } from '../manner.ts';
import { passagesOf } from '../passages.ts';
import { opensBack } from '../pointing.ts';
import { postableFeatures } from './postable.ts';
import { tellerOf } from './teller.ts';

/**
 * As a logit: below it a row is on the full card only. Held out, an editor would post 71 in 100 of the rows that are left,
 * 60 in 100 of those that would be shown without it, and one article in six has none.
 */
const MINOR = 0.2;
/** The same for figures whose rows nobody has judged: would an editor rather leave out the figure than print it? */
const UNWANTED = 0;

/** Figures that a message may show; those behind them are on the full card only. */
const LOOKED_AT = 15;

/** Figures as the rows of a card, told under the headline and the gist; those that a message leaves out are `minor`. */
export function rowsOf(article: Article, ranked: readonly RankedFigure[], gist: Point | null, model: Trees = learnt): KeyFigure[] {
  const tell = tellerOf(article, passagesOf(article));
  const shown: Shown = {
    text: `${article.title ?? ''}\n${gist?.text ?? ''}`,
    gistIds: (gist?.citations ?? []).flatMap(({ sentenceIds }) => sentenceIds),
    sentences: article.sentences.length,
    language: article.language,
  };
  const rows = ranked.map((one, index) => {
    const told = tell(one, index < LOOKED_AT ? shown.text : null);
    const [, ...others] = one.figure.citations;
    const figure: KeyFigure = {
      ...one.figure,
      ...(told === null ? {} : { told: told.text, citations: [told.citation, ...others] }),
      rank: index + 1,
    };
    const features = index < LOOKED_AT ? postableFeatures(figure, one.score, shown) : null;
    // Without a grammar it is asked whether an editor wants the figure at all.
    const isMinor =
      index >= LOOKED_AT ||
      leans(figure.told, article.language) ||
      (features === null ? one.score < UNWANTED : scoreOf(model, features) < MINOR);
    return isMinor ? { ...figure, minor: true } : figure;
  });
  return rows.map((row) => toldFurther(row, rows));
}

/** "That deal closed in 2018, …", "…and 40 left", "What has that to do with 60 words?": a row is read alone, and tells. */
function leans(told: string | undefined, language: string): boolean {
  if (told === undefined) return false;
  if (/^…|\?["”’»]?$/u.test(told) || (told.match(LABELLED)?.length ?? 0) > 1) return true;
  if (languageFor(language).code !== 'en') return opensBack(told, language);
  // "We spend £6 million a year": who "we" are stands elsewhere.
  if (speaksOfSelf(told)) return true;
  const reading = readingOf(told, language);
  return reading !== null && !TIME.test(lowerAt(reading, 1)) && (pointersIn(reading)[0] ?? FRONT) < FRONT;
}
/** "RRP: 49.95 Euro More info: …": a table that stands in a line. */
const LABELLED = /(?:^|\s)\p{Lu}\p{L}*(?: \p{Ll}+){0,2}:\s/gu;
/** Words at the front of a row. */
const FRONT = 2;

/** A row that another one only goes on from is told as far as that one, which then has no number of its own to tell. */
function toldFurther(row: KeyFigure, rows: readonly KeyFigure[]): KeyFigure {
  const { told, citations } = row;
  const [own, ...others] = citations;
  const further = rows.find(
    (other) =>
      told !== undefined &&
      other.rank > row.rank &&
      other.minor !== true &&
      other.told?.startsWith(told) === true &&
      other.citations[0]?.sentenceIds[0] === own?.sentenceIds[0],
  );
  if (further?.told === undefined || own === undefined) return row;
  // Whoever is cited for the row stays so.
  const ids = [own, ...further.citations.slice(0, 1)].flatMap(({ sentenceIds }) => sentenceIds);
  return { ...row, told: further.told, citations: [{ ...own, sentenceIds: [...new Set(ids)] }, ...others] };
}
