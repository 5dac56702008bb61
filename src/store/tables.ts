/** Times are ISO 8601 in UTC, so that they sort as text in both databases; `json` is validated on the way out. */
export interface Tables {
  article: { id: string; url: string | null; fetched_at: string; json: string };
  brief: { id: string; article_id: string; json: string };
  ref: { id: string; article_id: string; brief_id: string | null; question: string | null };
  conversation: { key: string; article_id: string; at: string };
  exchange: { conversation: string; article_id: string; at: string; question: string; answer: string };
  kept: { user_id: string; article_id: string; at: string };
  event: { id: string; at: string };
}
