import { clearFeatures } from '../../src/brief/clear.ts';
import { contextOf } from '../../src/brief/context.ts';
import { wordingOf } from '../../src/brief/mended.ts';
import { passagesOf, type Passage } from '../../src/brief/passages.ts';
import { languageFor } from '../../src/language/tables.ts';
import { judgedLines } from '../bench/support/line-marks.ts';
import type { Plan, Row } from './boost.ts';

/** Characters of a point. */
const MOST = 240;
/** How the trees are grown that say whether a reader will know what a line speaks of. */
export const CLEAR_PLAN: Plan = { trees: 300, depth: 2, rate: 0.03, leaf: 10, loss: 'logistic', drawn: { features: 0.25, rows: 0.7 } };

/** What is known of the judged lines under those above them, each with the text of its article. */
export function lineRows(data: string): (Row & { text: string })[] {
  return judgedLines(data).flatMap(({ article, lines }) => {
    if (languageFor(article.language).code !== 'en') return [];
    const passages = passagesOf(article);
    const context = contextOf(article, passages, wordingOf(article, passages, MOST).textOf);
    const byStart = new Map(passages.map((passage) => [article.sentences[passage.id]?.span.start, passage]));
    const shown: Passage[] = [];
    return lines.flatMap(({ sentences, leans }) => {
      const told = sentences.flatMap((start) => byStart.get(start) ?? []);
      const [first] = told;
      const above = [...shown];
      shown.push(...told);
      return first === undefined
        ? []
        : [{ features: clearFeatures(first, above, context), label: leans ? 1 : 0, weight: 1, text: article.text }];
    });
  });
}
