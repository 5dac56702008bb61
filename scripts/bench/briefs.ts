import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { briefArticle } from '../../src/brief/built-in.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { markedBriefs } from './support/brief-marks.ts';

/** Scores briefs against what editors who have not read the engine want of them. Run: node scripts/bench/briefs.ts [--data <folder>] */
const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/eval' } } });
const { briefs, absent } = markedBriefs(resolve(import.meta.dirname, '../..', options.data));
if (absent > 0) console.log(`${absent} marked articles are not in ${options.data}: they are left out.`);
if (briefs.length > 0) console.table(scored());

function scored(): Record<string, string> {
  let [facts, told, leads, gists, points, never, leaning, brackets] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const { marks, article } of briefs) {
    const { gist, points: others } = briefArticle(article, BriefOptions.parse({}));
    const all = [gist, ...others].filter((point) => point !== null);
    const starts = all.map(({ citations }) => article.sentences[citations[0]?.sentenceIds[0] ?? -1]?.span.start ?? -1);
    const lead = article.sentences.slice(0, all.length).map(({ span }) => span.start);
    for (const fact of marks.must) {
      facts += 1;
      if (fact.some((start) => starts.includes(start))) told += 1;
      if (fact.some((start) => lead.includes(start))) leads += 1;
    }
    if (gist !== null && marks.gist.includes(starts[0] ?? -1)) gists += 1;
    points += all.length;
    never += starts.filter((start) => marks.never.includes(start)).length;
    for (const [at, { text, citations }] of all.entries()) {
      const isMended = (citations[0]?.sentenceIds.length ?? 0) > 1 && text.includes('[');
      if (isMended) brackets += 1;
      else if (marks.dangling.some(({ sentence }) => sentence === starts[at])) leaning += 1;
    }
  }
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)}% of ${whole}`;
  return {
    'facts told': share(told, facts),
    'facts told by the lead of that length': share(leads, facts),
    'gist that an editor would take': share(gists, briefs.length),
    'points that must not be shown': share(never, points),
    'points that lean on what is not shown': share(leaning, points),
    'points with a name in brackets': share(brackets, points),
  };
}
