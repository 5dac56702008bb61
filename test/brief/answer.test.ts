import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { readArticle } from '../../src/extract/article.ts';
import { textArticle } from '../articles.ts';

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

describe('a question what somebody called something', () => {
  it('is answered by what it was called, and not by what he says of something else', () => {
    const text = textArticle(
      [
        'Northwind and the harbour board will share a crane from June. Commenting on the crane, Ole Lind of Northwind said: “Nobody has to wait any more”.',
        'For months Lind had described the harbour board as “asleep” and its plans as a joke.',
      ].join('\n\n'),
    );
    const answer = answerQuestion(text, 'What did Lind call the harbour board?');
    expect(answer.status === 'answered' ? answer.text : answer.status).toContain('asleep');
  });
});

describe('words that are also names of things in JavaScript', () => {
  it.each(['constructor', 'toString', '__proto__'])('like %s are words', (word) => {
    const text = textArticle(`The ${word} of Northwind said on Monday that it would hire more than 1,200 people. The ${word} left.`);
    const answer = answerQuestion(text, 'Who would hire 1,200 people?');
    expect(answer.status === 'answered' ? Number.isFinite(answer.sure) : true).toBe(true);
  });
});

describe('a question who somebody is', () => {
  const people = textArticle(
    [
      '“Nobody has to wait any more,” said Ada Berg, who chairs the harbour board. Its secretary, Tom Aaro, called that a joke.',
      'Chief engineer Ole Lind agreed. Greta Holm was there. Ivo Rask, a crane driver, was not.',
    ].join('\n\n'),
  );
  it.each([
    ['who is Ada Berg?', 'who chairs the harbour board'],
    ['Who’s berg', 'who chairs the harbour board'],
    ['Who is Tom Aaro?', 'Its secretary'],
    ['Who is Ole Lind?', 'Chief engineer'],
    ['Who was Ivo Rask?', 'a crane driver'],
  ])('%s is answered by what stands beside the name', (question, words) => {
    const answer = answerQuestion(people, question);
    const { highlight } = answer.status === 'answered' ? answer : { highlight: null };
    expect(highlight === null ? answer.status : people.text.slice(highlight.start, highlight.end)).toBe(words);
  });
  it('says that the article does not say it of somebody whom it only names', () => {
    expect(answerQuestion(people, 'Who is Mia Thorn?').status).toBe('not-in-article');
  });
});

describe('an answer that is filed from somewhere', () => {
  it('is told without who filed it', () => {
    const filed = textArticle(
      'LONDON (Reuters) - The harbour board sold its oldest ferry to a Danish firm on Monday. The crews were told by letter.',
    );
    expect(answerQuestion(filed, 'What did the harbour board sell?')).toMatchObject({
      status: 'answered',
      text: 'The harbour board sold its oldest ferry to a Danish firm on Monday.',
    });
  });
});
