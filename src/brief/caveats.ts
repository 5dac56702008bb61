import type { Article } from '../model/article.ts';
import type { KeyFigure } from '../model/figure.ts';

const READ_WELL = new Set(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl']);
/** Fewer words than this cannot be shortened in any useful way. */
const SHORT = 60;

/** What a careful reader should know before trusting the brief, one sentence each; none when there is nothing. */
export function caveatsOf(article: Article, figures: readonly KeyFigure[]): string[] {
  return [hedgedFigures(figures), language(article), short(article)].filter((caveat) => caveat !== null);
}

function hedgedFigures(figures: readonly KeyFigure[]): string | null {
  const hedged = figures.filter(({ status }) => status === 'hedged');
  if (hedged.length === 0) return null;
  const anonymous = hedged.every(({ attributedTo }) => attributedTo === null);
  const nobody = anonymous ? ', and nobody is named for ' : '';
  if (hedged.length < figures.length) {
    const subject = hedged.length === 1 ? 'One of the figures is' : `${hedged.length} of the ${figures.length} figures are`;
    return `${subject} hedged in the article${anonymous ? `${nobody}${hedged.length === 1 ? 'it' : 'them'}` : ''}.`;
  }
  if (figures.length === 1) return `The figure is hedged in the article${anonymous ? `${nobody}it` : ''}.`;
  const all = figures.length === 2 ? 'Both figures are' : `All ${figures.length} figures are`;
  return `${all} hedged in the article${anonymous ? `${nobody}them` : ''}.`;
}

function language(article: Article): string | null {
  const code = article.language.split('-')[0] ?? '';
  if (READ_WELL.has(code)) return null;
  return code === 'und'
    ? 'The language of the article could not be told, so hedges and speakers may be missed.'
    : `Hedges and speakers are not recognised in this language (${code}), so read the cited sentences.`;
}

function short(article: Article): string | null {
  const words = article.text.split(/\s+/u).length;
  return words < SHORT && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(article.text)
    ? 'The text is very short, so the brief is hardly shorter than it.'
    : null;
}
