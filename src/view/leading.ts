import { languageFor } from '../language/tables.ts';
import type { Point } from '../model/brief.ts';
import type { KeyFigure } from '../model/figure.ts';
import { isToldBy } from './told.ts';

/**
 * The figures that a message has room for, in order: those that an editor would probably print, each where no row above it
 * tells its number already ("It would cover 5,000 patients and cost $900,000"), and none of the lines `above` the rows. What
 * begins with an "it" that nobody explains takes only the room that is left.
 */
export function leadingFigures(figures: readonly KeyFigure[], count: number, language: string, above: readonly Point[] = []): KeyFigure[] {
  const openers = languageFor(language).danglingOpeners;
  const leans = ({ told = '' }: KeyFigure) => {
    const [first = '', ...next] = told.toLowerCase().split(/\P{L}+/u, OPENING);
    // "After it, the average was 79"
    return openers.includes(first) || next.some((word) => SOMEBODY.test(word));
  };
  const wanted = figures
    .filter((figure) => figure.minor !== true && !isToldBy(above, figure, language))
    .toSorted((a, b) => Number(leans(a)) - Number(leans(b)) || a.rank - b.rank);
  const leading: KeyFigure[] = [];
  for (const figure of wanted) {
    if (leading.length === count) break;
    if (!leading.some((other) => tells(other, figure))) leading.push(figure);
  }
  return leading.toSorted((a, b) => a.rank - b.rank);
}

const SOMEBODY = /^(?:he|she|it|they|him|her|them)$/u;
/** Words. */
const OPENING = 3;

function tells({ told, citations: [first] }: KeyFigure, { raw, citations: [own] }: KeyFigure): boolean {
  return told !== undefined && first?.sentenceIds[0] === own?.sentenceIds[0] && told.includes(raw);
}
