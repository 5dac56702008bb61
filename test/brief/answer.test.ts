import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { readArticle } from '../../src/extract/article.ts';

const article = readArticle({
  kind: 'text',
  content: [
    'The port of Elmhaven will close its northern terminal on 3 June, the harbour board said on Monday. Greta Holm, who heads the board, named high repair costs as the reason.',
    'Sven Aaro, a crane driver since 1998, called the plan a mistake. The southern quay was enlarged by the government of Norvik in 2019.',
    'Trains to the southern quay run on hydrogen.',
  ].join('\n\n'),
  url: null,
  fetchedAt: null,
});

function ask(question: string): string {
  const answer = answerQuestion(article, question);
  if (answer.status !== 'answered') return answer.status;
  return answer.highlight === null ? answer.text : article.text.slice(answer.highlight.start, answer.highlight.end);
}

describe('the highlight', () => {
  it.each([
    ['Who heads the harbour board?', 'Greta Holm'],
    ['When will the northern terminal close?', '3 June'],
    ['When was the southern quay enlarged?', '2019'],
  ])('of %s is the words that answer', (question, words) => {
    expect(ask(question)).toBe(words);
  });
});

describe('a refusal', () => {
  it.each([
    'Who is Ingrid Vasquez?',
    'How much did the cranes cost?',
    'What happened at the northern terminal in 1974?',
    'Who won the cup?',
  ])('meets %s', (question) => {
    expect(ask(question)).toBe('not-in-article');
  });
});
