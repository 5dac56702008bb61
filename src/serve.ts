import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Adapter, ChatHost } from '../adapters/contract.ts';
import { RETRYING } from '../adapters/insist.ts';
import { PLATFORMS } from '../adapters/registry.ts';
import { createWebAdapter } from '../adapters/web/index.ts';
import { previewDiscord } from '../adapters/web/preview/discord.ts';
import { previewSlack } from '../adapters/web/preview/slack.ts';
import type { Showing } from '../adapters/web/workspace/channel.ts';
import { createBot } from './bot/bot.ts';
import { briefView } from './bot/brief.ts';
import { briefAndStore, rememberHere, type BotContext, type ReadContext } from './bot/context.ts';
import { pauseWorkspace } from './bot/leaving.ts';
import type { Handler } from './bot/request.ts';
import { suggest } from './bot/suggestions.ts';
import { cardPng, fetcherFor, storeFor, systemClock, writerFor } from './compose.ts';
import { readConfig, type Environment } from './config.ts';
import { BrevierError, toBrevierError } from './errors.ts';
import { feedsOverview, deliveriesOverview } from './bot/overview.ts';
import { digestsFor } from './digests.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { Target } from './model/target.ts';
import type { Article } from './model/article.ts';
import { BriefOptions } from './model/brief.ts';
import type { Briefer, Clock, Extractor, Sender } from './ports.ts';
import { secretsIn } from './redact.ts';
import { renderAnsi } from './render/ansi.ts';
import { startUpkeep } from './schedule/upkeep.ts';
import { articleFromFile } from './source/file.ts';
import { remembering } from './brief/remembered.ts';
import { servingStore } from './store/serving.ts';
import { viewBrief } from './view/brief-view.ts';
import { createEnginePool, type EnginePool } from './work/pool.ts';

const SAMPLES = fileURLToPath(new URL('../briefs/', import.meta.url));
const WEB: Target = { platform: 'web', channel: 'general' };
/** How long everything together may take to stop before the process ends anyway, in milliseconds. */
const STOP_MS = 10_000;

export interface Terminal {
  write(words: string): void;
  colour: boolean;
  width: number;
}

/** Runs every chat that is configured until `signal` aborts. Prints where things are; rejects when it cannot start. */
export async function serve(
  environment: Environment,
  terminal: Terminal,
  signal: AbortSignal,
  pool: EnginePool = createEnginePool(),
): Promise<void> {
  const { config, env } = readConfig(environment);
  const log = createLogger(config.logLevel, { secrets: secretsIn(env) });
  const platforms = preparedPlatforms(env);
  const briefer = remembering(pool.engine);
  const samples = readSamples(briefer, { extractor: pool.engine, clock: systemClock });
  samples.catch(() => undefined);
  const { store, isWritable } = servingStore(await storeFor(config, log), log, () => performance.now());
  const metrics = createMetrics();
  const writer = await writerFor(env, { builtIn: briefer, store, log, meter: metrics.meter });
  const reading: ReadContext = {
    store,
    log,
    fetcher: fetcherFor(config),
    briefer,
    extractor: pool.engine,
    ...(writer === undefined ? {} : { writer }),
    clock: systemClock,
    meter: metrics.meter,
    publicUrl: config.publicUrl,
  };
  const senders = new Map<Target['platform'], Sender>();
  const host: ChatHost = {
    log,
    now: () => systemClock.now(),
    retrying: RETRYING,
    answered: (platform, outcome) => metrics.meter.answer(platform, outcome),
    installations: store,
    suggest: (kind, target, typed, limit) => suggest(store, kind, target, typed, systemClock.now(), limit),
    leave: (workspace, reason) => pauseWorkspace(store, workspace, reason),
    erase: (workspace) => store.erase(workspace),
    async card(articleId) {
      const article = await store.article(articleId);
      return article === null ? null : await cardPng(briefer, article);
    },
  };
  const web = createWebAdapter(
    {
      host: config.webHost,
      token: config.webToken,
      port: config.webPort,
      mayMove: env['BREVIER_WEB_PORT'] === undefined,
      publicHost: config.publicUrl === null ? null : new URL(config.publicUrl).host,
    },
    {
      log,
      now: host.now,
      showings: { slack: showing('slack', previewSlack), discord: showing('discord', previewDiscord) },
      ping: () => store.ping(),
      unready: () => [
        ...platforms.flatMap(({ name }) => (senders.has(name) ? [] : [name])),
        ...(isWritable() ? [] : ['a database that can be written']),
      ],
      metrics,
      ledger: async () => deliveriesOverview(store),
      feeds: async () => feedsOverview(store),
      article: (id) => store.article(id),
      card: (article) => cardPng(briefer, article),
    },
  );
  const { desk, service } = await digestsFor(config, reading, senders, ({ platform }) => (platform === 'web' ? web.url() : null));
  const context: BotContext = { ...reading, desk };
  const running: Adapter[] = [];
  const endUpkeep = startUpkeep(store, systemClock, log);
  try {
    // The page knows its own address, so its citations always open its own reader.
    await web.start((request, abort) => createBot(onPage(context, web.url()))(request, abort));
    running.push(web);
    senders.set('web', web);
    terminal.write(`Brevier is running. Web chat: ${web.url()}\n\n`);
    await tellSamples(onPage(context, web.url()), web, terminal, await samples);
    for (const { name, create } of platforms) {
      const adapter = await connected(name, await create(host), createBot(context));
      running.push(adapter);
      senders.set(name, adapter);
      terminal.write(`${TITLES[name]} is connected.\n`);
    }
    await service.start();
    terminal.write(platforms.length === 0 ? HOW_TO_CONNECT(web.url()) : `Web chat: ${web.url()}\n`);
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    const late = setTimeout(() => process.exit(1), STOP_MS).unref();
    // Digests first: a message under way needs its chat to be connected.
    await service.stop();
    await Promise.allSettled(running.map((adapter) => adapter.stop()));
    await endUpkeep();
    await pool.close();
    await store.close();
    clearTimeout(late);
  }
}

