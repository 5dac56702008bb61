import { remembering } from './brief/remembered.ts';
import type { Config, Environment } from './config.ts';
import { createFetcher } from './fetch/fetch.ts';
import { paintCard } from './image/paint.ts';
import type { Logger } from './log.ts';
import type { Article } from './model/article.ts';
import { BriefOptions } from './model/brief.ts';
import type { Briefer, Clock, Meter, Store, Writer } from './ports.ts';
import { cardOf } from './render/card.ts';
import { cardContent } from './view/card-view.ts';

export const systemClock: Clock = { now: () => new Date() };

/** Loaded when it is used: a running Brevier reads and briefs in other threads, and its own needs none of it. */
const engine = async () => (await import('./work/engine.ts')).engineHere;

/** No key, no model, no network; in this thread. */
export const builtInBriefer: Briefer = remembering({
  brief: async (...given) => await (await engine()).brief(...given),
  answer: async (...given) => await (await engine()).answer(...given),
});

/**
 * The article's key figures as a PNG.
 * @throws BrevierError `image/unavailable`
 */
export async function cardPng(briefer: Briefer, article: Article): Promise<Buffer> {
  return await paintCard(cardOf(cardContent(article, await briefer.brief(article, BriefOptions.parse({})))));
}

export function fetcherFor(config: Config) {
  return createFetcher(config.allowPrivate);
}

/**
 * The database that the configuration names, ready for use.
 * @throws BrevierError `store/unavailable`
 */
export async function storeFor(config: Config, log: Logger): Promise<Store> {
  // What is not used is not loaded: a brief in the terminal needs no database, and SQLite no driver of PostgreSQL's.
  const { openStore } = await import('./store/store.ts');
  if (config.databaseUrl === null) {
    const { sqlite } = await import('./store/sqlite.ts');
    return openStore(sqlite(config.dataFolder));
  }
  const { postgres } = await import('./store/postgres.ts');
  return openStore(postgres(config.databaseUrl, (err) => log.warn({ err }, 'store: an idle connection broke')));
}

/**
 * The optional model; undefined where none is configured. Its packages are loaded only where it is.
 * @throws BrevierError `config/invalid`
 */
export async function writerFor(
  env: Environment,
  { builtIn, store, log, meter }: { builtIn: Briefer; store: Store; log: Logger; meter: Meter },
): Promise<Writer | undefined> {
  const { llmSettings } = await import('./llm/settings.ts');
  const settings = llmSettings(env);
  if (settings === null) return undefined;
  const [{ modelFor }, { createWriter }] = await Promise.all([import('./llm/model.ts'), import('./llm/writer.ts')]);
  const tools = { model: await modelFor(settings), builtIn, store, log, meter, now: () => systemClock.now(), random: () => Math.random() };
  return createWriter(settings, tools);
}
