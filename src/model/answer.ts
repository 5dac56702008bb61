import { z } from 'zod';
import { Citation, Span } from './article.ts';

/** `highlight` is the answer itself, inside the first cited sentence. */
export const Answer = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('answered'),
    question: z.string(),
    text: z.string().min(1),
    highlight: Span.nullable(),
    citations: z.array(Citation).min(1),
    /** The model that wrote it, and the host that the text went to; absent for the built-in engine. */
    model: z.string().optional(),
    sentTo: z.string().optional(),
    note: z.string().optional(),
  }),
  z.strictObject({
    status: z.literal('not-in-article'),
    question: z.string(),
    /** The passage that comes nearest; null when the article shares nothing with the question. */
    nearest: Citation.nullable(),
  }),
]);
export type Answer = z.infer<typeof Answer>;
