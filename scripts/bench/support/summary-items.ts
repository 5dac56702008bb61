import { join } from 'node:path';
import { readArticle } from '../../../src/extract/article.ts';
import type { Article } from '../../../src/model/article.ts';
import { readItems } from './sample.ts';

export interface SummaryItem {
  set: SummarySet;
  article: Article;
  refs: string[][];
}

export const SUMMARY_SETS = ['cnn', 'realsumm', 'summeval', 'bbc'] as const;
export type SummarySet = (typeof SUMMARY_SETS)[number];

/** One public set, each text read as `brevier batch` reads a file, a reference in one piece cut at its full stops; null when the set is not here. */
export function summaryItems(data: string, set: SummarySet): SummaryItem[] | null {
  const items = readItems(join(data, 'summaries', `${set}.jsonl`)) as { text: string; refs: string[][] }[] | null;
  return (
    items?.map(({ text, refs }) => ({
      set,
      refs: refs.map((ref) => (ref.length === 1 ? ref.flatMap((whole) => whole.split(/(?<=\s[.!?]) /)) : ref)),
      article: readArticle({ kind: 'text', content: text, url: null, fetchedAt: null }),
    })) ?? null
  );
}

/** Running sentences in order, headings and code left out: what Lead-3 takes its three from. */
export function leadOf({ sentences, blocks, text }: Article, count: number): string[] {
  return sentences
    .filter(({ block }) => blocks[block]?.kind !== 'heading' && blocks[block]?.kind !== 'code')
    .slice(0, count)
    .map(({ span }) => text.slice(span.start, span.end));
}

/** Share of the sentences that stand in an extractive gold summary, spacing and punctuation aside. */
export function shareInGold(sentences: readonly string[], gold: readonly string[]): number {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const whole = letters(gold.join(' '));
  return sentences.filter((sentence) => whole.includes(letters(sentence))).length / Math.max(1, sentences.length);
}
