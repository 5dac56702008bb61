import { fork } from 'node:child_process';
import { expect, it } from 'vitest';
import { eventually } from '../standins/origin.ts';

it('gives back what a run over heavy pages took, once nobody asks for more', async () => {
  const heavy = fork(new URL('./heavy.ts', import.meta.url));
  let seen = { peak: 0, now: 0 };
  heavy.on('message', (message) => {
    seen = message as typeof seen;
  });
  try {
    await eventually('memory to come back down', () => seen.peak > 0 && seen.now < seen.peak * 0.7, 60_000);
    expect(seen.peak).toBeGreaterThan(200e6);
  } finally {
    heavy.kill();
  }
}, 70_000);
