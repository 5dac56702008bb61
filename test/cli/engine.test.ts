import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { PLANT } from '../articles.ts';
import { startModel } from '../standins/llm.ts';
import { brevier } from './brevier.ts';

const folder = mkdtempSync(join(tmpdir(), 'brevier-engine-'));
const model = await startModel();
const env = { BREVIER_LLM: 'compatible:small', COMPATIBLE_BASE_URL: model.url, BREVIER_DATA: join(folder, 'data') };
const plant = join(folder, 'plant.txt');
writeFileSync(plant, PLANT);
const COST = 'It is expected to cost $86 million.';

beforeEach(() => {
  model.prompts.length = 0;
  model.says(({ prompt }) => {
    const id = Number(/\[(\d+)\] It is expected/.exec(prompt)?.[1]);
    const claim = { text: COST, sentences: [id] };
    return prompt.includes('Question:') ? { answered: true, ...claim } : { gist: claim, points: [claim] };
  });
});
afterAll(async () => {
  await model.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('--engine llm', () => {
  it('has brief, ask and figures written by the model, and says where the text went', async () => {
    const brief = await brevier(['brief', plant, '--engine', 'llm'], '', env);
    expect(brief).toMatchObject({ code: 0, stderr: '' });
    expect(brief.stdout).toContain(`written by small · the text went to ${model.host}`);
    const again = await brevier(['figures', plant, '--engine=llm'], '', env);
    expect(again).toMatchObject({ code: 0 });
    expect(model.prompts).toHaveLength(1);
    const answer = await brevier(['ask', '--engine', 'llm', plant, 'What does it cost?'], '', env);
    expect(answer.stdout).toContain('written by small · 1 of 1 checked');
    expect(model.prompts).toHaveLength(2);
  });

  it('writes every line of a batch, and says in each who wrote it and what it took', async () => {
    const lines = ['a', 'b'].map((id) =>
      JSON.stringify({ id, kind: 'text', content: `${PLANT} Edition ${id}.`, questions: ['What does it cost?'] }),
    );
    const batch = await brevier(['batch', '--engine', 'llm'], lines.join('\n'), env);
    expect(batch.code).toBe(0);
    const results = batch.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    const own = { model: 'small', sentTo: model.host, spent: { tokens: 1000 } };
    for (const result of results) {
      expect(result).toMatchObject({ brief: { ...own, engine: 'llm', verified: { dropped: 0 } }, answers: [{ ...own, text: COST }] });
    }
    expect(results).toHaveLength(2);
  });

  it('without a model says what to set, and sends nothing', async () => {
    const result = await brevier(['brief', plant, '--engine', 'llm'], '', { BREVIER_DATA: join(folder, 'data') });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('Set BREVIER_LLM');
    const wrong = await brevier(['brief', plant, '--engine', 'gpt'], '', env);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('built-in or llm');
    expect(model.prompts).toEqual([]);
  });

  it('has the built-in engine stand in, with the reason, where the model does not answer', async () => {
    model.says(() => 500);
    const text = `${PLANT} This one is new.`;
    const result = await brevier(['brief', '-', '--engine', 'llm'], text, env);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('built-in engine: the model failed');
    expect(result.stdout).toContain('86 million');
  });
});
