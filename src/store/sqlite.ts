import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { createThreadDriver } from './sqlite-driver.ts';
import { BUSY_MS } from './sqlite-thread-messages.ts';
import type { Database } from './store.ts';

/** The embedded database: one file in `folder`, created when missing, worked on in a thread of its own. */
export function sqlite(folder: string, thread = new URL('./sqlite-thread.ts', import.meta.url)): Database {
  const path = join(folder, 'brevier.sqlite');
  return {
    dialect: {
      createAdapter: () => new OrderedAdapter(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createDriver: () => createThreadDriver({ path, thread, prepareFolder: () => makeFolder(folder) }),
    },
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

/** Kysely would hand out the one connection to one query at a time; the driver keeps the order by itself. */
class OrderedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /**
   * SQLite changes tables inside transactions (https://sqlite.org/lang_transaction.html), which Kysely does not make use
   * of. Without it a process killed in a migration leaves half of it, and no later start gets past that.
   */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
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
