import { z } from 'zod';
import { Citation, Span } from './article.ts';
import { Spent } from './brief.ts';

/** Who wrote it, where that was not the built-in engine by itself. */
const Written = {
  /** The model, the host that the text went to, and what it took. */
  model: z.string().optional(),
  sentTo: z.string().optional(),
  spent: Spent.optional(),
  /** Why another engine stood in for the one that was asked for. */
  note: z.string().optional(),
};

/** `highlight` is the answer itself, inside the first cited sentence. */
export const Answer = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('answered'),
    question: z.string(),
    text: z.string().min(1),
    highlight: Span.nullable(),
    /** Asked whether something is so, and the sentence itself says it or denies it. */
    verdict: z.enum(['yes', 'no']).optional(),
    citations: z.array(Citation).min(1),
    /** By how much the engine is surer than it has to be; never negative, comparable between articles. */
    sure: z.number().nonnegative().optional(),
    ...Written,
  }),
  z.strictObject({
    status: z.literal('not-in-article'),
    question: z.string(),
    /** The passage that comes nearest; null when the article shares nothing with the question. */
    nearest: Citation.nullable(),
    /** The nearest passage may answer: the engine is not sure enough to say so, nor that the article does not say. */
    unsure: z.literal(true).optional(),
    /** Why the model's answer was refused: then it is not known whether the article says it. */
    refused: z.strictObject({ text: z.string(), why: z.string() }).optional(),
    /** What the nearest passage surely tells instead: the opposite, or what is to come where the past was asked for. */
    differs: z.enum(['opposite', 'time']).optional(),
    /** The question is about the article itself, and its page answers it where the text does not. */
    page: z.enum(['byline', 'publishedAt', 'site']).optional(),
    ...Written,
  }),
]);
export type Answer = z.infer<typeof Answer>;
