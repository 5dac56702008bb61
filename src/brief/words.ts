import { stemOf } from '../language/stem.ts';
import { languageFor } from '../language/tables.ts';

/** A word as written, where it stands, and what it is compared by. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** Lower case, without diacritics' variants, cut to its stem: what two forms of a word share. */
  stem: string;
  stop: boolean;
}

const SPACED = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu;
/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a text in order. Text without spaces between words is cut by `Intl.Segmenter`. */
export function wordsOf(text: string, language: string): Word[] {
  const stopwords = stopwordsOf(language);
  const words: Word[] = [];
  for (const match of text.matchAll(SPACED)) {
    const raw = match[0];
    if (UNSPACED.test(raw)) {
      for (const part of segmenterFor(language).segment(raw)) {
        if (part.isWordLike) words.push(wordAt(part.segment, match.index + part.index, language, stopwords));
      }
    } else {
      words.push(wordAt(raw, match.index, language, stopwords));
    }
  }
  return words;
}

function wordAt(text: string, start: number, language: string, stopwords: ReadonlySet<string>): Word {
  const lower = text.toLowerCase().replace(/['’]s?$/u, '');
  return { text, start, end: start + text.length, stem: stemOf(lower, language), stop: stopwords.has(lower) };
}

const stopwordSets = new Map<string, ReadonlySet<string>>();

function stopwordsOf(language: string): ReadonlySet<string> {
  const table = languageFor(language);
  let set = stopwordSets.get(table.code);
  if (set === undefined) {
    set = new Set(table.stopwords);
    stopwordSets.set(table.code, set);
  }
  return set;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    const supported = language !== 'und' && Intl.Segmenter.supportedLocalesOf([language]).length > 0;
    segmenter = new Intl.Segmenter(supported ? language : 'en', { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
