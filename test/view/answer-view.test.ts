import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/model/answer.ts';
import { viewAnswer } from '../../src/view/answer-view.ts';
import { textArticle } from '../articles.ts';

const article = textArticle('The retailer earned £2.8bn. Its director left.');
const titleOf = (answer: Partial<Extract<Answer, { status: 'not-in-article' }>>) =>
  viewAnswer(
    article,
    { status: 'not-in-article', question: 'How much did Norvik earn?', nearest: { sentenceIds: [0] }, ...answer },
    { publicUrl: null, buttons: [] },
  ).title;

describe('a question that is not answered', () => {
  it('is said not to be told in the article', () => {
    expect(titleOf({})).toBe('The article does not say.');
  });
  it('is said not to be told clearly where the nearest passage may answer it', () => {
    expect(titleOf({ unsure: true })).toBe('The article does not clearly say.');
  });
  it('is neither where the model answered and its answer did not hold', () => {
    expect(titleOf({ unsure: true, refused: { text: 'It earned nothing.', why: 'no number' } })).toBe(
      'What the model answered does not hold against the article.',
    );
  });
});

describe('a nearest passage', () => {
  it('has in brackets whom its pronoun means, and cites the sentence that names it', () => {
    const told = textArticle('Greta Holm runs the power plant of the island. She has sold two engines to a Danish yard.');
    const { blocks } = viewAnswer(
      told,
      { status: 'not-in-article', question: 'What did the bridge cost?', nearest: { sentenceIds: [1] } },
      { publicUrl: 'https://example.org', buttons: [] },
    );
    expect(JSON.stringify(blocks)).toMatch(/\[Greta Holm\] has sold two engines/u);
    expect(JSON.stringify(blocks)).toContain('#s0');
  });
});
