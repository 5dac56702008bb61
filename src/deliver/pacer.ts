import type { Target } from '../model/target.ts';
import { channelKey } from '../model/target.ts';
import type { Sender } from '../ports.ts';

/** Waits until a message may be sent without running into the platform's rate limits. */
export interface Pacer {
  turn(target: Target, pace: Sender['capabilities']['pace'], signal: AbortSignal): Promise<void>;
}

/** Messages to one channel, and to one workspace, keep their distance. `pause` rejects when the signal aborts. */
export function createPacer(now: () => number, pause: (ms: number, signal: AbortSignal) => Promise<void>): Pacer {
  const free = new Map<string, number>();
  const take = async (key: string, everyMs: number, signal: AbortSignal) => {
    const at = Math.max(now(), free.get(key) ?? 0);
    free.set(key, at + everyMs);
    // Keys whose time is past are forgotten, so that a year of channels does not stay in memory.
    if (free.size > REMEMBERED) for (const [other, time] of free) if (time < now()) free.delete(other);
    if (at > now()) await pause(at - now(), signal);
  };
  return {
    async turn(target, pace, signal) {
      // The channel first: a workspace's turn is not spent on a channel that still has to wait.
      if (pace.channelMs > 0) await take(channelKey(target), pace.channelMs, signal);
      if (pace.workspaceMs > 0) await take(workspaceKey(target), pace.workspaceMs, signal);
    },
  };
}

const REMEMBERED = 5000;

function workspaceKey(target: Target): string {
  return target.platform === 'slack' ? `slack:${target.team}` : `${target.platform}:`;
}
