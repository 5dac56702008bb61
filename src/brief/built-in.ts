import { sha256 } from '../hash.ts';
import type { Article } from '../model/article.ts';
import type { Brief, BriefOptions } from '../model/brief.ts';
import { caveatsOf } from './caveats.ts';
import { rankedFigures } from './figures/figures.ts';
import { lockPoints } from './lock.ts';
import { passagesOf } from './passages.ts';
import { promotionalIds } from './promotion.ts';
import { findQuotes } from './quotes.ts';
import { readingSeconds } from './reading-time.ts';
import { rowsOf } from './rows/rows.ts';
import { summarise } from './summary.ts';

/** Figures that have a say in the summary: those that would fit on a card. */
const LEADING = 12;
/** About 60,000 words. What stands behind them is a book, and is left to its reader. */
const MAX_SENTENCES = 3000;

/** The built-in engine: no key, no model, no network. The same article and options give the same brief. */
export function briefArticle(whole: Article, options: BriefOptions): Brief {
  const article = whole.sentences.length > MAX_SENTENCES ? { ...whole, sentences: whole.sentences.slice(0, MAX_SENTENCES) } : whole;
  const promotional = promotionalIds(passagesOf(article));
  const ranked = rankedFigures(article).filter(
    ({ figure }) => !figure.citations.some(({ sentenceIds }) => sentenceIds.some((id) => promotional.has(id))),
  );
  const leading = ranked.slice(0, LEADING).map(({ figure }) => figure);
  const summary = summarise(article, leading, options);
  const gist = lockPoints(summary.gist === null ? [] : [summary.gist], article);
  const points = lockPoints(summary.points, article);
  const figures = rowsOf(article, ranked, gist.kept[0] ?? null);
  const quotes = findQuotes(article, promotional);
  const claims = gist.kept.length + points.kept.length + figures.length + quotes.length;
  const shown = [...gist.kept, ...points.kept].map(({ text }) => text).join('\n');
  const briefSeconds = Math.round(readingSeconds(shown));
  const articleSeconds = readingSeconds(toldText(article));
  return {
    id: sha256(article.id, 'built-in', String(options.points), String(options.verbatim)),
    articleId: article.id,
    gist: gist.kept[0] ?? null,
    points: points.kept,
    figures,
    quotes,
    caveats: [...caveatsOf(article, figures), ...(article === whole ? [] : [`Only the first ${MAX_SENTENCES} sentences were read.`])],
    readingMinutes: Math.round((articleSeconds / 60) * 10) / 10,
    savedSeconds: Math.max(0, Math.round(articleSeconds - briefSeconds)),
    briefSeconds,
    verified: { checked: claims, dropped: gist.dropped + points.dropped },
    engine: 'built-in',
  };
}

/** What a reader reads: not the list of sources. */
function toldText({ blocks, text }: Article): string {
  if (blocks.every(({ kind }) => kind !== 'reference')) return text;
  return blocks.flatMap(({ kind, span }) => (kind === 'reference' ? [] : [text.slice(span.start, span.end)])).join('\n\n');
}
