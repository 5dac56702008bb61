import type { Article } from '../model/article.ts';
import type { Brief } from '../model/brief.ts';
import { metaLine, sources } from './brief-view.ts';
import { createCiter } from './cite.ts';
import { figureRow, figureValue } from './figure-row.ts';
import type { View, ViewBlock } from './view.ts';

/** Rows on a card of its own. */
const ROWS = 20;

/** The card of key figures alone. */
export function viewFigures(article: Article, brief: Brief, options: { publicUrl: string | null }): View {
  const name = article.title ?? brief.gist?.text ?? 'this article';
  if (brief.figures.length === 0) {
    const none = `There are no key figures in ${article.title === null ? 'this article' : `“${article.title}”`}.`;
    return { title: none, blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text: none }] }] };
  }
  const citer = createCiter(article, options.publicUrl);
  const rows = brief.figures.slice(0, ROWS).map((figure) => figureRow(figure, citer));
  const first = brief.figures[0];
  const blocks: (ViewBlock | null)[] = [
    {
      type: 'heading',
      inlines: [
        article.canonicalUrl === null
          ? { type: 'text', text: name, strong: true }
          : { type: 'link', text: name, url: article.canonicalUrl },
      ],
    },
    metaLine(article, null) === '' ? null : { type: 'meta', inlines: [{ type: 'text', text: metaLine(article, null) }] },
    { type: 'figures', title: `Key figures (${brief.figures.length})`, rows },
    sources(citer),
  ];
  return {
    title: first === undefined ? name : `Key figures: ${figureValue(first)} ${first.label}`,
    blocks: blocks.filter((block) => block !== null),
  };
}
