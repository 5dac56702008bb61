import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { slackConfig } from '../../adapters/slack/config.ts';
import { createSeal } from '../../adapters/slack/install/seal.ts';
import { viewMessage } from '../../src/view/message-view.ts';
import { eventually, freePort } from '../standins/origin.ts';
import { eventBody, signedHeaders, SLACK_BOT, SLACK_ORG } from '../standins/slack.ts';
import { startSlackBot } from './rig.ts';

interface Manifest {
  oauth_config: { scopes: { bot: string[] } };
}

const SECRET = 'a-signing-secret';
const PORT = await freePort();
const url = `http://127.0.0.1:${PORT}`;
const rig = await startSlackBot({
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_SIGNING_SECRET: SECRET,
  BREVIER_SECRET: 'x'.repeat(40),
  PORT: String(PORT),
});
const { slack, bot } = rig;
afterAll(() => rig.close());
beforeEach(() => rig.clear());

const signal = new AbortController().signal;

async function send(event: Record<string, unknown>): Promise<number> {
  const body = JSON.stringify(eventBody(event));
  const headers = { ...signedHeaders(SECRET, body, Date.now()), 'content-type': 'application/json' };
  return (await fetch(`${url}/slack/events`, { method: 'POST', body, headers })).status;
}

async function startInstalling(): Promise<{ state: string; cookie: string; asked: URL }> {
  const page = await fetch(`${url}/slack/install`);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const asked = new URL(/href="([^"]+authorize[^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '');
  return { state: asked.searchParams.get('state') ?? '', cookie, asked };
}

async function comeBack(code: string, state: string, cookie: string): Promise<number> {
  const query = new URLSearchParams({ code, state });
  return (await fetch(`${url}/slack/oauth_redirect?${query.toString()}`, { headers: { cookie }, redirect: 'manual' })).status;
}

const rows = async () => {
  const found = [];
  for await (const { table, row } of bot.store.rows()) if (table === 'installation') found.push(JSON.stringify(row));
  return found;
};

