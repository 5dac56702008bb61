import { join } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { sqlite } from '../../src/store/sqlite.ts';

/** The real database with a connection that a test can reach. A folder named `die-at-7` ends its thread at the seventh change. */
export function toldSqlite(folder: string) {
  const channel = new BroadcastChannel(`told:${join(folder, 'brevier.sqlite')}`);
  let asked = 0;
  return {
    database: sqlite(folder, new URL('./told-thread.ts', import.meta.url)),
    /** Runs this on the connection. False when SQLite refuses it. */
    async tell(order: string): Promise<boolean> {
      const id = (asked += 1);
      const { promise, resolve } = Promise.withResolvers<boolean>();
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- one listener at a time is what is meant
      channel.onmessage = ({ data }: { data: unknown }) => {
        const reply = data as { id: number; done?: boolean };
        if (reply.id === id && reply.done !== undefined) resolve(reply.done);
      };
      channel.postMessage({ id, order });
      return await promise;
    },
    close: () => channel.close(),
  };
}
