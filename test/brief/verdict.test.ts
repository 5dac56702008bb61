import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { verdictOf } from '../../src/brief/answer/verdict.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { viewAnswer } from '../../src/view/answer-view.ts';
import { textArticle } from '../articles.ts';

describe('a question that asks whether something is so', () => {
  it.each([
    ['Did the council approve the plan?', 'The council approved the plan on Tuesday.', 'yes'],
    ['Did the council approve the plan?', 'The council did not approve the plan on Tuesday.', 'no'],
    ['Did power prices rise?', 'Power prices rose 12% over the same two years.', 'yes'],
    ['Did power prices fall?', 'Power prices rose 12% over the same two years.', 'no'],
    ['Is the bridge open?', 'The bridge is open to cyclists.', 'yes'],
    ['Was the captain arrested?', 'The captain was arrested on Friday.', 'yes'],
  ])('is answered with a word where the sentence says so: %s %s', (question, sentence, verdict) => {
    expect(verdictOf(question, sentence, 'en')).toBe(verdict);
  });
  it.each([
    ['of another thing', 'Did the council approve the bridge?', 'The council approved the plan on Tuesday.'],
    ['of another doer', 'Was the owner arrested?', 'The captain of the owner was arrested on Friday.'],
    ['the other way round', 'Did Airbus sue Boeing?', 'Boeing sued Airbus in May.'],
    ['of another number', 'Does the firm employ 300 people?', 'The firm employs 400 people.'],
    ['what may be', 'Did the council approve the plan?', 'The council may approve the plan on Tuesday.'],
    ['what somebody says', 'Did the council approve the plan?', 'Anna Berg said the council approved the plan.'],
    ['on a condition', 'Did the ferry sink the pier?', 'If the ferry sinks the pier, the owner pays.'],
  ])('is left to the sentence where that tells %s', (_, question, sentence) => {
    expect(verdictOf(question, sentence, 'en')).toBeNull();
  });
  it('is answered in German, too', () => {
    expect(verdictOf('Hat der Rat den Plan beschlossen?', 'Der Rat hat den Plan am Dienstag beschlossen.', 'de')).toBe('yes');
  });
  it('shows the word before the sentence', () => {
    const article = textArticle('Power prices rose 12% over the same two years. The council met in January.');
    const answer = answerQuestion(article, 'Did power prices fall?');
    expect(renderMarkdown(viewAnswer(article, answer, { publicUrl: null, buttons: [] })).replaceAll('*', '')).toContain(
      'No. Power prices rose 12%',
    );
  });
});
