import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { readArticle } from '../../src/extract/article.ts';
import '../../src/work/grammars.ts';

const article = readArticle({
  kind: 'text',
  content: [
    'The harbour of Norvik will get a new quay. The council voted for it on Tuesday, with only Ole Lind against.',
    'Mayor Anna Berg said the new quay would bring work to the town. “It is the best thing that has happened to us in years,” she said.',
    'Fishermen had met Tom Adeyemi, who runs the yard, before the vote. Nina Falk, whose boats use the old quay, was not there.',
    'Critics say that the plan costs too much. Karl Moen called it a waste of money.',
  ].join('\n\n'),
  url: null,
  fetchedAt: null,
});
const answerTo = (question: string) => {
  const answer = answerQuestion(article, question);
  return answer.status === 'answered' ? answer.text : null;
};

describe('a question about somebody’s words', () => {
  it('is answered where he speaks', () => {
    expect(answerTo('what did Berg say about work in the town?')).toContain('would bring work to the town');
    expect(answerTo('what did Karl Moen think of it?')).toContain('a waste of money');
  });

  it.each([
    'What did Nina Falk say about the old quay?',
    'what does Tom Adeyemi think of the vote?',
    'How did Ole Lind feel about the new quay?',
  ])('is refused where he is named and says nothing: %s', (question) => expect(answerTo(question)).toBeNull());
});
