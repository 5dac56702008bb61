// The thread that SQLite works in: a commit waits for the disk, and nobody's acknowledgement should wait with it.
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { BUSY_MS, type Order, type Query, type Reply } from './sqlite-thread-messages.ts';

const PREPARED = 200;
const PAUSE_MS = 20;
/** https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

const database = new DatabaseSync(String(workerData), { timeout: BUSY_MS });
// WAL lets readers go on beside a writer; FULL makes a commit survive power loss (https://sqlite.org/pragma.html#pragma_synchronous).
toWal();
database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
const prepared = new Map<string, StatementSync>();

/** Two processes that change a new database to WAL at once do not wait for each other: SQLite calls one of them busy there and then. */
function toWal(): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (thrown) {
      if ((thrown as { errcode?: number }).errcode !== SQLITE_BUSY || waited >= BUSY_MS) throw thrown;
      Atomics.wait(pause, 0, 0, PAUSE_MS);
    }
  }
}

parentPort?.on('message', (order: Order) => {
  if (order.type === 'close') {
    database.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(order.queries.map(answer));
});

function answer({ id, sql, values }: Query): Reply {
  try {
    const statement = statementFor(sql);
    if (statement.columns().length > 0) return { type: 'rows', id, rows: statement.all(...values), changes: 0 };
    return { type: 'rows', id, rows: [], changes: Number(statement.run(...values).changes) };
  } catch (thrown) {
    const { message, code, errcode } = thrown as { message: string; code?: string; errcode?: number };
    return { type: 'fault', id, message, code, errcode };
  }
}

function statementFor(sql: string): StatementSync {
  const known = prepared.get(sql);
  if (known !== undefined) return known;
  if (prepared.size >= PREPARED) prepared.clear();
  const statement = database.prepare(sql);
  prepared.set(sql, statement);
  return statement;
}
