import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadContext } from '../../src/bot/context.ts';
import { builtInBriefer } from '../../src/compose.ts';
import { deliverDigest, type DeliverContext } from '../../src/deliver/deliver.ts';
import { createDesk } from '../../src/deliver/desk.ts';
import { createPacer } from '../../src/deliver/pacer.ts';
import { feedContext } from '../../src/deliver/service.ts';
import { tick } from '../../src/deliver/tick.ts';
import { createReader } from '../../src/digest/reader.ts';
import { BrevierError } from '../../src/errors.ts';
import { createFetcher } from '../../src/fetch/fetch.ts';
import { createLogger } from '../../src/log.ts';
import { Subscription } from '../../src/model/subscription.ts';
import type { Target } from '../../src/model/target.ts';
import { NO_METER, type Outgoing, type Queue, type Sender } from '../../src/ports.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { startNewsroom } from '../standins/newsroom.ts';
import { engineHere } from '../../src/work/engine.ts';

export const CHANNEL: Target = { platform: 'slack', team: 'T1', channel: 'C1', thread: null };
export const QUIET = new AbortController().signal;

type Fate = 'arrives' | 'arrives unconfirmed' | 'is lost' | 'is refused' | 'is limited';

/** A chat platform that does with each message what the test says; what it holds is what people see. */
export function scriptedPlatform(options: { canFind: boolean } = { canFind: true }) {
  const posted: Outgoing[] = [];
  const fates: Fate[] = [];
  const told: string[] = [];
  const receipt = (index: number, target: Target) => ({ target, messageId: `m${index + 1}` });
  const sender: Sender = {
    name: 'slack',
    capabilities: { dedupe: options.canFind ? 'lookup' : 'none', threads: true, pace: { channelMs: 0, workspaceMs: 0 } },
    async send(outgoing) {
      const direct = outgoing.target.platform === 'slack' && outgoing.target.channel.startsWith('U');
      if (direct) {
        told.push(outgoing.view.title);
        return receipt(0, outgoing.target);
      }
      const fate = fates.shift() ?? 'arrives';
      if (fate === 'is refused') throw new BrevierError('platform/refused', 'That channel is archived.');
      if (fate === 'is limited') throw new BrevierError('platform/rate-limited', 'Slow down.');
      if (fate !== 'is lost') posted.push(outgoing);
      if (fate !== 'arrives') throw new BrevierError('platform/uncertain', 'The connection broke.');
      return receipt(posted.length - 1, outgoing.target);
    },
    ...(options.canFind
      ? {
          find: async (key: string, { target }: { target: Target }) => {
            const index = posted.findIndex((message) => message.key === key);
            return index < 0 ? null : receipt(index, target);
          },
        }
      : {}),
    direct: async (user) => ({ platform: 'slack', team: 'T1', channel: user.split('/').at(-1) ?? '', thread: null }),
  };
  return { sender, posted, fates, told };
}

/** The digest machinery over a real SQLite file and sites on loopback, at a time that the test sets. */
export async function startDigests(platform = scriptedPlatform()) {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-digest-'));
  const newsroom = await startNewsroom();
  const store = await openStore(sqlite(folder));
  let now = Date.parse('2026-11-23T07:00:00Z');
  const bot: ReadContext = {
    store,
    fetcher: createFetcher(new Set([newsroom.host])),
    briefer: builtInBriefer,
    extractor: engineHere,
    clock: { now: () => new Date(now) },
    log: createLogger('silent'),
    meter: NO_METER,
    publicUrl: null,
  };
  const senders = new Map<Target['platform'], Sender>([['slack', platform.sender]]);
  const feeds = feedContext(bot, senders, QUIET);
  const queued: string[] = [];
  const queue: Queue = {
    add: async (id) => {
      if (!queued.includes(id)) queued.push(id);
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  const context: DeliverContext = {
    bot,
    feeds,
    reader: createReader(bot),
    senders,
    pacer: createPacer(
      () => now,
      async () => undefined,
    ),
    crash: () => undefined,
    timing: { leaseMs: 60_000, retryMs: 20_000 },
  };
  return {
    ...platform,
    newsroom,
    store,
    bot,
    context,
    feeds,
    queued,
    desk: createDesk({ bot, feeds, reader: context.reader }, queue),
    now: () => new Date(now),
    setTime(iso: string) {
      now = Date.parse(iso);
    },
    later(ms: number) {
      now += ms;
    },
    tick: () => tick({ store, clock: bot.clock, queue, crash: () => undefined, log: bot.log }),
    /** Works off the queue as a worker would. */
    async work() {
      for (let id = queued.shift(); id !== undefined; id = queued.shift()) await deliverDigest(context, id, QUIET);
    },
    subscribe: async (fields: Partial<Subscription> = {}): Promise<Subscription> => {
      const subscription = Subscription.parse({
        id: 'morning',
        target: CHANNEL,
        cron: '0 8 * * *',
        zone: 'Europe/Berlin',
        settings: {},
        status: 'active',
        pausedBecause: null,
        createdBy: 'slack:T1/U1',
        createdAt: new Date(now).toISOString(),
        ...fields,
      });
      await store.saveSubscription(subscription);
      return subscription;
    },
    async close() {
      await store.close();
      await newsroom.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const BATTERY = [
  'Northwind opened its new battery plant in Kiruna on Monday and hired 1,200 people from the region for the first shift.',
  'The plant cost $86 million, which the company borrowed from a group of four banks in Stockholm over the past two years.',
  'Anna Berg, who runs the site, said that the first cells would leave the hall before the end of the winter season.',
];
export const FERRY = [
  'The ferry line between Harwich and Esbjerg will sail again from April, twelve years after the last passenger left the quay.',
  'Two ships with room for 900 passengers each are being rebuilt in Gdansk, and the harbour is getting a second ramp.',
  'Tickets are to go on sale in January, and the line expects 300,000 travellers in its first season on the route.',
];
