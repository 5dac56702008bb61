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
    expect(brief.stdout.replace(/\s+/g, ' ')).toMatch(/✎ [12] by small[^·]* · the text went to 127/);
    const again = await brevier(['figures', plant, '--engine=llm'], '', env);
    expect(again).toMatchObject({ code: 0 });
    expect(model.prompts).toHaveLength(1);
    const answer = await brevier(['ask', '--engine', 'llm', plant, 'What does it cost?'], '', env);
    expect(answer.stdout).toContain('written by small · checked against the article: 1 of 1');
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
    expect(result.code).toBe(3);
    expect(result.stdout.replace(/\s+/gu, ' ')).toContain('built-in engine: the model’s server failed (500)');
    expect(result.stdout).toContain('86 million');
    expect(result.stderr).toMatch(/^\{[^\n]*"code":"llm\/server"[^\n]*\}\n$/);
    expect(result.stderr).not.toContain('Northwind');
  });

  it('--explain tells what was refused, and why', async () => {
    model.says(({ prompt }) =>
      prompt.includes('Refused:')
        ? { claims: [] }
        : { gist: { text: COST, sentences: [1] }, points: [{ text: 'It is expected to cost $99 million.', sentences: [1] }] },
    );
    const text = `${PLANT} This one is newer.`;
    const { stdout, code } = await brevier(['brief', '-', '--engine', 'llm', '--explain'], text, env);
    expect(code).toBe(0);
    expect(stdout).toContain('Refused, and not posted:\n  - It is expected to cost $99 million.\n    “$99 million” is not what [1] says');
    const plain = await brevier(['brief', plant, '--explain']);
    expect(plain.stdout).toContain('Nothing was refused.');
  });
});

describe('brevier doctor asks the model', () => {
  it('and says that it answers, and where it may be used', async () => {
    model.says(() => ({ word: 'ready' }));
    const { stdout, code } = await brevier(['doctor'], '', { ...env, BREVIER_LLM_CHANNELS: 'slack:T1/*' });
    expect(stdout).toContain(`ok     The model small at ${model.host} answers`);
    expect(stdout).toContain('slack:T1/*');
    expect(code).toBe(0);
    expect(JSON.stringify(model.prompts)).not.toContain('Northwind');
  });

  it.each([
    [401, 'did not accept the key (401) (llm/key)', 'Check the key'],
    [404, 'knows no such model', 'BREVIER_LLM'],
    ['a page', 'a web page answered', 'base URL'],
    ['prose', 'prose instead of JSON', 'take another'],
  ] as const)('and what to do where it is not well (%s)', async (said, what, todo) => {
    model.says(() => said);
    const { stdout, code } = await brevier(['doctor'], '', env);
    expect(stdout).toContain(what);
    expect(stdout).toMatch(new RegExp(`→ .*${todo}`));
    expect(code).toBe(2);
  });
});

describe('brevier chat', () => {
  it('uses the model where it may, and else says what is missing', async () => {
    const line = (text: string, more: Record<string, string>) => brevier(['chat'], text, { ...env, ...more });
    expect((await line('help\n', {})).stderr).toContain('put cli: into BREVIER_LLM_CHANNELS');
    const allowed = { BREVIER_LLM_CHANNELS: 'cli:' };
    const first = await line(`/brief settings engine llm\n/brief ${PLANT.replaceAll('\n', ' ')} Once more.\n`, allowed);
    expect(first.stderr).toContain('type /brief settings engine llm');
    expect(first.stdout).toContain('by small');
    expect((await line('help\n', allowed)).stderr).toContain('The model writes.');
  });
});
