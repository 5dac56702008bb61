import type { Article } from '../model/article.ts';
import type { Brief, Point } from '../model/brief.ts';
import type { KeyFigure } from '../model/figure.ts';
import { caveatsOf } from '../brief/caveats.ts';
import { fill } from '../brief/fill.ts';
import { isOpinion } from '../brief/opinion.ts';
import { createCiter, type Citer } from './cite.ts';
import { headlineOf } from './headline.ts';
import { leadingFigures } from './leading.ts';
import { figureRow } from './figure-row.ts';
import { en } from './labels/en.ts';
import type { Labels } from './labels/labels.ts';
import { outlineOf } from './outline.ts';
import { isToldBy, linesOf, withFigures } from './told.ts';
import type { Button, Inline, View, ViewBlock } from './view.ts';

export interface BriefViewOptions {
  publicUrl: string | null;
  /** Buttons under the brief, in order; empty where nothing can be pressed. */
  buttons: readonly Button[];
  /** A sentence above the footer, e.g. why the built-in engine stood in for the model. */
  note?: string;
  /** The words around what the article says; English when absent. */
  labels?: Labels;
}

/** Figures on a brief; the rest are one button away. */
const FIGURES_SHOWN = 5;
const QUOTES_SHOWN = 2;

/** The brief as DESIGN.md section 8 shows it. */
export function viewBrief(article: Article, brief: Brief, options: BriefViewOptions): View {
  const { labels = en } = options;
  const citer = createCiter(article, options.publicUrl);
  const headline = headlineOf(article.title, brief, labels);
  // What a line tells is not said again.
  const lines = linesOf(brief);
  const shown = leadingFigures(brief.figures, FIGURES_SHOWN, article.language, lines);
  const caveats = caveatsIn(article, brief, shown, labels);
  const said = [...lines.map((line) => line.text), ...shown.map(({ told = '' }) => told)];
  const blocks: (ViewBlock | null)[] = [
    { type: 'heading', inlines: [headlineInline(article, headline)] },
    { type: 'meta', inlines: [text(metaLine(article, brief, labels))] },
    gist(article, brief, citer, labels),
    points(brief, citer, article.language),
    sections(article, labels),
    figures(brief, shown, citer, labels, article.language),
    ...brief.quotes
      .filter(({ text: words, speaker }) => speaker !== null && !said.some((one) => one.includes(words)))
      .slice(0, QUOTES_SHOWN)
      .map((quote): ViewBlock => ({ type: 'quote', text: quote.text, speaker: quote.speaker, cites: citer.cite([quote.citation]) })),
    caveats.length === 0 ? null : { type: 'meta', inlines: [text(caveats.join(' '))] },
    sources(citer),
    { type: 'meta', inlines: [text(footer(brief, options.note, labels))] },
    options.buttons.length === 0 ? null : { type: 'actions', buttons: [...options.buttons] },
  ];
  return { title: titleLine(article, brief, labels), blocks: blocks.filter((block) => block !== null) };
}

/** The notification: headline and gist, so that it can stand alone. */
function titleLine(article: Article, brief: Brief, labels: Labels): string {
  const told = brief.gist?.text ?? brief.points[0]?.text ?? labels.nothing;
  return article.title === null ? told : `${article.title}: ${told}`;
}

function headlineInline(article: Article, headline: string): Inline {
  return article.canonicalUrl === null
    ? { type: 'text', text: headline, strong: true }
    : { type: 'link', text: headline, url: article.canonicalUrl };
}

function gist(article: Article, brief: Brief, citer: Citer, labels: Labels): ViewBlock | null {
  if (brief.gist === null) return null;
  const cites = citer.cite(brief.gist.citations);
  // Without a title the gist is the headline, and is not said twice: only its proof stands here.
  if (article.title === null)
    return { type: 'meta', inlines: [text(labels.headlineFrom), ...(brief.gist.by === undefined ? [] : [text(MARK)]), ...spaced(cites)] };
  return { type: 'paragraph', inlines: [...lineOf(brief.gist, brief, article.language), ...spaced(cites)] };
}

function points(brief: Brief, citer: Citer, language: string): ViewBlock | null {
  if (brief.points.length === 0) return null;
  return {
    type: 'points',
    items: brief.points.map((point) => [...lineOf(point, brief, language), ...spaced(citer.cite(point.citations))]),
  };
}

/** What a long page has under which heading. */
function sections(article: Article, labels: Labels): ViewBlock | null {
  const { shown, more } = outlineOf(article);
  if (shown.length === 0) return null;
  const list = more === 0 ? shown : [...shown, fill(labels.more, { n: more })];
  return { type: 'meta', inlines: [text(`${labels.sections}: `), text(list.join(' · '))] };
}

/** Behind every line that a model wrote. */
const MARK = ' ✎';

function lineOf(point: Point, { figures: all }: Brief, language: string): Inline[] {
  return withFigures(point.by === undefined ? point : { ...point, text: point.text + MARK }, all, language);
}

