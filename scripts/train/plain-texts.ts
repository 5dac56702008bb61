import { join } from 'node:path';
import { markedTexts } from '../bench/support/marks.ts';
import { readItems } from '../bench/support/sample.ts';

/** The news texts of the public sets, but not those that editors marked and wrote questions about. */
export function plainTexts(data: string): string[] {
  const marked = new Set(markedTexts(data).texts.map(({ marks }) => `${marks.set} ${marks.id}`));
  return ['cnn', 'bbc', 'realsumm', 'summeval'].flatMap((set) =>
    ((readItems(join(data, 'summaries', `${set}.jsonl`)) ?? []) as { text: string }[])
      .filter((_, at) => !marked.has(`${set} ${at}`))
      .map(({ text }) => text),
  );
}
