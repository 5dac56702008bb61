import { PgBoss } from 'pg-boss';
import type { Logger } from '../log.ts';
import type { Queue } from '../ports.ts';

const NAME = 'digest';
const POLL_SECONDS = 1;
/** A job whose process died is given to another one after this time. The ledger's own lease is shorter. */
const EXPIRE_SECONDS = 15 * 60;
const STOP_MS = 3000;
const CONNECTIONS = 4;

/** Several replicas share the work through PostgreSQL: each job goes to one of them. */
export function createSharedQueue(url: string, atOnce: number, log: Logger): Queue {
  const boss = new PgBoss({ connectionString: url, max: CONNECTIONS, application_name: 'brevier', schedule: false });
  boss.on('error', (err) => log.warn({ err }, 'queue: the database did not answer'));
  let started: Promise<void> | null = null;
  const ready = () => (started ??= open(boss));
  return {
    async add(digestId) {
      await ready();
      // A digest that waits already is not put in twice.
      await boss.send(NAME, { digestId }, { singletonKey: digestId, retryLimit: 0, expireInSeconds: EXPIRE_SECONDS });
    },
    async start(work) {
      await ready();
      const options = { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1, localConcurrency: atOnce };
      await boss.work<{ digestId: string }>(NAME, options, async (jobs) => {
        for (const { data } of jobs) await work(data.digestId);
      });
    },
    async stop() {
      if (started === null) return;
      await started.catch(() => undefined);
      await boss.stop({ graceful: true, timeout: STOP_MS, close: true });
    },
  };
}

async function open(boss: PgBoss): Promise<void> {
  await boss.start();
  await boss.createQueue(NAME, { policy: 'short' });
}
