import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../src/fetch/fetch.ts';
import { isPublic } from '../../src/fetch/addresses.ts';
import { startOrigin } from '../standins/origin.ts';

const LIMITS = { maxBytes: 100_000, totalMs: 600, redirects: 3 };
const pages: Record<string, (response: ServerResponse) => void> = {
  '/plain': (response) => response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('Grüße'),
  '/latin': (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.from('<meta charset="iso-8859-1"><p>Gr\xfc\xdfe</p>', 'latin1')),
  '/liar': (response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(Buffer.from('Gr\xfc\xdfe', 'latin1')),
  '/gzip': (response) => response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync('<p>small</p>')),
  '/bomb': (response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000, 32))),
  '/broken-gzip': (response) => response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('no gzip'),
  '/big': (response) => response.writeHead(200, { 'content-type': 'text/html', 'content-length': '9999999' }).end(),
  '/endless': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => response.write('x'.repeat(40_000)), 5);
    response.on('close', () => clearInterval(timer));
  },
  '/slow': () => undefined,
  '/drip': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => response.write('.'), 50);
    response.on('close', () => clearInterval(timer));
  },
  '/picture': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('png'),
  '/missing': (response) => response.writeHead(404).end(),
  '/login': (response) => response.writeHead(403).end(),
  '/busy': (response) => response.writeHead(429).end(),
  '/error': (response) => response.writeHead(500).end(),
  '/once': (response) => response.writeHead(302, { location: '/plain' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/inside': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/hang-up': (response) => response.socket?.destroy(),
};
const origin = await startOrigin((request, response) => (pages[request.url ?? ''] ?? pages['/missing'])?.(response));
const fetcher = createFetcher(new Set([origin.host]), LIMITS);
const quiet = new AbortController().signal;
const get = async (path: string) => fetcher.fetchPage(path.startsWith('/') ? origin.url + path : path, quiet);

afterAll(() => origin.close());

describe('a page that can be read', () => {
  it('arrives with its type', async () => {
    expect(await get('/plain')).toEqual({ url: `${origin.url}/plain`, status: 200, contentType: 'text/plain', body: 'Grüße' });
  });
  it('follows a redirect and says where it ended', async () => {
    expect((await get('/once')).url).toBe(`${origin.url}/plain`);
  });
  it.each(['/latin', '/liar'])('reads %s in its real charset', async (path) => {
    expect((await get(path)).body).toContain('Grüße');
  });
  it('is decompressed', async () => {
    expect((await get('/gzip')).body).toBe('<p>small</p>');
  });
});

describe('a page that cannot be read gives one sentence', () => {
  it.each([
    ['/missing', 'source/status', /does not exist/],
    ['/login', 'source/status', /paste the text/],
    ['/busy', 'source/status', /Try again in a few minutes/],
    ['/error', 'source/status', /Try again later/],
    ['/picture', 'source/not-text', /image\/png/],
    ['/big', 'source/too-large', /larger than/],
    ['/endless', 'source/too-large', /larger than/],
    ['/bomb', 'source/too-large', /larger than/],
    ['/broken-gzip', 'source/unreachable', /could not be reached/],
    ['/slow', 'source/timeout', /did not answer within/],
    ['/drip', 'source/timeout', /did not answer within/],
    ['/loop', 'source/too-many-redirects', /redirects more than/],
    ['/hang-up', 'source/unreachable', /could not be reached/],
    ['/inside', 'source/private', /private network/],
    ['/file', 'source/bad-url', /http or https/],
    ['http://nowhere.invalid/', 'source/unreachable', /no site at nowhere\.invalid/],
    ['ftp://example.org/a', 'source/bad-url', /http or https/],
    ['http://user:pass@example.org/', 'source/bad-url', /user name/],
    ['nonsense', 'source/bad-url', /not a web address/],
  ])('%s: %s', async (path, code, message) => {
    await expect(get(path)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('stops at once when the asker gives up', async () => {
    const giveUp = new AbortController();
    const page = fetcher.fetchPage(`${origin.url}/slow`, giveUp.signal);
    giveUp.abort();
    await expect(page).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the guard', () => {
  it.each([
    'http://127.0.0.1:1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://printer.local/',
    'http://10.1.2.3/',
    'http://100.64.0.1/',
  ])('refuses %s', async (address) => {
    await expect(createFetcher(new Set()).fetchPage(address, quiet)).rejects.toMatchObject({ code: 'source/private' });
  });
  it('lets an allowed host through on the allowed port only', async () => {
    const other = `http://127.0.0.1:${Number(origin.host.split(':')[1]) + 1}/`;
    await expect(fetcher.fetchPage(other, quiet)).rejects.toMatchObject({ code: 'source/private' });
  });
  it.each([
    ['93.184.216.34', true],
    ['2606:4700::1', true],
    ['192.168.1.1', false],
    ['169.254.1.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['no address', false],
  ])('judges %s', (address, open) => {
    expect(isPublic(address)).toBe(open);
  });
});
