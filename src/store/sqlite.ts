import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SqliteDialect, type SqliteDatabase } from 'kysely';
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
    dialect: new SqliteDialect({
      database: () => {
        makeFolder(folder);
        const database = new DatabaseSync(path, { timeout: BUSY_MS });
        database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
        return Promise.resolve(asKyselyDatabase(database));
      },
    }),
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
