import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { briefArticle } from '../../src/brief/built-in.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { repairerOf } from '../../src/brief/repair.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { markedBriefs } from './support/brief-marks.ts';
import { scoreOfBriefs } from './support/brief-score.ts';

/**
 * Scores briefs, as shipped, against what editors who have not read the engine want of them; `scripts/train/briefs.ts --dry`
 * scores them held out. Run: node scripts/bench/briefs.ts [--data <folder>]
 */
const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/eval' } } });
const { briefs, absent } = markedBriefs(resolve(import.meta.dirname, '../..', options.data));
if (absent > 0) console.log(`${absent} marked articles are not in ${options.data}: they are left out.`);
const told = briefs.map((one) => ({ ...one, ...briefArticle(one.article, BriefOptions.parse({})) }));
if (briefs.length > 0) console.table({ ...scoreOfBriefs(told), ...repairs() });

/** Of the sentences whose antecedents are marked, shown or not: how many are mended, and how many of the names are those marked. */
function repairs(): Record<string, string> {
  let [all, mended, right] = [0, 0, 0];
  for (const { marks, article } of briefs) {
    const passages = passagesOf(article);
    const repair = repairerOf(passages, article.language);
    for (const passage of passages) {
      const start = article.sentences[passage.id]?.span.start;
      const meant = (marks.dangling ?? [])
        .filter(({ sentence }) => sentence === start)
        .map(({ means: [at, length] }) => article.text.slice(at, at + length));
      const { text, names } = repair(passage);
      all += meant.length > 0 ? 1 : 0;
      if (meant.length === 0 || names === null) continue;
      mended += 1;
      const name = /\[([^\]]+?)(?:’s?)?\]/u.exec(text)?.[1] ?? '';
      if (name.split(/\s+/u).some((word) => /^\p{Lu}/u.test(word) && meant.join(' ').includes(word))) right += 1;
    }
  }
  return {
    'leaning sentences that are mended, shown or not': `${mended} of ${all}`,
    'of them with the right name': `${right} of ${mended}`,
  };
}
