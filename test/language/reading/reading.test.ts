import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseAt } from '../../../src/language/reading/clause.ts';
import { nounPhrase, withoutArticle } from '../../../src/language/reading/phrase.ts';
import { headOf, readingOf, subtreeOf, textOf, wordsIn, type Reading } from '../../../src/language/reading/reading.ts';
import { speakerText, speechOver } from '../../../src/language/reading/speech.ts';
import { standsInOrder } from '../../brief/figures/in-order.ts';

function read(sentence: string, language = 'en'): Reading {
  const reading = readingOf(sentence, language);
  if (reading === null) throw new Error(`There is no grammar of ${language}.`);
  return reading;
}

function at(reading: Reading, word: string): number {
  return reading.words.findIndex(({ text }) => text === word);
}

describe('a noun phrase', () => {
  it('has its adjectives, owners and prepositions, and neither numbers nor what is said of it', () => {
    const reading = read('The old ferry of the northern island, which carries 300 people, sank.');
    expect(textOf(reading, withoutArticle(reading, nounPhrase(reading, at(reading, 'ferry'))))).toBe('old ferry of the northern island');
  });
});

describe('a clause', () => {
  it('says who did what, and that it was denied', () => {
    const reading = read('The firm did not cut 300 jobs.');
    const clause = clauseAt(reading, at(reading, 'cut'));
    expect([clause.subject, clause.object].map((word) => reading.words[word ?? -1]?.text)).toEqual(['firm', 'jobs']);
    expect(clause.isNegated).toBe(true);
    expect(clause.isPassive).toBe(false);
  });
  it('is passive where something is done to its subject', () => {
    const reading = read('Five people were killed.');
    expect(clauseAt(reading, at(reading, 'killed')).isPassive).toBe(true);
  });
  it('shares its subject with the verb before it', () => {
    const reading = read('The council sold the ferry and bought a bridge.');
    expect(reading.words[clauseAt(reading, at(reading, 'bought')).subject ?? -1]?.text).toBe('council');
  });
});

describe('speech', () => {
  it.each([
    ['Power prices rose 12%, the regulator said on Monday.', 'prices', 'the regulator'],
    ['The budget office estimates that the bill could cost $3 trillion.', 'bill', 'The budget office'],
    ['According to Anna Berg, the quay is full.', 'quay', 'Anna Berg'],
    ['The company that lost the contract said it would close.', 'contract', null],
  ])('is whose, over a word: %s', (sentence, word, speaker) => {
    const reading = read(sentence);
    const speech = speechOver(reading, at(reading, word));
    expect(speech === null ? null : speakerText(reading, speech.speaker)).toBe(speaker);
  });
});

describe('any reading', () => {
  it('is made of words of its sentence, in order', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 25 }), (sentence) => {
        const reading = read(sentence);
        for (const word of reading.words.keys()) {
          const below = subtreeOf(reading, word);
          expect(below).toContain(word);
          expect(standsInOrder(textOf(reading, below), sentence)).toBe(true);
          expect(reading.dependents[headOf(reading, word)] ?? [word]).toContain(word);
        }
        expect(wordsIn(reading, 0, sentence.length)).toHaveLength(reading.words.length);
      }),
      { numRuns: 100 },
    );
  });
});
