import { z } from 'zod';

const Who = z.enum(['everyone', 'managers']);
/** Languages that briefs, answers and digests have words in. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const;
const DailyLimit = z.int().min(1).max(10_000).nullable();

/** Who may do what in a channel, and how often. */
export const Policy = z.strictObject({
  /** Who may have articles briefed and ask questions. */
  brief: Who.default('everyone'),
  /** Who may post an answer for everybody. */
  share: Who.default('everyone'),
  /** Who may change feeds and digests. */
  schedule: Who.default('everyone'),
  /** Who sees the answer to a command first. */
  answers: z.enum(['private', 'public']).default('private'),
  /** Briefs and questions a day (UTC) of one person in the workspace; null for no limit. */
  personDaily: DailyLimit.default(200),
  /** Briefs and questions a day (UTC) in one channel; null for no limit. */
  channelDaily: DailyLimit.default(2000),
  /** `llm` where the operator lets the channel use a model. */
  engine: z.enum(['built-in', 'llm']).default('built-in'),
  /** Of the words around what articles say. */
  language: z.enum(LANGUAGES).default('en'),
  /** A role of the platform whose members count as managers; null for none. */
  managerRole: z.string().max(100).nullable().default(null),
});
export type Policy = z.infer<typeof Policy>;

/** What was changed here, the rest as it is in the workspace or by default. */
export const PolicyChanges = Policy.partial();
export type PolicyChanges = z.infer<typeof PolicyChanges>;
