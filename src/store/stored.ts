import type { z } from 'zod';

/** A row written by an older version that no longer fits counts as absent: it is read again from its source. */
export function stored<T>(schema: z.ZodType<T>, json: string | null | undefined): T | null {
  if (json === undefined || json === null) return null;
  const parsed = schema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
