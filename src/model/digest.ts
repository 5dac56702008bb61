import { z } from 'zod';
import type { Target } from './target.ts';
import type { Receipt } from './receipt.ts';

/** A figure as a later digest compares it with its own. */
const TracedFigure = z.strictObject({
  raw: z.string(),
  value: z.number(),
  unit: z.string().nullable(),
  label: z.string(),
});
export type TracedFigure = z.infer<typeof TracedFigure>;

/** `text` stands in the cited sentences; `was` is what the earlier digest said, null when it said nothing about it. */
const NewFact = z.strictObject({ text: z.string(), was: z.string().nullable(), sentenceIds: z.array(z.number().int()) });
export type NewFact = z.infer<typeof NewFact>;

const Elsewhere = z.strictObject({ url: z.string().nullable(), site: z.string() });

/** Two sources that give different values for one thing, each with its own sentence. */
const Disagreement = z.strictObject({
  label: z.string(),
  sides: z.array(z.strictObject({ articleId: z.string(), site: z.string(), raw: z.string(), sentenceIds: z.array(z.number().int()) })),
});
export type Disagreement = z.infer<typeof Disagreement>;

/** One story of a digest. What later digests need to recognise it stands in it, so that no article has to be read again. */
export const DigestStory = z.strictObject({
  articleId: z.string(),
  briefId: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  site: z.string(),
  /** The same story elsewhere. */
  also: z.array(Elsewhere),
  score: z.number(),
  /** Why it stands where it stands, most important first, as sentences. */
  reasons: z.array(z.string()),
  /** Set when it was told before: when, and what is new since. */
  update: z.strictObject({ slot: z.string(), facts: z.array(NewFact) }).nullable(),
  /** Where its sources contradict each other. */
  conflicts: z.array(Disagreement),
  /** Stems that the story is about, heaviest first. */
  terms: z.array(z.string()),
  figures: z.array(TracedFigure),
});
export type DigestStory = z.infer<typeof DigestStory>;

const Skipped = z.strictObject({ title: z.string(), url: z.string().nullable(), reason: z.string() });
export type Skipped = z.infer<typeof Skipped>;

/** What a digest holds, once it is composed. */
export const DigestContent = z.strictObject({
  stories: z.array(DigestStory),
  /** Entries looked at. */
  read: z.number().int(),
  /** Entries that told a story which another one tells, too. */
  merged: z.number().int(),
  skipped: z.array(Skipped),
  /** Feeds that could not be read, and why. */
  missing: z.array(z.strictObject({ url: z.string(), problem: z.string() })),
  /** Entries seen after this belong to the next digest. ISO 8601. */
  until: z.string(),
});
export type DigestContent = z.infer<typeof DigestContent>;

export type DigestKind = 'scheduled' | 'catch-up' | 'manual';

/**
 * `due` → `composed` → `done`. `skipped`: it never went out, with the reason. `failed`: some part could not be
 * delivered. The id is sha256(subscription or channel, slot), so that two ticks make one digest.
 */
export interface Digest {
  id: string;
  channel: string;
  target: Target;
  subscriptionId: string | null;
  /** When it was due, ISO 8601 in UTC. */
  slot: string;
  kind: DigestKind;
  state: 'due' | 'composed' | 'done' | 'skipped' | 'failed';
  reason: string | null;
  content: DigestContent | null;
  /** How often a worker has taken it. */
  fence: number;
}

export type DeliveryState = 'pending' | 'sending' | 'delivered' | 'uncertain' | 'failed';

/** One message of a digest, in the ledger before it is sent. */
export interface Delivery {
  /** sha256(digest, part). */
  key: string;
  digestId: string;
  /** 0 is the message itself; the others are its replies. */
  part: number;
  state: DeliveryState;
  receipt: Receipt | null;
  reason: string | null;
  /** Exactly what is sent, so that a second attempt says the same. */
  view: unknown;
  updatedAt: string;
}
