import type { Answer } from './model/answer.ts';
import type { Article } from './model/article.ts';
import type { Brief, BriefOptions } from './model/brief.ts';

/** Bytes from a URL. Every path to the network goes through one implementation of this. */
export interface Fetcher {
  /** @throws BrevierError `source/*` when refused, unreachable, too slow, too large or not text. */
  fetchPage(url: string, signal: AbortSignal): Promise<FetchedPage>;
}

export interface FetchedPage {
  /** Where the redirects ended. */
  url: string;
  status: number;
  /** Lower case, without parameters: `text/html`. */
  contentType: string;
  /** Decoded by BOM, header, meta element or sniffing, in that order. */
  body: string;
}

/** The only source of time. */
export interface Clock {
  now(): Date;
}

/** What turns an article into a brief. The built-in engine and an LLM stand behind the same port. */
export interface Briefer {
  brief(article: Article, options: BriefOptions): Promise<Brief>;
  answer(article: Article, question: string, context: AnswerContext): Promise<Answer>;
}

/** What was asked and answered before in the same thread, oldest first. */
interface AnswerContext {
  earlier: readonly { question: string; answer: string }[];
}

/** What a button points at. */
export interface StoredRef {
  articleId: string;
  briefId: string | null;
  question: string | null;
}

/** What survives a restart. One implementation, two databases. */
export interface Store {
  /** `askedUrl` is the address that was asked for, which may differ from the canonical one. */
  saveArticle(article: Article, askedUrl: string | null): Promise<void>;
  article(id: string): Promise<Article | null>;
  saveBrief(brief: Brief): Promise<void>;
  brief(id: string): Promise<Brief | null>;
  /** The newest article asked for under this address no earlier than `since`; null when there is none. */
  articleByUrl(url: string, since: Date): Promise<Article | null>;
  /** A short stored reference for a button. The same content gives the same reference. */
  saveRef(ref: StoredRef): Promise<string>;
  ref(id: string): Promise<StoredRef | null>;
  /** Notes that this article was talked about in this conversation, now. */
  remember(conversation: string, articleId: string, now: Date): Promise<void>;
  /** Ids of the articles talked about in this conversation since then, newest first. */
  recall(conversation: string, since: Date, limit: number): Promise<string[]>;
  /** Keeps an article for a person. False when it was kept already. */
  keep(user: string, articleId: string, now: Date): Promise<boolean>;
  /** What was asked in this conversation about this article, oldest first, at most the last `limit`. */
  exchanges(conversation: string, articleId: string, limit: number): Promise<Exchange[]>;
  saveExchange(conversation: string, articleId: string, exchange: Exchange, now: Date): Promise<void>;
  /** True the first time an event id is seen, false ever after. Atomic over processes. */
  firstSight(eventId: string, now: Date): Promise<boolean>;
  /** Forgets event ids older than `before`. */
  forgetEvents(before: Date): Promise<void>;
  /** Rejects with `store/unavailable` when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

interface Exchange {
  question: string;
  answer: string;
}
