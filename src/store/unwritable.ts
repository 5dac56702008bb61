import { BrevierError } from '../errors.ts';

/** https://sqlite.org/rescode.html: READONLY, IOERR, FULL; the low byte of an extended code. */
const SQLITE = new Set([8, 10, 13]);
/** https://www.postgresql.org/docs/current/errcodes-appendix.html: disk_full, read_only_sql_transaction. */
const POSTGRES = new Set(['53100', '25006']);
const SYSTEM = new Set(['ENOSPC', 'EROFS', 'EDQUOT']);

/** What is said when something cannot be kept; null when the error says something else. */
export function unwritable(thrown: unknown): BrevierError | null {
  const { code, errcode } = thrown as { code?: unknown; errcode?: unknown };
  const isFull =
    typeof errcode === 'number' ? SQLITE.has(errcode & 0xff) : typeof code === 'string' && (POSTGRES.has(code) || SYSTEM.has(code));
  if (!isFull) return null;
  return new BrevierError(
    'store/unavailable',
    'Nothing can be kept at the moment: the database is full or may only be read. The operator has a log line about it. Briefs and answers still work.',
    { cause: thrown },
  );
}
