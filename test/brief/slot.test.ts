import { describe, expect, test } from 'vitest';
import { fillingAt, nearnessIn, slotIn } from '../../src/brief/answer/slot.ts';
import { readQuestion } from '../../src/brief/answer/question.ts';
import { isOfKind, stretchAt, wantedBy } from '../../src/brief/answer/wanted.ts';
import { readingOf } from '../../src/language/reading/reading.ts';
import '../../src/work/grammars.ts';

describe('the place that a question leaves open', () => {
  test.each([
    ['Who drafted the letter?', 'drafted', 'subject', null],
    ['Which company fired him?', 'fired', 'subject', null],
    ['What could wreck the economy?', 'wreck', 'subject', null],
    ['What did the mayor sign?', 'sign', 'object', null],
    ['Who is accused of spying?', 'accused', 'object', null],
    ['Who was the maid played by?', 'played', 'aside', 'by'],
    ['What did he do to the captain?', 'do', 'deed', null],
    ["Who is the ferry's owner?", 'owner', 'office', null],
  ])('%s', (question, verb, role, marker) => {
    expect(slotIn(question, 'en')).toMatchObject({ verb, role, marker });
  });

  test('is none where nothing is asked for by a word, and where a language has no grammar', () => {
    expect(slotIn('Did the ferry sink?', 'en')).toBeNull();
    expect(slotIn('Kto napisał list?', 'pl')).toBeNull();
  });

  test.each([
    ['Who drafted the letter?', 'The letter was drafted by Lind after a row with the council.', 'Lind', 'council'],
    ['Who drafted the letter?', 'Lind drafted the letter for the council.', 'Lind', 'council'],
    ['What did the mayor sign?', 'The mayor signed a treaty in the park.', 'treaty', 'park'],
    ['What did the mayor sign?', 'A treaty was signed by the mayor.', 'treaty', 'mayor'],
  ])('%s is filled in “%s” by %s rather than by %s', (question, sentence, right, wrong) => {
    const [slot, told] = [slotIn(question, 'en'), readingOf(sentence, 'en')];
    if (slot === null || told === null) throw new Error('no reading');
    const of = (word: string) =>
      fillingAt(
        slot,
        told,
        told.words.findIndex(({ text }) => text === word),
        nearnessIn(told),
      ).whole;
    expect(of(right)).toBeGreaterThan(of(wrong));
  });
});

describe('the kind of words that a question wants', () => {
  test.each([
    ['Who runs the ferry?', 'en', 'person'],
    ['What is the ferry called?', 'en', 'name'],
    ["what's the name of his agent?", 'en', 'name'],
    ['Where does it sail?', 'en', 'place'],
    ['which hospital was she taken to?', 'en', 'place'],
    ['In welche Stadt zieht er?', 'de', 'place'],
    ['When does it sail?', 'en', 'time'],
    ['What did it cost?', 'en', null],
  ])('%s', (question, language, wanted) => {
    expect(wantedBy(readQuestion(question, language))).toBe(wanted);
  });

  test.each([
    ['Where did they marry?', 'They married in Norvik in June 2013.', 'Norvik', true],
    ['Where did they marry?', 'They married in Norvik in June 2013.', 'June 2013', false],
    ['Who shot Kyle?', 'Kyle was shot by Eddie Roth.', 'Eddie Roth', true],
    ['Who shot Kyle?', 'Kyle was shot by Eddie Roth.', 'Kyle', false],
    ['Who found it?', 'A fisherman found it on Monday.', 'A fisherman', true],
    ['When did it sink?', 'It sank on Monday near Norvik.', 'Monday', true],
    ['When did it sink?', 'It sank on Monday near Norvik.', 'Norvik', false],
  ])('%s “%s”: %s', (asked, sentence, words, isRight) => {
    const [question, told] = [readQuestion(asked, 'en'), readingOf(sentence, 'en')];
    const wanted = wantedBy(question);
    if (wanted === null || told === null) throw new Error('nothing wanted');
    const start = sentence.indexOf(words);
    const stretch = stretchAt(told, { start, end: start + words.length }, question, wanted);
    expect(stretch !== null && isOfKind(wanted, stretch)).toBe(isRight);
  });
});
