import type { ChatHost } from '../adapters/contract.ts';
import { RETRYING } from '../adapters/insist.ts';
import { createLogger } from '../src/log.ts';

/** What an adapter is given, without a database behind it. */
export function silentHost(more: Partial<ChatHost> = {}): ChatHost {
  return {
    log: createLogger('silent'),
    now: () => new Date(),
    retrying: RETRYING,
    answered: () => undefined,
    card: () => Promise.resolve(null),
    installations: {
      installation: () => Promise.resolve(null),
      saveInstallation: () => Promise.resolve(),
      removeInstallation: () => Promise.resolve(),
    },
    suggest: () => Promise.resolve([]),
    leave: () => Promise.resolve(0),
    erase: () => Promise.resolve(0),
    ...more,
  };
}
