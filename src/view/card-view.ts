import type { Article } from '../model/article.ts';
import type { Brief } from '../model/brief.ts';
import { metaLine } from './brief-view.ts';
import { createCiter } from './cite.ts';
import { leadingFigures } from './leading.ts';
import { figureRow } from './figure-row.ts';
import type { FigureRow, View } from './view.ts';

/** What the image of a card of key figures shows. */
export interface CardContent {
  /** The article's headline, or what stands for it. */
  title: string;
  /** Site, author, date; empty when none is known. */
  source: string;
  rows: readonly FigureRow[];
  /** The same facts in words, for those who do not see the image. */
  alt: string;
}

/** Rows of one image; more would be too small to read in a chat. */
const ROWS = 8;
/** Discord takes 1,024 characters of description (Attachment object), Slack 2,000 of alt text (image block). */
const ALT_MAX = 1000;
const TITLE_MAX = 200;

export function cardContent(article: Article, brief: Brief): CardContent {
  const citer = createCiter(article, null);
  const title = article.title ?? brief.gist?.text ?? 'Key figures';
  const source = metaLine(article, null);
  const rows = leadingFigures(brief.figures, ROWS, article.language).map((figure) => figureRow(figure, citer));
  return { title, source, rows, alt: altOf(title, source, rows) };
}

/** The card as an image, the facts as its alt text. Where nobody could load it by an address, a chat takes the image itself. */
export function viewCard(article: Article, brief: Brief, publicUrl: string | null): View {
  const { title, alt } = cardContent(article, brief);
  const url = publicUrl === null ? null : `${publicUrl}/articles/${article.id}/figures.png`;
  return { title: `Key figures: ${title}`, blocks: [{ type: 'image', url, alt, articleId: article.id }] };
}

/** Signs that few fonts hold and screen readers stumble over, in words; an image draws its bars itself. */
export function inWords(text: string): string {
  return text
    .replace(/^[▲▼=] [▁-█]+ /u, '')
    .replace(/^▲ ?/u, 'up ')
    .replace(/^▼ ?/u, 'down ')
    .replace(/(?<=^(?:up |down )?)≈ /u, 'about ')
    .replace(/(?<=^(?:up |down )?)≥ /u, 'at least ')
    .replace(/(?<=^(?:up |down )?)≤ /u, 'at most ')
    .trimEnd();
}

/** Title, source, then a sentence a figure; whole rows only, and a count of what did not fit. */
function altOf(title: string, source: string, rows: readonly FigureRow[]): string {
  const sentences = rows.map(({ value, label, tags }) => {
    const more = tags.length === 0 ? '' : ` (${tags.map(inWords).join(', ')})`;
    return `${inWords(value)}: ${label}${more}.`;
  });
  let alt = `Key figures: ${title.slice(0, TITLE_MAX)}.${source === '' ? '' : ` ${source}.`}`;
  let told = 0;
  for (const sentence of sentences) {
    if (alt.length + sentence.length + 12 > ALT_MAX) break;
    alt += ` ${sentence}`;
    told += 1;
  }
  return told === sentences.length ? alt : `${alt} ${sentences.length - told} more.`;
}
