import { BrevierError } from '../errors.ts';
import type { Article } from '../model/article.ts';
import type { RawSource } from '../ports.ts';
import { assembleArticle, type LooseBlock } from './assemble.ts';
import { extractPage } from './html/page.ts';
import type { Verdict } from './html/verdict.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';
import { withoutTracking } from './tracking.ts';

/** Text beyond this many UTF-16 units is refused: it is a book or a dump, not an article. */
const MAX_CONTENT = 5_000_000;
/** About 300,000 words: a trilogy. Beyond it, handing the article from thread to thread would hold up everybody else. */
const MAX_TEXT = 2_000_000;
/** An opening of fewer words tells nothing that a headline does not. */
const FEW_OPEN_WORDS = 40;

/**
 * Reads an article.
 * @throws BrevierError `source/empty`, `source/not-text`, `source/too-large`, `source/not-article`.
 */
export function readArticle(source: RawSource): Article {
  refuseUnreadable(source.content);
  const article = read(source);
  if (article.sentences.length === 0) {
    throw new BrevierError(
      'source/empty',
      'There is no readable text in it. If the page needs a login or a browser, paste the text instead.',
    );
  }
  if (article.text.length > MAX_TEXT) {
    throw new BrevierError('source/too-large', 'That is a whole library and no article. Send the part you care about.');
  }
  return article;
}

function read(source: RawSource): Article {
  const { content, url, fetchedAt, title: given = null } = source;
  switch (source.kind) {
    case 'html': {
      const page = extractPage(content, url);
      refuseNonArticle(page.verdict, page.blocks);
      return assembleArticle(page.blocks, {
        canonicalUrl: ownAddress(page.canonicalUrl, url),
        title: given ?? page.title,
        site: page.site,
        byline: page.byline,
        publishedAt: page.publishedAt,
        fetchedAt,
        language: page.language,
        extractor: 'html',
        isOpening: page.verdict === 'paywalled',
        isDoubtful: page.verdict === 'doubtful',
      });
    }
    case 'markdown': {
      const { blocks, url: ownUrl, ...facts } = readMarkdown(content);
      return assembleArticle(blocks, {
        ...facts,
        title: given ?? facts.title,
        canonicalUrl: url ?? ownUrl,
        fetchedAt,
        extractor: 'markdown',
      });
    }
    case 'text': {
      const { title, blocks } = readText(content);
      return assembleArticle(blocks, {
        canonicalUrl: url,
        title: given ?? title,
        site: null,
        byline: null,
        publishedAt: null,
        fetchedAt,
        language: null,
        extractor: 'text',
      });
    }
    default:
      return source.kind satisfies never;
  }
}

/** A page may say which of its site's addresses is its own, but not that it is another site's page. What counts clicks is no part of it. */
function ownAddress(declared: string | null, url: string | null): string | null {
  if (declared === null || url === null) return declared ?? (url === null ? null : withoutTracking(url));
  const host = (address: string) => URL.parse(address)?.hostname.replace(/^(?:www|m|mobile|amp)\./u, '');
  return withoutTracking(host(declared) === host(url) ? declared : url);
}

function refuseUnreadable(content: string): void {
  if (content.length > MAX_CONTENT) {
    throw new BrevierError('source/too-large', 'That is more than 5 MB of text, too much for one brief. Send the part you care about.');
  }
  if (content.trim() === '') {
    throw new BrevierError('source/empty', 'There is nothing to read: the text is empty. Paste an article or send a link.');
  }
  const head = content.slice(0, 4096);
  // oxlint-disable-next-line no-control-regex -- control characters are how binary data shows
  const noise = head.match(/[\u0000-\u0008\u000E-\u001A\uFFFD]/gu)?.length ?? 0;
  if (noise > head.length / 50) {
    throw new BrevierError('source/not-text', 'That is not text (it looks like a binary file). Send a web page, Markdown or plain text.');
  }
}

function refuseNonArticle(verdict: Verdict, blocks: readonly LooseBlock[]): void {
  const words = blocks.reduce((sum, block) => sum + block.text.split(/\s+/u).length, 0);
  if (verdict === 'blocked') {
    throw new BrevierError(
      'source/not-article',
      'The site answered with a check or a login instead of the article. Open it yourself and paste the text.',
    );
  }
  if (verdict === 'scripted') {
    throw new BrevierError(
      'source/not-article',
      'That page shows its text only in a browser that runs scripts. Open it yourself and paste the text.',
    );
  }
  if (verdict === 'paywalled' && words < FEW_OPEN_WORDS) {
    throw new BrevierError(
      'source/not-article',
      'The article is behind a paywall and only a few words are open. Paste the text if you may read it.',
    );
  }
  if (verdict === 'thin' || words === 0) {
    throw new BrevierError(
      'source/not-article',
      'There is no article on that page, only links or a few words. Send the address of the article itself.',
    );
  }
}
