import { createHash } from 'node:crypto';

/** sha256 as 64 hex digits. Parts are length-prefixed, so ('ab', 'c') and ('a', 'bc') differ. */
export function sha256(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
