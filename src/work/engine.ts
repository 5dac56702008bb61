import { answerQuestion } from '../brief/answer/answer.ts';
import { briefArticle } from '../brief/built-in.ts';
import { readArticle } from '../extract/article.ts';
import { parseFeed } from '../feed/parse.ts';
import type { Engine } from '../ports.ts';
import { textOfPdf } from '../source/pdf.ts';
import { rememberedArticles } from './read-before.ts';
import './grammars.ts';

const articles = rememberedArticles();
/** Lets go of the articles that were read before. */
export const forgetArticles = articles.forget;

/** The heavy work, in the thread that asks for it. Pure functions of what they are given. */
export const engineHere: Engine = {
  brief: (article, options) => Promise.resolve(briefArticle(articles.same(article), options)),
  answer: (article, question, { earlier }) => Promise.resolve(answerQuestion(articles.same(article), question, { earlier })),
  // A refusal has to be a rejection, also where the work itself throws at once.
  extract: async (source) => {
    if (source.kind !== 'pdf') return readArticle(source);
    const { title, text } = await textOfPdf(source.bytes);
    return readArticle({ kind: 'text', content: text, url: source.url, title: source.title ?? title, fetchedAt: source.fetchedAt });
  },
  parseFeed: async (body, url) => parseFeed(body, url),
};
