import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBot } from '../src/bot/bot.ts';
import type { BotContext, ReadContext } from '../src/bot/context.ts';
import type { Handler } from '../src/bot/request.ts';
import { builtInBriefer, writerFor } from '../src/compose.ts';
import type { Environment } from '../src/config.ts';
import { createFetcher } from '../src/fetch/fetch.ts';
import { createDesk } from '../src/deliver/desk.ts';
import { feedContext } from '../src/deliver/service.ts';
import { createReader } from '../src/digest/reader.ts';
import { createLogger } from '../src/log.ts';
import type { Target } from '../src/model/target.ts';
import { NO_METER, type Sender } from '../src/ports.ts';
import { createEmbeddedQueue } from '../src/queue/embedded.ts';
import { sqlite } from '../src/store/sqlite.ts';
import { openStore } from '../src/store/store.ts';
import { startOrigin } from './standins/origin.ts';
import { engineHere } from '../src/work/engine.ts';

export const PAGE = `<!doctype html><html lang="en"><head><title>Plant to open in May | The Kiruna Post</title>
<meta property="og:site_name" content="The Kiruna Post"><meta name="author" content="Eva Holm"></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav><main><article><h1>Plant to open in May</h1>
<p>Northwind said on Monday that its new battery plant in Kiruna would employ more than 1,200 people when it opens in May.</p>
<p>The plant is expected to cost $86 million, which the company would borrow from a group of four banks in Stockholm.</p>
<p>"We hire from next door," said Anna Berg, who runs the site and has worked for the company since it was founded there.</p>
<p>The old plant closed in 2019 after a fire that destroyed most of its machines, and the town lost its largest employer.</p>
</article></main><footer>Copyright</footer></body></html>`;

export interface BotOptions {
  publicUrl?: string | null;
  /** Variables that name a language model. */
  llm?: Environment;
}

/** The real bot over a real SQLite file, with one site on loopback that it may read. Every look at the clock is a second later. */
export async function startBot(options: BotOptions = {}) {
  let ticks = Date.parse('2026-11-23T09:00:00Z');
  const folder = mkdtempSync(join(tmpdir(), 'brevier-bot-'));
  const asked: string[] = [];
  const site = await startOrigin((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/gone') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  });
  const store = await openStore(sqlite(folder));
  const reading: ReadContext = {
    store,
    fetcher: createFetcher(new Set([site.host])),
    briefer: builtInBriefer,
    extractor: engineHere,
    clock: { now: () => new Date((ticks += 1000)) },
    log: createLogger('silent'),
    meter: NO_METER,
    publicUrl: options.publicUrl ?? null,
  };
  const { briefer: builtIn, log, meter } = reading;
  const writer = await writerFor(options.llm ?? {}, { builtIn, store, log, meter });
  if (writer !== undefined) reading.writer = writer;
  const queue = createEmbeddedQueue(4, reading.log);
  const senders = new Map<Target['platform'], Sender>();
  const feeds = feedContext(reading, senders, new AbortController().signal);
  const context: BotContext = { ...reading, desk: createDesk({ bot: reading, feeds, reader: createReader(reading) }, queue) };
  const handler: Handler = createBot(context);
  return {
    handler,
    context,
    store,
    /** The address of the one article. */
    url: `${site.url}/plant`,
    site: site.url,
    /** Paths that were fetched. */
    asked,
    async close() {
      await store.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
