import { afterAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../src/fetch/fetch.ts';
import type { Resolve } from '../../src/fetch/guard.ts';
import { FAULTY_PATHS, startHostile } from '../standins/hostile.ts';
import { eventually } from '../standins/origin.ts';

const LIMITS = { maxBytes: 100_000, connectMs: 300, headersMs: 300, idleMs: 300, totalMs: 1500, redirects: 5 };
const hostile = await startHostile();
const quiet = new AbortController().signal;
const fetcher = createFetcher(new Set([hostile.host]), LIMITS);
const none = { etag: null, lastModified: null };

afterAll(() => hostile.close());

/** With names of our own, so that no test asks a real resolver. */
function fetcherAt(resolve: Resolve, allowed: string[] = []) {
  return createFetcher(new Set(allowed), LIMITS, { resolve, now: () => 0 });
}
const answers =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('a hostile site', () => {
  it.each(FAULTY_PATHS)('%s gives a refusal of one sentence and leaves no connection', async (path) => {
    const refusal = { name: 'BrevierError', code: expect.stringMatching(/^source\//), message: expect.stringMatching(/\.$/) };
    await expect(fetcher.fetchPage(hostile.url + path, quiet)).rejects.toMatchObject(refusal);
    await expect(fetcher.fetchFeed(hostile.url + path, none, quiet)).rejects.toMatchObject(refusal);
    await eventually('the connection to be closed', () => hostile.open() === 0);
  });

  it.each([
    ['/silent', 'source/timeout'],
    ['/header-drip', 'source/timeout'],
    ['/continues', 'source/timeout'],
    ['/stalls', 'source/timeout'],
    ['/header-bomb', 'source/unreachable'],
    ['/switches', 'source/unreachable'],
    ['/short', 'source/unreachable'],
    ['/endless', 'source/too-large'],
    ['/gzip-bomb', 'source/too-large'],
    ['/gzip-empties', 'source/too-large'],
    ['/gzip-twice', 'source/not-text'],
    ['/unknown-encoding', 'source/not-text'],
    ['/to-loop', 'source/too-many-redirects'],
    ['/to-mapped', 'source/private'],
    ['/to-wide', 'source/private'],
    ['/to-password', 'source/bad-url'],
    ['/to-gopher', 'source/bad-url'],
  ])('%s is refused as %s', async (path, code) => {
    await expect(fetcher.fetchPage(hostile.url + path, quiet)).rejects.toMatchObject({ code });
  });

  it('gets no cookies, credentials or referrer, and is told who asks', async () => {
    hostile.requests.length = 0;
    await fetcher.fetchPage(`${hostile.url}/cookie`, quiet);
    expect(hostile.requests).toHaveLength(2);
    for (const request of hostile.requests) {
      expect(request).toMatch(/user-agent: Brevier\//i);
      expect(request).not.toMatch(/^(?:cookie|authorization|proxy-authorization|referer|origin):/im);
    }
  });

  it('that accepts connections and never finishes TLS is left', async () => {
    await expect(fetcherAt(answers('127.0.0.1'), [hostile.host]).fetchPage(`https://${hostile.host}/`, quiet)).rejects.toMatchObject({
      code: expect.stringMatching(/timeout|unreachable/),
    });
  });
});

describe('a hostile name', () => {
  const site = `site.example.org:${hostile.port}`;

  it('that changes its answer after the check is connected to where it was checked', async () => {
    const given = ['127.0.0.1', '169.254.169.254'];
    let asked = 0;
    const rebinding: Resolve = async () => [{ address: given[asked++] ?? '', family: 4 }];
    const page = await fetcherAt(rebinding, [site]).fetchPage(`http://${site}/good`, quiet);
    expect(page.body).toContain('good');
    expect(asked).toBe(1);
    expect(hostile.requests.at(-1)).toContain(`Host: ${site}`);
  });

  it.each([
    [['93.184.216.34', '10.0.0.1']],
    [['2606:4700::1', '::1']],
    [['::ffff:127.0.0.1']],
    [['fe80::1%lo']],
    [['168.63.129.16']],
    [['no address']],
  ])('that answers with %s is refused, whichever of the answers is private', async (addresses) => {
    await expect(fetcherAt(answers(...addresses)).fetchPage('http://site.example.org/', quiet)).rejects.toMatchObject({
      code: 'source/private',
    });
  });

  it('that the operator allows may be private, and may not lead to the credentials of the cloud', async () => {
    const allowed = fetcherAt(answers('169.254.169.254'), ['wiki.example:80']);
    await expect(allowed.fetchPage('http://wiki.example/', quiet)).rejects.toMatchObject({ code: 'source/private' });
  });

  it('that has no address, or whose server never answers, is given up', async () => {
    await expect(fetcherAt(answers()).fetchPage('http://site.example.org/', quiet)).rejects.toMatchObject({ code: 'source/unreachable' });
    const never = fetcherAt(() => Promise.withResolvers<never>().promise);
    await expect(never.fetchPage('http://site.example.org/', quiet)).rejects.toMatchObject({ code: 'source/timeout' });
  });

  it.each(['intranet', 'printer', 'metadata', 'metadata.google.internal.', 'kubernetes.default.svc', 'router.home.arpa', 'LOCALHOST'])(
    '%s is refused without a look-up',
    async (name) => {
      let asked = 0;
      const counting = fetcherAt(async () => {
        asked += 1;
        return [{ address: '93.184.216.34', family: 4 }];
      });
      await expect(counting.fetchPage(`http://${name}/`, quiet)).rejects.toMatchObject({ code: 'source/private' });
      expect(asked).toBe(0);
    },
  );

  it.each([22, 25, 3306, 5432, 6379, 9200, 11_211])('on port %s is refused', async (port) => {
    await expect(fetcherAt(answers('93.184.216.34')).fetchPage(`http://site.example.org:${port}/`, quiet)).rejects.toMatchObject({
      code: 'source/bad-url',
      message: expect.stringContaining(`port ${port}`),
    });
  });
});
