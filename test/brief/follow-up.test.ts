import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { followed } from '../../src/brief/answer/follow-rank.ts';
import { placeOf, readingsOf } from '../../src/brief/answer/follow-up.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { textArticle } from '../articles.ts';

const article = textArticle(
  [
    'Northwind will build a battery in the harbour of Elmhaven. The battery will cost $86 million and store 40 megawatt-hours of power.',
    'Greta Holm runs the harbour board. She said the old diesel plant would close in June because its engines are worn out.',
    'The battery would halve the cost of power, according to a study by the University of Norvik.',
  ].join('\n\n'),
);

/** What the second question gets when it follows the first. */
function follow(first: string, second: string) {
  const before = answerQuestion(article, first);
  const earlier = [{ question: first, answer: before.status === 'answered' ? before.text : '' }];
  return answerQuestion(article, second, { earlier });
}

describe('a follow-up', () => {
  it.each([
    ['What will Northwind build?', 'And how much will it cost?', '$86 million'],
    ['When will the diesel plant close?', 'Why?', 'because its engines are worn out'],
    ['What would halve the cost of power?', 'Who says so?', 'University of Norvik'],
  ])('after “%s”, “%s” is about the same thing', (first, second, words) => {
    const answer = follow(first, second);
    expect(answer).toMatchObject({ status: 'answered', question: second });
    expect(answer.status === 'answered' ? answer.text : '').toContain(words);
  });
  it('is none where its pointing words mean nothing before', () => {
    const earlier = [{ question: 'What will Northwind build?', answer: '' }];
    for (const question of ['Is there a fire risk with a battery that size?', 'Who builds a harbour of that kind in Norvik?'])
      expect(readingsOf(question, earlier, 'en')).toEqual([question]);
    expect(readingsOf('Who said that?', earlier, 'en').length).toBeGreaterThan(1);
  });
  it('leans on the thread alone: without it there is nothing to go on from', () => {
    expect(answerQuestion(article, 'Why?').status).toBe('not-in-article');
  });
  it('asked of something else still meets a refusal', () => {
    expect(follow('What will Northwind build?', 'And what did it pay the mayor of Boston?').status).toBe('not-in-article');
  });
});

describe('the sentences that may follow', () => {
  const following = [
    { index: 0, features: [1, 0] },
    { index: 1, features: [0, 1] },
    { index: 2, features: [1, 0] },
  ];
  it('are led by the one that is worth most, of several the first', () => {
    expect(followed(following, [1, 2])).toBe(1);
    expect(followed(following, [2, 1])).toBe(0);
    expect(followed([], [2, 1])).toBe(-1);
  });
});

describe('a question', () => {
  it.each(['When was the hospital founded?', 'Wann wurde das Krankenhaus gegründet?', 'Quand a ouvert l’hôpital ?'])(
    'that names what it is about goes on from nothing: %s',
    (question) => {
      const language = question.startsWith('When') ? 'en' : question.startsWith('Wann') ? 'de' : 'fr';
      expect(readingsOf(question, [{ question: 'Who led the study?', answer: 'Helen Marsh led it.' }], language)).toEqual([question]);
    },
  );
  it('that can stand alone is read as it is', () => {
    const earlier = [{ question: 'What will Northwind build?', answer: 'A battery.' }];
    const question = 'When will the old diesel plant in the harbour close its gates?';
    expect(readingsOf(question, earlier, 'en')).toEqual([question]);
    expect(readingsOf('Why?', [], 'en')).toEqual(['Why?']);
  });
  it('“what about …” asks the one before again', () => {
    expect(readingsOf('What about the engines?', [{ question: 'What will the battery cost?', answer: '' }], 'en')[0]).toBe(
      'What will the battery cost the engines?',
    );
  });
});

describe('an answer that opens with a pronoun', () => {
  it('has in brackets whom it means, and cites the sentence that names her', () => {
    const answer = answerQuestion(article, 'Why would the old diesel plant close?');
    expect(answer).toMatchObject({ status: 'answered', citations: [{ sentenceIds: [3, 2] }] });
    expect(answer.status === 'answered' ? answer.text : '').toMatch(/^\[Greta Holm\] said /);
  });
  it('is known by what follows as the sentence that it was', () => {
    const answer = answerQuestion(article, 'Why would the old diesel plant close?');
    const text = answer.status === 'answered' ? answer.text : '';
    expect(placeOf(text, passagesOf(article), 'en')).toBe(3);
    expect(placeOf('', passagesOf(article), 'en')).toBe(-1);
    expect(placeOf('[Greta Holm] sang.', passagesOf(article), 'en')).toBe(-1);
  });
});
