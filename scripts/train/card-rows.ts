import { figureGroups, keyFigureOf } from '../../src/brief/figures/figures.ts';
import type { LabelModel } from '../../src/brief/figures/label.ts';
import { sameFigure, type MarkedText } from '../bench/support/marks.ts';
import type { Plan, Row } from './boost.ts';

/** How the trees that choose figures for the card are grown. */
export const CARD_PLAN: Plan = { trees: 100, depth: 2, rate: 0.1, leaf: 6, loss: 'logistic' };
/** Harmless figures are better than wrong ones and worse than wanted ones. */
const MAYBE = { label: 0.3, weight: 0.6 };
/** One hand marked thirty texts sparsely: what it left out says less than what it put in. */
const UNMARKED = { others: 1, author: 0.5, listed: 0 };

/** Every figure of a marked text, as the trees see it, and whether an editor wants it on the card. */
export function cardRowsOf({ article, marks }: MarkedText, labels?: LabelModel): Row[] {
  return figureGroups(article, labels).flatMap((group) => {
    const figure = keyFigureOf(group, article);
    const same = marks.figures.filter((mark) => sameFigure(mark, figure, article));
    const card = (['yes', 'maybe', 'no'] as const).find((one) => same.some((mark) => mark.card === one));
    const [label, weight] =
      card === 'yes' ? [1, 1] : card === 'maybe' ? [MAYBE.label, MAYBE.weight] : [0, card === 'no' ? 1 : UNMARKED[marks.by]];
    return group.features.map((features): Row => ({ features, label, weight: weight / group.features.length }));
  });
}
