import type { Article } from '../model/article.ts';
import { faultsOf } from './lock.ts';
import type { Passage } from './passages.ts';
import { repairerOf } from './repair.ts';

/**
 * A sentence with whom its pronoun means in brackets, as a brief tells it, and the sentences that prove it; null where nobody
 * is missing, or it is not proven whom it means.
 */
export function namedAlone(article: Article, passages: readonly Passage[], passage: Passage): { text: string; ids: number[] } | null {
  const { text, names } = repairerOf(passages, article.language)(passage);
  if (names === null || names === passage.id) return null;
  const ids = [passage.id, names];
  return faultsOf(text, [{ sentenceIds: ids }], article).length === 0 ? { text, ids } : null;
}
