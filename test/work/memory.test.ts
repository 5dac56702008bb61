import { fork } from 'node:child_process';
import { it } from 'vitest';
import { eventually } from '../standins/origin.ts';

it('gives back what a run over heavy pages took, once nobody asks for more', async () => {
  const heavy = fork(new URL('./heavy.ts', import.meta.url));
  let seen = { base: 0, peak: 0, now: 0 };
  heavy.on('message', (message) => {
    seen = message as typeof seen;
  });
  try {
    await eventually('memory to come back down', () => seen.peak > 0 && seen.now - seen.base < (seen.peak - seen.base) / 2, 60_000);
  } finally {
    heavy.kill();
  }
}, 70_000);
