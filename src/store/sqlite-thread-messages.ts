import type { SQLInputValue } from 'node:sqlite';

/** How long a writer waits for another process before it gives up, in milliseconds. */
export const BUSY_MS = 5000;

/** To the thread. */
export type Order = { type: 'queries'; queries: readonly Query[] } | { type: 'close' };

export interface Query {
  id: number;
  sql: string;
  values: readonly SQLInputValue[];
}

/** From the thread, one for each query. */
export type Reply =
  | { type: 'rows'; id: number; rows: Record<string, unknown>[]; changes: number }
  | { type: 'fault'; id: number; message: string; code: string | undefined; errcode: number | undefined };
