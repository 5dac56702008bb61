import type { Answer } from './model/answer.ts';
import type { Article } from './model/article.ts';
import type { Brief, BriefOptions } from './model/brief.ts';
import type { Delivery, DeliveryState, Digest, DigestContent, DigestKind } from './model/digest.ts';
import type { Entry, Feed, ParsedEntry, ParsedFeed } from './model/feed.ts';
import type { PolicyChanges } from './model/policy.ts';
import type { Receipt } from './model/receipt.ts';
import type { Subscription } from './model/subscription.ts';
import type { Target } from './model/target.ts';
import type { View } from './view/view.ts';

/** Bytes from a URL. Every path to the network goes through one implementation of this. */
export interface Fetcher {
  /** @throws BrevierError `source/*` when refused, unreachable, too slow, too large or not text. */
  fetchPage(url: string, signal: AbortSignal): Promise<FetchedPage>;
  /**
   * A feed, unless it is unchanged since the validators were given. What the site answers is a value, also an error.
   * @throws BrevierError `source/*` when refused, unreachable, too slow or too large.
   */
  fetchFeed(url: string, validators: Validators, signal: AbortSignal): Promise<FetchedFeed>;
}

interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** `waitMs` is how long the site asks to be left alone (Retry-After, Cache-Control max-age); null when it does not say. */
export type FetchedFeed =
  | { type: 'fetched'; url: string; body: string; validators: Validators; waitMs: number | null }
  | { type: 'unchanged'; waitMs: number | null }
  | { type: 'refused'; status: number; waitMs: number | null };

