import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher } from '../../src/fetch/fetch.ts';
import { mayRead, parseRobots } from '../../src/fetch/robots.ts';
import { startOrigin } from '../standins/origin.ts';

const may = (robots: string, path: string) => mayRead(parseRobots(robots), new URL(path, 'http://site.example'));

describe('robots.txt', () => {
  it.each([
    ['an empty file allows everything', '', '/feed', true],
    ['a rule for everybody counts', 'User-agent: *\nDisallow: /', '/feed', false],
    ['a rule for others does not', 'User-agent: other\nDisallow: /', '/feed', true],
    ['a group that names us stands over the one for all', 'User-agent: *\nDisallow: /\n\nUser-agent: Brevier\nDisallow: /x', '/feed', true],
    ['a group may name several', 'User-agent: a\nUser-agent: brevier/1.0\nDisallow: /feed', '/feed', false],
    ['an empty Disallow forbids nothing', 'User-agent: *\nDisallow:', '/feed', true],
    ['the longer rule decides', 'User-agent: *\nDisallow: /\nAllow: /feed', '/feed.xml', true],
    ['of two of one length the kind one decides', 'User-agent: *\nDisallow: /feed\nAllow: /feed', '/feed', true],
    ['a star stands for anything', 'User-agent: *\nDisallow: /*/private', '/a/b/private/c', false],
    ['a dollar ends the path', 'User-agent: *\nDisallow: /*.xml$', '/feed.xml?all', true],
    ['a dollar ends the path here', 'User-agent: *\nDisallow: /*.xml$', '/feed.xml', false],
    ['the query belongs to the address', 'User-agent: *\nDisallow: /*?page=', '/feed?page=2', false],
    ['comments and case are nothing', 'USER-AGENT: * # all\ndisallow: /feed # no', '/feed', false],
    ['the file itself may be read', 'User-agent: *\nDisallow: /', '/robots.txt', true],
  ])('%s', (_name, robots, path, expected) => {
    expect(may(robots, path)).toBe(expected);
  });

  it('is read for any text, and a pattern of stars is no trap', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, path) =>
        [true, false].includes(may(`User-agent: *\n${text}`, `/x${encodeURI(path.toWellFormed())}`)),
      ),
    );
    expect(may(`User-agent: *\nDisallow: /${'*a'.repeat(5000)}$`, `/${'a'.repeat(4000)}b`)).toBe(true);
  });
});

let robots = { status: 404, body: '' };
const asked: string[] = [];
const origin = await startOrigin((request, response) => {
  asked.push(request.url ?? '');
  if (request.url === '/robots.txt') response.writeHead(robots.status).end(robots.body);
  else if (request.url === '/moved') response.writeHead(302, { location: '/private/feed' }).end();
  else response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'max-age=60' }).end('<rss/>');
});

describe('a feed', () => {
  const signal = new AbortController().signal;
  let time = 0;
  let fetcher = createFetcher(new Set([origin.host]));
  const read = (path: string) => fetcher.fetchFeed(origin.url + path, { etag: null, lastModified: null }, signal);
  beforeEach(() => {
    asked.length = 0;
    time = 0;
    fetcher = createFetcher(new Set([origin.host]), {}, { resolve: async () => [], now: () => time });
  });
  afterAll(() => origin.close());

  it('is read where nothing forbids it, and the site is asked once a day', async () => {
    robots = { status: 404, body: '' };
    await read('/feed');
    await read('/other');
    expect(asked).toEqual(['/robots.txt', '/feed', '/other']);
    time = 25 * 3_600_000;
    await read('/feed');
    expect(asked.slice(3)).toEqual(['/robots.txt', '/feed']);
  });
  it('that is forbidden is not asked for, also not at the end of a redirect', async () => {
    robots = { status: 200, body: 'User-agent: *\nDisallow: /private/' };
    await expect(read('/private/feed')).rejects.toMatchObject({ code: 'source/robots' });
    await expect(read('/moved')).rejects.toMatchObject({ code: 'source/robots' });
    expect(asked).toEqual(['/robots.txt', '/moved']);
  });
  it('waits while the site cannot say, and asks again next time', async () => {
    robots = { status: 503, body: '' };
    await expect(read('/feed')).rejects.toMatchObject({ code: 'source/status' });
    robots = { status: 200, body: 'x'.repeat(900_000) };
    expect(await read('/feed')).toMatchObject({ type: 'fetched', waitMs: 60_000 });
  });
  it('does not keep a person from reading a page', async () => {
    robots = { status: 200, body: 'User-agent: *\nDisallow: /' };
    expect((await fetcher.fetchPage(`${origin.url}/page`, signal)).status).toBe(200);
    expect(asked).toEqual(['/page']);
  });
});
