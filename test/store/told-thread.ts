// The thread of the database, which a test can tell what to do to its connection, or when to die.
import { DatabaseSync } from 'node:sqlite';
import { BroadcastChannel, workerData } from 'node:worker_threads';

const orders = new BroadcastChannel(`told:${String(workerData)}`);
// A test that is over must be able to end.
(orders as unknown as { unref(): void }).unref();

const exec = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'exec')?.value as (sql: string) => void;
const prepare = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'prepare')?.value as DatabaseSync['prepare'];
const dieAt = Number(/die-at-(\d+)/.exec(String(workerData))?.[1] ?? 0);
let changes = 0;

DatabaseSync.prototype.exec = function told(sql) {
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- one listener at a time is what is meant
  orders.onmessage = ({ data }: { data: unknown }) => {
    const { id, order } = data as { id: number; order?: string };
    if (order === undefined) return;
    try {
      exec.call(this, order);
      orders.postMessage({ id, done: true });
    } catch {
      orders.postMessage({ id, done: false });
    }
  };
  exec.call(this, sql);
};
DatabaseSync.prototype.prepare = function counted(sql, ...rest) {
  // What a killed process leaves: no rollback, no commit.
  if (/^(?:create|alter|drop|insert)/i.test(sql) && (changes += 1) === dieAt) process.exit(1);
  return prepare.call(this, sql, ...rest);
};

await import('../../src/store/sqlite-thread.ts');
