import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { sqlite } from '../src/store/sqlite.ts';
import { openStore } from '../src/store/store.ts';
import { brevier as runCli } from './cli/brevier.ts';
import { BATTERY } from './deliver/rig.ts';
import { startNewsroom } from './standins/newsroom.ts';
import { DISCORD_APP, startDiscord } from './standins/discord.ts';
import { eventually, startOrigin } from './standins/origin.ts';
import { startSlack } from './standins/slack.ts';

// Whole processes, up to five of them one after the other, take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'brevier-main-'));
let started = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Brevier as `npm start` runs it. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'] ?? '', BREVIER_DATA: join(folder, String((started += 1))), BREVIER_WEB_PORT: '0', ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  return {
    says: (words: string) => eventually(words, () => stdout.includes(words), 40_000),
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    async stop() {
      child.kill('SIGTERM');
      return await ended;
    },
  };
}

describe('npm start', () => {
  it('with no configuration says where the web chat is, briefs the samples, and says how to connect a chat', async () => {
    const brevier = start({});
    await brevier.says('Stop with Ctrl+C');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(brevier.stdout())?.[0] ?? '';
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(((await (await fetch(`${url}/api/messages`)).json()) as { messages: unknown[] }).messages).toHaveLength(3);
    for (const words of ['Harrow Bay', 'rose 12%', 'SLACK_BOT_TOKEN', 'DISCORD_TOKEN', 'npx brevier doctor'])
      expect(brevier.stdout()).toContain(words);
    expect(await brevier.stop()).toEqual([0, null]);
    expect(brevier.stderr()).toBe('');
  });

  it('delivers a digest that was put into the ledger while it was down, and does so once though it is killed on the way', async () => {
    const newsroom = await startNewsroom();
    newsroom.publish('post', 'Battery plant opens in Kiruna', BATTERY, new Date().toISOString());
    const slack = await startSlack();
    const env = {
      BREVIER_DATA: join(folder, 'ledger'),
      BREVIER_ALLOW_PRIVATE: newsroom.host,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
    };
    const target = ['--target', 'slack:T0001/C1'];
    await runCli(['feeds', 'add', newsroom.feedUrl('post'), ...target], '', env);
    await runCli(['digest', 'now', ...target], '', env);
    expect(await start({ ...env, CRASH_AT: 'after-send' }).ended).toEqual([null, 'SIGKILL']);
    expect(slack.posted).toHaveLength(1);
    // The lease of the dead process is a minute; the test does not wait for it but ends it.
    const store = await openStore(sqlite(env.BREVIER_DATA));
    const [digest] = await store.digests(null, 1);
    if (digest !== undefined) await store.releaseDigest({ digest, fence: digest.fence }, new Date(0));
    await store.close();
    const brevier = start(env);
    await eventually('the reply', () => slack.posted[1], 40_000);
    await brevier.stop();
    expect(slack.posted.map((message) => message['thread_ts'])).toEqual([undefined, slack.posted[0]?.['ts']]);
    await slack.close();
    await newsroom.close();
  });

  it('connects Slack and Discord when their tokens are set', async () => {
    const slack = await startSlack();
    const discord = await startDiscord();
    const brevier = start({
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: 'x'.repeat(40),
      DISCORD_APP_ID: DISCORD_APP,
    });
    await brevier.says('Slack is connected.');
    await brevier.says('Discord is connected.');
    await slack.command({ text: 'help' });
    expect(JSON.stringify((await eventually('an answer', () => slack.responses[0])).message)).toContain('/brief <link or text>');
    expect(await brevier.stop()).toEqual([0, null]);
    await slack.close();
    await discord.close();
  });

  it('says why a chat cannot be connected, and ends', async () => {
    const slack = await startSlack();
    slack.fail('auth.test', ...Array.from({ length: 5 }, () => ({ status: 200, body: { ok: false, error: 'invalid_auth' } })));
    const brevier = start({ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    expect((await brevier.ended)[0]).toBe(2);
    expect(brevier.stderr()).toMatch(/Slack cannot be connected \(.*invalid_auth.*\)\. Run npx brevier doctor/);
    await slack.close();
  });

  it.each([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is not/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL: must begin with postgres/],
    [{ BREVIER_CONFIG: '/nowhere.json' }, /named by BREVIER_CONFIG/],
  ])('refuses to start with %o and says what is wrong', async (env, fault) => {
    const brevier = start(env);
    expect((await brevier.ended)[0]).toBe(2);
    expect(brevier.stderr()).toMatch(fault);
  });

  it('says when the port that was asked for is taken', async () => {
    const other = await startOrigin((_request, response) => response.end());
    const port = other.host.split(':')[1] ?? '';
    const brevier = start({ BREVIER_WEB_PORT: port });
    expect((await brevier.ended)[0]).toBe(2);
    expect(brevier.stderr()).toContain(`Port ${port} is taken`);
    await other.close();
  });
});
