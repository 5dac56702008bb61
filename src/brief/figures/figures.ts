import { sha256 } from '../../hash.ts';
import type { Article, Citation, Span } from '../../model/article.ts';
import type { KeyFigure } from '../../model/figure.ts';
import learnt from '../data/figures.json' with { type: 'json' };
import { passagesOf, type Passage } from '../passages.ts';
import { scoresOf, type Trees } from '../../trees.ts';
import { wordsOf } from '../words.ts';
import { contradicts, type Rival } from './conflict.ts';
import { shippedLabels, type LabelModel } from './label.ts';
import { mentionsIn, type Mention } from './mentions.ts';
import { quotedOf } from './quotation.ts';
import { withTableSums } from './table-sums.ts';
import { voicesOf } from './voices.ts';
import { featuresOf, PLAIN } from './worth.ts';

/** Enough for a page of accounts; views show the first few and leave the others to the card of its own. */
const MAX_FIGURES = 30;
/** So many figures behind one are compared with it, so that a table costs no square of its cells. */
const LOOKED_AT = 40;

/** How much a figure's kind and size count beside the trees when figures are put in order. */
const PLAIN_SHARE = 2.5;

/** Fitted by scripts/train/figures.ts to hand marks. `least` is the score at which a figure is worth its place. */
export interface Selection extends Trees {
  least: number;
}

/** A key figure, where it stands, and how much rather than not an editor would print it, as a logit. */
export interface RankedFigure {
  figure: KeyFigure;
  passage: Passage;
  /** In the passage. */
  span: Span;
  score: number;
}

/** The article's key figures, most telling first. Every mention of the same figure is cited, the fullest first. */
export function findFigures(article: Article, selection: Selection = learnt, labels: LabelModel = shippedLabels()): KeyFigure[] {
  return rankedFigures(article, selection, labels).map(({ figure }) => figure);
}

export function rankedFigures(article: Article, selection: Selection = learnt, labels: LabelModel = shippedLabels()): RankedFigure[] {
  const ranked = figureGroups(article, labels)
    .map((group) => {
      const scores = [...scoresOf(selection, group.features)];
      // The trees know what editors leave out; what comes first is also a matter of what kind of figure it is.
      const worth = Math.max(...scores.map((score, at) => score + PLAIN_SHARE * (group.features[at]?.[PLAIN] ?? 0)));
      return { ...group, score: Math.max(...scores), worth };
    })
    .toSorted((a, b) => b.worth - a.worth || a.first - b.first);
  return withConflicts(ranked, article.language)
    .filter(({ score, figure, isRead }) => score >= selection.least && (figure.label !== '' || !isRead))
    .slice(0, MAX_FIGURES)
    .map((group, index) => ({
      figure: { ...keyFigureOf(group, article), rank: index + 1 },
      passage: group.passage,
      span: group.span,
      score: group.score,
    }));
}
/** What one figure's mentions come to. */
export interface FigureGroup {
  figure: Mention['figure'];
  passage: Passage;
  /** Where it stands in the passage. */
  span: Span;
  citations: Citation[];
  /** Of each mention, for the trees. */
  features: number[][];
  /** Was its sentence read by a grammar? One without a label is then not shown. */
  isRead: boolean;
  first: number;
}

/** Every figure of the article, worth showing or not, with what the trees read of its mentions. */
export function figureGroups(article: Article, labels: LabelModel = shippedLabels()): FigureGroup[] {
  const passages = passagesOf(article);
  const voices = voicesOf(passages, article.language);
  const quoted = quotedOf(passages);
  const read = passages.flatMap((passage, at) =>
    mentionsIn(passage, article, voices.get(passage.id) ?? null, labels, quoted[at]?.isWhole === true),
  );
  const mentions = withTableSums(read, article.language);
  const groups = [...Map.groupBy(mentions, identityOf).values()].flatMap((group) => byMeasure(group, article.language));
  return groups.map((group) => {
    const repeats = new Set(group.map(({ passage }) => passage.id)).size;
    const setting = { language: article.language, title: article.title, sentences: passages.length, figures: groups.length, repeats };
    return { ...merged(group, article.language), features: group.map((mention) => featuresOf(mention, setting)) };
  });
}

/** A figure without its position on the card. */
export function keyFigureOf({ figure, citations }: FigureGroup, { id }: Article): Omit<KeyFigure, 'rank'> {
  const own = sha256(
    id,
    figure.raw,
    String(figure.value),
    figure.unit ?? '',
    figure.label,
    figure.asOf ?? '',
    JSON.stringify(citations),
  ).slice(0, 16);
  return { ...figure, id: own, citations };
}

