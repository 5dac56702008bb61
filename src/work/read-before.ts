import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../model/article.ts';

/** Articles whose sentences, trees and senses are kept. One of 1,000 words takes about a megabyte with all that is known of it. */
const REMEMBERED = 8;

/**
 * The same article as the one that came before, where it did: each job brings a copy of its own from another thread, and
 * what was worked out about an article hangs on the object.
 */
export function rememberedArticles(most = REMEMBERED): { same: (article: Article) => Article; forget: () => void } {
  const known = new Map<string, Article>();
  return {
    same(article) {
      const earlier = known.get(article.id);
      // One id stands for one text; its title may have been told otherwise.
      const own = earlier !== undefined && isDeepStrictEqual(earlier, article) ? earlier : article;
      known.delete(article.id);
      known.set(article.id, own);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      return own;
    },
    forget: () => known.clear(),
  };
}
