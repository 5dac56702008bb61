import { pointText } from '../brief/wording.ts';
import { wordsOf } from '../brief/words.ts';
import type { Brief, Point } from '../model/brief.ts';
import type { Article } from '../model/article.ts';
import type { Disagreement, NewFact, TracedFigure } from '../model/digest.ts';
import type { KeyFigure } from '../model/figure.ts';
import { overlap, passagesOf } from '../brief/passages.ts';

/** An article that is told, and what was made of it. */
export interface ReadArticle {
  article: Article;
  brief: Brief;
  site: string;
}

const SAME_LABEL = 0.6;
/** Values further apart measure different things. */
const FURTHEST = 5;
/** Figures of a brief that can be news on their own. */
const LEADING = 4;
/** A point that shares less than this with every sentence that was told is new. */
const KNOWN = 0.55;
const FACTS = 3;

/** Where two articles about one story give different values for the same thing. When in doubt they do not. */
export function disagreements(articles: readonly ReadArticle[]): Disagreement[] {
  const found: Disagreement[] = [];
  for (const [index, one] of articles.entries()) {
    for (const other of articles.slice(index + 1)) {
      for (const a of one.brief.figures) {
        const b = other.brief.figures.find((figure) => isRival(a, figure, one.article.language) && !agrees(a, other, one.article.language));
        if (b === undefined || agrees(b, one, one.article.language) || found.some(({ label }) => label === a.label)) continue;
        found.push({ label: a.label, sides: [side(one, a), side(other, b)] });
      }
    }
  }
  return found;
}

function side({ article, site }: ReadArticle, figure: KeyFigure): Disagreement['sides'][number] {
  return { articleId: article.id, site, raw: figure.raw, sentenceIds: figure.citations.flatMap(({ sentenceIds }) => sentenceIds) };
}

/** Does the article hold the very same figure somewhere? Then it does not contradict it. */
function agrees(figure: KeyFigure, { brief }: ReadArticle, language: string): boolean {
  return brief.figures.some(
    (other) =>
      other.unit === figure.unit &&
      sameLabel(other.label, figure.label, language) &&
      spanOf(other).some((value) => spanOf(figure).includes(value)),
  );
}

function spanOf({ value, valueMax, change }: KeyFigure): number[] {
  return [value, valueMax, change?.from, change?.to].filter((number) => number !== undefined && number !== null);
}

function isRival(a: KeyFigure, b: KeyFigure, language: string): boolean {
  if (a.change !== undefined || b.change !== undefined || a.valueMax !== undefined || b.valueMax !== undefined) return false;
  // "More than 100" and "120" are both true.
  if (isOpen(a) || isOpen(b)) return false;
  return isSameMeasure(a, b, language) && a.value !== b.value;
}

function isOpen({ qualifier }: KeyFigure): boolean {
  return (
    qualifier === 'more-than' || qualifier === 'at-least' || qualifier === 'less-than' || qualifier === 'at-most' || qualifier === 'up-to'
  );
}

/** Do both measure the same thing? A unit, a label that agrees, and values that are not worlds apart. */
function isSameMeasure(
  a: { value: number; unit: string | null; label: string },
  b: { value: number; unit: string | null; label: string },
  language: string,
): boolean {
  if (a.unit === null || a.unit !== b.unit || a.value * b.value <= 0) return false;
  if (Math.max(a.value / b.value, b.value / a.value) > FURTHEST) return false;
  return sameLabel(a.label, b.label, language);
}

function sameLabel(a: string, b: string, language: string): boolean {
  const [first, second] = [a, b].map((label) => new Set(wordsOf(label, language).flatMap(({ stem, stop }) => (stop ? [] : [stem]))));
  if (first === undefined || second === undefined || first.size === 0 || second.size === 0) return false;
  const common = [...first].filter((stem) => second.has(stem)).length;
  return common / Math.max(first.size, second.size) >= SAME_LABEL;
}

/** "Northwind hired 1,500 workers": the figure at its place among the words of its label, as the sentence has them. */
function named({ raw, label, citations }: KeyFigure, article: Article): string {
  const span = article.sentences[citations[0]?.sentenceIds[0] ?? -1]?.span;
  const sentence = span === undefined ? '' : article.text.slice(span.start, span.end);
  const at = sentence.indexOf(raw);
  if (label === '' || raw.endsWith(label)) return raw;
  if (at < 0) return `${raw} (${label})`;
  const before: string[] = [];
  const behind: string[] = [];
  let from = 0;
  for (const word of label.split(' ')) {
    const start = sentence.indexOf(word, from);
    from = Math.max(from, start + word.length);
    (start < at ? before : behind).push(word);
  }
  return [...before, raw, ...behind].join(' ');
}

/** Figures as a later digest compares them. */
export function traced(brief: Brief): TracedFigure[] {
  return brief.figures.map(({ raw, value, change, unit, label }) => ({ raw, value: change?.to ?? value, unit, label }));
}

/**
 * What the article says that an earlier digest did not: changed figures first, then new ones, then sentences that the
 * article told then does not hold (none when that article is no longer kept).
 * `earlierDigest` is how that digest is called: `Tuesday’s digest`.
 */
export function newSince(
  { article, brief }: ReadArticle,
  told: { figures: readonly TracedFigure[]; article: Article | null },
  earlierDigest: string,
): NewFact[] {
  const { language } = article;
  const changed: NewFact[] = [];
  const added: NewFact[] = [];
  for (const figure of brief.figures) {
    const now = { value: figure.change?.to ?? figure.value, unit: figure.unit, label: figure.label };
    if (told.figures.some(({ value, unit }) => value === now.value && unit === now.unit)) continue;
    const earlier = told.figures.find((one) => isSameMeasure(one, now, language));
    const sentenceIds = figure.citations.flatMap((citation) => citation.sentenceIds);
    const text = named(figure, article);
    if (earlier !== undefined) changed.push({ text, was: `was ${earlier.raw} in ${earlierDigest}`, sentenceIds });
    else if (figure.rank <= LEADING) added.push({ text, was: null, sentenceIds });
  }
  const known = told.article === null ? null : passagesOf(told.article).map(({ stems }) => stems);
  const sentences = brief.points.flatMap(toldIn(article)).flatMap(({ text, sentenceIds }): NewFact[] => {
    const stems = new Set(wordsOf(text, language).flatMap(({ stem, stop }) => (stop ? [] : [stem])));
    const isNew = known !== null && !known.some((one) => one.size > 0 && overlap(stems, one, () => 1) >= KNOWN);
    return isNew ? [{ text, was: null, sentenceIds }] : [];
  });
  const cited = new Set([...changed, ...added].flatMap(({ sentenceIds }) => sentenceIds));
  const others = sentences.filter(({ sentenceIds }) => !sentenceIds.some((id) => cited.has(id)));
  return [...changed, ...added, ...others].slice(0, FACTS);
}

/** A point as what it tells; of two sentences that share a line one may be new and the other not. */
function toldIn({ text, sentences, language }: Article): (point: Point) => { text: string; sentenceIds: number[] }[] {
  return (point) => {
    if (point.citations.length < 2) return [{ text: point.text, sentenceIds: point.citations.flatMap(({ sentenceIds }) => sentenceIds) }];
    return point.citations.map(({ sentenceIds }) => {
      const span = sentences[sentenceIds[0] ?? -1]?.span;
      return { text: span === undefined ? point.text : pointText(text.slice(span.start, span.end), language), sentenceIds };
    });
  };
}