describe('a workspace', () => {
  it('is not served before it has installed the app', async () => {
    const target = { platform: 'slack', team: SLACK_BOT.team, channel: 'C1', thread: null } as const;
    await expect(rig.adapter.send({ key: 'a1', target, view: viewMessage('x'), parent: null }, signal)).rejects.toThrow(
      'has not installed Brevier',
    );
  });

  it('is asked for the scopes of the manifest and nothing more', async () => {
    const { asked } = await startInstalling();
    const manifest = JSON.parse(readFileSync(new URL('../../adapters/slack/manifest.json', import.meta.url), 'utf8')) as Manifest;
    expect(asked.searchParams.get('scope')?.split(',')).toEqual(manifest.oauth_config.scopes.bot);
    expect(asked.searchParams.get('user_scope') ?? '').toBe('');
  });

  it.each([
    ['the state of somebody else', (state: string) => ({ state: `${state}x`, keep: true })],
    ['no cookie of the browser that began', (state: string) => ({ state, keep: false })],
  ])('cannot install with %s', async (_name, spoil) => {
    const { state, cookie } = await startInstalling();
    const spoilt = spoil(state);
    expect(await comeBack('good-code', spoilt.state, spoilt.keep ? cookie : '')).toBeGreaterThanOrEqual(400);
    expect(await rows()).toEqual([]);
  });

  it('installs the app; its token lies in the database sealed', async () => {
    const { state, cookie } = await startInstalling();
    expect(await comeBack('good-code', state, cookie)).toBeLessThan(400);
    const [row] = await rows();
    expect(row).toContain(`"key":"slack:${SLACK_BOT.team}"`);
    // Sealed bytes read "xox" by chance once in some hundred runs; a token's own beginning they do not.
    expect(row).not.toMatch(/xoxe[.-]|xoxb-/);
  });

  it('is served with its own token, renewed when it has run out', async () => {
    expect(await send({ type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: `<@${SLACK_BOT.user}> ${bot.url}` })).toBe(200);
    expect(JSON.stringify(await rig.post())).toContain('more than 1,200');
    const posted = slack.calls.find(({ method }) => method === 'chat.postMessage');
    expect(posted?.token).toBe('xoxe.xoxb-2');
    const target = { platform: 'slack', team: SLACK_BOT.team, channel: 'C2', thread: null } as const;
    await rig.adapter.send({ key: 'a2', target, view: viewMessage('A digest'), parent: null }, signal);
    expect(slack.calls.findLast(({ method }) => method === 'chat.postMessage')?.token).toBe('xoxe.xoxb-2');
  });

  it('takes everything with it when it throws the app out', async () => {
    expect((await bot.store.recall(`slack:${SLACK_BOT.team}/C1`, new Date(0), 5)).length).toBeGreaterThan(0);
    expect(await send({ type: 'app_uninstalled' })).toBe(200);
    await eventually('the end of the request', () => slack.calls.length >= 0);
    for (let tries = 0; tries < 200 && (await rows()).length > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await rows()).toEqual([]);
    for (let tries = 0; tries < 200 && (await bot.store.recall(`slack:${SLACK_BOT.team}/C1`, new Date(0), 5)).length > 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await bot.store.recall(`slack:${SLACK_BOT.team}/C1`, new Date(0), 5)).toEqual([]);
  });

  it('of an organisation that installed the app is served, also when nobody there has asked since', async () => {
    const { state, cookie } = await startInstalling();
    expect(await comeBack('org-code', state, cookie)).toBeLessThan(400);
    const form = {
      command: '/brief',
      text: 'help',
      team_id: 'T0077',
      enterprise_id: SLACK_ORG,
      is_enterprise_install: 'true',
      channel_id: 'C1',
      user_id: 'U1',
      trigger_id: 'org-1',
      response_url: slack.responseUrl,
    };
    const body = new URLSearchParams(form).toString();
    const headers = signedHeaders(SECRET, body, Date.now());
    expect((await fetch(`${url}/slack/events`, { method: 'POST', body, headers })).status).toBe(200);
    expect(await rig.response()).toContain('/brief');
    const target = { platform: 'slack', team: 'T0077', channel: 'C9', thread: null } as const;
    await rig.adapter.send({ key: 'a3', target, view: viewMessage('A digest'), parent: null }, signal);
    expect(slack.calls.findLast(({ method }) => method === 'chat.postMessage')?.token).toMatch(/^xoxe\.xoxb-/);
  });

  it('is acknowledged when Slack holds events back, so that it does not repeat that', async () => {
    const body = JSON.stringify({
      type: 'app_rate_limited',
      team_id: 'T1',
      minute_rate_limited: 1_790_000_000,
      api_app_id: 'A1',
      token: 'x',
    });
    const headers = { ...signedHeaders(SECRET, body, Date.now()), 'content-type': 'application/json' };
    expect((await fetch(`${url}/slack/events`, { method: 'POST', body, headers })).status).toBe(200);
  });
});

describe('the seal', () => {
  const seal = createSeal('a secret', 'tests');

  it('opens what it closed, and never closes the same words the same way', () => {
    expect(seal.open(seal.close('xoxb-1'))).toBe('xoxb-1');
    expect(seal.close('xoxb-1')).not.toBe(seal.close('xoxb-1'));
  });

  it('does not open what was changed, or closed under another secret or for another purpose', () => {
    const closed = seal.close('xoxb-1');
    const changed = Buffer.from(closed, 'base64url');
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => seal.open(changed.toString('base64url'))).toThrow();
    expect(() => createSeal('another', 'tests').open(closed)).toThrow();
    expect(() => createSeal('a secret', 'others').open(closed)).toThrow();
  });
});

it('names every variable that installing by OAuth still needs', () => {
  const parsed = slackConfig({ SLACK_CLIENT_ID: '1.2' });
  expect(parsed).toMatchObject({ status: 'faulty' });
  expect(JSON.stringify(parsed)).toContain('SLACK_CLIENT_SECRET, SLACK_SIGNING_SECRET, BREVIER_SECRET');
});

it('sends nothing that Slack would refuse', () => {
  expect(rig.faults()).toEqual([]);
});
