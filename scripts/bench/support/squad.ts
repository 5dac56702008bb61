import { readArticle } from '../../../src/extract/article.ts';
import type { Article } from '../../../src/model/article.ts';
import { readItems } from './sample.ts';

export interface SquadTitle {
  id: string;
  paragraphs: { context: string; qas: { question: string; is_impossible: boolean; answers: { text: string }[] }[] }[];
}

/** Paragraphs around the one that answers; about a news article. */
export const SQUAD_WINDOW = 5;

/** The SQuAD 2.0 titles of a file; null when it is not here. */
export function squadTitles(path: string): SquadTitle[] | null {
  return readItems(path) as SquadTitle[] | null;
}

export function articleOf(paragraphs: readonly string[]): Article {
  return readArticle({ kind: 'text', content: paragraphs.join('\n\n'), url: null, fetchedAt: null });
}

/** SQuAD's normalisation: lower case, no punctuation, no articles. */
export function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
}

/** F1 of two normalised answers, word by word. */
export function wordF1(a: string, b: string): number {
  const [left, right] = [a.split(' '), b.split(' ')];
  const rest = [...right];
  let shared = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length);
}
