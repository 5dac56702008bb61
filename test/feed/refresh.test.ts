import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refreshFeed } from '../../src/feed/refresh.ts';
import { BATTERY, CHANNEL, FERRY, QUIET, startDigests } from '../deliver/rig.ts';

let rig: Awaited<ReturnType<typeof startDigests>>;
beforeEach(async () => {
  rig = await startDigests();
});
afterEach(() => rig.close());

const add = (url: string) => rig.desk.addFeed({ url, target: CHANNEL, user: 'slack:T1/U1' }, QUIET);
const seen = async () =>
  (
    await rig.store.entriesSince(
      (await rig.store.feedsOf('slack:T1/C1')).map(({ id }) => id),
      new Date(0),
      100,
    )
  ).map(({ title }) => title);
const again = async () => {
  rig.later(3 * 3_600_000);
  const [feed] = await rig.store.dueFeeds(rig.now(), 10);
  if (feed === undefined) throw new Error('no feed is due');
  return await refreshFeed(rig.feeds, feed, QUIET);
};

describe('adding a feed', () => {
  it('floods nobody: of what stands in it only the last day counts, five at most', async () => {
    for (let hour = 9; hour > 0; hour -= 1)
      rig.newsroom.publish('post', `Hour ${hour}`, BATTERY, new Date(rig.now().getTime() - hour * 3_600_000).toISOString());
    rig.newsroom.publish('post', 'Old', FERRY, '2026-10-01T00:00:00Z');
    await add(rig.newsroom.feedUrl('post'));
    expect((await seen()).toSorted()).toEqual(['Hour 1', 'Hour 2', 'Hour 3', 'Hour 4', 'Hour 5']);
  });

  it('takes an entry that is dated ahead of its time as one of now', async () => {
    rig.newsroom.publish('post', 'Early', BATTERY, '2031-01-01T00:00:00Z');
    const { feed } = await add(rig.newsroom.feedUrl('post'));
    const [entry] = await rig.store.entriesSince([feed.id], new Date(0), 10);
    expect(entry?.publishedAt).toBe(rig.now().toISOString());
  });

  it('finds the feed of a site', async () => {
    rig.newsroom.publish('post', 'One', BATTERY, null);
    rig.newsroom.answer('/home', () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html><head><link rel="alternate" type="application/rss+xml" href="/post/feed.xml"></head></html>',
    }));
    const { feed } = await add(`${rig.newsroom.url}/home`);
    expect(feed.url).toBe(rig.newsroom.feedUrl('post'));
  });

  it('says what to do where there is none', async () => {
    rig.newsroom.answer('/plain', () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html><p>Hi</p></html>' }));
    await expect(add(`${rig.newsroom.url}/plain`)).rejects.toMatchObject({ code: 'feed/none' });
    await expect(add('nonsense')).rejects.toMatchObject({ code: 'source/bad-url' });
  });

  it('says so when the site claims that nothing has changed since a reading that never was', async () => {
    rig.newsroom.answer('/same', () => ({ status: 304, headers: {}, body: '' }));
    await expect(add(`${rig.newsroom.url}/same`)).rejects.toMatchObject({ code: 'source/status' });
    expect(await rig.store.feedsOf('slack:T1/C1')).toEqual([]);
  });

  it('is done once', async () => {
    rig.newsroom.publish('post', 'One', BATTERY, null);
    expect((await add(rig.newsroom.feedUrl('post'))).isNew).toBe(true);
    expect((await add(rig.newsroom.feedUrl('post'))).isNew).toBe(false);
  });
});

