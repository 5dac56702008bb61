import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { readArticle } from '../../src/extract/article.ts';
import '../../src/work/grammars.ts';

const answerTo = (content: string, question: string) => {
  const answer = answerQuestion(readArticle({ kind: 'text', content, url: null, fetchedAt: null }), question);
  return answer.status === 'answered' ? answer.text : null;
};

describe('a figure in an answer', () => {
  it('keeps the hedge that another sentence of the article gives it', () => {
    const text =
      'Norvik gets its 4,500 heat pumps after all. The council signed the contract on Monday.\n\nMore than 4,500 heat pumps would be put in under the contract. The work begins in May.';
    expect(answerTo(text, 'How many heat pumps does Norvik get?')).toContain('More than 4,500 heat pumps');
  });

  it('is not given the hedge of other things', () => {
    const text =
      'Norvik gets 4,500 heat pumps after all. The council signed the contract on Monday.\n\nMore than 4,500 people live there. The work begins in May.';
    expect(answerTo(text, 'How many heat pumps does Norvik get?')).toContain('gets 4,500 heat pumps');
  });
});
