import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { readArticle } from '../../src/extract/article.ts';
import { textArticle } from '../articles.ts';

const article = textArticle(
  [
    'When the intensive care unit of St Brannoc’s Hospital cut its bedside alarms by 58%, its nurses answered the others twice as fast, a study of 1,214 patients has found.',
    '“This is one ward, not a proof,” said Dr. Helen Marsh, who led the work.',
    'According to Marsh, at least six hospitals have asked for the settings, and a trial in four of them may begin next year.',
    'Anna Berg, 42, was one of the nurses.',
  ].join(' '),
);

describe('a question that asks for a measure', () => {
  it.each(['How heavy are the alarms?', 'How tall is the hospital?', 'How long did the study last?'])(
    'is refused where nothing is measured so: %s',
    (question) => {
      expect(answerQuestion(article, question).status).toBe('not-in-article');
    },
  );
  it('takes a bare number between commas for an age', () => {
    const answer = answerQuestion(article, 'How old is Anna Berg?');
    expect(answer).toMatchObject({ status: 'answered', text: 'Anna Berg, 42, was one of the nurses.' });
  });
});

describe('a question that asks for a kind of thing', () => {
  it.each([
    [
      'a sum counts nothing',
      'How many shops does Norvik Retail have?',
      'The retailer Norvik Retail earned £2.8bn from its shops last year.',
    ],
    ['nobody is named', "What is the captain's name?", 'The captain of the ferry, who does not want to be named, was asleep.'],
    ['nobody does it', 'Who painted the ferry?', 'The ferry was painted blue in spring.'],
    ['nothing is paid', 'What does a ticket for the ferry cost?', 'Tickets for the ferry are sold at the harbour office.'],
  ])('is refused where %s', (_, question, sentence) => {
    expect(answerQuestion(textArticle(`${sentence} It rained all day.`), question).status).toBe('not-in-article');
  });
});

describe('a question of which the nearest sentence says next to nothing', () => {
  const harbour = readArticle({
    kind: 'markdown',
    content: readFileSync(new URL('../../briefs/harbour-battery.md', import.meta.url), 'utf8'),
    url: null,
    fetchedAt: null,
  });
  it('is refused where only another one of its kind is told of', () => {
    expect(answerQuestion(harbour, 'when does the second half of the battery go live?').status).toBe('not-in-article');
  });
  it.each(['how many wind turbines does the island have', 'is there a fire risk with a battery that size'])(
    'is refused: %s',
    (question) => {
      expect(answerQuestion(harbour, question).status).toBe('not-in-article');
    },
  );
  it.each([
    ['how many people work at the diesel plant', 'About 40 people'],
    ['will households pay for the connection?', 'Households would pay no connection charge.'],
  ])('is answered where it says it: %s', (question, words) => {
    const answer = answerQuestion(harbour, question);
    expect(answer.status === 'answered' ? answer.text : '').toContain(words);
  });
});

describe('a question whose deed the article does not tell', () => {
  it.each([
    ['quiet-hours', 'When was the hospital founded?'],
    ['harbour-battery', 'Who founded Tideline Energy?'],
  ])('is refused, although what it is about is there: %s, %s', (name, question) => {
    const content = readFileSync(new URL(`../../briefs/${name}.md`, import.meta.url), 'utf8');
    const brief = readArticle({ kind: 'markdown', content, url: null, title: null, fetchedAt: null });
    expect(answerQuestion(brief, question).status).toBe('not-in-article');
  });
});

describe('a question that only one loose word ties to an article', () => {
  it('is about something else', () => {
    const plant = textArticle(
      'Northwind said that its plant in Kiruna would employ more than 1,200 people. “We hire from next door,” said Anna Berg, who runs the site. The old plant closed in 2019 after a fire.',
    );
    expect(answerQuestion(plant, 'Who owns the moon base?').status).toBe('not-in-article');
  });
});

describe('what is no sentence of the article', () => {
  it('answers nothing, and is no nearest passage: a caption with whoever took the picture', () => {
    const shown = textArticle(
      'The unmanned ship of Norr broke up over the hills on Monday.\n\nThe Norr ship lifts off from the old harbour. (Ada Berg/ Norr Press Service photo via AP)\n\nIts crews are safe.',
    );
    const { nearest } = answerQuestion(shown, 'Where did the ship lift off from?') as { nearest?: { sentenceIds: number[] } | null };
    expect(JSON.stringify(nearest ?? null)).not.toContain('1');
  });
  it('is no nearest passage: a heading that is set as a line of its own', () => {
    const told = 'Who buys a boat pays a third of it at once and the rest after a year, says the bank of Norvik in its new list.';
    const page = readArticle({
      kind: 'html',
      content: `<body><article><h1>Boats</h1><p>${told}</p><p>The three ways loan</p><p>${told.replace('boat', 'ferry')}</p></article></body>`,
      url: 'https://example.org/boats',
      fetchedAt: null,
    });
    const answer = answerQuestion(page, 'Who invented the three ways loan?');
    expect(answer.status).toBe('not-in-article');
    const nearest = answer.status === 'answered' ? [] : (answer.nearest?.sentenceIds ?? []);
    expect(nearest.map((id) => page.text.slice(page.sentences[id]?.span.start, page.sentences[id]?.span.end))).not.toContain(
      'The three ways loan',
    );
  });
});