describe('reading a feed again', () => {
  it('gives new entries once, with or without dates', async () => {
    rig.newsroom.publish('post', 'First', BATTERY, null);
    await add(rig.newsroom.feedUrl('post'));
    rig.newsroom.publish('post', 'Second', FERRY, null);
    await again();
    await again();
    expect(await seen()).toEqual(['Second']);
  });

  it('sends the validators back and takes 304 for an answer', async () => {
    const headers: unknown[] = [];
    rig.newsroom.answer('/etag.xml', (request) => {
      headers.push([request.headers['if-none-match'], request.headers['if-modified-since']]);
      if (request.headers['if-none-match'] === '"v1"') return { status: 304 };
      const body = '<rss version="2.0"><channel><title>T</title></channel></rss>';
      return { status: 200, headers: { etag: '"v1"', 'last-modified': 'Mon, 23 Nov 2026 06:00:00 GMT' }, body };
    });
    await add(`${rig.newsroom.url}/etag.xml`);
    const feed = await again();
    expect(headers).toEqual([
      [undefined, undefined],
      ['"v1"', 'Mon, 23 Nov 2026 06:00:00 GMT'],
    ]);
    expect(feed).toMatchObject({ failures: 0, problem: null, readAt: rig.now().toISOString() });
  });

  it('leaves a site alone for as long as it asks', async () => {
    rig.newsroom.publish('post', 'One', BATTERY, null);
    await add(rig.newsroom.feedUrl('post'));
    rig.newsroom.answer('/post/feed.xml', () => ({ status: 429, headers: { 'retry-after': '7200' } }));
    const { nextAt, problem } = await again();
    expect([Date.parse(nextAt) - rig.now().getTime(), problem]).toEqual([7_200_000, 'The site asks for a pause (429).']);
  });

  it('waits longer after each failure, gives up in the end, and tells whoever added it', async () => {
    rig.newsroom.publish('post', 'One', BATTERY, null);
    await add(rig.newsroom.feedUrl('post'));
    rig.newsroom.answer('/post/feed.xml', () => ({ status: 500 }));
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      rig.later(13 * 3_600_000);
      const feed = await again();
      waits.push((Date.parse(feed.nextAt) - rig.now().getTime()) / 3_600_000);
    }
    expect(waits.slice(0, 6)).toEqual([0.5, 1, 2, 4, 8, 12]);
    expect((await rig.store.feedsOf('slack:T1/C1'))[0]?.status).toBe('paused');
    expect(rig.told).toEqual([expect.stringContaining('I have stopped reading the feed')]);
    rig.later(30 * 24 * 3_600_000);
    expect(await rig.store.dueFeeds(rig.now(), 10)).toEqual([]);
  });

  it('gives up at once on a feed that is gone for good', async () => {
    rig.newsroom.publish('post', 'One', BATTERY, null);
    await add(rig.newsroom.feedUrl('post'));
    rig.newsroom.answer('/post/feed.xml', () => ({ status: 410 }));
    expect((await again()).status).toBe('paused');
  });

  it.each([
    ['a web page', () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' }), 'web page'],
    ['nothing', () => ({ status: 200, body: '' }), 'empty'],
    ['fifty megabytes', () => ({ status: 200, headers: { 'content-length': '50000000' }, body: 'x'.repeat(9_000_000) }), 'larger than'],
    [
      'a gzip bomb',
      () => ({ status: 200, headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(50_000_000, 32)) }),
      'larger than',
    ],
    ['bytes', () => ({ status: 200, body: Buffer.from([0, 1, 2, 255, 254]) }), 'no feed'],
  ])('survives %s, and says what was wrong', async (_name, answer, words) => {
    rig.newsroom.publish('post', 'One', BATTERY, null);
    await add(rig.newsroom.feedUrl('post'));
    rig.newsroom.answer('/post/feed.xml', answer);
    const feed = await again();
    expect([feed.failures, feed.problem?.includes(words)]).toEqual([1, true]);
  });

  it('believes the document about its charset, and not a header that contradicts it', async () => {
    const item = `<item><title>Grüße</title><pubDate>${rig.now().toUTCString()}</pubDate></item>`;
    const body = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>T</title>${item}</channel></rss>`;
    rig.newsroom.answer('/odd.xml', () => ({ status: 200, headers: { 'content-type': 'text/xml; charset=iso-8859-1' }, body }));
    const { feed } = await add(`${rig.newsroom.url}/odd.xml`);
    expect((await rig.store.entriesSince([feed.id], new Date(0), 10)).map(({ title }) => title)).toEqual(['Grüße']);
  });

  it('reads words in the charset that the document names', async () => {
    const body = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Zürich</title></channel></rss>',
      'latin1',
    );
    rig.newsroom.answer('/latin.xml', () => ({ status: 200, headers: { 'content-type': 'text/xml' }, body }));
    expect((await add(`${rig.newsroom.url}/latin.xml`)).feed.title).toBe('Zürich');
  });
});

describe('a feed that never ends', () => {
  it('is broken off, and the next reading goes on', async () => {
    rig.newsroom.publish('post', 'One', BATTERY, null);
    await add(rig.newsroom.feedUrl('post'));
    rig.newsroom.answer('/post/feed.xml', () => ({ status: 200, body: '<rss>'.padEnd(30_000_000, 'x') }));
    const feed = await again();
    expect([feed.failures, feed.problem?.includes('larger than')]).toEqual([1, true]);
  });
});
