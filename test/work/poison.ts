// A thread whose articles are poisoned: what their text says happens to it.
import { engineHere } from '../../src/work/engine.ts';
import { perform, type Job } from '../../src/work/jobs.ts';

// oxlint-disable-next-line import/no-default-export -- the pool calls what a file exports by default
export default async (job: Job) => {
  const [source] = job.given;
  const text = typeof source === 'object' && 'content' in source ? source.content : '';
  if (text === 'spin') for (;;) Math.sqrt(2);
  if (text === 'bloat') for (const kept: number[][] = []; ;) kept.push(Array.from({ length: 100_000 }, (_, index) => index));
  if (text === 'exit') process.exit(1);
  if (text === 'wait') await new Promise((resolve) => setTimeout(resolve, 300));
  return await perform(engineHere, text === 'wait' ? { name: 'parseFeed', given: ['', ''] } : job);
};