const HOW_TO_CONNECT = (url: string) => `Open ${url} to brief your own links. Stop with Ctrl+C.
To connect a team chat:
  Slack    create an app from adapters/slack/manifest.json, then set SLACK_BOT_TOKEN and SLACK_APP_TOKEN
  Discord  create an app with a bot, then set DISCORD_TOKEN and DISCORD_APP_ID
  Check    npx brevier doctor says what is still missing; the README has every step
`;

/** How a platform would take a view, and about what it would look like there. */
function showing(name: 'slack' | 'discord', preview: (payload: unknown) => string): Showing {
  const platform = PLATFORMS.find((candidate) => candidate.name === name);
  return (view) => {
    const payload = platform?.render(view).payload;
    return { payload, html: preview(payload) };
  };
}

function onPage(context: BotContext, publicUrl: string): BotContext {
  return { ...context, publicUrl };
}

/** @throws BrevierError `config/invalid` when a platform is half configured: starting without it would hide the fault. */
function preparedPlatforms(env: Environment) {
  return PLATFORMS.flatMap(({ name, prepare }) => {
    const parsed = prepare(env);
    if (parsed.status === 'faulty') {
      throw new BrevierError('config/invalid', `${parsed.faults.join('\n')}\nRun npx brevier doctor for the whole picture.`);
    }
    return parsed.status === 'ready' ? [{ name, create: parsed.config }] : [];
  });
}

const TITLES = { slack: 'Slack', discord: 'Discord' } as const;

async function connected(name: keyof typeof TITLES, adapter: Adapter, handler: Handler): Promise<Adapter> {
  try {
    await adapter.start(handler);
    return adapter;
  } catch (cause) {
    await adapter.stop().catch(() => undefined);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BrevierError('config/invalid', `${TITLES[name]} cannot be connected (${reason}). Run npx brevier doctor to see why.`, {
      cause,
    });
  }
}

interface Sample {
  name: string;
  reading: Promise<Article>;
}

/** The articles in `briefs/` are read and briefed, one after the other, while the database opens. What fails is told when it is its turn. */
async function readSamples(briefer: Briefer, tools: { extractor: Extractor; clock: Clock }): Promise<Sample[]> {
  const names = (await readdir(SAMPLES)).filter((name) => name.endsWith('.md') && name !== 'README.md').toSorted();
  let before: Promise<unknown> = Promise.resolve();
  return names.map((name) => {
    const reading = before.then(() => articleFromFile(SAMPLES + name, tools));
    before = reading.then((article) => briefer.brief(article, BriefOptions.parse({}))).catch(() => undefined);
    return { name, reading };
  });
}

/** The first run should show something, here and in the web chat. */
async function tellSamples(context: BotContext, web: Adapter, terminal: Terminal, samples: readonly Sample[]): Promise<void> {
  for (const { name, reading } of samples) {
    try {
      const article = await reading;
      await context.store.saveArticle(article, null);
      await rememberHere(context, WEB, article.id);
      const brief = await briefAndStore(context, article);
      const view = viewBrief(article, brief, { publicUrl: null, buttons: [] });
      terminal.write(`${renderAnsi(view, { colour: terminal.colour, links: terminal.colour, width: terminal.width })}\n`);
      await web.send(
        {
          key: brief.id,
          target: WEB,
          view: await briefView(context, { target: WEB, user: 'web' }, article, brief, 'public'),
          parent: null,
        },
        AbortSignal.timeout(5000),
      );
    } catch (thrown) {
      terminal.write(`briefs/${name}: ${toBrevierError(thrown).message}\n\n`);
    }
  }
}
