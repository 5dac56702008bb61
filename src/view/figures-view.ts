import type { Article } from '../model/article.ts';
import type { Brief } from '../model/brief.ts';
import { fill } from '../brief/fill.ts';
import { metaLine, sources } from './brief-view.ts';
import { createCiter } from './cite.ts';
import { figureRow, figureValue } from './figure-row.ts';
import { en } from './labels/en.ts';
import type { Labels } from './labels/labels.ts';
import type { View, ViewBlock } from './view.ts';

/** Rows on a card of its own. */
const ROWS = 20;

/** The card of key figures alone. */
export function viewFigures(article: Article, brief: Brief, options: { publicUrl: string | null; labels?: Labels }): View {
  const { labels = en } = options;
  const name = article.title ?? brief.gist?.text ?? labels.thisArticle;
  if (brief.figures.length === 0) {
    const none = fill(labels.noFigures, { name: article.title === null ? labels.thisArticle : `“${article.title}”` });
    return { title: none, blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text: none }] }] };
  }
  const citer = createCiter(article, options.publicUrl);
  const rows = brief.figures.slice(0, ROWS).map((figure) => figureRow(figure, citer, labels));
  const first = brief.figures[0];
  const meta = metaLine(article, null, labels);
  const blocks: (ViewBlock | null)[] = [
    {
      type: 'heading',
      inlines: [
        article.canonicalUrl === null
          ? { type: 'text', text: name, strong: true }
          : { type: 'link', text: name, url: article.canonicalUrl },
      ],
    },
    meta === '' ? null : { type: 'meta', inlines: [{ type: 'text', text: meta }] },
    { type: 'figures', title: `${labels.keyFigures} (${brief.figures.length})`, rows },
    sources(citer),
  ];
  return {
    title: first === undefined ? name : `${labels.keyFigures}: ${figureValue(first, labels)} ${first.label}`,
    blocks: blocks.filter((block) => block !== null),
  };
}
