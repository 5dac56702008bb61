import { sha256 } from '../../hash.ts';
import { languageFor } from '../../language/tables.ts';
import type { Article, Citation } from '../../model/article.ts';
import type { FigureKind, KeyFigure } from '../../model/figure.ts';
import { passagesOf, type Passage } from '../passages.ts';
import { isAside } from './aside.ts';
import { asOfIn, changeOf, isOlder } from './change.ts';
import { claimOf } from './claim.ts';
import { voicesOf, type Voice } from './voices.ts';
import { contradicts, type Rival } from './conflict.ts';
import { countedUnit, labelOf } from './label.ts';
import { findQuantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';

/** More rows than this are a table and not a card. */
const MAX_FIGURES = 12;
/** So many figures behind one are compared with it, so that a table costs no square of its cells. */
const LOOKED_AT = 40;
/** Below this a number is part of the story but not a key figure. */
const ENOUGH = 1.7;
const WEIGHTS: Readonly<Record<FigureKind, number>> = {
  money: 3,
  percent: 2.4,
  power: 3,
  energy: 3,
  count: 1.6,
  data: 2,
  ratio: 2.4,
  area: 1.8,
  mass: 2,
  length: 1.4,
  temperature: 2.6,
  duration: 0.9,
  rank: 0,
  other: 1.9,
};

/** A sentence with more is a dump of numbers, and each costs a look at the whole sentence. */
const MAX_IN_SENTENCE = 30;

interface Mention {
  passage: Passage;
  quantity: Quantity;
  label: string;
  unit: string | null;
  figure: Omit<KeyFigure, 'id' | 'rank' | 'citations'>;
  score: number;
  /** The sentence that names the speaker, where a pronoun stands for him; null otherwise. */
  voice: number | null;
}

/** The article's key figures, most telling first. Every mention of the same figure is cited, the fullest first. */
export function findFigures(article: Article): KeyFigure[] {
  const passages = passagesOf(article);
  const voices = voicesOf(passages, article.language);
  const mentions = passages.flatMap((passage) => mentionsIn(passage, article, passages.length, voices.get(passage.id) ?? null));
  const groups = Map.groupBy(mentions, ({ figure, unit }) => `${figure.value}|${figure.valueMax ?? ''}|${unit ?? ''}`);
  const ranked = [...groups.values()].map(merged).toSorted((a, b) => b.score - a.score || a.first - b.first);
  return withConflicts(ranked, article.language)
    .filter(({ score }) => score >= ENOUGH)
    .slice(0, MAX_FIGURES)
    .map(({ figure, citations }, index) => {
      const id = sha256(article.id, figure.raw, String(figure.value), figure.unit ?? '', figure.label, JSON.stringify(citations)).slice(
        0,
        16,
      );
      return { ...figure, id, citations, rank: index + 1 };
    });
}

/** A value that another voice contradicts is shown with the other value, once, under the one that matters more. */
function withConflicts(ranked: readonly Merged[], language: string): Merged[] {
  const told = new Set<Merged>();
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

function rivalOf({ figure, passage }: Merged): Rival {
  const { value, valueMax, unit, label, attributedTo, change } = figure;
  return { value, valueMax, unit, label, attributedTo, isChange: change !== undefined, passage };
}

interface Merged {
  figure: Mention['figure'];
  passage: Passage;
  citations: Citation[];
  score: number;
  first: number;
}

function merged(mentions: readonly Mention[]): Merged {
  // The mention with the fullest wording speaks: a hedge that is said once holds for the figure.
  const [best = mentions[0] as Mention, ...others] = mentions.toSorted((a, b) => fullness(b) - fullness(a) || a.passage.id - b.passage.id);
  const ids = [...new Set([best, ...others].map(({ passage }) => passage.id))];
  const citations: Citation[] = ids.map((id) => ({ sentenceIds: id === best.passage.id && best.voice !== null ? [id, best.voice] : [id] }));
  const score = Math.max(...mentions.map((mention) => mention.score)) + 0.6 * Math.min(2, ids.length - 1);
  return { figure: best.figure, passage: best.passage, citations, score, first: Math.min(...ids) };
}

function fullness({ figure, label }: Mention): number {
  return (
    (figure.qualifier === 'exactly' ? 0 : 2) +
    (figure.status === 'hedged' ? 1 : 0) +
    (figure.attributedTo === null ? 0 : 0.5) +
    (label === '' ? 0 : 0.5)
  );
}

function mentionsIn(passage: Passage, article: Article, count: number, voice: Voice | null): Mention[] {
  const { text, kind } = passage;
  if (kind === 'heading' || kind === 'code' || !/\p{N}|\p{L}/u.test(text)) return [];
  const quantities = findQuantities(text, article.language)
    .filter(({ role }) => role === 'quantity')
    .map((quantity) => asPart(quantity, text))
    .slice(0, MAX_IN_SENTENCE);
  if (quantities.length === 0) return [];
  // Without a table of its words a language hides its dates and ordinals among the counts.
  const least = languageFor(article.language).code === 'und' ? 1000 : 0;
  const older = new Set(quantities.filter((quantity, index) => index > 0 && isOlder(text, quantities[index - 1] as Quantity, quantity)));
  return quantities.flatMap((quantity, index) => {
    const next = quantities[index + 1];
    if (quantity.kind === 'count' && Math.abs(quantity.value) < least) return [];
    if (older.has(quantity) || isAside(text, quantity, quantities)) return [];
    const label = labelOf(text, quantity, article.language);
    const unit = localUnit(quantity, article) ?? (quantity.kind === 'count' ? countedUnit(text, quantity, article.language) : null);
    const change = changeOf(text, quantity, next !== undefined && older.has(next) ? next : null, article.language);
    const score = scoreOf(quantity, unit, label, passage, count, article.title, change !== null);
    if (score <= 0) return [];
    const own = claimOf(text, quantity.span.start, article.language);
    const isCarried = own.attributedTo === null && voice !== null;
    const claim = isCarried ? { status: own.status === 'hedged' ? own.status : ('attributed' as const), attributedTo: voice.name } : own;
    const asOf = asOfIn(text, quantity, quantities, article.language);
    const { raw, value, valueMax, kind: figureKind, qualifier } = quantity;
    const figure = {
      raw,
      value,
      ...(valueMax === undefined ? {} : { valueMax }),
      unit,
      kind: figureKind,
      label,
      qualifier,
      ...claim,
      ...(change === null ? {} : { change }),
      ...(asOf === undefined ? {} : { asOf }),
    };
    return [{ passage, quantity, label, unit, score, figure, voice: isCarried ? voice.id : null }];
  });
}

/** "two-thirds of the economy", "half its staff": a part of a whole, where a whole follows. */
function asPart(quantity: Quantity, text: string): Quantity {
  const { kind, isWords, value, span } = quantity;
  const isPart =
    kind === 'count' &&
    isWords &&
    value > 0 &&
    value < 1 &&
    !/\b(?:first|second|other|better|erste|zweite|première|seconde|primera|segunda|prima|seconda)\s$/iu.test(text.slice(0, span.start)) &&
    WHOLE.test(text.slice(span.end, span.end + 14));
  return isPart ? { ...quantity, kind: 'ratio' } : quantity;
}
const WHOLE =
  /^\s(?:of|its|their|his|her|the|all|as much|as many|less|fewer|more|by|der|des|aller|de|des|del|della|dei|dos|das|van)(?![\p{L}\p{N}])/iu;

const PESOS: readonly (readonly [RegExp, string])[] = [
  [/\bColombia/u, 'COP'],
  [/\bArgentin/u, 'ARS'],
  [/\bChile/u, 'CLP'],
  [/\b(?:Philippine|Filipin)/u, 'PHP'],
  [/\b(?:Mexic|Méxic|mexican)/u, 'MXN'],
];

/** A peso is that of the country which the article is about; of none that it names, simply a peso. */
function localUnit({ unit, raw }: Quantity, { text }: Article): string | null {
  if (unit !== 'MXN' || !/\bpesos?$/iu.test(raw)) return unit;
  return PESOS.find(([country]) => country.test(text))?.[1] ?? 'peso';
}

/** How many were hurt or held is news however few they are. */
const HARM = /\b(?:killed|dead|died|deaths?|injured|wounded|hurt|missing|arrested|detained|charged|kidnapped|rescued|jailed|infected)\b/iu;
const TALLY = /^(?:number|total|tally|zahl|anzahl|nombre|número|numero|aantal)\b/iu;
/** Their units say what is measured, money and percentages do not. */
const SPEAKING: ReadonlySet<FigureKind> = new Set([
  'temperature',
  'duration',
  'mass',
  'length',
  'area',
  'power',
  'energy',
  'data',
  'other',
]);
const PUNISHMENT = /\b(?:sentenc|jail|prison|custody|served|banned|suspended|ban of|suspension)/iu;

function scoreOf(
  quantity: Quantity,
  unit: string | null,
  label: string,
  { id, kind, text }: Passage,
  count: number,
  title: string | null,
  hasChange: boolean,
): number {
  const { value, isWords, qualifier, kind: figureKind, raw, span } = quantity;
  const early = 1 - id / Math.max(count, 1);
  if (figureKind === 'rank' || !Number.isFinite(value)) return 0;
  const size = Math.max(Math.abs(value), 1);
  if (figureKind === 'count' && isWords && size < 20 && size > 4 && unit !== null && HARM.test(text)) return 2 + early;
  const isNamed = unit !== null || (label !== '' && (size >= 1000 || quantity.valueMax !== undefined || TALLY.test(label))) || hasChange;
  if (figureKind === 'count' && (!isNamed || (isWords && size < 20) || size < 3)) return 0;
  if (figureKind === 'duration' && PUNISHMENT.test(text.slice(Math.max(0, span.start - 60), span.end + 45))) return 2 + early;
  if (figureKind === 'duration' && isWords && size < 10) return 0;
  const magnitude = figureKind === 'count' || figureKind === 'money' ? Math.min(Math.log10(size), 10) * 0.3 : 0.4;
  return (
    WEIGHTS[figureKind] +
    magnitude +
    early +
    (qualifier === 'exactly' ? 0 : 0.1) +
    (title?.includes(raw) === true ? 1.5 : 0) +
    (isWords && figureKind !== 'ratio' ? -0.6 : 0) +
    (label === '' ? (SPEAKING.has(figureKind) ? -0.3 : -0.8) : 0) +
    (kind === 'caption' ? -0.5 : kind === 'table-row' ? -1.5 : 0) +
    (figureKind === 'count' && size < 20 ? -0.6 : 0)
  );
}
