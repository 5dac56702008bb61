import type { LanguageModel } from 'ai';
import type { z } from 'zod';
import { ModelError, modelError, unread } from './fault.ts';
import { readWritten } from './lenient.ts';
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

/** What may be better the next time. */
const PASSING: ReadonlySet<string> = new Set(['llm/busy', 'llm/server', 'llm/unreachable']);
/** What a model gets one more chance for. */
const ONCE_MORE: ReadonlySet<string> = new Set(['llm/unreadable', 'llm/cut-off', 'llm/not-a-model']);

/**
 * One structured answer. What may work the next time is tried again, after a pause that differs from everybody else's;
 * not as a stream where a stream could not be read.
 * @throws ModelError
 */
export async function askModel<T>(model: LanguageModel, prompt: Prompt<T>, signal: AbortSignal, tries = ATTEMPTS): Promise<T> {
  let { onPart } = prompt;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await written(model, { ...prompt, onPart }, signal);
    } catch (thrown) {
      const error = await modelError(thrown, signal);
      const isWorthIt = (ONCE_MORE.has(error.code) && attempt === 1) || PASSING.has(error.code);
      if (signal.aborted || !isWorthIt || attempt >= tries) throw error;
      if (error.code === 'llm/not-a-model') onPart = undefined;
      await pause(PAUSE_MS * 2 ** (attempt - 1) * (0.5 + prompt.random()), signal);
    }
  }
}

async function written<T>(model: LanguageModel, { instructions, prompt, schema, pay, onPart }: Prompt<T>, signal: AbortSignal): Promise<T> {
  const { generateText, NoObjectGeneratedError, Output, streamText } = await import('ai');
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
    const error = await modelError(thrown, signal);
    const usage = NoObjectGeneratedError.isInstance(thrown) ? thrown.usage : undefined;
    if (error.wasSent && (error.status ?? 200) < 400)
      pay({ input: usage?.inputTokens ?? estimate.input, output: usage?.outputTokens ?? 0 });
    if (!NoObjectGeneratedError.isInstance(thrown) || thrown.text === undefined) throw error;
    const read = readWritten(thrown.text, schema);
    if ('value' in read) return read.value;
    throw thrown.finishReason === 'length' ? unread('cut') : unread(read.fault);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { setTimeout } = await import('node:timers/promises');
  await setTimeout(ms, undefined, { signal }).catch(() => {
    throw new ModelError('llm/timeout', 'the model did not answer in time');
  });
}
