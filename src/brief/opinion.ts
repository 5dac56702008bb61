import { languageFor } from '../language/tables.ts';
import type { Article } from '../model/article.ts';
import { passagesOf } from './passages.ts';
import { guides } from './unfit.ts';
import learnt from './data/opinion.json' with { type: 'json' };

/** A section of opinions, as a step of an address names it, in seven languages. */
const SECTION =
  /^(?:opinions?|op-?eds?|comment(?:ary|isfree|aries)?|columnists?|columns?|editorials?|viewpoints?|meinung(?:en)?|kommentare?|kolumnen?|tribunes?|chroniques?|editos?|columnas?|opini(?:ão|ao|ón)|colunas?|opini(?:on)?[ei]|commenti|editoriali|opinies|columnisten)$/iu;

/** "Letters: …", "Kommentar: …": what the headline itself says; and a house that writes in its own name. */
const HEADED =
  /^(?:opinion|op-?ed|editorial|column|commentary|comment|viewpoint|letters?(?: to the editor)?|meinung|kommentar|kolumne|leitartikel|tribune|chronique|édito(?:rial)?|opinión|columna|opinione|editoriale|opinião|coluna|opinie|commentaar)\s?[:|–—]\s|^the \p{L}+ view on\b/iu;
const HOUSE = /^(?:the )?(?:editorial(?: board)?|editors?)$/iu;

/** "The opinions expressed in this commentary are solely those of the author." */
const DISCLAIMER = /\b(?:views|opinions) expressed (?:in this|here|are)\b[^.]{0,80}\b(?:author|writer|his|her|their|own|those)\b/iu;

/** A logit: held out, 11 of 32 opinions come so far, no news of 297, and one essay. */
export const SURE = 0.7;

/** A piece that gives its author's view: by the section of its address, by its headline, by what stands over or under it, or by how it speaks. */
export function isOpinion(article: Article): boolean {
  if (article.canonicalUrl !== null && sectionsOf(article.canonicalUrl).some((step) => SECTION.test(step))) return true;
  if (DISCLAIMER.test(article.text) || HEADED.test(article.title ?? '') || HOUSE.test(article.byline ?? '')) return true;
  if (languageFor(article.language).code !== 'en' || likelihoodOf(mannersOf(article.text)) <= SURE) return false;
  // A guide says what one should do, and "you".
  return !guides(passagesOf(article), article.language);
}

/** The steps before the last one, which is the article's own name. */
function sectionsOf(url: string): string[] {
  const { hostname, pathname } = new URL(url);
  return [...hostname.split('.').slice(0, -2), ...pathname.split('/').slice(0, -1)].map(
    // Unlike decodeURIComponent it does not throw where an escape is broken.
    (step) => new URLSearchParams(`step=${step}`).get('step') ?? step,
  );
}

/** What a writer who argues says more often than one who reports: each outside of quotations, in 100 words, up to a most. */
const MANNERS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:I|my|me)\b/gu, 3],
  [/\b(?:we|our|us|ourselves)\b/giu, 3],
  [/\b(?:should|must|ought|needs? to|let['’]s|let us)\b/giu, 2],
  [/\b(?:said|says|told|added|announced|reported|according to)\b/giu, 2],
  [/\?/gu, 1],
  [/\b(?:is|are)(?:n['’]t)?\b/giu, 2],
  [/\b(?:perhaps|indeed|of course|surely|clearly|after all|in fact|simply|truth)\b/giu, 1],
  [/\b(?:you|your)\b/giu, 1.5],
];

/** How a text speaks. */
export function mannersOf(text: string): number[] {
  const own = text.replaceAll(/["“„].*?(?:["”]|$)/gmu, ' ');
  const words = own.split(/\s+/u).length;
  return [
    ...MANNERS.map(([pattern, most]) => Math.min(most, (100 * (own.match(pattern)?.length ?? 0)) / words)),
    Math.min(LONG, words / 1000),
  ];
}
/** Thousands of words that make no difference any more. */
const LONG = 1.5;

/** A logit; the weights are one for each manner and, behind them, a constant. */
export function likelihoodOf(manners: readonly number[], weights: readonly number[] = learnt): number {
  return manners.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), weights[manners.length] ?? 0);
}
