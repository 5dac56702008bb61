import { describe, expect, test } from 'vitest';
import { answerQuestion, tellingPassages } from '../../src/brief/answer/answer.ts';
import { doerIn } from '../../src/brief/answer/doer.ts';
import { fillersOf } from '../../src/brief/answer/fillers.ts';
import { search } from '../../src/brief/answer/matching.ts';
import { readQuestion } from '../../src/brief/answer/question.ts';
import { textArticle } from '../articles.ts';

/** How surely the sentence has anything of the kind that is asked for, and how well that fills the place of the question. */
function filling(question: string, sentence: string): { strongest: number; whole: number } {
  const passages = tellingPassages({ ...textArticle(sentence), language: 'en' });
  const [, strongest = 0, , , , , , whole = 0] = fillersOf(search(readQuestion(question, 'en'), passages, new Set(), 'en'), 0);
  return { strongest, whole };
}

describe('a sentence has what is asked for', () => {
  test.each([
    [
      'Where was the film shown?',
      'The film met with harsh reviews from the critics.',
      'The film was shown in Norvik, near the old harbour.',
    ],
    ['Which airline did he fly with?', 'He told the officers that he had never been there.', 'He arrived on a Northwind Airlines flight.'],
    ['Who stole the boat?', 'The boat was cheap.', 'The boat was stolen by a clerk of the harbour board.'],
  ])('%s: rather “%s” has none than “%s”', (question, without, withIt) => {
    expect(filling(question, withIt).strongest).toBeGreaterThan(filling(question, without).strongest);
  });

  test('and fills the place with it, where the verb is there and somebody does it', () => {
    expect(filling('Who stole the boat?', 'The boat was stolen by a clerk of the board.').whole).toBeGreaterThan(
      filling('Who stole the boat?', 'The boat was stolen in 1995, a clerk of the board said.').whole,
    );
  });
});

describe('a question', () => {
  const article = textArticle(
    'Pilots are not different from other people, the study of the crash of the Norvik plane says. Four volunteers tried the new seat of the plane. The board was told that six points separate the two crews, and Anna Berg, 42, leads the second one.',
  );

  test('that asks where is not answered by what could be no place', () => {
    expect(answerQuestion(article, 'Where did the plane crash?').status).toBe('not-in-article');
  });

  test('that asks who heads something is not answered where nobody heads anything', () => {
    const told = textArticle(
      'The Norvik agency launched a rocket on Thursday, and Ole Lind of Elmhaven watched it. The Norvik agency is 40 years old.',
    );
    expect(answerQuestion(told, 'Who is the head of the Norvik agency?').status).toBe('not-in-article');
  });

  test('that asks why is not answered by a sentence that says only that it is so', () => {
    const told = textArticle(
      'The chambers of commerce of Norvik spoke about the new law on Monday. The harbour board welcomed the latest plan for the old quay. It will be built by a Danish yard.',
    );
    expect(answerQuestion(told, 'Why is the harbour board against the plan for the quay?').status).toBe('not-in-article');
    expect(readQuestion('What make of car did he drive?', 'en').asked).not.toBe('reason');
  });

  test('that asks how many people is answered by people of any name', () => {
    expect(answerQuestion(article, 'How many people tried the new seat of the plane?')).toMatchObject({
      status: 'answered',
      text: 'Four volunteers tried the new seat of the plane.',
    });
  });
});

describe('who does it', () => {
  test.each([
    ['Who sold the boat?', 'The boat was sold by a clerk of the board.', 'a clerk of the board'],
    ['Who sold the boat?', 'The boat was sold on Monday.', null],
    ['Who sold the boat?', 'A clerk of the board sold the boat on Monday.', 'A clerk of the board'],
  ])('%s of “%s” is %s', (question, sentence, doer) => {
    const span = doerIn(question, sentence, 'en');
    expect(span === null ? null : sentence.slice(span.start, span.end)).toBe(doer);
  });
});

describe('how far', () => {
  test('asks for metres, or for whatever somebody leads by', () => {
    expect(readQuestion('How far is the quay?', 'en').measure).toBe('length');
    expect(readQuestion('How far ahead is the second crew?', 'en').measure).toBeNull();
    expect(readQuestion('What did he say about losing weight?', 'en').measure).toBeNull();
    expect(readQuestion('How much does the boat weigh?', 'en').measure).toBe('mass');
  });
});
