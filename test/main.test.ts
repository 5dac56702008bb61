import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { DISCORD_APP, startDiscord } from './standins/discord.ts';
import { eventually, startOrigin } from './standins/origin.ts';
import { startSlack } from './standins/slack.ts';

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
    says: (words: string) => eventually(words, () => stdout.includes(words), 15_000),
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
    for (const words of ['Harrow Bay', '> 240 MWh', 'SLACK_BOT_TOKEN', 'DISCORD_TOKEN', 'npx brevier doctor'])
      expect(brevier.stdout()).toContain(words);
    expect(await brevier.stop()).toEqual([0, null]);
    expect(brevier.stderr()).toBe('');
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
