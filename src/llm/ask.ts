import type { LanguageModel } from 'ai';
import type { z } from 'zod';

export interface Asked<T> {
  value: T;
  tokens: number;
}

const ATTEMPTS = 3;
const PAUSE_MS = 400;
const OUTPUT_TOKENS = 2000;

/** One structured answer. What may work the next time is tried again, after a pause that differs from everybody else's. */
export async function askModel<T>(
  model: LanguageModel,
  { instructions, prompt, schema, random }: { instructions: string; prompt: string; schema: z.ZodType<T>; random: () => number },
  signal: AbortSignal,
): Promise<Asked<T>> {
  const { APICallError, generateText, NoObjectGeneratedError, Output } = await import('ai');
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { output, usage } = await generateText({
        model,
        instructions,
        prompt,
        output: Output.object({ schema }),
        temperature: 0,
        maxOutputTokens: OUTPUT_TOKENS,
        maxRetries: 0,
        abortSignal: signal,
      });
      return { value: output, tokens: usage.totalTokens ?? Math.ceil((instructions.length + prompt.length) / 3) };
    } catch (thrown) {
      signal.throwIfAborted();
      const isWorthIt = NoObjectGeneratedError.isInstance(thrown) ? attempt === 1 : APICallError.isInstance(thrown) && thrown.isRetryable;
      if (!isWorthIt || attempt >= ATTEMPTS) throw thrown;
      await pause(PAUSE_MS * 2 ** (attempt - 1) * (0.5 + random()), signal);
    }
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { setTimeout } = await import('node:timers/promises');
  await setTimeout(ms, undefined, { signal });
}
