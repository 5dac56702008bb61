import type { Logger } from '../log.ts';
import type { Store } from '../ports.ts';
import { createStopgap, type Stopgap } from './stopgap.ts';
import { unwritable } from './unwritable.ts';

const QUIET_MS = 60_000;

type Call = (...args: never[]) => Promise<unknown>;

/**
 * A store that serves what it can while its disk is full or may only be read: people get their briefs and answers,
 * which are remembered in memory; what has to be kept is refused in plain words; the operator hears of it once a minute.
 */
export function servingStore(inner: Store, log: Logger, now: () => number): { store: Store; isWritable(): boolean } {
  const stopgap = createStopgap();
  let isWritable = true;
  let saidAt = -Infinity;

  function refusalOf(thrown: unknown, at: string) {
    const refusal = unwritable(thrown);
    if (refusal === null) return null;
    isWritable = false;
    if (now() - saidAt > QUIET_MS) {
      saidAt = now();
      log.error({ err: thrown, at }, 'the database cannot be written; briefs and answers go on, nothing is kept');
    }
    return refusal;
  }

  /** Writes where that is possible, else in memory. */
  function spared<Name extends keyof Stopgap>(name: Name): Store[Name] {
    const [write, instead] = [inner[name] as Call, stopgap[name] as Call];
    return (async (...args: never[]) => {
      try {
        const value = await write(...args);
        isWritable = true;
        return value;
      } catch (thrown) {
        if (refusalOf(thrown, name) === null) throw thrown;
        return await instead(...args);
      }
    }) as Store[Name];
  }

  function refused([name, method]: [string, unknown]): [string, unknown] {
    // The rows of an export are no promise, and nothing is written by the others.
    if (typeof method !== 'function' || ['rows', 'ping', 'close'].includes(name)) return [name, method];
    const call = async (...args: never[]) => {
      try {
        return await (method as Call)(...args);
      } catch (thrown) {
        throw refusalOf(thrown, name) ?? thrown;
      }
    };
    return [name, call];
  }

  const sight = spared('firstSight');
  return {
    isWritable: () => isWritable,
    store: {
      ...(Object.fromEntries(Object.entries(inner).map(refused)) as unknown as Store),
      saveArticle: spared('saveArticle'),
      saveBrief: spared('saveBrief'),
      saveRef: spared('saveRef'),
      remember: spared('remember'),
      saveExchange: spared('saveExchange'),
      countUse: spared('countUse'),
      async firstSight(eventId, at) {
        // What was seen while nothing could be written counts, also when it can be again.
        const wasSeen = stopgap.hasSeen(eventId);
        return (await sight(eventId, at)) && !wasSeen;
      },
      article: async (id) => (await inner.article(id)) ?? (await stopgap.article(id)),
      ref: async (id) => (await inner.ref(id)) ?? (await stopgap.ref(id)),
      recall: async (conversation, since, limit) => {
        const [written, remembered] = [await inner.recall(conversation, since, limit), await stopgap.recall(conversation, since, limit)];
        return isWritable
          ? [...new Set([...written, ...remembered])].slice(0, limit)
          : [...new Set([...remembered, ...written])].slice(0, limit);
      },
    },
  };
}
