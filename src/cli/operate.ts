import type { DigestDesk } from '../bot/desk.ts';
import type { BotContext } from '../bot/context.ts';
import type { Request } from '../bot/request.ts';
import { storeFor } from '../compose.ts';
import { readConfig } from '../config.ts';
import { digestsFor } from '../digests.ts';
import { BrevierError } from '../errors.ts';
import { createLogger } from '../log.ts';
import { targetFrom, type Target } from '../model/target.ts';
import { NO_METER } from '../ports.ts';
import type { Cli } from './command.ts';

/** What a command of the operator works with: the same store as the running bot, which goes on meanwhile. */
export interface Operation {
  context: BotContext;
  desk: DigestDesk;
}

/** Whoever has the terminal. Nobody whom a chat could tell something. */
export const OPERATOR = 'operator';

/** Opens the store, does the work, closes it. */
export async function operate<T>(cli: Cli, work: (operation: Operation) => Promise<T>): Promise<T> {
  const { config } = readConfig(cli.env);
  const log = createLogger(config.logLevel);
  const store = await storeFor(config, log);
  try {
    const reading = {
      store,
      log,
      fetcher: cli.fetcher,
      briefer: cli.briefer,
      clock: cli.clock,
      extractor: cli.extractor,
      meter: NO_METER,
      publicUrl: config.publicUrl,
    };
    // Its queue is never started: what is put into the ledger is sent by the running bot.
    const { desk } = await digestsFor({ databaseUrl: null, crashAt: null }, reading, new Map());
    return await work({ context: { ...reading, desk }, desk });
  } finally {
    await store.close();
  }
}

/** @throws BrevierError `command/usage` */
export function targetOption(words: string | undefined): Target {
  const target = words === undefined ? null : targetFrom(words);
  if (target === null) {
    const what = words === undefined ? 'Say which channel' : `“${words}” is no channel`;
    throw new BrevierError(
      'command/usage',
      `${what}: --target slack:<team id>/<channel id>, discord:<server id>/<channel id> or web:general. The ids stand in the channel’s link.`,
    );
  }
  return target;
}

/** The operator's words, as if they were typed in that channel. */
export function asRequest(target: Target): Request {
  return { eventId: 'operator', target, user: OPERATOR, act: { type: 'command', name: 'digest', text: '' } };
}
