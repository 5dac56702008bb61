import { Pool } from 'pg';
import { PostgresDialect, type Dialect } from 'kysely';

const CONNECT_MS = 5000;
const STATEMENT_MS = 15000;
const CONNECTIONS = 10;

/** A PostgreSQL server, for several replicas. `onError` hears of idle connections that break. */
export function postgresDialect(url: string, onError: (error: Error) => void): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
  });
  pool.on('error', onError);
  return new PostgresDialect({ pool });
}
