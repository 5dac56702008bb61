import { MockLanguageModelV4 } from 'ai/test';
import { afterAll, describe, expect, it } from 'vitest';
import { builtInBriefer } from '../../src/compose.ts';
import { llmSettings } from '../../src/llm/settings.ts';
import { createWriter } from '../../src/llm/writer.ts';
import { createLogger } from '../../src/log.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { NO_METER } from '../../src/ports.ts';
import { PLANT, textArticle } from '../articles.ts';
import { startBot } from '../rig.ts';

const bot = await startBot();
afterAll(() => bot.close());
const options = BriefOptions.parse({});

/** The AI SDK's own mock model behind the writer: what the SDK hands to a provider can be looked at. */
function mocked(said: (prompt: string) => unknown) {
  const model = new MockLanguageModelV4({
    doGenerate: async ({ prompt }) => ({
      content: [{ type: 'text', text: JSON.stringify(said(JSON.stringify(prompt))) }],
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: {
        inputTokens: { total: 50, noCache: 50, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 10, text: 10, reasoning: 0 },
      },
      warnings: [],
    }),
  });
  const settings = llmSettings({ BREVIER_LLM: 'compatible:mock', COMPATIBLE_BASE_URL: 'http://127.0.0.1:9/v1' });
  if (settings === null) throw new Error('there must be settings');
  const tools = { builtIn: builtInBriefer, store: bot.store, log: createLogger('silent'), meter: NO_METER };
  return { model, writer: createWriter(settings, { ...tools, model, now: () => new Date(0), random: () => 0.5 }) };
}

const first = (article = textArticle()) => {
  const span = article.sentences[0]?.span ?? { start: 0, end: 0 };
  return { text: article.text.slice(span.start, span.end), sentences: [0] };
};

describe('the SDK’s mock model', () => {
  it('is given no tools, no temperature, a bound on its words and the shape of the answer', async () => {
    const { model, writer } = mocked(() => ({ gist: first(), points: [first()] }));
    const brief = await writer.brief(textArticle(), options, 'c');
    expect(brief).toMatchObject({ engine: 'llm', spent: { tokens: 60 } });
    const [call] = model.doGenerateCalls;
    expect(call).toMatchObject({ temperature: 0, maxOutputTokens: 2000, responseFormat: { type: 'json' } });
    expect(call?.tools ?? []).toEqual([]);
  });

  it('reads a long article by sections, and then the sentences that it leant on', async () => {
    const long = Array.from({ length: 300 }, (_, index) => `${PLANT.split('.')[0] ?? ''} for the ${index + 1}th time.`).join(' ');
    const article = textArticle(long);
    const { model, writer } = mocked(() => ({ gist: first(article), points: [first(article)] }));
    const brief = await writer.brief(article, options, 'c');
    const calls = model.doGenerateCalls.length;
    expect(calls).toBeGreaterThan(2);
    expect(brief.spent).toEqual({ tokens: 60 * calls });
    const sizes = model.doGenerateCalls.map(({ prompt }) => JSON.stringify(prompt).length);
    expect(sizes.at(-1)).toBeLessThan(sizes[0] ?? 0);
  });

  it('that answers with prose instead of the shape is asked once more, then the built-in engine stands in', async () => {
    const { model, writer } = mocked(() => 'Sure! Here is your summary.');
    expect(await writer.brief(textArticle(`${PLANT} Once more.`), options, 'c')).toMatchObject({ engine: 'built-in' });
    expect(model.doGenerateCalls).toHaveLength(2);
  });
});
