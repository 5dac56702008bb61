import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../src/brief/passages.ts';
import { pointText } from '../../src/brief/wording.ts';
import { textArticle } from '../articles.ts';

describe('a sentence as a point', () => {
  it.each([
    ['A: Watching the regatta from the old quay.', 'Watching the regatta from the old quay.'],
    ['LONDON (Reuters) - The ferry sank.', 'The ferry sank.'],
    ['New York, NY – The ferry sank.', 'The ferry sank.'],
    ['12:00 PM PT -- The ferry sank.', 'The ferry sank.'],
    ['Similarly, the ferry sank.', 'The ferry sank.'],
    ['On the other hand, the ferry sank.', 'The ferry sank.'],
    ['(The harbour board bid as well.)', 'The harbour board bid as well.'],
  ])('is told without who answers or files it: %s', (sentence, point) => {
    expect(pointText(sentence, 'en')).toBe(point);
  });
  it.each([
    ['Par contre, le bac a coulé.', 'fr', 'Le bac a coulé.'],
    ["D'ailleurs, le bac a coulé.", 'fr', 'Le bac a coulé.'],
    ['Por lo tanto, el barco se hundió.', 'es', 'El barco se hundió.'],
  ])('loses what ties it to the sentence before: %s', (sentence, language, point) => {
    expect(pointText(sentence, language)).toBe(point);
  });
  it('keeps an opening that is a name', () => {
    expect(pointText('A: that is what the crews call it.', 'en')).toBe('A: that is what the crews call it.');
  });
});

describe('the initials of who wrote it, behind the last full stop,', () => {
  it.each(['(amo)', '(dpa/tmn)', '(sda, rk)'])('are no part of a sentence: %s', (initials) => {
    const article = textArticle(`Der Absatz stieg um 42 Prozent gegenüber dem Vorjahr. Dies entspricht 3 Prozent. ${initials}`);
    expect(
      passagesOf(article)
        .map(({ text }) => text)
        .join(' '),
    ).not.toContain(initials);
  });
  it('stay where they explain a word', () => {
    const article = textArticle('Der Absatz der Firma (amo) stieg um 42 Prozent, sagt die Agentur (sda).');
    expect(passagesOf(article)[0]?.text).toContain('(amo)');
    expect(passagesOf(article)[0]?.text).toContain('(sda).');
  });
});
