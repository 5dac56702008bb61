import { join } from 'node:path';
import type { Passage } from '../../../src/brief/passages.ts';
import type { Article } from '../../../src/model/article.ts';
import { readItems } from './sample.ts';
import { articleOf, normal } from './squad.ts';

export interface WikiItem {
  id: string;
  question: string;
  /** The candidate sentences, a paragraph each. */
  article: Article;
  right: (passage: Passage) => boolean;
}

/** WikiQA: what people typed into a search box, and the sentences of the page it led to. Questions without a right one are left out. */
export function wikiItems(folder: string): WikiItem[] {
  return ['wikiqa-dev', 'wikiqa-test'].flatMap((name) => {
    const items = (readItems(join(folder, `${name}.jsonl`)) ?? []) as {
      id: string;
      question: string;
      candidates: { text: string; label: number }[];
    }[];
    return items
      .filter(({ candidates }) => candidates.some(({ label }) => label === 1))
      .map(({ id, question, candidates }) => {
        const right = candidates.filter(({ label }) => label === 1).map(({ text }) => normal(text));
        return {
          id,
          question,
          article: articleOf(candidates.map(({ text }) => text)),
          right: (passage: Passage) => right.some((text) => text.includes(normal(passage.text))),
        };
      });
  });
}
