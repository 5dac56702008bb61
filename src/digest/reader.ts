import { briefAndStore, readSource, type ReadContext } from '../bot/context.ts';
import type { Article } from '../model/article.ts';
import { hostOf } from './candidate.ts';
import type { Candidate } from './cluster.ts';
import type { ReadArticle } from './compare.ts';

/** Reads and briefs what a feed announces. */
export interface Reader {
  /** @throws BrevierError `source/*` when neither the page nor the feed's own text can be read. */
  read(candidate: Candidate, signal: AbortSignal): Promise<ReadArticle>;
}

/** A feed's own text has to have this many words to stand in for a page that cannot be read. */
const ENOUGH_WORDS = 40;
/** A thousand channels that read the same feeds need each article once. */
const REMEMBERED = 200;
const FRESH_MS = 15 * 60_000;

export function createReader(context: ReadContext): Reader {
  const recent = new Map<string, { at: number; article: Promise<ReadArticle> }>();
  return {
    async read(candidate, signal) {
      const key = candidate.entry.link ?? candidate.entry.id;
      const now = context.clock.now().getTime();
      const known = recent.get(key);
      if (known !== undefined && now - known.at < FRESH_MS) return await known.article;
      const article = readCandidate(context, candidate, signal);
      // Oldest out; what failed is tried again by the next one who asks.
      recent.delete(key);
      recent.set(key, { at: now, article });
      const [oldest] = recent.keys();
      if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
      article.catch(() => recent.delete(key));
      return await article;
    },
  };
}

/** The page; where it cannot be read, the text that the feed carries, when that is enough. */
async function readCandidate(context: ReadContext, candidate: Candidate, signal: AbortSignal): Promise<ReadArticle> {
  const { link } = candidate.entry;
  const own = () => ownText(context, candidate);
  let article: Article;
  try {
    article = link === null ? await own() : await readSource(context, { type: 'url', url: link }, signal);
  } catch (thrown) {
    if (link === null || signal.aborted || candidate.text.split(' ').length < ENOUGH_WORDS) throw thrown;
    article = await own();
  }
  // Other work gets its turn between two articles.
  await new Promise((resolve) => setImmediate(resolve));
  const brief = await briefAndStore(context, article);
  return { article, brief, site: hostOf(article.canonicalUrl ?? link ?? candidate.site) };
}

async function ownText({ store, clock, extractor }: ReadContext, { entry, text }: Candidate): Promise<Article> {
  const source = { url: entry.link, title: entry.title, fetchedAt: clock.now().toISOString() };
  let article: Article;
  try {
    article = await extractor.extract({ kind: 'html', content: `<article>${entry.html ?? ''}</article>`, ...source });
  } catch {
    article = await extractor.extract({ kind: 'text', content: text, ...source });
  }
  await store.saveArticle(article, entry.link);
  return article;
}
