import { clearFeatures, plainFeatures, type Clearness } from '../../src/brief/clear.ts';
import { contextOf } from '../../src/brief/context.ts';
import { wordingOf } from '../../src/brief/mended.ts';
import { passagesOf, type Passage } from '../../src/brief/passages.ts';
import { languageFor } from '../../src/language/tables.ts';
import { judgedLines } from '../bench/support/line-marks.ts';
import { boost, type Plan, type Row } from './boost.ts';

/** Characters of a point. */
const MOST = 240;
/** How the trees are grown that say whether a reader will know what a line speaks of. */
const CLEAR_PLAN: Plan = { trees: 300, depth: 2, rate: 0.03, leaf: 10, loss: 'logistic', drawn: { features: 0.25, rows: 0.7 } };

/** The same in any language: a line that is not English counts so much more. */
const PLAIN_PLAN: Plan = { trees: 300, depth: 3, rate: 0.03, leaf: 10, loss: 'logistic', drawn: { features: 0.3, rows: 0.7 } };
const FOREIGN = 3;

/** A judged line: what is known of it in any language, and what is known of it in English. */
export interface LineRow {
  text: string;
  plain: Row;
  english: Row | null;
}

/** What is learnt from some judged lines. */
export function clearnessOf(rows: readonly LineRow[]): Clearness {
  return {
    english: boost(
      rows.flatMap(({ english }) => english ?? []),
      CLEAR_PLAN,
    ),
    elsewhere: boost(
      rows.map(({ plain }) => plain),
      PLAIN_PLAN,
    ),
  };
}

/** What is known of the judged lines under those above them, each with the text of its article. */
export function lineRows(data: string): LineRow[] {
  return judgedLines(data).flatMap(({ article, lines }) => {
    const isEnglish = languageFor(article.language).code === 'en';
    const passages = passagesOf(article);
    const context = contextOf(article, passages, wordingOf(article, passages, MOST).textOf);
    const byStart = new Map(passages.map((passage) => [article.sentences[passage.id]?.span.start, passage]));
    const shown: Passage[] = [];
    return lines.flatMap(({ sentences, leans }) => {
      const told = sentences.flatMap((start) => byStart.get(start) ?? []);
      const [first] = told;
      const above = [...shown];
      shown.push(...told);
      if (first === undefined) return [];
      const label = leans ? 1 : 0;
      const plain = { features: plainFeatures(first, above, context), label, weight: isEnglish ? 1 : FOREIGN };
      return [
        { text: article.text, plain, english: isEnglish ? { features: clearFeatures(first, above, context), label, weight: 1 } : null },
      ];
    });
  });
}
