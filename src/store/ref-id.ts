import { sha256 } from '../hash.ts';
import type { StoredRef } from '../ports.ts';

/** The same content has the same reference. */
export function refId({ articleId, briefId, question }: StoredRef): string {
  return sha256(articleId, briefId ?? '', question ?? '').slice(0, 24);
}
