import type { IncomingMessage } from 'node:http';
import { startOrigin } from './origin.ts';

interface Story {
  path: string;
  title: string;
  paragraphs: string[];
  /** ISO 8601; null for a feed without dates. */
  at: string | null;
}

/** Several sites on loopback, each with a feed at `/<site>/feed.xml` and a page a story. What is published can change while it runs. */
export async function startNewsroom() {
  const sites = new Map<string, Story[]>();
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const special = new Map<
    string,
    (request: IncomingMessage) => { status: number; headers?: Record<string, string>; body?: string | Buffer }
  >();
  const origin = await startOrigin((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push({ path, headers: request.headers });
    const own = special.get(path)?.(request);
    if (own !== undefined) {
      response.writeHead(own.status, own.headers).end(own.body);
      return;
    }
    const [, site = '', name = ''] = path.split('/');
    const stories = sites.get(site);
    const story = stories?.find((one) => one.path === path);
    if (stories !== undefined && name === 'feed.xml') {
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(origin.url, site, stories));
    } else if (story !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(site, story));
    } else response.writeHead(404).end();
  });
  return {
    ...origin,
    asked,
    feedUrl: (site: string) => `${origin.url}/${site}/feed.xml`,
    /** Newest first, as feeds are. Gives the address. */
    publish(site: string, title: string, paragraphs: string[], at: string | null): string {
      const stories = sites.get(site) ?? [];
      const path = `/${site}/${title.toLowerCase().replace(/\W+/g, '-')}`;
      sites.set(site, [{ path, title, paragraphs, at }, ...stories]);
      return encodeURI(origin.url + path);
    },
    answer(
      path: string,
      answer: (request: IncomingMessage) => { status: number; headers?: Record<string, string>; body?: string | Buffer },
    ) {
      special.set(path, answer);
    },
  };
}

function rss(origin: string, site: string, stories: readonly Story[]): string {
  const items = stories.map(
    ({ path, title, paragraphs, at }) =>
      `<item><title>${title}</title><link>${encodeURI(origin + path)}</link><guid>${encodeURI(origin + path)}</guid>${
        at === null ? '' : `<pubDate>${new Date(at).toUTCString()}</pubDate>`
      }<description>${paragraphs[0] ?? ''}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${site}</title><link>${encodeURI(`${origin}/${site}/`)}</link>${items.join('')}</channel></rss>`;
}

function page(site: string, { title, paragraphs, at }: Story): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${
    at === null ? '' : `<meta property="article:published_time" content="${at}">`
  }<meta property="og:site_name" content="${site}"></head><body><nav><a href="/">Home</a></nav><main><article><h1>${title}</h1>${paragraphs
    .map((words) => `<p>${words}</p>`)
    .join('')}</article></main><footer>Copyright</footer></body></html>`;
}
