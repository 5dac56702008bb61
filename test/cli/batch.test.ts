import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/cli/lines.ts';
import { brevier } from './brevier.ts';

interface Result {
  id: unknown;
  article: { title: string | null; text: string; sentences: string[] };
  brief: {
    gist: string | null;
    points: { text: string; sentences: number[] }[];
    figures: { raw: string; value: number; sentences: number[] }[];
    quotes: unknown[];
  };
  answers: { question: string; status: string; text: string | null; highlight: string | null; sentences: number[] }[];
  ms: number;
  error?: { code: string; message: string };
}

const TEXT = `Northwind said on Monday that its plant in Kiruna would employ more than 1,200 people. The plant is expected to cost $86 million.

"We hire from next door," said Anna Berg, who runs the site. The old plant closed in 2019 after a fire.`;

async function batch(lines: readonly unknown[], ...words: string[]): Promise<Result[]> {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { stdout, code } = await brevier(['batch', ...words], input);
  expect(code).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Result);
}

describe('brevier batch', () => {
  it('gives one line for one line, in order, and goes on after bad ones', async () => {
    const results = await batch([
      { id: 'a', kind: 'text', content: TEXT },
      'this is no JSON',
      { id: 'c', kind: 'pdf', content: 'x' },
      { id: 4, kind: 'text', content: '   ' },
      '',
      'null',
      {
        id: 'e',
        kind: 'html',
        content: `<html><body><article><h1>T</h1><p>${TEXT}</p></article></body></html>`,
        url: 'https://example.org/e',
      },
    ]);
    expect(results.map(({ id }) => id)).toEqual(['a', null, 'c', 4, null, 'e']);
    expect(results.map(({ error }) => error?.code ?? 'fine')).toEqual([
      'fine',
      'command/usage',
      'command/usage',
      'source/empty',
      'command/usage',
      'fine',
    ]);
  });

  it('points into article.sentences with every index', async () => {
    const [result] = await batch([
      { id: 'a', kind: 'text', content: TEXT, questions: ['How many people?', 'Who owns the moon base?'], points: 2 },
    ]);
    if (result === undefined) throw new Error('no result');
    const { article, brief, answers } = result;
    const indexes = [...brief.points, ...brief.figures, ...answers].flatMap(({ sentences }) => sentences);
    for (const index of indexes) expect(typeof article.sentences[index]).toBe('string');
    for (const { raw, sentences } of brief.figures) expect(article.sentences[sentences[0] ?? -1]).toContain(raw);
    expect(brief.points.length).toBeLessThanOrEqual(2);
    expect(answers.map(({ status }) => status)).toEqual(['answered', 'not-in-article']);
    expect(answers[0]?.highlight).toContain('1,200');
    expect(answers[1]?.text).toBeNull();
  });

  it('gives whole sentences with --verbatim', async () => {
    const [result] = await batch([{ id: 'a', kind: 'text', content: TEXT, points: 3 }], '--verbatim');
    for (const { text, sentences } of result?.brief.points ?? []) {
      expect(sentences).toHaveLength(1);
      expect(result?.article.sentences[sentences[0] ?? -1]).toBe(text);
    }
    expect(result?.brief.points).toHaveLength(3);
  });

  it('gives the same bytes for the same line, but for the time', async () => {
    const line = { id: 'a', kind: 'text', content: TEXT, questions: ['Who runs the site?'] };
    const [first, second] = await batch([line, line]);
    expect({ ...first, ms: 0 }).toEqual({ ...second, ms: 0 });
  });
});

describe('lines', () => {
  it('are found across chunks, with either line end, and without the last line end', async () => {
    const chunks = ['\uFEFFa', 'b\r\nc', '\n\nü'].map((part) => Buffer.from(part));
    const found = [];
    for await (const line of linesOf(asyncly([...chunks, Buffer.from('x')]))) found.push(line);
    expect(found).toEqual(['ab', 'c', '', 'üx'].map((text) => ({ status: 'line', text })));
  });

  it('keep a character whole that two chunks share', async () => {
    const bytes = Buffer.from('€');
    const found = [];
    for await (const line of linesOf(asyncly([bytes.subarray(0, 1), bytes.subarray(1)]))) found.push(line);
    expect(found).toEqual([{ status: 'line', text: '€' }]);
  });

  it('that are too long are named and forgotten', async () => {
    const found = [];
    for await (const line of linesOf(asyncly([...Array.from({ length: 33 }, () => Buffer.alloc(1_000_000, 97)), Buffer.from('\nb')])))
      found.push(line.status);
    expect(found).toEqual(['too-long', 'line']);
  });
});

async function* asyncly<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
