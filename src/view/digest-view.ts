import type { Article } from '../model/article.ts';
import type { Brief } from '../model/brief.ts';
import { metaLine, spaced } from './brief-view.ts';
import { createCiter } from './cite.ts';
import { figureRow } from './figure-row.ts';
import type { CiteInline, Inline, View, ViewBlock } from './view.ts';

export interface DigestStory {
  article: Article;
  brief: Brief;
}

/** Rows in the strip on top, one a story at most. */
const STRIP = 4;

/** Headlines first with a strip of figures, then a section a story, then what was skipped and why. */
export function viewDigest(
  stories: readonly DigestStory[],
  skipped: readonly { url: string; reason: string }[],
  publicUrl: string | null,
): View {
  const number = { last: 0 };
  const sections = stories.map((story) => section(story, publicUrl, number));
  const strip = sections.flatMap(({ strip: row }) => (row === null ? [] : [row])).slice(0, STRIP);
  const count = stories.length === 1 ? '1 story' : `${stories.length} stories`;
  const blocks: ViewBlock[] = [
    { type: 'heading', inlines: [{ type: 'text', text: `Digest: ${count}`, strong: true }] },
    { type: 'points', items: stories.map(({ article, brief }) => [headline(article, brief)]) },
    ...(strip.length === 0 ? [] : [{ type: 'figures', title: 'Figures', rows: strip } satisfies ViewBlock]),
    ...sections.flatMap(({ blocks: parts }) => [{ type: 'divider' } satisfies ViewBlock, ...parts]),
    { type: 'meta', inlines: [{ type: 'text', text: lastLine(stories.length, skipped) }] },
  ];
  const names = stories.map(({ article, brief }) => headline(article, brief).text).slice(0, 3);
  return { title: `Digest: ${names.join(' · ')}`, blocks };
}

function section({ article, brief }: DigestStory, publicUrl: string | null, number: { last: number }) {
  const citer = createCiter(article, publicUrl);
  // Citations count on through the digest, so that [7] means one sentence in the whole message.
  const cite = (inlines: CiteInline[]) => inlines.map((inline) => ({ ...inline, number: inline.number + first }));
  const first = number.last;
  const points = [brief.gist, ...brief.points].filter((point) => point !== null).slice(0, 2);
  const [figure] = brief.figures;
  const row = figure === undefined ? null : figureRow(figure, citer);
  const items = points.map((point) => [{ type: 'text', text: point.text } satisfies Inline, ...spaced(cite(citer.cite(point.citations)))]);
  const strip = row === null ? null : { ...row, cites: cite(row.cites) };
  const unlinked = cite(citer.unlinked());
  const blocks: ViewBlock[] = [
    { type: 'paragraph', inlines: [headline(article, brief)] },
    ...(metaLine(article, brief) === ''
      ? []
      : [{ type: 'meta', inlines: [{ type: 'text', text: metaLine(article, brief) }] } satisfies ViewBlock]),
    { type: 'points', items },
    ...(unlinked.length === 0 ? [] : [{ type: 'sources', items: unlinked } satisfies ViewBlock]),
  ];
  number.last = Math.max(
    first,
    ...[...items.flat(), ...(strip?.cites ?? [])].map((inline) => (inline.type === 'cite' ? inline.number : 0)),
  );
  return { blocks, strip };
}

function headline(
  article: Article,
  brief: Brief,
): { type: 'text'; text: string; strong: boolean } | { type: 'link'; text: string; url: string } {
  const text = article.title ?? brief.gist?.text ?? 'Untitled';
  return article.canonicalUrl === null ? { type: 'text', text, strong: true } : { type: 'link', text, url: article.canonicalUrl };
}

function lastLine(read: number, skipped: readonly { url: string; reason: string }[]): string {
  const reasons = skipped.map(({ url, reason }) => `${new URL(url).hostname}: ${reason}`).join(' ');
  return skipped.length === 0 ? `${read} read, none skipped.` : `${read} read, ${skipped.length} skipped. ${reasons}`;
}
