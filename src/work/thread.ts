// What a thread of the pool runs.
import { setPriority } from 'node:os';
import { engineHere } from './engine.ts';
import { perform, type Job, type WarmUp } from './jobs.ts';

/** A third of the processor beside a thread of normal priority that is as busy (sched(7), "The nice value"). */
const NICE = 4;

// Acknowledgements come first. On Linux a thread has a priority of its own (setpriority(2), "C library/kernel differences").
if (process.platform === 'linux') setPriority(NICE);

// oxlint-disable-next-line import/no-default-export -- the pool calls what a file exports by default
export default (job: Job | WarmUp) => (job.name === 'warm' ? Promise.resolve() : perform(engineHere, job));
