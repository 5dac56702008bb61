import type { Article } from '../model/article.ts';
import type { Brief } from '../model/brief.ts';
import { createCiter, type Citer } from './cite.ts';
import { figureRow } from './figure-row.ts';
import type { Button, Inline, View, ViewBlock } from './view.ts';

export interface BriefViewOptions {
  publicUrl: string | null;
  /** Buttons under the brief, in order; empty where nothing can be pressed. */
  buttons: readonly Button[];
  /** A sentence above the footer, e.g. why the built-in engine stood in for the model. */
  note?: string;
}

/** Figures on a brief; the rest are one button away. */
const FIGURES_SHOWN = 5;
const QUOTES_SHOWN = 2;

/** The brief as DESIGN.md section 8 shows it. */
export function viewBrief(article: Article, brief: Brief, options: BriefViewOptions): View {
  const citer = createCiter(article, options.publicUrl);
  const headline = article.title ?? brief.gist?.text ?? 'Untitled';
  const blocks: (ViewBlock | null)[] = [
    { type: 'heading', inlines: [headlineInline(article, headline)] },
    { type: 'meta', inlines: [text(metaLine(article, brief))] },
    gist(article, brief, citer),
    points(brief, citer),
    figures(brief, citer),
    ...brief.quotes
      .slice(0, QUOTES_SHOWN)
      .map((quote): ViewBlock => ({ type: 'quote', text: quote.text, speaker: quote.speaker, cites: citer.cite([quote.citation]) })),
    brief.caveats.length === 0 ? null : { type: 'meta', inlines: [text(brief.caveats.join(' '))] },
    sources(citer),
    { type: 'meta', inlines: [text(footer(brief, options.note))] },
    options.buttons.length === 0 ? null : { type: 'actions', buttons: [...options.buttons] },
  ];
  return { title: titleLine(article, brief), blocks: blocks.filter((block) => block !== null) };
}

/** The notification: headline and gist, so that it can stand alone. */
function titleLine(article: Article, brief: Brief): string {
  const told = brief.gist?.text ?? brief.points[0]?.text ?? 'There was nothing to sum up.';
  return article.title === null ? told : `${article.title}: ${told}`;
}

function headlineInline(article: Article, headline: string): Inline {
  return article.canonicalUrl === null
    ? { type: 'text', text: headline, strong: true }
    : { type: 'link', text: headline, url: article.canonicalUrl };
}

function gist(article: Article, brief: Brief, citer: Citer): ViewBlock | null {
  if (brief.gist === null) return null;
  const cites = citer.cite(brief.gist.citations);
  // Without a title the gist is the headline, and is not said twice: only its proof stands here.
  if (article.title === null) return { type: 'meta', inlines: [text('Headline from'), ...spaced(cites)] };
  return { type: 'paragraph', inlines: [text(brief.gist.text), ...spaced(cites)] };
}

function points(brief: Brief, citer: Citer): ViewBlock | null {
  if (brief.points.length === 0) return null;
  return {
    type: 'points',
    items: brief.points.map((point) => [text(point.text), ...spaced(citer.cite(point.citations))]),
  };
}

function figures(brief: Brief, citer: Citer): ViewBlock | null {
  if (brief.figures.length === 0) return null;
  const shown = brief.figures.slice(0, FIGURES_SHOWN);
  const more = brief.figures.length - shown.length;
  return {
    type: 'figures',
    title: more === 0 ? 'Key figures' : `Key figures (${shown.length} of ${brief.figures.length})`,
    rows: shown.map((figure) => figureRow(figure, citer)),
  };
}

/** Where sentences cannot be linked to, they are quoted, so that every claim still shows its proof. */
export function sources(citer: Citer): ViewBlock | null {
  const items = citer.unlinked();
  return items.length === 0 ? null : { type: 'sources', items };
}

export function metaLine(article: Article, brief: Brief | null): string {
  const host = article.canonicalUrl === null ? null : new URL(article.canonicalUrl).hostname.replace(/^www\./, '');
  const parts = [article.site ?? host, article.byline, article.publishedAt === null ? null : day(article.publishedAt)];
  if (brief !== null) parts.push(readingTime(brief));
  return parts.filter((part) => part !== null).join(' · ');
}

function readingTime({ readingMinutes, briefSeconds, savedSeconds }: Brief): string {
  const minutes = readingMinutes < 1 ? 'under 1 min' : `${Math.round(readingMinutes)} min`;
  return savedSeconds < 10 ? `${minutes} read` : `${minutes} read in ${Math.max(5, Math.round(briefSeconds / 5) * 5)} s`;
}

/** `22 Nov 2026`. The calendar day as the publisher wrote it, whatever zone the server is in. */
function day(instant: string): string {
  const date = new Date(`${instant.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return instant.slice(0, 10);
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}

function footer({ verified, engine, model, sentTo, spent, note: standIn }: Brief, note: string | undefined): string {
  const { checked, dropped } = verified;
  const proof = dropped === 0 ? `${checked} of ${checked} checked` : `${checked} checked, ${dropped} dropped`;
  const left = sentTo === undefined ? 'nothing left this server' : `the text went to ${sentTo}`;
  const where = engine === 'llm' ? `written by ${model ?? 'a language model'} · ${left}` : `${standIn ?? 'built-in engine'} · ${left}`;
  return [note, proof, where, ...spentWords(spent)].filter((part) => part !== undefined).join(' · ');
}

/** "1,240 tokens, $0.004". */
export function spentWords(spent: Brief['spent']): string[] {
  if (spent === undefined || spent.tokens === 0) return [];
  const { tokens, dollars } = spent;
  const cost = dollars === undefined ? '' : `, $${dollars < 0.01 ? dollars.toFixed(4) : dollars.toFixed(2)}`;
  return [`${tokens.toLocaleString('en-GB')} tokens${cost}`];
}

function text(words: string): Inline {
  return { type: 'text', text: words };
}

/** Each citation with a space before it. */
export function spaced(cites: readonly Inline[]): Inline[] {
  return cites.flatMap((cite) => [text(' '), cite]);
}
