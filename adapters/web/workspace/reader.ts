import type { Article, Block } from '../../../src/model/article.ts';
import { escapeHtml } from '../../../src/render/html.ts';
import { page } from './page.ts';

const TAGS: Readonly<Record<Block['kind'], string>> = {
  heading: 'h2',
  paragraph: 'p',
  'list-item': 'p',
  quote: 'blockquote',
  code: 'pre',
  'table-row': 'p',
  caption: 'p',
  reference: 'p',
};

/** The article as a page in which every sentence has an address: `#s12` jumps to sentence 12 and marks it. */
export function readerPage(article: Article): string {
  const sentences = article.sentences;
  let next = 0;
  const blocks = article.blocks.map(({ kind, span: whole }, index) => {
    const parts: string[] = [];
    while (next < sentences.length && sentences[next]?.block === index) {
      const { id, span } = sentences[next] ?? { id: next, span: { start: 0, end: 0 } };
      parts.push(`<span class="sentence" id="s${id}">${escapeHtml(article.text.slice(span.start, span.end))}</span>`);
      next += 1;
    }
    const tag = TAGS[kind];
    if (parts.length === 0) parts.push(escapeHtml(article.text.slice(whole.start, whole.end)));
    return `<${tag} class="${kind}">${parts.join(' ')}</${tag}>`;
  });
  const title = article.title ?? 'Article';
  const facts = [article.site, article.byline, article.publishedAt?.slice(0, 10)].filter((fact) => fact !== null && fact !== undefined);
  const origin =
    article.canonicalUrl === null ? '' : ` · <a href="${escapeHtml(article.canonicalUrl)}" rel="noopener noreferrer">original page</a>`;
  const body = `<main class="reader" lang="${escapeHtml(article.language)}" dir="auto">
<p class="back"><a href="/">Back to the channel</a></p>
<h1>${escapeHtml(title)}</h1>
<p class="meta">${escapeHtml(facts.join(' · '))}${origin}</p>
${blocks.join('\n')}
</main>`;
  return page(title, body, []);
}
