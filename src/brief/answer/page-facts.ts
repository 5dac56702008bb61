import type { Article } from '../../model/article.ts';

/** What the page says of the article: who wrote it, when it came out, and where. */
export type PageFact = 'byline' | 'publishedAt' | 'site';

const EN = String.raw`(?:article|story|piece|post|report|column|text|page|blog)`;
/** Only of the article itself: "who wrote it?" may be about a book that it tells of. */
const ASKED: readonly (readonly [PageFact, RegExp])[] = [
  [
    'byline',
    new RegExp(
      String.raw`^\P{L}*(?:(?:so|and|ok),?\s)?(?:who (?:wrote|writes|has written) (?:this|(?:this|the|that) ${EN})|who(?:['’]s| is| was) the (?:author|writer|journalist)(?: of (?:this|(?:this|the|that) ${EN}))?|wer hat (?:das|das hier|diesen|den|dieses) ?(?:artikel|text|beitrag|stück)? ?geschrieben|wer ist der (?:autor|verfasser)|qui a écrit (?:ça|ceci|(?:cet|l['’]|ce) ?(?:article|texte))|qui est l['’]auteur|quién (?:escribió|ha escrito) (?:esto|(?:este|el) (?:artículo|texto))|quién es el autor|chi ha scritto (?:questo|(?:questo|l['’]|il) ?(?:articolo|testo))|chi è l['’]autore|quem escreveu (?:isto|(?:este|o) (?:artigo|texto))|quem é o autor|wie (?:heeft|schreef) (?:dit|(?:dit|het) (?:artikel|stuk))(?: geschreven)?)\W*$`,
      'iu',
    ),
  ],
  [
    'publishedAt',
    new RegExp(
      String.raw`^\P{L}*(?:when (?:was|is) (?:this|(?:this|the|that) ${EN}) (?:published|written|posted|from|dated)|how old is (?:this|the|that) ${EN}|what(?:['’]s| is) the date (?:of|on) (?:this|(?:this|the|that) ${EN})|(?:wann (?:wurde|ist) (?:das|der|dieser) ?(?:artikel|text|beitrag)? ?(?:veröffentlicht|geschrieben|erschienen)(?: worden)?|von wann ist (?:das|der|dieser) ?(?:artikel|text|beitrag)?)|quand (?:cet|l['’]) ?article a-t-il été (?:publié|écrit)|de quand date (?:cet|l['’]) ?article|cuándo se (?:publicó|escribió) (?:este|el) artículo|de cuándo es (?:este|el) artículo|quando è stato (?:pubblicato|scritto) (?:questo|l['’]) ?articolo|quando (?:este|o) artigo foi (?:publicado|escrito)|wanneer (?:is|werd) (?:dit|het) artikel (?:gepubliceerd|geschreven))\W*$`,
      'iu',
    ),
  ],
  [
    'site',
    new RegExp(
      String.raw`^\P{L}*(?:(?:where|what (?:site|paper)|which (?:site|paper|newspaper|magazine)) is (?:this|(?:this|the|that) ${EN}) from|(?:who|what (?:site|paper)|which (?:site|paper|newspaper|magazine)) published (?:this|(?:this|the|that) ${EN})|woher ist (?:das|der|dieser) ?(?:artikel|text|beitrag)?|d['’]où vient (?:cet|l['’]) ?article|de dónde es (?:este|el) artículo|da dove viene (?:questo|l['’]) ?articolo|de onde é (?:este|o) artigo|waar komt (?:dit|het) artikel vandaan)\W*$`,
      'iu',
    ),
  ],
];

/** The fact that a question about the article itself asks for, where its page tells it; null for other questions. */
export function pageFactAskedFor(question: string, article: Article): PageFact | null {
  const fact = ASKED.find(([, asked]) => asked.test(question))?.[0] ?? null;
  return fact === null || article[fact] === null ? null : fact;
}
