import { z } from 'zod';
import { Citation } from './article.ts';
import { KeyFigure } from './figure.ts';

/** One claim in the brief and the sentences that prove it. */
export const Point = z.strictObject({
  text: z.string().min(1),
  citations: z.array(Citation).min(1),
  /** Written by a model; absent where the built-in engine took it from the article. */
  by: z.literal('model').optional(),
});
export type Point = z.infer<typeof Point>;

/** `text` is verbatim from the article, without its quotation marks; `speaker` is null when nobody is named. */
export const Quote = z.strictObject({
  text: z.string().min(1),
  speaker: z.string().nullable(),
  citation: Citation,
});
export type Quote = z.infer<typeof Quote>;

export const Spent = z.strictObject({ tokens: z.int().nonnegative(), dollars: z.number().nonnegative().optional() });

const Engine = z.enum(['built-in', 'llm']);

/** Points of a brief where nobody says how many: so many, and up to the most where the article tells so much that matters. */
export const POINTS = { usual: 4, most: 6 };

/** How many points the brief has, and whether they may be compressed. */
export const BriefOptions = z.strictObject({
  /** At most so many; null: as many as the article is worth, see `POINTS`. */
  points: z.int().min(1).max(20).nullable().default(null),
  /** Each point is exactly one source sentence, and the gist may be one of them. */
  verbatim: z.boolean().default(false),
});
export type BriefOptions = z.infer<typeof BriefOptions>;

export const Brief = z.strictObject({
  /** sha256 over article id, engine and options. */
  id: z.string(),
  articleId: z.string(),
  /** The article in one sentence of at most 200 characters; null when the article has no sentence that can stand alone. */
  gist: Point.nullable(),
  points: z.array(Point),
  figures: z.array(KeyFigure),
  quotes: z.array(Quote),
  /** What a careful reader should know about the brief, one sentence each. */
  caveats: z.array(z.string()),
  readingMinutes: z.number().nonnegative(),
  /** Seconds that reading the brief instead of the article saves; never negative. */
  savedSeconds: z.int().nonnegative(),
  /** Reading time of the brief itself, in seconds. */
  briefSeconds: z.int().nonnegative(),
  verified: z.strictObject({ checked: z.int().nonnegative(), dropped: z.int().nonnegative() }),
  engine: Engine,
  /** The model that wrote it, and the host that the article's text went to. */
  model: z.string().optional(),
  sentTo: z.string().optional(),
  /** What the model took, in tokens, and in US dollars where its price is known. */
  spent: Spent.optional(),
  /** Why another engine stood in for the one that was asked for. */
  note: z.string().optional(),
  /** What the model wrote and the lock refused, with the reasons. Never posted; told to whoever asks why. */
  refused: z.array(z.strictObject({ text: z.string(), why: z.string() })).optional(),
});
export type Brief = z.infer<typeof Brief>;
