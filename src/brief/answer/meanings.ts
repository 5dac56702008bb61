import { PARTS, RELATIONS } from '../../language/grammar/universal.ts';
import { headOf, lowerAt, readingOf, topOf, wordsIn, type Reading } from '../../language/reading/reading.ts';
import { axesOf, kinshipOfWords } from '../../language/sense.ts';
import type { Span } from '../../model/article.ts';
import { wordsOf } from '../words.ts';
import type { Search } from './matching.ts';
import { focusWord } from './question.ts';

/** Leading axes of what a word means. */
const AXES = 12;
/** Words of the question that the sentence meets least, and what is known of each. */
const LEAST = 2;

/**
 * What the words mean that decide whether a sentence answers: those of the question that it meets least, the question's verb
 * and what it asks for, and the head of the words that would be shown with what that hangs on. A name that is missed says
 * more than a "currently", and a wage is no answer to a distance.
 */
export function meaningFeatures({ question, language }: Search, text: string, span: Span | null): number[] {
  const axes = (word: string | null) => (word === null ? NOTHING : axesOf(word.toLowerCase(), language, AXES));
  const asked = readingOf(question.text, language);
  const root = asked?.words.findIndex((_, at) => headOf(asked, at) < 0) ?? -1;
  const told = span === null ? null : readingOf(text, language);
  const top = told === null || span === null ? -1 : topOf(told, wordsIn(told, span.start, span.end));
  const over = told === null || top < 0 ? -1 : headOf(told, top);
  const least = leastMet(question.text, text, language);
  return [
    ...Array.from({ length: LEAST }, (_, at) => {
      const one = least[at];
      return one === undefined ? [...NOTHING, -1, -1, -1] : [...axes(one.word), one.kinship, ...formOf(asked, one.word)];
    }).flat(),
    ...axes(asked === null || root < 0 ? null : lowerAt(asked, root)),
    ...axes(focusWord(question.text)),
    ...axes(told === null || top < 0 ? null : lowerAt(told, top)),
    ...axes(told === null || over < 0 ? null : lowerAt(told, over)),
  ];
}
const NOTHING: readonly number[] = Array.from({ length: AXES }, () => 0);

/** Words of the question, those first to which no word of the sentence comes near. */
function leastMet(question: string, text: string, language: string): { word: string; kinship: number }[] {
  const there = wordsOf(text, language);
  return wordsOf(question, language)
    .filter(({ stop }) => !stop)
    .map(({ text: word, stem }) => ({
      word,
      kinship: Math.max(0, ...there.map((other) => (other.stem === stem ? 1 : kinshipOfWords(word, other.text, language)))),
    }))
    .toSorted((a, b) => a.kinship - b.kinship);
}

/** Its part of speech and its relation in the question. */
function formOf(asked: Reading | null, word: string): number[] {
  const found = asked?.words.find(({ text }) => text === word);
  return asked === null ? [-1, -1] : [PARTS.indexOf(found?.part ?? 'X'), RELATIONS.indexOf(found?.relation ?? 'dep')];
}
