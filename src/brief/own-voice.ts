import { languageFor } from '../language/tables.ts';
import type { Article } from '../model/article.ts';
import { speaksOfSelf, speaksTo } from './manner.ts';
import { isOpinion } from './opinion.ts';
import type { Passage } from './passages.ts';
import { guides } from './unfit.ts';
import { pointText } from './wording.ts';

/** A writer who speaks of himself in so many of his sentences tells what he says in his own voice. */
const OWN = 0.15;
const FEWEST = 3;
/** Quotation marks as a language sets them. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = { de: ['„', '“'], fr: ['« ', ' »'], es: ['«', '»'], it: ['«', '»'] };

/** Quotation marks of any kind, and whoever is said to say it: then "I" may be somebody else. */
const SOMEBODY_ELSE = /["“”„«»‘]|(?:^|\s)['’]\s?\p{L}|\p{P}\s?['’](?:\s|$)|\b(?:said|says|added|adds|sagte?|dit|dijo|disse|zei)\b/u;

/** What an opinion argues; what its writer lived through only leads to it. */
const ARGUES =
  /\b(?:should|must|ought to|needs? to|have to|has to|would|let us|it(?:['’]s| is) time|believe|think|argue|suggest|propose|hope|urge|call|advocate|recommend|support|oppose)\b|\b(?:my|our) (?:advice|view|point|argument|hope|proposal)\b/iu;

/** Whoever answers for what a text says: its author, else its house. */
export function authorOf({ byline, site }: Pick<Article, 'byline' | 'site'>): string | null {
  return byline !== null && byline.length <= LONGEST ? byline : site;
}
const LONGEST = 60;

/**
 * Sentences in which whoever wrote the article speaks of himself, where he does so throughout, as an essay or a column does:
 * each as it stands, in quotation marks behind the author's name, since "I" is nobody of the team that reads it. Null for all
 * others, and for those that speak to their reader or quote somebody.
 */
export function ownVoiceOf(article: Article, passages: readonly Passage[]): (passage: Passage) => string | null {
  const { language } = article;
  const who = authorOf(article);
  // Of a text without an author or a house nobody would know who "I" is.
  if (who === null) return () => null;
  const telling = passages.filter(({ kind }) => kind !== 'heading');
  const isEnglish = languageFor(language).code === 'en';
  const isOwn = ({ text }: Passage) => (isEnglish ? speaksOfSelf(text) : speaksTo(text, language).writer);
  const own = telling.filter(isOwn).length;
  if (own < Math.max(FEWEST, OWN * telling.length) || guides(passages, language)) return () => null;
  const isArgued = isEnglish && isOpinion(article);
  const [open, close] = MARKS[languageFor(language).code] ?? ['“', '”'];
  return (passage) => {
    const { text } = passage;
    const isPlain = !SOMEBODY_ELSE.test(text) && !speaksTo(text, language).reader;
    const isTold = isPlain && isOwn(passage) && (!isArgued || ARGUES.test(text));
    return isTold ? `${who}: ${open}${pointText(text, language)}${close}` : null;
  };
}
