import { withHedge } from '../brief/figures/with-hedge.ts';
import type { Span } from '../model/article.ts';
import type { Brief, Point } from '../model/brief.ts';
import type { KeyFigure } from '../model/figure.ts';
import type { Inline } from './view.ts';

/** Where a line that tells the figure's own sentence holds its number, hedge and all; null where it does not. */
export function toldIn({ text, citations }: Point, { raw, citations: [own] }: KeyFigure, language: string): Span | null {
  if (!citations.some(({ sentenceIds: [first] }) => first !== undefined && first === own?.sentenceIds[0])) return null;
  const start = startOf(text, raw);
  return start === null ? null : withHedge(text, { start, end: start + raw.length }, language);
}

/** The gist and the points of a brief, as they are read. */
export function linesOf({ gist, points }: Pick<Brief, 'gist' | 'points'>): Point[] {
  return gist === null ? points : [gist, ...points];
}

/** Would an editor print the figure, and does one of some lines tell it? */
export function isToldBy(lines: readonly Point[], figure: KeyFigure, language: string): boolean {
  return figure.minor !== true && lines.some((line) => toldIn(line, figure, language) !== null);
}

/** "3" stands neither in "13" nor in "3,000". */
function startOf(text: string, raw: string): number | null {
  for (let at = text.indexOf(raw); at >= 0; at = text.indexOf(raw, at + 1)) {
    const isCutIn = /^[\p{L}\p{N}]/u.test(raw) && /(?:[\p{L}\p{N}]|\p{N}[.,])$/u.test(text.slice(0, at));
    if (!isCutIn && !/^(?:[\p{L}\p{N}]|[.,]\p{N})/u.test(text.slice(at + raw.length))) return at;
  }
  return null;
}

/** Figures that stand out in a line: more would hide each other. */
const PROMINENT = 2;

/** A line whose figures stand out, since no row tells them again: those that an editor would print first. */
export function withFigures(point: Point, figures: readonly KeyFigure[], language: string): Inline[] {
  const spans = figures
    .filter(({ minor }) => minor !== true)
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap((figure) => toldIn(point, figure, language) ?? [])
    .slice(0, PROMINENT)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const parts: { text: string; strong?: true }[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    if (start < from) continue;
    parts.push({ text: point.text.slice(from, start) }, { text: point.text.slice(start, end), strong: true });
    from = end;
  }
  parts.push({ text: point.text.slice(from) });
  return parts.filter(({ text }) => text !== '').map((part) => ({ type: 'text', ...part }));
}
