import type { Article } from '../model/article.ts';
import type { Store, StoredRef } from '../ports.ts';
import { refId } from './ref-id.ts';

/** How many of each are remembered: the conversations of some hours. */
const ARTICLES = 50;
const REFS = 1000;
const EVENTS = 10_000;

/** What briefs and answers have to write and read back. */
export type Stopgap = Pick<
  Store,
  'saveArticle' | 'saveBrief' | 'saveRef' | 'remember' | 'saveExchange' | 'firstSight' | 'countUse' | 'article' | 'recall' | 'ref'
>;

/** In memory, for as long as the database cannot be written. */
export function createStopgap(): Stopgap & { hasSeen(eventId: string): boolean } {
  const articles = new Map<string, Article>();
  const refs = new Map<string, StoredRef>();
  const talks = new Map<string, string[]>();
  const events = new Map<string, true>();
  return {
    saveArticle: async (article) => put(articles, article.id, article, ARTICLES),
    article: async (id) => articles.get(id) ?? null,
    saveRef: async (ref) => {
      const id = refId(ref);
      put(refs, id, ref, REFS);
      return id;
    },
    ref: async (id) => refs.get(id) ?? null,
    remember: async (conversations, articleId) => {
      for (const conversation of conversations) {
        const others = (talks.get(conversation) ?? []).filter((id) => id !== articleId);
        put(talks, conversation, [articleId, ...others].slice(0, ARTICLES), REFS);
      }
    },
    recall: async (conversation, _since, limit) => (talks.get(conversation) ?? []).slice(0, limit),
    firstSight: async (eventId) => {
      const isNew = !events.has(eventId);
      if (isNew) put(events, eventId, true, EVENTS);
      return isNew;
    },
    hasSeen: (eventId) => events.has(eventId),
    // Nobody is held to a limit that cannot be counted.
    countUse: async () => new Map(),
    // A brief is made again from its article, and a question is asked again.
    saveBrief: async () => undefined,
    saveExchange: async () => undefined,
  };
}

/** The oldest goes. */
function put<T>(map: Map<string, T>, key: string, value: T, limit: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > limit && oldest !== undefined) map.delete(oldest);
}
