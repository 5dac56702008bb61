import { Pool } from 'pg';
import { PostgresDialect } from 'kysely';
import { BrevierError } from '../errors.ts';
import type { Database } from './store.ts';

const CONNECT_MS = 5000;
const STATEMENT_MS = 15000;
const CONNECTIONS = 10;

/** A PostgreSQL server, for several replicas. `onError` hears of connections that break. */
export function postgres(url: string, onError: (error: Error) => void): Database {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
  });
  pool.on('error', onError);
  // The pool listens to idle connections only. One that breaks inside a transaction, between two queries, would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return {
    dialect: new PostgresDialect({ pool }),
    backup: () =>
      Promise.reject(
        new BrevierError(
          'store/unavailable',
          'The database is a PostgreSQL server. Back it up with pg_dump, or use: brevier export <file>',
        ),
      ),
  };
}
