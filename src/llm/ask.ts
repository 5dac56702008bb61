import type { LanguageModel } from 'ai';
import type { z } from 'zod';
import type { Spent } from './settings.ts';

/** One question to a model, and who hears about it while it is answered. */
export interface Prompt<T> {
  instructions: string;
  prompt: string;
  schema: z.ZodType<T>;
  random: () => number;
  /** Told what every try has cost, the failed ones too. */
  pay: (spent: Spent) => void;
  /** Given the answer as far as it is written, again and again; unchecked, its last part cut off anywhere. */
  onPart?: ((part: unknown) => void) | undefined;
}

const ATTEMPTS = 3;
const PAUSE_MS = 400;
const OUTPUT_TOKENS = 2000;
/** Characters of a token, at the least, where the server does not count. */
const TOKEN = 3;

/** One structured answer. What may work the next time is tried again, after a pause that differs from everybody else's. */
export async function askModel<T>(model: LanguageModel, prompt: Prompt<T>, signal: AbortSignal): Promise<T> {
  const { APICallError, NoObjectGeneratedError } = await import('ai');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await written(model, prompt, signal);
    } catch (thrown) {
      signal.throwIfAborted();
      const isWorthIt = NoObjectGeneratedError.isInstance(thrown) ? attempt === 1 : APICallError.isInstance(thrown) && thrown.isRetryable;
      if (!isWorthIt || attempt >= ATTEMPTS) throw thrown;
      await pause(PAUSE_MS * 2 ** (attempt - 1) * (0.5 + prompt.random()), signal);
    }
  }
}

async function written<T>(model: LanguageModel, { instructions, prompt, schema, pay, onPart }: Prompt<T>, signal: AbortSignal): Promise<T> {
  const { APICallError, generateText, NoObjectGeneratedError, Output, streamText } = await import('ai');
  const estimate = { input: Math.ceil((instructions.length + prompt.length) / TOKEN), output: 0 };
  const options = {
    model,
    instructions,
    prompt,
    output: Output.object({ schema }),
    temperature: 0,
    maxOutputTokens: OUTPUT_TOKENS,
    maxRetries: 0,
    abortSignal: signal,
  };
  try {
    if (onPart === undefined) {
      const { output, usage } = await generateText(options);
      pay({ input: usage.inputTokens ?? estimate.input, output: usage.outputTokens ?? 0 });
      return output;
    }
    let broken: unknown = null;
    const stream = streamText({ ...options, onError: ({ error }) => void (broken = error) });
    for await (const part of stream.partialOutputStream) onPart(part);
    // The stream only ends when it breaks; why it broke is told on the side.
    if (broken !== null) throw broken;
    const output = await stream.output;
    const usage = await stream.totalUsage;
    pay({ input: usage.inputTokens ?? estimate.input, output: usage.outputTokens ?? 0 });
    return output;
  } catch (thrown) {
    // A server that refuses charges nothing; one that answered, or was cut off, has read the prompt.
    const refused = APICallError.isInstance(thrown) && (thrown.statusCode ?? 200) >= 400;
    const usage = NoObjectGeneratedError.isInstance(thrown) ? thrown.usage : undefined;
    if (!refused) pay({ input: usage?.inputTokens ?? estimate.input, output: usage?.outputTokens ?? 0 });
    throw thrown;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { setTimeout } = await import('node:timers/promises');
  await setTimeout(ms, undefined, { signal });
}