export interface FetchedPage {
  /** Where the redirects ended. */
  url: string;
  status: number;
  /** Lower case, without parameters: `text/html`. */
  contentType: string;
  /** Decoded by BOM, header, meta element or sniffing, in that order. Empty for a PDF. */
  body: string;
  /** Only of a PDF. */
  bytes?: Uint8Array;
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

/** Bytes and text into what the core works with. */
export interface Extractor {
  /** @throws BrevierError `source/*` */
  extract(source: RawSource | PdfSource): Promise<Article>;
  /** @throws BrevierError `feed/not-a-feed` */
  parseFeed(body: string, url: string): Promise<ParsedFeed>;
}

/** All heavy work. One implementation here, one in other threads. */
export interface Engine extends Briefer, Extractor {}

/** What there is to read, and what is known about it before reading. */
export interface RawSource {
  kind: 'html' | 'markdown' | 'text';
  content: string;
  url: string | null;
  /** Stands over the title that the content gives. */
  title?: string | null;
  fetchedAt: string | null;
}

interface PdfSource extends Omit<RawSource, 'kind' | 'content'> {
  kind: 'pdf';
  bytes: Uint8Array;
}

/** A model that writes, where a channel may use it. Its work goes through the same lock as everything. */
export interface Writer {
  /** Has the operator let this channel (`channelKey`) use the model? */
  mayServe(channel: string): boolean;
  /** `onDraft` is given the brief as far as it is written and checked, whenever there is more of it. */
  brief(article: Article, options: BriefOptions, channel: string, onDraft?: (draft: Brief) => void): Promise<Brief>;
  answer(article: Article, question: string, context: AnswerContext, channel: string): Promise<Answer>;
  /** The brief that the model wrote, or one of which nothing held, where it was stored. */
  known(article: Article, options: BriefOptions): Promise<Brief | null>;
}

/** What was asked and answered before in the same thread, oldest first. */
export interface AnswerContext {
  earlier: readonly { question: string; answer: string }[];
}

/** What a button points at. */
export interface StoredRef {
  articleId: string;
  briefId: string | null;
  question: string | null;
}

/** What survives a restart. One implementation, two databases. */
export interface Store extends ArticleStore, FeedStore, DigestStore, PolicyStore, Keeping {
  /** Rejects with `store/unavailable` when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

interface ArticleStore {
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
  /** Notes that this article was talked about in these conversations, now. */
  remember(conversations: readonly string[], articleId: string, now: Date): Promise<void>;
  /** Ids of the articles talked about in this conversation since then, newest first. */
  recall(conversation: string, since: Date, limit: number): Promise<string[]>;
  /** Keeps an article for a person. False when it was kept already. */
  keep(user: string, articleId: string, now: Date): Promise<boolean>;
  /** False when it was not kept. */
  unkeep(user: string, articleId: string): Promise<boolean>;
  /** What a person keeps, newest first. */
  kept(user: string, limit: number): Promise<Article[]>;
  /** What was asked in this conversation about this article, oldest first, at most the last `limit`. */
  exchanges(conversation: string, articleId: string, limit: number): Promise<Exchange[]>;
  saveExchange(conversation: string, articleId: string, exchange: Exchange, now: Date): Promise<void>;
  /** True the first time an event id is seen, false ever after. Atomic over processes. */
  firstSight(eventId: string, now: Date): Promise<boolean>;
}

/** A feed in a channel, and who wanted it there. */
export interface ChannelFeed extends Feed {
  addedBy: string;
}

/** Channels are `channelKey`s. */
interface FeedStore {
  feed(id: string): Promise<Feed | null>;
  saveFeed(feed: Feed): Promise<void>;
  /** By address. */
  feedsOf(channel: string): Promise<ChannelFeed[]>;
  /** Channels that read a feed, sorted. */
  readingChannels(): Promise<string[]>;
  /** Everywhere it is read. */
  readersOf(feedId: string): Promise<{ channel: string; target: Target; addedBy: string }[]>;
  /** False when the channel has it already. */
  addFeed(target: Target, feedId: string, user: string, now: Date): Promise<boolean>;
  /** False when the channel does not have it. */
  removeFeed(channel: string, feedId: string): Promise<boolean>;
  /** Feeds that some channel reads, that are active and due, longest due first. */
  dueFeeds(now: Date, limit: number): Promise<Feed[]>;
  /** Takes a due feed until then. False when another process has taken it. */
  takeFeed(feed: Feed, until: Date): Promise<boolean>;
  /** Stores the entries none of whose keys is known for the feed, and gives them back. `told` ones are known but never offered. */
  addEntries(feedId: string, entries: readonly KeyedEntry[], now: Date): Promise<Entry[]>;
  /** Entries that were first seen after `since`, newest first. */
  entriesSince(feedIds: readonly string[], since: Date, limit: number): Promise<Entry[]>;
}

interface KeyedEntry {
  entry: ParsedEntry;
  keys: readonly string[];
  /** Known, but not news: it stood in the feed when the feed was added. */
  isOld: boolean;
}

/** The right to work on a digest until the lease ends. A later owner has a higher fence. */
export interface Claim {
  digest: Digest;
  fence: number;
}

interface DigestStore {
  saveSubscription(subscription: Subscription): Promise<void>;
  subscription(id: string): Promise<Subscription | null>;
  /** Of one channel, or all with null; oldest first. */
  subscriptions(channel: string | null): Promise<Subscription[]>;
  removeSubscription(id: string): Promise<boolean>;
  /** Those that are active, each with the instant up to which its slots have been decided. */
  activeSubscriptions(): Promise<{ subscription: Subscription; checkedAt: Date }[]>;
  setCheckedAt(subscriptionId: string, at: Date): Promise<void>;
  /** False when the digest exists already. Atomic over processes. */
  addDigest(digest: NewDigest, now: Date): Promise<boolean>;
  digest(id: string): Promise<Digest | null>;
  /** Of one channel, or all with null; newest slot first. */
  digests(channel: string | null, limit: number): Promise<Digest[]>;
  /** Digests that are not finished and that nobody works on, oldest slot first. */
  idleDigests(now: Date, limit: number): Promise<string[]>;
  /** Null when somebody else works on it, or when it is finished. */
  claimDigest(id: string, now: Date, leaseMs: number): Promise<Claim | null>;
  /** Writes the content and its messages into the ledger, all or nothing. False when the claim is lost. */
  composeDigest(claim: Claim, content: DigestContent, deliveries: readonly NewDelivery[], now: Date): Promise<boolean>;
  /** Finishes it. False when the claim is lost. */
  closeDigest(claim: Claim, state: Digest['state'], reason: string | null, now: Date): Promise<boolean>;
  /** Lets others go on with it after `at`. */
  releaseDigest(claim: Claim, at: Date): Promise<boolean>;
  /** By part. */
  deliveries(digestId: string): Promise<Delivery[]>;
  /** The last step before sending: checks the fence, renews the lease, and notes that the message is on its way. False when the claim is lost. */
  startSending(claim: Claim, key: string, now: Date, leaseMs: number): Promise<boolean>;
  settleDelivery(
    claim: Claim,
    key: string,
    outcome: { state: DeliveryState; receipt: Receipt | null; reason: string | null },
    now: Date,
  ): Promise<boolean>;
  /** Up to when the channel has been told the news; null when it never got a digest. */
  toldUntil(channel: string): Promise<Date | null>;
  /** A person's word on a story: 1 more like this, -1 less. The last word counts. */
  vote(channel: string, user: string, article: { id: string; site: string }, vote: 1 | -1, now: Date): Promise<void>;
  /** Sum of the votes of each site. */
  votes(channel: string): Promise<Map<string, number>>;
}

interface NewDigest {
  id: string;
  target: Target;
  subscriptionId: string | null;
  slot: string;
  kind: DigestKind;
  /** `skipped` for a slot that is only listed. */
  state: 'due' | 'skipped';
  reason: string | null;
}

export interface NewDelivery {
  key: string;
  part: number;
  view: View;
}

interface PolicyStore {
  /** What was set for each channel or workspace; empty where nothing was. */
  policyChanges(scopes: readonly string[]): Promise<PolicyChanges[]>;
  savePolicyChanges(scope: string, changes: PolicyChanges): Promise<void>;
  /** Counts uses in each scope and gives those of that day. Atomic over processes. */
  countUse(scopes: readonly string[], day: string, by?: number): Promise<Map<string, number>>;
  /** A person's word on a brief. The last word counts. */
  judge(channel: string, user: string, articleId: string, isHelpful: boolean, now: Date): Promise<void>;
  /** What a platform gave when a workspace installed the bot, sealed by the adapter. */
  installation(key: string): Promise<string | null>;
  saveInstallation(key: string, sealed: string, now: Date): Promise<void>;
  removeInstallation(key: string): Promise<void>;
}

/** What an operator needs. */
interface Keeping {
  /** Forgets what is older, in every table that grows by itself. */
  forget(before: { events: Date; entries: Date; digests: Date; articles: Date }): Promise<void>;
  /** Everything, a row at a time, for an export. */
  rows(): AsyncIterable<{ table: string; row: Record<string, unknown> }>;
  /** Erases all that belongs to a workspace (`slack:T1`, `discord:42`). Gives the number of rows. */
  erase(workspace: string): Promise<number>;
  /** Copies the database into a file while it is in use. @throws BrevierError `store/unavailable` where it is not a file. */
  backup(path: string): Promise<void>;
}

/** Posts messages that nobody is waiting for. Every adapter is one. */
export interface Sender {
  readonly name: Target['platform'];
  readonly capabilities: { dedupe: 'native' | 'lookup' | 'none'; threads: boolean; pace: { channelMs: number; workspaceMs: number } };
  send(outgoing: Outgoing, signal: AbortSignal): Promise<Receipt>;
  find?(key: string, outgoing: { target: Target; parent: Receipt | null }, signal: AbortSignal): Promise<Receipt | null>;
  /** Where one person can be told something in private; null when that is not possible. */
  direct?(user: string, signal: AbortSignal): Promise<Target | null>;
}

/** A message that nobody is waiting for: a digest, a share. */
export interface Outgoing {
  /** The same message has the same key, over retries and restarts. At most 64 characters of [0-9a-f]. */
  key: string;
  target: Target;
  view: View;
  /** The message that this one answers, in its thread; null for one that stands by itself. */
  parent: Receipt | null;
}

/** Work that has to be done once, by whichever process is free. Losing a job costs time, never the digest: the ledger has it. */
export interface Queue {
  add(digestId: string): Promise<void>;
  /** Hands jobs to `work`, a few at a time. */
  start(work: (digestId: string) => Promise<void>): Promise<void>;
  /** Takes no new jobs and waits for those under way. */
  stop(): Promise<void>;
}

interface Exchange {
  question: string;
  answer: string;
}

/** Hears what happens, for the operator's graphs. */
export interface Meter {
  request(act: string, outcome: 'answered' | 'silent' | 'refused' | 'failed', seconds: number): void;
  delivery(platform: string, state: DeliveryState): void;
  /** What became of an answer that a platform was given. */
  answer(platform: string, outcome: 'given' | 'again' | 'elsewhere' | 'lost'): void;
  digestDone(lagSeconds: number): void;
  feedRead(outcome: 'read' | 'failed' | 'paused'): void;
  /** A model was asked. */
  model(outcome: 'written' | 'failed' | 'refused'): void;
  /** What it took: tokens in and out together, US dollars where the price is known. */
  spent(tokens: number, dollars: number): void;
  /** Somebody pressed Helpful or Not helpful. */
  judged(isHelpful: boolean): void;
}

/** Where nobody draws graphs. */
export const NO_METER: Meter = {
  request: () => undefined,
  delivery: () => undefined,
  answer: () => undefined,
  digestDone: () => undefined,
  feedRead: () => undefined,
  judged: () => undefined,
  model: () => undefined,
  spent: () => undefined,
};
