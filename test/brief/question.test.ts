import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/brief/answer/question.ts';

describe('the words of a question', () => {
  it.each([
    ['How did the share price react?', 'shar pric react'],
    ['Who won it last year?', 'win last year'],
    ['Which bank is the largest of the country?', 'bank largest countr'],
    ['Wer hat im letzten Jahr gewonnen?', 'letzt jahr gewonn'],
  ])('all count that say something: %s', (question, terms) => {
    expect(readQuestion(question, question.startsWith('Wer') ? 'de' : 'en').terms.join(' ')).toBe(terms);
  });

  it.each([
    ['What year did the quay open?', 'qua open'],
    ['What share of the power is solar?', 'pow solar'],
    ['How old is the harbour?', 'harbour'],
  ])('do not where they only ask: %s', (question, terms) => {
    expect(readQuestion(question, 'en').terms.join(' ')).toBe(terms);
  });
});
