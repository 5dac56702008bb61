import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PLANT } from '../articles.ts';
import { PAGE } from '../rig.ts';
import { startOrigin } from '../standins/origin.ts';
import { brevier } from './brevier.ts';

const folder = mkdtempSync(join(tmpdir(), 'brevier-cli-'));
const site = await startOrigin((request, response) => {
  setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE), request.url === '/slow' ? 1500 : 0);
});
const ALLOW = { BREVIER_ALLOW_PRIVATE: site.host };
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const plant = file('plant.txt', PLANT);

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('brevier brief', () => {
  it('briefs a file, standard input and a page alike', async () => {
    for (const result of [
      await brevier(['brief', plant]),
      await brevier(['brief', '-'], PLANT),
      await brevier(['brief', site.url], '', ALLOW),
    ]) {
      expect(result).toMatchObject({ code: 0, stderr: '' });
      expect(result.stdout).toMatch(/more\s+than\s+1,200/u);
      expect(result.stdout).toContain('built-in engine');
    }
  });

  it('prints no colour into a pipe, and colour when it is forced, unless NO_COLOR is set', async () => {
    expect((await brevier(['brief', plant])).stdout).not.toContain('\u001B');
    expect((await brevier(['brief', plant], '', { FORCE_COLOR: '1' })).stdout).toContain('\u001B[1m');
    expect((await brevier(['brief', plant], '', { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain('\u001B');
  });

  it('prints the exact payload of a platform', async () => {
    const slack = JSON.parse((await brevier(['brief', plant, '--as', 'slack'])).stdout) as { blocks: { type: string }[] };
    expect(slack.blocks.map(({ type }) => type)).toContain('rich_text');
    const discord = JSON.parse((await brevier(['brief', plant, '--as', 'discord'])).stdout) as { flags: number };
    expect(discord.flags).toBe(32_768);
    expect((await brevier(['brief', plant, '--as', 'markdown'])).stdout).toContain('**Plant to open in May**');
    expect((await brevier(['brief', plant, '--as', 'html'])).stdout).toContain('<article class="brief">');
  });

  it('says on stderr what it is doing when that takes longer than a second', async () => {
    const { stderr, code } = await brevier(['brief', `${site.url}/slow`], '', ALLOW);
    expect(code).toBe(0);
    expect(stderr).toContain('Reading http://');
  });
});

describe('brevier ask', () => {
  it('answers with the sentence, or says that the article does not', async () => {
    expect((await brevier(['ask', plant, 'Who runs the site?'])).stdout).toContain('Anna Berg');
    expect((await brevier(['ask', plant, 'Who is the king of Norway?'])).stdout).toContain('The article does not say.');
  });
});

describe('brevier figures', () => {
  it('paints the card as a PNG', async () => {
    const path = join(folder, 'card.png');
    expect(await brevier(['figures', plant, '--image', path])).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
  });
  it('prints JSON and CSV that other programs can read', async () => {
    const rows = JSON.parse((await brevier(['figures', plant, '--json'])).stdout) as {
      value: number;
      qualifier: string;
      sentences: string[];
    }[];
    expect(rows[0]).toMatchObject({ value: expect.any(Number), sentences: [expect.stringContaining('')] });
    expect(rows.find(({ value }) => value === 1200)?.qualifier).toBe('more-than');
    const csv = (await brevier(['figures', plant, '--csv'])).stdout.split('\r\n');
    expect(csv[0]).toBe('rank,raw,value,valueMax,unit,kind,label,qualifier,status,attributedTo,asOf,sentence');
    expect(csv.length).toBe(rows.length + 2);
  });
});

describe('what goes wrong is one sentence with an exit code', () => {
  it.each([
    [['brief', 'no-such-file.txt'], 1, /There is no such file/],
    [['brief', folder], 1, /is a folder/],
    [['brief', file('binary.bin', new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7, 8]))], 1, /not text/],
    [['brief', file('empty.txt', '')], 1, /nothing to read/],
    [['brief', file('huge.txt', 'word '.repeat(1_100_000))], 1, /larger than 5 MB/],
    [['brief', 'http://127.0.0.1:9/'], 1, /private network/],
    [['brief'], 2, /Say what to read/],
    [['brief', plant, plant], 2, /One article at a time/],
    [['brief', plant, '--as', 'fax'], 2, /--as takes one of/],
    [['brief', plant, '--points', '99'], 2, /from 1 to 20/],
    [['brief', plant, '--nonsense'], 2, /nonsense/],
    [['ask', plant], 2, /Say what to ask/],
    [['figures', plant, '--json', '--csv'], 2, /Choose one/],
    [['breif', plant], 2, /Did you mean brevier brief\?/],
  ])('%j', async (words, code, message) => {
    const result = await brevier(words);
    expect(result.code).toBe(code);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(message);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says which setting is wrong', async () => {
    const result = await brevier(['brief', site.url], '', { DATABASE_URL: 'mysql://x', BREVIER_WEB_PORT: 'x' });
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/BREVIER_WEB_PORT.*DATABASE_URL|DATABASE_URL.*BREVIER_WEB_PORT/);
  });
});

describe('brevier help and doctor', () => {
  it('lists every command', async () => {
    const { stdout } = await brevier(['help']);
    for (const command of ['brief', 'ask', 'figures', 'batch', 'chat', 'start', 'doctor']) expect(stdout).toContain(`brevier ${command}`);
  });
  it('finds nothing wrong with a fresh installation', async () => {
    const { stdout, code } = await brevier(['doctor'], '', { BREVIER_DATA: join(folder, 'fresh') });
    expect(stdout).toContain('The built-in engine works');
    expect(code).toBe(0);
  });
  it('says what to do about each fault', async () => {
    const { stdout, code } = await brevier(['doctor'], '', { BREVIER_DATA: '/proc/nowhere', SLACK_APP_TOKEN: 'xapp-1' });
    expect(code).toBe(2);
    expect(stdout).toContain('BREVIER_DATA');
    expect(stdout).toContain('SLACK_BOT_TOKEN is not');
  });
});

describe('brevier chat', () => {
  it('answers line by line, in order', async () => {
    const { stdout, code } = await brevier(['chat'], `/brief ${site.url}\n/ask Who runs the site?\nhelp\n`, {
      ...ALLOW,
      BREVIER_DATA: join(folder, 'chat'),
    });
    expect(code).toBe(0);
    const places = ['built-in engine', 'Who runs the site?', '/brief <link or text>'].map((words) => stdout.lastIndexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true);
  });
});