/** Below this a bare number says the same in two sentences by chance. */
const TELLING = 20;

/** What two mentions share when they mean one figure. */
function identityOf({ figure: { value, valueMax, kind, raw, asOf }, unit, passage }: Mention): string {
  const isChance = kind === 'score' || kind === 'rank' || (kind === 'count' && unit === null && Math.abs(value) < TELLING);
  // "5% in 2024 and 5% for 2025" are two figures.
  const time = kind === 'percent' ? (/\d{4}/u.exec(asOf ?? '')?.[0] ?? '') : '';
  return isChance ? `${kind}|${raw}|${passage.id}` : `${value}|${valueMax ?? ''}|${unit ?? ''}|${time}`;
}

/** Shares are small numbers, which meet by chance: "revenue rose 3.5 percent" and "inflation of 3.5 percent" are two figures. */
function byMeasure(group: readonly Mention[], language: string): Mention[][] {
  if (group.length === 1 || group[0]?.figure.kind !== 'percent') return [[...group]];
  const parts: { stems: Set<string>; mentions: Mention[] }[] = [];
  for (const mention of group) {
    const stems = stemsOf(mention.figure.label, language);
    const part = parts.find((known) => stems.size === 0 || known.stems.size === 0 || !stems.isDisjointFrom(known.stems));
    if (part === undefined) parts.push({ stems, mentions: [mention] });
    else {
      part.mentions.push(mention);
      part.stems = part.stems.union(stems);
    }
  }
  return parts.map(({ mentions }) => mentions);
}

type Ranked = FigureGroup & { score: number; worth: number };

/** A value that another voice contradicts is shown with the other value, once, under the one that matters more. */
function withConflicts(ranked: readonly Ranked[], language: string): Ranked[] {
  const told = new Set<Ranked>();
  return ranked.flatMap((one, at) => {
    if (told.has(one)) return [];
    const other = ranked
      .slice(at + 1, at + 1 + LOOKED_AT)
      .find((next) => !told.has(next) && contradicts(rivalOf(one), rivalOf(next), language));
    if (other === undefined) return [one];
    told.add(other);
    const { raw, value, attributedTo } = other.figure;
    return [{ ...one, figure: { ...one.figure, conflict: { raw, value, attributedTo, citations: other.citations } } }];
  });
}

function rivalOf({ figure, passage }: FigureGroup): Rival {
  const { value, valueMax, unit, label, attributedTo, change } = figure;
  return { value, valueMax, unit, label, attributedTo, isChange: change !== undefined, passage };
}

function merged(mentions: readonly Mention[], language: string): Omit<FigureGroup, 'features'> {
  // The mention with the fullest wording speaks: a hedge that is said once holds for the figure.
  const [best = mentions[0] as Mention, ...others] = mentions.toSorted((a, b) => fullness(b) - fullness(a) || a.passage.id - b.passage.id);
  const ids = [...new Set([best, ...others].map(({ passage }) => passage.id))];
  const proofs = [...new Set([best, ...others.filter((other) => isSaidAlike(best, other, language))].map(({ passage }) => passage.id))];
  const citations: Citation[] = proofs.map((id) => ({
    sentenceIds: id === best.passage.id && best.voice !== null ? [id, best.voice] : [id],
  }));
  return {
    figure: best.figure,
    passage: best.passage,
    span: best.quantity.span,
    citations,
    isRead: best.place !== null,
    first: Math.min(...ids),
  };
}

/** "300 miles" of one car proves nothing of another: a round number is said alike where most of the shorter label is the same. */
function isSaidAlike(a: Mention, b: Mention, language: string): boolean {
  if (digitsOf(a.figure.value) >= PRECISE || Math.abs(a.figure.value) >= LARGE) return true;
  const [short, long] = [a, b].map(({ figure }) => stemsOf(figure.label, language)).toSorted((x, y) => x.size - y.size);
  return short === undefined || long === undefined || (short.size > 0 && short.intersection(long).size * 2 >= short.size);
}
/** So many digits do not meet by chance, nor do such numbers. */
const [PRECISE, LARGE] = [3, 10_000];

function digitsOf(value: number): number {
  return String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|0+$/gu, '').length;
}

function stemsOf(label: string, language: string): Set<string> {
  return new Set(wordsOf(label, language).flatMap(({ stem, stop }) => (stop ? [] : [stem])));
}

function fullness({ figure }: Mention): number {
  return (
    (figure.qualifier === 'exactly' ? 0 : 2) +
    (figure.status === 'hedged' ? 1 : 0) +
    // What the article also says in its own voice is its own.
    (figure.attributedTo === null ? 0.5 : 0) +
    (figure.label === '' ? 0 : 0.5)
  );
}
