import { z } from 'zod';

/** A feed as its document tells it, whatever its format. */
export interface ParsedFeed {
  title: string | null;
  /** The site it belongs to, absolute. */
  siteUrl: string | null;
  /** In the order of the document. */
  entries: ParsedEntry[];
}

export interface ParsedEntry {
  /** What the feed calls the entry: `guid`, `id`, `rdf:about`. */
  guid: string | null;
  /** Absolute http(s) address of the article. */
  link: string | null;
  /** Plain text, one line. */
  title: string | null;
  /** The fullest text that the feed carries, as HTML; null when it has none. */
  html: string | null;
  /** ISO 8601 in UTC; null when the feed gives none or one that makes no sense. */
  publishedAt: string | null;
}

/** A feed that at least one channel reads. */
export const Feed = z.strictObject({
  id: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  siteUrl: z.string().nullable(),
  status: z.enum(['active', 'paused']),
  /** Validators of the last document, sent back so that an unchanged one costs nothing. */
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Attempts in a row that failed. */
  failures: z.number().int(),
  /** Why the last attempt failed, as a sentence; null when it did not. */
  problem: z.string().nullable(),
  /** Not asked for again before. */
  nextAt: z.string(),
  /** When a document last came, or was last said to be unchanged. */
  readAt: z.string().nullable(),
});
export type Feed = z.infer<typeof Feed>;

/** One article that a feed announced. */
export interface Entry {
  id: string;
  feedId: string;
  link: string | null;
  title: string | null;
  html: string | null;
  publishedAt: string | null;
  /** When Brevier first saw it. Entries that stood in the feed when it was added are seen but not told. */
  seenAt: string;
}
