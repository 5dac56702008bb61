import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { SqliteDialect, type Dialect, type SqliteDatabase } from 'kysely';
import type { Database } from './store.ts';

/** How long a writer waits for another process before it gives up, in milliseconds. */
const BUSY_MS = 5000;

/**
 * The embedded database: one file in `folder`, created when missing. WAL lets readers go on beside a writer;
 * `synchronous=FULL` makes a commit survive power loss (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export function sqlite(folder: string): Database {
  const path = join(folder, 'brevier.sqlite');
  return {
    dialect: yielding(
      new SqliteDialect({
        database: () => {
          makeFolder(folder);
          const database = new DatabaseSync(path, { timeout: BUSY_MS });
          database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
          return Promise.resolve(asKyselyDatabase(database));
        },
      }),
    ),
    /** SQLite's own online backup: one consistent state, though others write meanwhile. */
    async backup(copy) {
      const source = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });
      try {
        await backup(source, copy);
      } finally {
        source.close();
      }
    },
  };
}

/** Milliseconds of queries after which the event loop gets a turn. */
const TURN_MS = 8;

/**
 * `node:sqlite` answers at once, so that a hundred queries in a row would never leave the microtask queue and nothing
 * else in the process would move. Between two queries the event loop gets its turn.
 */
function yielding(dialect: SqliteDialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver() {
      const driver = dialect.createDriver();
      let turned = performance.now();
      const acquire = driver.acquireConnection.bind(driver);
      driver.acquireConnection = async () => {
        if (performance.now() - turned > TURN_MS) {
          await setImmediate();
          turned = performance.now();
        }
        return await acquire();
      };
      return driver;
    },
  };
}

/** Not `mkdir` with `recursive`, which never ends on file systems that take no folders, such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have been first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Kysely expects the shape of better-sqlite3; `node:sqlite` differs in how parameters and readers are told. */
function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}
