import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf, type Reading as Tree } from '../../language/reading/reading.ts';
import { stemOf } from '../../language/stem.ts';
import { QUESTION_WORD } from './question-words.ts';
import type { Reading } from './reading.ts';

/**
 * How well the best sentence, and the article anywhere, meets what the question turns on: its verb, what "which" or "how many"
 * stands beside, its subject, its object, and when or where. -1 where the question has no such word.
 */
export function aspectFeatures({ ranked, search: { question, met, language } }: Reading): number[] {
  const tree = readingOf(question.text, language);
  const best = met[ranked[0]?.evidence.index ?? -1] ?? [];
  const metOf = (at: number | null): number[] => {
    const term = tree === null || at === null ? -1 : question.terms.indexOf(stemOf(lowerAt(tree, at), language));
    if (term < 0) return [-1, -1, -1];
    const here = best[term];
    return [here?.own ?? 0, here?.alike ?? 0, met.reduce((most, terms) => Math.max(most, terms[term]?.alike ?? 0), 0)];
  };
  const { root, focus, subject, object, aside } = tree === null ? NOTHING : aspectsOf(tree);
  return [root, focus, subject, object, aside].flatMap(metOf);
}

/** The stem of what "how many" or "which" stands beside: of wind turbines the turbine; null where the tree finds none. */
export function focusOf(question: string, language: string): string | null {
  const tree = readingOf(question, language);
  const { focus } = tree === null ? NOTHING : aspectsOf(tree);
  return tree === null || focus === null ? null : stemOf(lowerAt(tree, focus), language);
}

interface Aspects {
  root: number | null;
  focus: number | null;
  subject: number | null;
  object: number | null;
  aside: number | null;
}
const NOTHING: Aspects = { root: null, focus: null, subject: null, object: null, aside: null };

function aspectsOf(tree: Tree): Aspects {
  const root = tree.words.findIndex(({ head }) => head < 0);
  if (root < 0) return NOTHING;
  const isAsking = (at: number) => QUESTION_WORD.test(lowerAt(tree, at));
  // "which team", "how many people": what the question word hangs on.
  const asking = tree.words.findIndex((_, at) => isAsking(at));
  const over = asking < 0 ? -1 : headOf(tree, asking);
  const beside = over >= 0 && isPart(tree, over, 'ADJ', 'ADV') && hasRelation(tree, over, 'amod', 'advmod') ? headOf(tree, over) : over;
  const of = (...relations: Parameters<typeof dependentsOf>[2][]) =>
    dependentsOf(tree, root, ...relations).find((at) => !isAsking(at)) ?? null;
  const focus = beside >= 0 && beside !== root && isPart(tree, beside, 'NOUN', 'PROPN', 'ADJ') ? beside : null;
  return {
    root: isAsking(root) ? null : root,
    focus,
    subject: of('nsubj'),
    object: of('obj', 'xcomp', 'ccomp'),
    aside: of('obl', 'advcl', 'nmod'),
  };
}
