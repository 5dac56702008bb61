import { afterAll, describe, expect, it } from 'vitest';
import { BriefOptions } from '../../src/model/brief.ts';
import { engineHere } from '../../src/work/engine.ts';
import { createEnginePool } from '../../src/work/pool.ts';
import { PLANT, textArticle } from '../articles.ts';

const file = new URL('./poison.ts', import.meta.url).href;
const pool = createEnginePool({ file, threads: 1, queue: 2, limitMs: 2500, memoryMb: 64 });
const { engine } = pool;
afterAll(() => pool.close());

const text = (content: string) => engine.extract({ kind: 'text', content, url: null, fetchedAt: null });

describe('the engine in another thread', () => {
  it('gives byte for byte what it gives here', async () => {
    const article = textArticle();
    const options = BriefOptions.parse({});
    expect(await text(PLANT)).toEqual(await engineHere.extract({ kind: 'text', content: PLANT, url: null, fetchedAt: null }));
    expect(JSON.stringify(await engine.brief(article, options))).toBe(JSON.stringify(await engineHere.brief(article, options)));
    const question = 'What will the plant cost?';
    expect(await engine.answer(article, question, { earlier: [] })).toEqual(await engineHere.answer(article, question, { earlier: [] }));
  });

  it('refuses with the same sentence as here', async () => {
    await expect(text('  ')).rejects.toMatchObject({ code: 'source/empty', message: expect.stringContaining('nothing to read') as string });
  });

  it('stops what takes too long, and reads on', async () => {
    await expect(text('spin')).rejects.toMatchObject({
      code: 'work/too-hard',
      message: expect.stringContaining('took too long') as string,
    });
    expect((await text(PLANT)).sentences.length).toBeGreaterThan(1);
  });

  it('stops what takes too much memory, and reads on', async () => {
    await expect(text('bloat')).rejects.toMatchObject({ code: 'work/too-hard' });
    expect((await text(PLANT)).sentences.length).toBeGreaterThan(1);
  });

  it('outlives a thread that ends', async () => {
    await expect(text('exit')).rejects.toThrow();
    expect((await text(PLANT)).sentences.length).toBeGreaterThan(1);
  });

  it('says that it is busy when too many wait', async () => {
    const waiting = Array.from({ length: 6 }, () => text('wait').catch((thrown: unknown) => thrown));
    const outcomes = await Promise.all(waiting);
    expect(outcomes.filter((outcome) => (outcome as { code?: string }).code === 'work/busy').length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(outcomes.map((outcome) => (outcome as Error).message))).toContain('Try again in a minute');
  });
});
