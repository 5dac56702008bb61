import type { Article } from '../model/article.ts';
import type { KeyFigure } from '../model/figure.ts';
import { fill } from './fill.ts';

const READ_WELL = new Set(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl']);
/** Fewer words than this cannot be shortened in any useful way. */
const SHORT = 60;

/** The sentences of caveats; `{…}` is filled in. */
export interface CaveatWords {
  single: string;
  one: string;
  both: string;
  /** `{n}`, `{all}` */
  some: string;
  /** `{all}` */
  every: string;
  /** Follows one of the above, where nobody is named for one or for several. */
  nobodyForOne: string;
  nobodyForMany: string;
  unknownLanguage: string;
  /** `{code}` */
  otherLanguage: string;
  short: string;
  /** Only the open beginning of the article was read. */
  opening: string;
  /** Little was found on a page that may hold more. */
  doubtful: string;
}

export const ENGLISH_CAVEATS: CaveatWords = {
  single: 'The figure is planned, expected or claimed in the article, not settled',
  one: 'One of the figures is planned, expected or claimed in the article, not settled',
  both: 'Both figures are planned, expected or claimed in the article, not settled',
  some: '{n} of the {all} figures are planned, expected or claimed in the article, not settled',
  every: 'All {all} figures are planned, expected or claimed in the article, not settled',
  nobodyForOne: ', and nobody is named for it',
  nobodyForMany: ', and nobody is named for them',
  unknownLanguage: 'The language of the article could not be told, so hedges and speakers may be missed.',
  otherLanguage: 'Hedges and speakers are not recognised in this language ({code}), so read the cited sentences.',
  short: 'The text is very short, so the brief is hardly shorter than it.',
  opening: 'Only the open beginning of the article could be read: the page may hold more.',
  doubtful: 'Little text was found, and this page may hold more.',
};

/** What a careful reader should know before trusting the brief, one sentence each; none when there is nothing. */
export function caveatsOf(article: Article, figures: readonly KeyFigure[], words: CaveatWords = ENGLISH_CAVEATS): string[] {
  return [
    hedgedFigures(figures, words),
    language(article, words),
    short(article, words),
    article.isOpening === true ? words.opening : null,
    article.isDoubtful === true ? words.doubtful : null,
  ].filter((caveat) => caveat !== null);
}

function hedgedFigures(figures: readonly KeyFigure[], words: CaveatWords): string | null {
  const hedged = figures.filter(({ status }) => status === 'hedged');
  const [n, all] = [hedged.length, figures.length];
  if (n === 0) return null;
  // Whoever plans something, or will do it, stands beside the word; who says that it is said so does not.
  const isAnonymous = hedged.every(({ attributedTo, told }) => attributedTo === null && (told === undefined || isHearsay(told)));
  const nobody = !isAnonymous ? '' : n === 1 ? words.nobodyForOne : words.nobodyForMany;
  const said = all === 1 ? words.single : n === 1 ? words.one : n < all ? words.some : all === 2 ? words.both : words.every;
  return `${fill(said, { n, all })}${n < all ? ` (${listOf(hedged)})` : ''}${nobody}.`;
}

/** "reportedly", "is thought to": somebody says so, and is not named by it. */
export function isHearsay(words: string): boolean {
  return HEARSAY.test(words);
}
const HEARSAY =
  /\b(?:reported|reportedly|alleged|allegedly|said|thought|believed|expected|estimated|understood|rumou?red|claimed|feared|apparently|supposedly|estimates?)\b/iu;

/** Which ones, as they are written: the first by rank. */
function listOf(figures: readonly KeyFigure[]): string {
  const raws = [...new Set(figures.toSorted((a, b) => a.rank - b.rank).map(({ raw }) => raw))];
  return raws.slice(0, NAMED).join(', ') + (raws.length > NAMED ? ' …' : '');
}
/** Figures that a caveat names. */
const NAMED = 4;

function language(article: Article, words: CaveatWords): string | null {
  const code = article.language.split('-')[0] ?? '';
  if (READ_WELL.has(code)) return null;
  return code === 'und' ? words.unknownLanguage : fill(words.otherLanguage, { code });
}

function short(article: Article, words: CaveatWords): string | null {
  const count = article.text.split(/\s+/u).length;
  return count < SHORT && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(article.text) ? words.short : null;
}
