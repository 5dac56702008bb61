import { NAMED, type Named } from '../../language/named.ts';
import type { Span } from '../../model/article.ts';
import { isSomebody, nameKindsIn } from '../name-kinds.ts';
import { namesIn } from '../names.ts';
import type { Passage } from '../passages.ts';
import type { Question } from './question.ts';

/** A name of a passage, and what it is of. */
export interface NamedSpan extends Span {
  kind: Named | null;
}

export function namedIn({ text }: Passage, passages: readonly Passage[], language: string): NamedSpan[] {
  const kinds = nameKindsIn(passages, language);
  let from = 0;
  return namesIn(text).flatMap((name) => {
    const start = text.indexOf(name, from);
    if (start < 0) return [];
    from = start + name.length;
    return [{ start, end: from, kind: kinds(name) }];
  });
}

/** What the first name in a stretch is of, and whether that is what is asked for, from 2 to -2. */
export function nameFeatures(question: Question, names: readonly NamedSpan[], span: Span): { nameKind: number; suits: number } {
  const first = names.find(({ start, end }) => start < span.end && end > span.start);
  if (first === undefined) return { nameKind: -1, suits: 0 };
  const { kind } = first;
  return kind === null ? { nameKind: 0, suits: 0 } : { nameKind: 1 + NAMED.indexOf(kind), suits: suitOf(question, kind) };
}

function suitOf({ asked, text }: Question, kind: Named): number {
  const is = isSomebody(kind) ? 'somebody' : kind === 'place' ? 'place' : 'body';
  if (asked === 'place') return { somebody: -2, place: 2, body: 0 }[is];
  // "Which party won?" is typed like "who won?".
  if (asked === 'person') return { somebody: 2, place: /^\P{L}*who/iu.test(text) ? -2 : -1, body: 1 }[is];
  return is === 'somebody' ? -1 : 0;
}
