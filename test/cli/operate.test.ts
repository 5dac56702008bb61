import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BATTERY, FERRY } from '../deliver/rig.ts';
import { startNewsroom } from '../standins/newsroom.ts';
import { brevier } from './brevier.ts';

const folder = mkdtempSync(join(tmpdir(), 'brevier-operate-'));
const newsroom = await startNewsroom();
const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
newsroom.publish('post', 'Battery plant opens in Kiruna', BATTERY, hourAgo);
newsroom.publish('post', 'Harwich ferry to sail again', FERRY, hourAgo);
const env = { BREVIER_DATA: join(folder, 'data'), BREVIER_ALLOW_PRIVATE: newsroom.host };
const run = (...words: string[]) => brevier(words, '', env);
const TARGET = ['--target', 'slack:T1/C1'];

afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an operator at the terminal', () => {
  it('schedules a digest with its feeds, and sees it', async () => {
    const made = await run(
      'digest',
      'schedule',
      ...TARGET,
      '--cron',
      '0 8 * * 1-5',
      '--zone',
      'Berlin',
      '--feed',
      newsroom.feedUrl('post'),
      '--budget',
      '4',
    );
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('slack:T1/C1: A digest on weekdays at 08:00 (Europe/Berlin), 4 min to read');
    const listed = JSON.parse((await run('digest', 'list', '--json')).stdout) as { cron: string; createdBy: string }[];
    expect(listed).toMatchObject([{ cron: '0 8 * * 1-5', createdBy: 'operator' }]);
    expect((await run('feeds', 'list', ...TARGET)).stdout).toContain('/post/feed.xml');
  });

  it('previews it, as the terminal or as the platform would have it', async () => {
    expect((await run('digest', 'preview', ...TARGET)).stdout).toContain('Harwich ferry to sail again');
    const payload = JSON.parse((await run('digest', 'preview', ...TARGET, '--as', 'slack')).stdout) as { blocks: unknown[] };
    expect(payload.blocks.length).toBeGreaterThan(3);
  });

  it('puts one into the ledger, where the running bot finds it', async () => {
    expect((await run('digest', 'now', ...TARGET)).stdout).toContain('The running bot posts it within a minute');
    expect((await run('digest', 'log')).stdout).toMatch(/slack:T1\/C1 {2}.*: waiting, asked for/);
    expect(JSON.parse((await run('digest', 'log', ...TARGET, '--json')).stdout)).toMatchObject([{ state: 'due', deliveries: [] }]);
  });

  it('pauses, resumes and removes it', async () => {
    expect((await run('digest', 'pause', ...TARGET)).stdout).toContain('Paused');
    expect((await run('digest', 'resume', ...TARGET)).stdout).toContain('Next:');
  });

  it('moves feeds as OPML', async () => {
    const opml = join(folder, 'feeds.opml');
    writeFileSync(opml, (await run('feeds', 'export', ...TARGET)).stdout);
    expect((await run('feeds', 'import', opml, '--target', 'web:general')).stdout).toContain('1 feeds added');
    expect((await run('feeds', 'remove', newsroom.feedUrl('post'), '--target', 'web:general')).code).toBe(0);
  });

  it('copies, exports and erases', async () => {
    const copy = join(folder, 'copy.sqlite');
    expect((await run('backup', copy)).code).toBe(0);
    expect(existsSync(copy)).toBe(true);
    const lines = join(folder, 'all.jsonl');
    expect((await run('export', lines)).code).toBe(0);
    expect(
      readFileSync(lines, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { table: string }).table),
    ).toContain('subscription');
    expect(await run('erase', 'slack:T1')).toMatchObject({ code: 2, stderr: expect.stringContaining('Add --yes') });
    expect((await run('erase', 'slack:T1', '--yes')).stdout).toMatch(/^\d+ rows of slack:T1 are erased/);
    expect((await run('digest', 'list')).stdout).toContain('No digest is scheduled.');
  });

  it.each([
    [['digest', 'schedule', ...TARGET], '--at "weekdays at 8" --zone Europe/Berlin'],
    [['digest', 'schedule', '--at', 'daily at 8', '--zone', 'UTC'], 'Say which channel: --target'],
    [['digest', 'schedule', '--target', 'teams:1', '--at', 'daily at 8', '--zone', 'UTC'], '“teams:1” is no channel'],
    [['digest', 'schedule', ...TARGET, '--cron', '61 8 * * *', '--zone', 'UTC'], 'The minute “61”'],
    [['digest', 'schedule', ...TARGET, '--cron', '0 8 * * *', '--zone', 'Mars/Phobos'], 'no time zone that I know'],
    [['digest', 'shedule'], 'Did you mean schedule?'],
    [['feeds', 'ad', ...TARGET], 'Did you mean add?'],
    [['feeds', 'add', ...TARGET], 'Say which one'],
    [['backup'], 'Say where to'],
    [['erase', 'everything', '--yes'], 'Say which workspace'],
  ])('is told what to do instead of %j', async (words, told) => {
    const { code, stderr } = await run(...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
  });
});
