import { channelKey, type Target } from '../model/target.ts';
import type { Store } from '../ports.ts';
import { spoken } from '../schedule/plain-words.ts';
import { zonesLike } from '../schedule/zone.ts';

/** What a platform can offer while somebody types. */
export type Suggested = 'zone' | 'article' | 'feed' | 'digest';

export interface Suggestion {
  label: string;
  value: string;
}

const DAYS = 30;
const DAY_MS = 86_400_000;

/** What fits the words typed so far, at most `limit`; articles newest first. */
export async function suggest(
  store: Store,
  kind: Suggested,
  target: Target,
  typed: string,
  now: Date,
  limit: number,
): Promise<Suggestion[]> {
  const channel = channelKey(target);
  const all = await candidates(store, kind, channel, typed, now, limit);
  const words = typed.trim().toLowerCase();
  return all.filter(({ label, value }) => kind === 'zone' || `${label} ${value}`.toLowerCase().includes(words)).slice(0, limit);
}

async function candidates(store: Store, kind: Suggested, channel: string, typed: string, now: Date, limit: number): Promise<Suggestion[]> {
  switch (kind) {
    case 'zone':
      return zonesLike(typed, limit).map((zone) => ({ label: zone, value: zone }));
    case 'article': {
      const ids = await store.recall(channel, new Date(now.getTime() - DAYS * DAY_MS), limit);
      const articles = await Promise.all(ids.map((id) => store.article(id)));
      return articles.flatMap((article) =>
        article === null || article.canonicalUrl === null
          ? []
          : [{ label: article.title ?? article.canonicalUrl, value: article.canonicalUrl }],
      );
    }
    case 'feed':
      return (await store.feedsOf(channel)).map(({ title, url }) => ({ label: title ?? url, value: url }));
    case 'digest':
      return (await store.subscriptions(channel)).map(({ id, cron, zone }) => ({ label: `${spoken(cron)} (${zone})`, value: id }));
    default:
      return kind satisfies never;
  }
}
