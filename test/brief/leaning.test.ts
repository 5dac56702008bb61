import { describe, expect, it } from 'vitest';
import { definitesIn } from '../../src/brief/definites.ts';
import { pointersIn } from '../../src/brief/leaning.ts';
import { shortened } from '../../src/brief/shorten.ts';
import { readingOf, type Reading } from '../../src/language/reading/reading.ts';
import '../../src/work/grammars.ts';

function wordsOf(sentence: string, found: typeof pointersIn): string[] {
  const reading = readingOf(sentence, 'en');
  return reading === null ? [] : found(reading).map((at) => reading.words[at]?.text ?? '');
}

describe('what points at another sentence', () => {
  it.each([
    ['The council has praised his work.', ['his']],
    ['His job is to hold the lines.', ['His']],
    ['This decision was welcomed by the union.', ['This']],
    ['"The quay is full," he said.', ['he']],
    ['As a test of character, it was the toughest race of the year.', ['it']],
    ['It was the toughest race the club had run.', ['It']],
    ['The 32-year-old will row for the island in March.', ['old']],
    ['Ole Lind flatly opposed it.', ['it']],
    ['Two Norvik Greens say he would not run.', ['he']],
    ['It is a small firm that sells old ferries to islanders.', ['It']],
    ['Both are closed on Mondays.', ['Both']],
  ])('is found: %s', (sentence, words) => {
    expect(wordsOf(sentence, pointersIn)).toEqual(words);
  });
  it.each([
    'Ole Lind has sold his ferry.',
    'It is likely that two routes will close.',
    'It was Ole Lind who sold the quay.',
    'It is a pity that the quay is closed.',
    'Both clubs have sold their boats.',
    'The 32-year-old captain Ole Lind will row for the island in March.',
    'In his speech, Ole Lind praised the dockers.',
    'The port lost money this year.',
    'The firm said it would close.',
    'Although Ole Lind was surprised, he said the ferry would sail.',
  ])('is not found where the sentence says itself what is meant: %s', (sentence) => {
    expect(wordsOf(sentence, pointersIn)).toEqual([]);
  });
});

describe('a noun that takes something for known', () => {
  const found = (reading: Reading) => definitesIn(reading).map(({ at }) => at);
  it.each([
    ['The airline will close two routes.', 'airline'],
    ['Ines Okafor called the new law a mistake.', 'law'],
    ['In the training scheme, Ole Lind found his voice.', 'scheme'],
    ['Ole Lind sold another ferry.', 'ferry'],
    ['The case is not closed.', 'case'],
  ])('is found wherever it stands: %s', (sentence, noun) => {
    expect(wordsOf(sentence, found)).toContain(noun);
  });
  it.each([
    ['The airline of Norvik will close two routes.', 'airline'],
    ['Ines Okafor read the law that the council passed.', 'law'],
    ['Ines Okafor wrote the first law.', 'law'],
    ['Ole Lind asked the government for help.', 'government'],
    ['In the event, Ole Lind stayed.', 'event'],
  ])('is none where it says itself which one it means, or everybody knows: %s', (sentence, noun) => {
    expect(wordsOf(sentence, found)).not.toContain(noun);
  });
  it('is lost only with nothing but "the" and no name before it', () => {
    const lost = (reading: Reading) => definitesIn(reading).flatMap(({ at, isLost }) => (isLost ? [at] : []));
    expect(wordsOf('The airline will close two routes.', lost)).toEqual(['airline']);
    expect(wordsOf('Ole Lind told the airline to close two routes.', lost)).toEqual([]);
  });
});

describe('a sentence that is too long', () => {
  const news = 'Ines Okafor will lead the harbour board of Elmhaven, the mayor said on Monday';
  it('loses an aside between commas', () => {
    const long =
      'Ines Okafor, a crane driver who has worked on the quay for 31 years, will lead the harbour board of Elmhaven, the mayor said on Monday.';
    expect(shortened(long, 100, 'en')).toBe(`${news}.`);
  });
  it('keeps a condition and whoever says it, however long it is', () => {
    const long =
      'Ines Okafor will lead the harbour board of Elmhaven, if the council of the island agrees to it in May, the mayor said on Monday.';
    expect(shortened(long, 100, 'en')).toBe(long);
  });
  it('is left as it is in a language that is not mended', () => {
    const long = 'Ines Okafor, die seit 31 Jahren auf dem Kai arbeitet, wird den Hafenrat von Elmhaven leiten, sagte die Bürgermeisterin.';
    expect(shortened(long, 90, 'de')).toBe(long);
  });
});
