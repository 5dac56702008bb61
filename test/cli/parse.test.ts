import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { brevier } from './brevier.ts';

const folder = mkdtempSync(join(tmpdir(), 'brevier-parse-'));
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CONLLU = `# sent_id = 1
# text = Er wartet im Hafen.
1	Er	_	_	_	_	_	_	_	_
2	wartet	_	_	_	_	_	_	_	_
3-4	im	_	_	_	_	_	_	_	_
3	in	_	_	_	_	_	_	_	_
4	dem	_	_	_	_	_	_	_	_
5	Hafen	_	_	_	_	_	_	_	SpaceAfter=No
6	.	_	_	_	_	_	_	_	_

`;

describe('brevier parse', () => {
  it('prints each sentence with its words, and what hangs on what', async () => {
    const { stdout, code } = await brevier(['parse', '-', '--language', 'en'], 'The council bought two ferries.');
    expect(code).toBe(0);
    expect(stdout).toContain('[1] The council bought two ferries.');
    expect(stdout).toMatch(/council +NOUN +nsubj +← bought/u);
    expect(stdout).toMatch(/bought +VERB +root/u);
  });
  it('prints the same for other programs', async () => {
    const { stdout } = await brevier(['parse', '-', '--json', '--language', 'en'], 'The council bought two ferries.');
    const { language, sentences } = JSON.parse(stdout) as { language: string; sentences: { parse: { words: unknown[] } }[] };
    expect(language).toBe('en');
    expect(sentences[0]?.parse.words).toContainEqual({ text: 'ferries', start: 23, end: 30, part: 'NOUN', head: 2, relation: 'obj' });
  });
  it('fills a CoNLL-U file and keeps its tokens, comments and multiword lines', async () => {
    const { stdout } = await brevier(['parse', '--conllu', file('a.conllu', CONLLU), '--language', 'de']);
    const rows = stdout.split('\n').map((line) => line.split('\t'));
    expect(stdout.endsWith('\n\n')).toBe(true);
    expect(rows.map(([id]) => id)).toEqual(CONLLU.split('\n').map((line) => line.split('\t')[0]));
    expect(rows[3]).toEqual(['2', 'wartet', '_', 'VERB', '_', '_', '0', 'root', '_', '_']);
    expect(rows[7]).toEqual(['5', 'Hafen', '_', 'NOUN', '_', '_', '2', 'obl', '_', 'SpaceAfter=No']);
  });
  it.each([
    [['parse'], /Say what to read: brevier parse/u],
    [['parse', '--conllu', 'a.conllu'], /Say which language the file is in/u],
    [['parse', '-', '--language', 'klingon'], /--language takes one of en, de/u],
  ])('says what to do instead of %j', async (words, message) => {
    const { stderr, code } = await brevier(words, 'A sentence.');
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
  it('says that a file is not there', async () => {
    const { stderr, code } = await brevier(['parse', '--conllu', join(folder, 'none.conllu'), '--language', 'en']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/I could not read .*none\.conllu/u);
  });
});
