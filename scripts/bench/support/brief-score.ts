import type { Article } from '../../../src/model/article.ts';
import type { Point } from '../../../src/model/brief.ts';
import type { BriefMarks } from './brief-marks.ts';

/** What a brief says, and of what. */
export interface Told {
  marks: BriefMarks;
  article: Article;
  gist: Point | null;
  points: readonly Point[];
}

/** Shares of the facts, gists and points of many briefs, as printed. */
export function scoreOfBriefs(briefs: readonly Told[]): Record<string, string> {
  let [facts, told, leads, gists, points, sentences, never, read, leaning, pointing, brackets, long] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const { marks, article, gist, points: others } of briefs) {
    const all = [gist, ...others].filter((point) => point !== null);
    const shown = all.map(({ citations }) => citations.flatMap(({ sentenceIds: [first] }) => (first === undefined ? [] : [first])));
    const startOf = (id: number) => article.sentences[id]?.span.start ?? -1;
    const starts = shown.flat().map(startOf);
    const lead = article.sentences.slice(0, starts.length).map(({ span }) => span.start);
    for (const fact of marks.must) {
      facts += 1;
      if (fact.some((start) => starts.includes(start))) told += 1;
      if (fact.some((start) => lead.includes(start))) leads += 1;
    }
    if (gist !== null && marks.gist.includes(starts[0] ?? -1)) gists += 1;
    points += all.length;
    // Of the others nobody was asked what leans.
    if (marks.dangling !== undefined) read += all.length;
    sentences += starts.length;
    for (const [at, { text, citations }] of all.entries()) {
      if (text.length > (at === 0 && gist !== null ? 200 : 240)) long += 1;
      if (shown[at]?.some((id) => marks.never.includes(startOf(id)))) never += 1;
      const isMended = citations.some(({ sentenceIds }) => sentenceIds.length > 1) && text.includes('[');
      if (isMended) brackets += 1;
      const open = (marks.dangling ?? []).filter(({ sentence }) => !isMended && shown[at]?.some((id) => startOf(id) === sentence));
      if (open.length > 0) pointing += 1;
      const above = new Set(shown.slice(0, at + 1).flat());
      const isShown = ([start]: readonly number[]) =>
        article.sentences.some(({ id, span }) => above.has(id) && span.start <= (start ?? 0) && (start ?? 0) < span.end);
      if (open.some(({ means }) => !isShown(means))) leaning += 1;
    }
  }
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)}% of ${whole}`;
  return {
    'facts told': share(told, facts),
    'facts told by as many sentences of the lead': share(leads, facts),
    'gist that an editor would take': share(gists, briefs.length),
    'points that must not be shown': share(never, points),
    'points that lean on what is not shown': share(leaning, read),
    'points that lean on anything, shown above or not': share(pointing, read),
    'points with a name in brackets': share(brackets, points),
    'sentences a point': (sentences / Math.max(1, points)).toFixed(2),
    'gists over 200 or points over 240 characters': share(long, points),
  };
}
