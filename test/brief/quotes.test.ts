import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/brief/quotes.ts';
import { textArticle } from '../articles.ts';

const quotesOf = (...sentences: string[]) => findQuotes(textArticle(sentences.join(' ')), new Set());

describe('who says a quotation', () => {
  it('is nobody of whom something is only reported', () => {
    const [quote] = quotesOf(
      'Marsh pointed out that only 2% of thefts that are reported are false: "So the idea that he made it all up flies in the face of the numbers."',
    );
    expect(quote?.speaker).not.toBe('thefts');
  });

  it('is told with his office where another sentence has it, and cites that one too', () => {
    const [quote] = quotesOf(
      'Ole Lind, head of the harbour board, met the crews on Monday.',
      'The crews left again at noon.',
      '"We will pay for every ship that was lost," Lind said.',
    );
    expect(quote).toMatchObject({ speaker: 'Ole Lind, head of the harbour board', citation: { sentenceIds: [2, 0] } });
  });

  it('is told with what he does', () => {
    const [quote] = quotesOf(
      '"We have been one late tanker away from a dark island," said Mara Berg, who chairs the energy committee of the island.',
    );
    expect(quote?.speaker).toBe('Mara Berg, who chairs the energy committee of the island');
  });

  it('stays a surname that two people have', () => {
    const [quote] = quotesOf(
      'Ole Lind, head of the harbour board, met Ada Lind on Monday.',
      '"We will pay for every ship that was lost," Lind said.',
    );
    expect(quote?.speaker).toBe('Lind');
  });
});

describe('a quotation that the next sentence takes back', () => {
  it('is not told', () => {
    expect(
      quotesOf(
        '"There are certain things that one can forgive," Lind said.',
        '"But if I had been weak in this there was no future for me."',
      ),
    ).toEqual([]);
  });
});

describe('whoever has an office', () => {
  it.each([
    [
      '"We have had rain until the day before the regatta many times," said Norvik communications director Ole Lind.',
      'Norvik communications director Ole Lind',
    ],
    ['"We are sure that he will sail on Monday," said Norvik coach Ole Lind.', 'Norvik coach Ole Lind'],
    ['Norvik spokesman Ole Lind said on Monday: "We are sure that he will sail."', 'Norvik spokesman Ole Lind'],
  ])('is who speaks, and not his town or office: %s', (sentence, speaker) => {
    expect(quotesOf(sentence)[0]?.speaker).toBe(speaker);
  });
});

describe('an office of several', () => {
  it('introduces none of them', () => {
    const quotes = quotesOf(
      'Judges Simon Cowley and Ada Lind praised the show on Monday.',
      'Lexi and Haoyu went down to the old quay.',
      '"I think that the team have done an amazing job," Cowley said.',
      '"You just have to ignore all of them," Haoyu said.',
    );
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Cowley', 'Haoyu']);
  });
});
