// What a thread of the pool runs.
import { setPriority } from 'node:os';
import { engineHere, forgetArticles } from './engine.ts';
import { collectGarbage } from './garbage.ts';
import { perform, type Job, type Outcome, type Rest, type WarmUp } from './jobs.ts';

/** A third of the processor beside a thread of normal priority that is as busy (sched(7), "The nice value"). */
const NICE = 4;

// Acknowledgements come first. On Linux a thread has a priority of its own (setpriority(2), "C library/kernel differences").
if (process.platform === 'linux') setPriority(NICE);

// oxlint-disable-next-line import/no-default-export -- the pool calls what a file exports by default
export default async (job: Job | WarmUp | Rest): Promise<Outcome | void> => {
  if (job.name === 'rest') {
    forgetArticles();
    return await collectGarbage();
  }
  return job.name === 'warm' ? undefined : await perform(engineHere, job);
};
