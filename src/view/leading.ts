import type { KeyFigure } from '../model/figure.ts';

/**
 * The figures that a message has room for: those that an editor would probably print, each where no row above it tells its
 * number already ("It would cover 5,000 patients and cost $900,000").
 */
export function leadingFigures(figures: readonly KeyFigure[], count: number): KeyFigure[] {
  const leading: KeyFigure[] = [];
  for (const figure of figures) {
    if (leading.length === count) break;
    if (figure.minor !== true && !leading.some((other) => tells(other, figure))) leading.push(figure);
  }
  return leading;
}

function tells({ told, citations: [first] }: KeyFigure, { raw, citations: [own] }: KeyFigure): boolean {
  return told !== undefined && first?.sentenceIds[0] === own?.sentenceIds[0] && told.includes(raw);
}
