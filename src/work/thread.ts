// What a thread of the pool runs.
import { engineHere } from './engine.ts';
import { perform, type Job } from './jobs.ts';

// oxlint-disable-next-line import/no-default-export -- the pool calls what a file exports by default
export default (job: Job) => perform(engineHere, job);
