import { z } from 'zod';
import { Target } from './target.ts';

/** Proof that a platform took a message: what it calls the message, and where. */
export const Receipt = z.strictObject({ target: Target, messageId: z.string() });
export type Receipt = z.infer<typeof Receipt>;
