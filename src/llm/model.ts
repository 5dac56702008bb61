import type { LanguageModel } from 'ai';
import { ModelError } from './fault.ts';
import type { LlmSettings } from './settings.ts';

/** A model's answer is a few kilobytes. What is longer is no answer. */
const RESPONSE_MAX = 1_000_000;

/** The model behind the AI SDK. Its packages are loaded only where a model is configured. */
export async function modelFor({ provider, model, apiKey, baseUrl }: LlmSettings): Promise<LanguageModel> {
  if (provider === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    return createAnthropic({ baseURL: baseUrl, apiKey: apiKey ?? '', fetch: boundedFetch })(model);
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  return createOpenAICompatible({
    name: provider,
    baseURL: baseUrl,
    ...(apiKey === null ? {} : { apiKey }),
    supportsStructuredOutputs: true,
    fetch: boundedFetch,
  })(model);
}

/** An answer without end is cut off, so that it cannot fill the memory. */
async function boundedFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  if (response.body === null) return response;
  let size = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > RESPONSE_MAX) controller.error(new ModelError('llm/unreadable', 'the model’s answer did not end'));
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { status: response.status, statusText: response.statusText, headers: response.headers });
}
