// What a thread of the pool runs.
import { engineHere } from './engine.ts';
import { perform, type Job, type WarmUp } from './jobs.ts';

// oxlint-disable-next-line import/no-default-export -- the pool calls what a file exports by default
export default (job: Job | WarmUp) => (job.name === 'warm' ? Promise.resolve() : perform(engineHere, job));