function figures(brief: Brief, shown: readonly KeyFigure[], citer: Citer, labels: Labels, language: string): ViewBlock | null {
  if (shown.length === 0) return null;
  const more = brief.figures.length - shown.length;
  const title = brief.figures.some((figure) => isToldBy(linesOf(brief), figure, language)) ? labels.moreFigures : labels.keyFigures;
  return {
    type: 'figures',
    title: more === 0 ? title : fill(labels.someFigures, { title, shown: shown.length, all: brief.figures.length }),
    rows: shown.map((figure) => figureRow(figure, citer, labels)),
  };
}

/** Where sentences cannot be linked to, they are quoted, so that every claim still shows its proof. */
export function sources(citer: Citer): ViewBlock | null {
  const items = citer.unlinked();
  return items.length === 0 ? null : { type: 'sources', items };
}

export function metaLine(article: Article, brief: Brief | null, labels: Labels = en): string {
  const host = article.canonicalUrl === null ? null : hostOf(article.canonicalUrl);
  const parts = [
    isOpinion(article) ? labels.opinion : null,
    article.site ?? host,
    // A house that signs itself is named once.
    article.byline?.toLowerCase() === (article.site ?? host)?.toLowerCase() ? null : article.byline,
    article.publishedAt === null ? null : day(article.publishedAt, labels),
  ];
  if (brief !== null) parts.push(readingTime(brief, labels));
  return parts.filter((part) => part !== null).join(' · ');
}

/** Whose page it is; of a copy in the Wayback Machine the one that was copied. */
function hostOf(address: string): string {
  const { hostname, pathname } = new URL(address);
  const copied = hostname === 'web.archive.org' ? URL.parse(/^\/web\/\w+\/(https?:\/\/.+)$/u.exec(pathname)?.[1] ?? '') : null;
  return (copied?.hostname ?? hostname).replace(/^www\./u, '');
}

/** What spares less, in seconds, or less than it takes itself, is not boasted of. */
const LEAST_SAVED = 10;

function readingTime({ readingMinutes, briefSeconds, savedSeconds }: Brief, labels: Labels): string {
  const time = readingMinutes < 1 ? labels.underMinute : fill(labels.minutes, { n: Math.round(readingMinutes) });
  return savedSeconds < LEAST_SAVED || savedSeconds < briefSeconds
    ? fill(labels.read, { time })
    : fill(labels.readIn, { time, s: Math.max(5, Math.round(briefSeconds / 5) * 5) });
}

/** `22 Nov 2026`. The calendar day as the publisher wrote it, whatever zone the server is in. */
export function day(instant: string, { locale }: Labels): string {
  const date = new Date(`${instant.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return instant.slice(0, 10);
  return date.toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}

/** What a reader of the message must know: of its figures only the rows, since a line tells its hedge itself. */
function caveatsIn(article: Article, brief: Brief, shown: readonly KeyFigure[], labels: Labels): string[] {
  const known = new Set(caveatsOf(article, brief.figures));
  return [...caveatsOf(article, shown, labels.caveats), ...brief.caveats.filter((caveat) => !known.has(caveat))];
}

function footer(brief: Brief, note: string | undefined, labels: Labels): string {
  const { verified, sentTo, spent } = brief;
  const { checked, dropped } = verified;
  const proof = dropped === 0 ? fill(labels.checked, { n: checked }) : fill(labels.dropped, { n: checked, dropped });
  const left = sentTo === undefined ? labels.stayed : fill(labels.sent, { host: sentTo });
  return [note, proof, byline(brief, labels), left, ...spentWords(spent, labels)].filter((part) => part !== undefined).join(' · ');
}

/** Who wrote the lines: "✎ 3 by small, 2 from the article". */
function byline(brief: Brief, labels: Labels): string {
  const { engine, gist: first, model = 'a language model', note } = brief;
  if (engine === 'built-in') return note ?? labels.builtIn;
  const lines = first === null ? brief.points : [first, ...brief.points];
  const own = lines.filter(({ by }) => by === 'model').length;
  // Briefs of before lines were told apart.
  if (own === 0) return fill(labels.writtenBy, { model });
  const others = lines.length - own;
  return `${MARK.trim()} ${fill(labels.linesBy, { n: own, model })}${others === 0 ? '' : `, ${fill(labels.linesFrom, { n: others })}`}`;
}

/** "1,240 tokens, $0.004". */
export function spentWords(spent: Brief['spent'], labels: Labels = en): string[] {
  if (spent === undefined || spent.tokens === 0) return [];
  const { tokens, dollars } = spent;
  const cost = dollars === undefined ? '' : `, $${dollars < 0.01 ? dollars.toFixed(4) : dollars.toFixed(2)}`;
  return [`${fill(labels.tokens, { n: tokens.toLocaleString(labels.locale) })}${cost}`];
}

function text(words: string): Inline {
  return { type: 'text', text: words };
}

/** Each citation with a space before it. */
export function spaced(cites: readonly Inline[]): Inline[] {
  return cites.flatMap((cite) => [text(' '), cite]);
}
