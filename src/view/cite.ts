import { languageFor } from '../language/tables.ts';
import type { Article, Citation } from '../model/article.ts';
import type { CiteInline } from './view.ts';

/** Numbers the cited sentences of one message in the order of their first mention, and knows where each opens. */
export interface Citer {
  cite(citations: readonly Citation[]): CiteInline[];
  /** Every sentence cited so far that has no address, once each. */
  unlinked(): CiteInline[];
  /** The words with which what is told of a figure, or else its first cited sentence, holds back: `would be`, `reportedly`; null when neither does. */
  hedge(citations: readonly Citation[], told?: string): string | null;
}

/**
 * `publicUrl` is where the article reader is reached, without a trailing slash; null when it is not public.
 * Citers of one message share a counter, so that [7] means one sentence in all of it.
 */
export function createCiter(article: Article, publicUrl: string | null, counter: { last: number } = { last: 0 }): Citer {
  const numbers = new Map<number, CiteInline>();
  const inlineFor = (id: number): CiteInline => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const sentence = sentenceText(article, id);
    counter.last += 1;
    const cite: CiteInline = {
      type: 'cite',
      number: counter.last,
      sentence,
      href: sentenceHref(article, id, sentence, publicUrl),
    };
    numbers.set(id, cite);
    return cite;
  };
  return {
    cite: (citations) => [...new Set(citations.flatMap(({ sentenceIds }) => sentenceIds))].map(inlineFor),
    unlinked: () => [...numbers.values()].filter(({ href }) => href === null),
    hedge: (citations, told) =>
      (told === undefined ? null : hedgeIn(told, article.language)) ??
      hedgeIn(sentenceText(article, citations[0]?.sentenceIds[0] ?? -1), article.language),
  };
}

/** Auxiliaries show with the word they hold: `would be` says more than `would`. */
const AUXILIARY = /^(?:would|could|might|may|should|is|are)$/u;

function hedgeIn(sentence: string, language: string): string | null {
  const words = sentence.split(/[^\p{L}\p{M}\p{N}'’]+/u).filter((word) => word !== '');
  const lower = words.map((word) => word.toLowerCase());
  const there = new Set(lower);
  for (const parts of hedgesOf(language)) {
    if (!there.has(parts[0] ?? '')) continue;
    const at = lower.findIndex((_, index) => parts.every((part, offset) => lower[index + offset] === part));
    if (at < 0) continue;
    // "should more than double": the word behind is no verb.
    const more =
      AUXILIARY.test(parts.join(' ')) &&
      at + 1 < words.length &&
      !/^(?:more|less|not|also|only|nearly|almost)$/u.test(lower[at + parts.length] ?? '')
        ? 1
        : 0;
    return words.slice(at, at + parts.length + more).join(' ');
  }
  return null;
}

const hedges = new Map<string, readonly string[][]>();

/** The hedges of a language, longest first, word by word. */
function hedgesOf(language: string): readonly string[][] {
  const known = hedges.get(language);
  if (known !== undefined) return known;
  const made = languageFor(language)
    .hedges.toSorted((a, b) => b.length - a.length)
    .map((hedge) => hedge.split(' '));
  hedges.set(language, made);
  return made;
}

export function sentenceText(article: Article, id: number): string {
  const sentence = article.sentences[id];
  return sentence === undefined ? '' : article.text.slice(sentence.span.start, sentence.span.end);
}

function sentenceHref(article: Article, id: number, sentence: string, publicUrl: string | null): string | null {
  if (publicUrl !== null) return `${publicUrl}/articles/${article.id}#s${id}`;
  if (article.canonicalUrl === null) return null;
  return `${article.canonicalUrl.replace(/#.*$/, '')}#:~:text=${textDirective(sentence)}`;
}

/** Words at each end of a long sentence that are enough to find it. */
const DIRECTIVE_WORDS = 6;

/** A text directive, https://wicg.github.io/scroll-to-text-fragment/#syntax: `start,end`, each percent-encoded. */
function textDirective(sentence: string): string {
  const words = sentence.split(/\s+/u);
  const encode = (text: string) => encodeURIComponent(text.toWellFormed()).replace(/-/g, '%2D');
  if (words.length <= DIRECTIVE_WORDS * 2) return encode(sentence);
  return `${encode(words.slice(0, DIRECTIVE_WORDS).join(' '))},${encode(words.slice(-DIRECTIVE_WORDS).join(' '))}`;
}
