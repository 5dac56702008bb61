import { describe, expect, it } from 'vitest';
import { createPacer } from '../../src/deliver/pacer.ts';
import type { Target } from '../../src/model/target.ts';

const PACE = { channelMs: 1000, workspaceMs: 200 };
const place = (team: string, channel: string): Target => ({ platform: 'slack', team, channel, thread: null });

/** A clock that only waiting moves; gives when each message had its turn. */
async function turns(targets: readonly Target[]): Promise<number[]> {
  let now = 0;
  const pacer = createPacer(
    () => now,
    async (ms) => {
      now += ms;
    },
  );
  const at: number[] = [];
  for (const target of targets) {
    await pacer.turn(target, PACE, new AbortController().signal);
    at.push(now);
  }
  return at;
}

describe('messages keep their distance', () => {
  it('in one channel', async () => {
    expect(await turns([place('T1', 'C1'), place('T1', 'C1'), place('T1', 'C1')])).toEqual([0, 1000, 2000]);
  });

  it('in one workspace', async () => {
    expect(await turns([place('T1', 'C1'), place('T1', 'C2'), place('T1', 'C3')])).toEqual([0, 200, 400]);
  });

  it('and not from those of other workspaces', async () => {
    expect(await turns([place('T1', 'C1'), place('T2', 'C1'), { platform: 'discord', guild: '1', channel: '2' }])).toEqual([0, 0, 0]);
  });

  it('also when a thousand come at once', async () => {
    let now = 0;
    const pacer = createPacer(
      () => now,
      (ms) =>
        new Promise((resolve) => {
          waiting.push({ at: now + ms, resolve });
        }),
    );
    const waiting: { at: number; resolve: () => void }[] = [];
    const sent: number[] = [];
    const all = Promise.all(
      Array.from({ length: 1000 }, async (_, index) => {
        await pacer.turn(place('T1', `C${index}`), PACE, new AbortController().signal);
        sent.push(now);
      }),
    );
    for (let step = 0; step < 2000 && sent.length < 1000; step += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      waiting.sort((a, b) => a.at - b.at);
      const next = waiting.shift();
      if (next === undefined) continue;
      now = Math.max(now, next.at);
      next.resolve();
    }
    await all;
    expect(sent.slice(1).every((time, index) => time - (sent[index] ?? 0) >= 200)).toBe(true);
  });
});
