import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import '../../src/work/grammars.ts';
import { textArticle } from '../articles.ts';

const article = {
  ...textArticle(
    'Mayor Anna Berg has sold the last ferry of Norvik to a yard in Lindby for £2m. The buyer has built boats for a century. Berg, 51, said it was time. Its captain, Ole Lind, 62, will stay.',
  ),
  title: 'Berg sells the ferry',
};
const answerTo = (question: string) => {
  const answer = answerQuestion(article, question);
  if (answer.status !== 'answered') return null;
  const { highlight } = answer;
  return highlight === null ? answer.text : article.text.slice(highlight.start, highlight.end);
};

describe('what is asked first', () => {
  it.each(['What happened?', "so what's this about?", 'what is the news', 'tl;dr'])('"%s" is answered by the gist', (question) => {
    expect(answerTo(question)).toMatch(/^Mayor Anna Berg has sold the last ferry/u);
  });

  it('"how old is she?" is the age of whom the headline names', () => {
    expect(answerTo('how old is she?')).toBe('51');
    expect(answerTo('How old is Ole Lind?')).toBe('62');
  });

  it('"how old is it?" is nobody\u2019s age', () => {
    expect(answerTo('how old is it?')).not.toBe('51');
  });
});
