import type { SQLInputValue } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import type { Order, Query, Reply } from './sqlite-thread-messages.ts';

interface Waiting {
  resolve(reply: Extract<Reply, { type: 'rows' }>): void;
  reject(error: Error): void;
}

/** One connection in one thread. Queries are answered in the order they were asked; a transaction keeps the others waiting. */
export function createThreadDriver({
  path,
  thread: file,
  prepareFolder,
}: {
  path: string;
  thread: URL;
  prepareFolder: () => void;
}): Driver {
  let thread: Thread | null = null;
  /** Ends when no transaction is open. */
  let gate: Promise<void> = Promise.resolve();

  const current = () => {
    if (thread === null || thread.isOver) {
      prepareFolder();
      thread = startThread(file, path);
    }
    return thread;
  };

  class Connection implements DatabaseConnection {
    #own: { thread: Thread; release: () => void } | null = null;

    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      if (this.#own === null) await gate;
      const { rows, changes } = await (this.#own?.thread ?? current()).ask(sql, parameters as SQLInputValue[]);
      return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
    }

    // oxlint-disable-next-line require-yield -- nothing here streams, and Kysely asks for the method
    async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
      throw new Error('SQLite is read in pages here, not as a stream.');
    }

    async begin(): Promise<void> {
      const before = gate;
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = before.then(() => promise);
      await before;
      this.#own = { thread: current(), release: resolve };
      // Every transaction of ours writes. One that begins by reading could not go on when another process wrote meanwhile.
      await this.executeQuery(CompiledQuery.raw('begin immediate'));
    }

    async end(how: 'commit' | 'rollback'): Promise<void> {
      try {
        await this.executeQuery(CompiledQuery.raw(how));
      } finally {
        this.#own?.release();
        this.#own = null;
      }
    }
  }

  const asOwn = (connection: DatabaseConnection) => connection as Connection;
  return {
    init: () => Promise.resolve(void current()),
    acquireConnection: () => Promise.resolve(new Connection()),
    beginTransaction: (connection) => asOwn(connection).begin(),
    commitTransaction: (connection) => asOwn(connection).end('commit'),
    rollbackTransaction: (connection) => asOwn(connection).end('rollback'),
    releaseConnection: () => Promise.resolve(),
    async destroy() {
      await thread?.end();
    },
  };
}

interface Thread {
  readonly isOver: boolean;
  ask(sql: string, values: readonly SQLInputValue[]): Promise<Extract<Reply, { type: 'rows' }>>;
  end(): Promise<void>;
}

function startThread(file: URL, path: string): Thread {
  const worker = new Worker(file, { workerData: path });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let isOver = false;
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      isOver = true;
      fail(new Error('The thread of the database has ended.'));
      resolve();
    });
  });
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('message', (replies: readonly Reply[]) => {
    for (const reply of replies) {
      const asker = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (reply.type === 'rows') asker?.resolve(reply);
      else asker?.reject(Object.assign(new Error(reply.message), { code: reply.code, errcode: reply.errcode }));
    }
    // An idle database keeps no process alive.
    if (waiting.size === 0) worker.unref();
  });
  // Waking a thread costs more than most queries: what is asked in one go is sent in one go.
  let outgoing: Query[] = [];
  const flush = () => {
    worker.postMessage({ type: 'queries', queries: outgoing } satisfies Order);
    outgoing = [];
  };
  worker.unref();
  return {
    get isOver() {
      return isOver;
    },
    ask(sql, values) {
      if (isOver) return Promise.reject(new Error('The thread of the database has ended.'));
      const { promise, resolve, reject } = Promise.withResolvers<Extract<Reply, { type: 'rows' }>>();
      asked += 1;
      waiting.set(asked, { resolve, reject });
      if (waiting.size === 1) worker.ref();
      if (outgoing.length === 0) setImmediate(flush);
      outgoing.push({ id: asked, sql, values });
      return promise;
    },
    async end() {
      if (isOver) return;
      worker.ref();
      worker.postMessage({ type: 'close' } satisfies Order);
      await ended;
    },
  };
}
