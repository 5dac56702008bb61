import { findFigures } from '../../../src/brief/figures/figures.ts';
import type { KeyFigure } from '../../../src/model/figure.ts';
import { textArticle } from '../../articles.ts';

/** The figure of a text that is written so; empty where the card has none. */
export function figureOf(text: string, raw: string): Partial<KeyFigure> {
  return findFigures(textArticle(text)).find((one) => one.raw.includes(raw)) ?? {};
}
