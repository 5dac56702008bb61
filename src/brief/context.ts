import type { Article } from '../model/article.ts';
import type { Passage } from './passages.ts';
import { wordsOf } from './words.ts';

/** What a sentence is read in. */
export interface Context {
  passages: readonly Passage[];
  language: string;
  /** The words that would be shown for a sentence, brought under a limit of characters where that can be done. */
  textOf: (passage: Passage, limit?: number) => string;
  /** Does the article speak of it again and again, so that the gist is about it? */
  isTopic: (stem: string) => boolean;
  /** What the headline names, which is shown above a brief. */
  titleStems: ReadonlySet<string>;
}

/** Sentences that speak of what the article is about, one of them so early. */
const TOPIC = 4;
const EARLY = 5;

export function contextOf({ title, language }: Article, passages: readonly Passage[], textOf: Context['textOf']): Context {
  return {
    passages,
    language,
    textOf,
    isTopic: (stem) =>
      passages.slice(0, EARLY).some(({ stems }) => stems.has(stem)) && passages.filter(({ stems }) => stems.has(stem)).length >= TOPIC,
    titleStems: titleStemsOf({ title, language }),
  };
}

/** The stems of a headline that say something. */
export function titleStemsOf({ title, language }: Pick<Article, 'title' | 'language'>): ReadonlySet<string> {
  return new Set(wordsOf(title ?? '', language).flatMap(({ stem, stop }) => (stop ? [] : [stem])));
}
