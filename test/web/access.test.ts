import { request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { createWebAdapter } from '../../adapters/web/index.ts';
import { readConfig } from '../../src/config.ts';
import { createLogger } from '../../src/log.ts';

const TOKEN = 'a token of some length';
const look = () => ({ payload: null, html: '' });
const host = {
  log: createLogger('silent'),
  now: () => new Date(),
  showings: { slack: look, discord: look },
  ping: async () => undefined,
  article: async () => null,
  card: async () => Buffer.alloc(0),
  unready: () => [],
  metrics: { text: async () => 'figures', contentType: 'text/plain' },
  ledger: async () => [],
  feeds: async () => [],
};
const open = createWebAdapter({ host: '127.0.0.1', token: null, port: 0, mayMove: true, publicHost: null }, host);
const closed = createWebAdapter({ host: '127.0.0.1', token: TOKEN, port: 0, mayMove: true, publicHost: null }, host);
for (const web of [open, closed]) await web.start(async () => null);

afterAll(async () => {
  await Promise.all([open.stop(), closed.stop()]);
});

async function ask(
  url: string,
  method: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ response: IncomingMessage; body: string }> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { method, headers }, (response) => void text(response).then((read) => resolve({ response, body: read }), reject))
      .on('error', reject)
      .end(body);
  });
}
const status = async (url: string, headers: Record<string, string> = {}) => (await ask(url, 'GET', headers)).response.statusCode;
const signIn = async (token: string, origin = closed.url()) =>
  ask(
    `${closed.url()}/sign-in`,
    'POST',
    { origin, 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams({ token }).toString(),
  );

describe('without a token', () => {
  it('another site gets nothing, whatever name it comes by', async () => {
    for (const path of ['/', '/api/messages', '/feeds']) {
      expect(await status(open.url() + path, { host: 'rebound.example' })).toBe(403);
      expect(await status(open.url() + path, { origin: 'https://evil.example' })).toBe(403);
      expect(await status(open.url() + path, { origin: 'null' })).toBe(403);
    }
    const forged = { origin: 'http://localhost:1', 'content-type': 'application/json' };
    expect((await ask(`${open.url()}/api/messages`, 'POST', forged, '{"id":"x","text":"hi"}')).response.statusCode).toBe(403);
  });
  it('every page forbids inline script, framing and foreign files', async () => {
    for (const path of ['/', '/feeds', '/api/messages', '/assets/app.js', '/nothing']) {
      const { response, body } = await ask(open.url() + path, 'GET', {});
      const policy = response.headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https:|\s\*/);
      if (path === '/') expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|javascript:/i);
    }
  });
});

describe('with a token', () => {
  it('nothing but health and the sign-in page is open', async () => {
    for (const path of ['/', '/api/messages', '/api/events', '/feeds', '/deliveries', '/metrics', `/articles/${'0'.repeat(64)}`])
      expect([path, await status(closed.url() + path)]).toEqual([path, 401]);
    expect(await status(`${closed.url()}/healthz`)).toBe(200);
    const said = { origin: closed.url(), 'content-type': 'application/json' };
    expect((await ask(`${closed.url()}/api/messages`, 'POST', said, '{"id":"x","text":"hi"}')).response.statusCode).toBe(401);
  });
  it('the right one opens the workspace, by any name and with a cookie that no script sees', async () => {
    const { response } = await signIn(TOKEN);
    const cookie = response.headers['set-cookie']?.[0] ?? '';
    expect([response.statusCode, response.headers.location]).toEqual([303, '/']);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect(cookie).not.toContain(TOKEN);
    const [pair = ''] = cookie.split(';');
    expect(await status(`${closed.url()}/`, { cookie: pair, host: 'briefs.example.net' })).toBe(200);
    expect(await status(`${closed.url()}/`, { cookie: pair.replace(/.$/, '-') })).toBe(401);
    expect(await status(`${closed.url()}/metrics`, { authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(await status(`${closed.url()}/metrics`, { authorization: `Bearer ${TOKEN}x` })).toBe(401);
  });
  it('a wrong one, or a form on another site, does not', async () => {
    const wrong = await signIn('something else entirely');
    expect([wrong.response.statusCode, wrong.response.headers['set-cookie']]).toEqual([401, undefined]);
    expect(wrong.body).toContain('That is not the token.');
    expect((await signIn(TOKEN, 'https://evil.example')).response.statusCode).toBe(403);
  });
});

describe('the configuration', () => {
  const config = (env: Record<string, string>) => readConfig(env).config;
  it('listens on loopback unless told otherwise', () => {
    expect(config({})).toMatchObject({ webHost: '127.0.0.1', webToken: null });
    expect(config({ BREVIER_WEB_HOST: '::1' }).webHost).toBe('::1');
  });
  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.org'])('does not listen on %s without a token', (address) => {
    expect(() => config({ BREVIER_WEB_HOST: address })).toThrow(/BREVIER_WEB_HOST/);
  });
  it('does with a token, which must not be short', () => {
    expect(config({ BREVIER_WEB_HOST: '0.0.0.0', BREVIER_WEB_TOKEN: TOKEN })).toMatchObject({ webHost: '0.0.0.0', webToken: TOKEN });
    expect(() => config({ BREVIER_WEB_TOKEN: 'short' })).toThrow(/at least 16/);
  });
});
