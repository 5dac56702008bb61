/**
 * Times are ISO 8601 in UTC, so that they sort as text in both databases; JSON is validated on the way out.
 * `channel` is a `channelKey`.
 */
export interface Tables {
  article: { id: string; url: string | null; fetched_at: string; json: string };
  brief: { id: string; article_id: string; json: string };
  ref: { id: string; article_id: string; brief_id: string | null; question: string | null };
  conversation: { key: string; article_id: string; at: string };
  exchange: { conversation: string; article_id: string; at: string; question: string; answer: string };
  kept: { user_id: string; article_id: string; at: string };
  event: { id: string; at: string };
  feed: { id: string; url: string; next_at: string; status: string; json: string };
  channel_feed: { channel: string; feed_id: string; target: string; added_by: string; at: string };
  entry: { id: string; feed_id: string; seen_at: string; is_old: number; json: string };
  entry_key: { feed_id: string; key: string; entry_id: string };
  subscription: { id: string; channel: string; status: string; checked_at: string | null; created_at: string; json: string };
  digest: {
    id: string;
    channel: string;
    target: string;
    subscription_id: string | null;
    slot: string;
    kind: string;
    state: string;
    reason: string | null;
    told_until: string | null;
    json: string | null;
    fence: number;
    lease_until: string | null;
    updated_at: string;
  };
  delivery: {
    key: string;
    digest_id: string;
    part: number;
    state: string;
    receipt: string | null;
    reason: string | null;
    view: string;
    updated_at: string;
  };
  vote: { channel: string; user_id: string; article_id: string; site: string; vote: number; at: string };
  /** `scope` is a channel or a workspace (`slack:T1`). */
  policy: { scope: string; json: string };
  usage: { scope: string; day: string; count: number };
  opinion: { channel: string; user_id: string; article_id: string; helpful: number; at: string };
  /** `key` is a workspace; what is sealed, only the adapter can open. */
  installation: { key: string; sealed: string; at: string };
}
