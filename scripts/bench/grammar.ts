import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseForms, parseSentence } from '../../src/language/grammar/grammar.ts';
import '../../src/work/grammars.ts';
import { goldIn, type GoldSentence, type GoldWord } from './support/gold.ts';

/** Scores the grammars on the dev parts of the treebanks. Run: node scripts/bench/grammar.ts [--treebanks <folder>] */
const { values: options } = parseArgs({
  options: { treebanks: { type: 'string', default: '../shared/treebanks' }, data: { type: 'string' } },
});
const folder = resolve(import.meta.dirname, '../..', options.treebanks);
const rows: Record<string, Record<string, string>> = {};
for (const language of ['en', 'de', 'fr', 'es', 'pt', 'nl']) {
  const path = join(folder, `${language}-dev.conllu.gz`);
  if (existsSync(path)) rows[language] = scored(goldIn(gunzipSync(readFileSync(path)).toString('utf8')), language);
}
if (Object.keys(rows).length === 0) console.log(`There are no treebanks in ${options.treebanks}: nothing is scored.`);
else console.table(rows);

function scored(sentences: readonly GoldSentence[], language: string): Record<string, string> {
  let [all, parts, heads, both, found, ours] = [0, 0, 0, 0, 0, 0];
  for (const { text, words } of sentences) {
    const forms = words.map(({ form }) => form);
    parseForms(forms, language)?.forEach((word, at) => {
      const gold = words[at] as GoldWord;
      all += 1;
      if (word.part === gold.part) parts += 1;
      if (word.head + 1 !== gold.head) return;
      heads += 1;
      if (word.relation === gold.relation) both += 1;
    });
    const read = keyed(parseSentence(text, language)?.words ?? []);
    ours += read.length;
    const own = new Map(read.map((word) => [word.key, word]));
    const wanted = keyed(words);
    for (const [at, word] of wanted.entries()) {
      const same = own.get(word.key);
      const head = words[at]?.head ?? 0;
      const headKey = head === 0 ? '' : wanted[head - 1]?.key;
      if (same?.relation === word.relation && (same.head < 0 ? '' : read[same.head]?.key) === headKey) found += 1;
    }
  }
  const share = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1);
  return {
    'part of speech': share(parts, all),
    'head (UAS)': share(heads, all),
    'head and relation (LAS)': share(both, all),
    'LAS F1, own words': share(2 * found, all + ours),
  };
}

/** Words known by their place in the text; the parts of a contraction by their order in it. */
function keyed<W extends { start: number; end: number }>(words: readonly W[]): (W & { key: string })[] {
  const seen = new Map<string, number>();
  return words.map((word) => {
    const place = `${word.start}-${word.end}`;
    const order = seen.get(place) ?? 0;
    seen.set(place, order + 1);
    return { ...word, key: `${place}-${order}` };
  });
}
