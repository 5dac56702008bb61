import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { namedAgain } from '../../src/brief/named-again.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { textArticle } from '../articles.ts';
import '../../src/work/grammars.ts';

const article = textArticle(
  'Harbour master Ole Lind, 43, has bought the old ferry. Lind wants to sail it to the islands. He said the ferry would carry 300 people.',
);
const passages = passagesOf(article);
const point = { text: '[Harbour master Ole Lind] said the ferry would carry 300 people.', citations: [{ sentenceIds: [2, 0] }] };

describe('somebody in brackets', () => {
  it('is called as the article calls him, once something above names him in full', () => {
    const again = namedAgain(point, 'Harbour master Ole Lind, 43, has bought the old ferry.', passages, () => true);
    expect(again.text).toBe('[Lind] said the ferry would carry 300 people.');
  });

  it('has his whole name the first time, and where the lock wants it', () => {
    expect(namedAgain(point, 'The ferry is old.', passages, () => true)).toBe(point);
    expect(namedAgain(point, 'Harbour master Ole Lind has bought it.', passages, () => false)).toBe(point);
  });

  it('keeps his name where the article never shortens it', () => {
    const once = passagesOf(textArticle('Ole Lind, 43, has bought the old ferry. He said the ferry would carry 300 people.'));
    const own = { ...point, text: '[Ole Lind] said the ferry would carry 300 people.' };
    expect(namedAgain(own, 'Ole Lind, 43, has bought the old ferry.', once, () => true)).toBe(own);
  });
});

describe('a brief', () => {
  it('tells a first sentence that has lost its full stop', () => {
    const text = [
      'The harbour board of Norvik is to close the old terminal in June and to sell its four cranes',
      'About 120 people work there. They would move to the southern quay.',
      'The terminal lost 4 million euros last year. The board had tried to find a buyer.',
      'The union has called a strike for Friday. It wants a vote of the council.',
    ].join('\n\n');
    expect(briefArticle(textArticle(text), BriefOptions.parse({})).gist?.text).toContain('to close the old terminal');
  });
});
