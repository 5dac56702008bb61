import type { Network } from '../../../src/language/grammar/network.ts';
import { RELATIONS } from '../../../src/language/grammar/universal.ts';
import type { TreeSentence } from './treebank.ts';

/** Shares of the words whose part of speech, head, and head and relation are right, in percent. */
export function scoreOf(sentences: readonly TreeSentence[], network: Network): string {
  let [all, parts, heads, both] = [0, 0, 0, 0];
  for (const sentence of sentences) {
    const read = network(sentence.forms);
    sentence.forms.forEach((_, at) => {
      all += 1;
      if (read.parts[at] === sentence.parts[at]) parts += 1;
      if ((read.heads[at] ?? -1) + 1 !== sentence.heads[at]) return;
      heads += 1;
      if (RELATIONS[read.relations[at] ?? 0] === RELATIONS[sentence.relations[at] ?? 0]) both += 1;
    });
  }
  const share = (count: number) => ((100 * count) / Math.max(1, all)).toFixed(2);
  return `UPOS ${share(parts)} UAS ${share(heads)} LAS ${share(both)}`;
}
