import { z } from 'zod';
import { Target } from './target.ts';

/** How a channel wants its digests. */
export const DigestSettings = z.strictObject({
  /** `thread`: one message and a reply a story. `message`: everything in one. */
  layout: z.enum(['thread', 'message']).default('thread'),
  /** Minutes that reading the digest may take; null for no limit. */
  budgetMinutes: z.number().min(1).max(60).nullable().default(5),
  maxStories: z.number().int().min(1).max(25).default(10),
  /** Stories of one site, at most. */
  perSource: z.number().int().min(1).max(25).default(3),
  /** When not empty, a story has to hold one of these words. */
  only: z.array(z.string().min(1).max(100)).max(50).default([]),
  /** A story that holds one of these words is left out. */
  mute: z.array(z.string().min(1).max(100)).max(50).default([]),
  /** What a morning without news brings: nothing, or a line that says so. */
  whenQuiet: z.enum(['skip', 'line']).default('skip'),
});
export type DigestSettings = z.infer<typeof DigestSettings>;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A digest that comes by itself, to one channel, from the feeds of that channel. */
export const Subscription = z.strictObject({
  id: z.string(),
  target: Target,
  /** Five cron fields. */
  cron: z.string(),
  /** IANA name, never the host's own. */
  zone: z.string(),
  /** Local dates without a digest: `2026-12-25`, or `12-25` every year. */
  holidays: z
    .array(z.string().regex(/^(?:\d{4}-)?\d{2}-\d{2}$/))
    .max(400)
    .default([]),
  /** Local times between which nothing is posted, `22:00` to `07:00`; null for none. */
  quietHours: z
    .strictObject({ from: z.string().regex(TIME), to: z.string().regex(TIME) })
    .nullable()
    .default(null),
  settings: DigestSettings,
  status: z.enum(['active', 'paused']),
  /** Why it is paused, as a sentence; null when a person paused it. */
  pausedBecause: z.string().nullable(),
  /** Qualified by the platform: `slack:T1/U1`. */
  createdBy: z.string(),
  createdAt: z.string(),
});
export type Subscription = z.infer<typeof Subscription>;
