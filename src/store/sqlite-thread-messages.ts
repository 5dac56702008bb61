import type { SQLInputValue } from 'node:sqlite';

/** How long a writer waits for another process before it gives up, in milliseconds. */
export const BUSY_MS = 5000;

/** To the thread. */
export type Order = { type: 'query'; id: number; sql: string; values: readonly SQLInputValue[] } | { type: 'close' };

/** From the thread. */
export type Reply =
  | { type: 'rows'; id: number; rows: Record<string, unknown>[]; changes: number }
  | { type: 'fault'; id: number; message: string; code: string | undefined };
