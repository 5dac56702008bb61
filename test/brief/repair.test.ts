import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { repairerOf } from '../../src/brief/repair.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { textArticle } from '../articles.ts';

/** The last sentence of a text as a point, with the sentence that names whom its bracket names. */
function lastOf(text: string, language = 'en'): { text: string; names: number | null } {
  const passages = passagesOf({ ...textArticle(text), language });
  const last = passages.at(-1);
  if (last === undefined) throw new Error('There is no sentence.');
  return repairerOf(passages, language)(last);
}

describe('a he', () => {
  it('is not who the next sentence names beside him', () => {
    const text = 'Harbour master Ole Lind, 43, said that the quay was his. He could then return to Norvik.';
    const textOf = (next: string) => {
      const passages = passagesOf({ ...textArticle(`${text} ${next}`), language: 'en' });
      const second = passages[1];
      return second === undefined ? '' : repairerOf(passages, 'en')(second).text;
    };
    expect(textOf('The ferry sank.')).toBe('[Ole Lind] could then return to Norvik.');
    expect(textOf('But it seems unlikely that he will sail again as long as Lind is in charge.')).toBe('He could then return to Norvik.');
  });
});

describe('a he who says something', () => {
  it('is not whom he speaks of', () => {
    expect(
      lastOf(
        'Mr Lind has failed to tackle these problems, he claimed, saying he has the wrong answer. The crews, he said, can sail without more tax.',
      ).text,
    ).toBe('The crews, he said, can sail without more tax.');
  });
});

describe('a sentence that leans on the one before', () => {
  it.each([
    ['But the ferry sank.', 'The ferry sank.'],
    [
      'But, Ole Lind says if the council paid for the quay, it may sell it.',
      'Ole Lind says if the council paid for the quay, it may sell it.',
    ],
    ['Yet the council paid for the quay.', 'The council paid for the quay.'],
    ['The council also paid for the quay.', 'The council paid for the quay.'],
    ['However, the ferry did not sink.', 'The ferry did not sink.'],
    ['However, Ole Lind said, the ferry did not sink.', 'Ole Lind said the ferry did not sink.'],
    ['But, Ole Lind said, the ferry did not sink.', 'Ole Lind said the ferry did not sink.'],
    ['(The Bay Ledger) The ferry sank.', 'The ferry sank.'],
    ['But unseeded Ole Lind beat the fourth seed Ada Berg 6-2 6-4.', 'Unseeded Ole Lind beat the fourth seed Ada Berg 6-2 6-4.'],
  ])('loses what ties it there: %s', (sentence, point) => {
    expect(lastOf(sentence).text).toBe(point);
  });
  it.each([
    'Not only did the ferry sink, the quay also broke.',
    'The quay broke but the ferry sailed.',
    'So far the council has paid nothing.',
    'So will Ole Lind, the former mayor.',
    'So began a dispute with the council that cost the town $1,200.',
    'So it has proved with the new quay.',
    'But not before the council had sold the quay.',
    'The firm, also known as Norr, sold the quay.',
  ])('keeps every word that joins two things inside it: %s', (sentence) => {
    expect(lastOf(sentence).text).toBe(sentence);
  });
  it('has in brackets whom its pronoun means, and says where that stands', () => {
    expect(lastOf('Mrs Ada Berg chairs the council. She has sold the ferry.')).toEqual({
      text: '[Mrs Ada Berg] has sold the ferry.',
      names: 0,
    });
    expect(lastOf('Tarn Airways lost money. It will close two routes.').text).toBe('[Tarn Airways] will close two routes.');
    expect(lastOf('Tarn Airways lost money. The airline said it would close.').text).toBe('[Tarn Airways] said it would close.');
    expect(lastOf('On Friday the Harbour Association fined two clubs. It charged Lind with foul play.').text).toBe(
      '[The Harbour Association] charged Lind with foul play.',
    );
    expect(lastOf('Mr Ole Lind runs the harbour. His job is to hold the lines.').text).toBe('[Mr Ole Lind’s] job is to hold the lines.');
  });
  it('keeps its "her" where the sentence before names a contest and nobody', () => {
    expect(lastOf('The Tarn Open has been her worst. Her defeat on Sunday cost the club a title.').text).toBe(
      'Her defeat on Sunday cost the club a title.',
    );
  });
  it('has the one person of the sentence before in brackets wherever the first he or she stands', () => {
    expect(lastOf('Ole Lind, 43, runs the harbour with his son. The council has praised his work.').text).toBe(
      'The council has praised [Ole Lind’s] work.',
    );
    expect(lastOf('Ole Lind, 43, runs the harbour with his son. "The quay is full," he said.').text).toBe(
      '"The quay is full," [Ole Lind] said.',
    );
  });
  it.each([
    [
      'Ole Lind, 38, won the cup with his son. The record-breaking striker has scored 12 goals.',
      'The record-breaking striker [Ole Lind] has',
    ],
    ['Ole Lind is headed for HBO. The "Norvik" star has signed on.', 'The "Norvik" star [Ole Lind] has signed on'],
    ['Ole Lind, 38, won the cup with his son. The 38-year-old took 83 minutes.', 'The 38-year-old [Ole Lind] took'],
    ['Norvik’s Ole Lind, 38, won the cup with his son. The 38-year-old took 83 minutes.', 'The 38-year-old [Ole Lind] took'],
  ])('has behind "the striker" who he is: %s', (text, opening) => {
    expect(lastOf(text)).toMatchObject({ names: 0 });
    expect(lastOf(text).text).toContain(opening);
  });
  it.each([
    ['two are named', 'Ole Lind, 38, beat Tom Adeyemi, 40, who said he was tired. The striker has scored 12 goals.'],
    ['his age is another one', 'Ole Lind, 38, won the cup with his son. The 41-year-old took 83 minutes.'],
    ['it may be somebody else', 'Ole Lind, 38, won the cup with his son. The other striker has scored 12 goals.'],
    ['the sentence says who', 'Ole Lind, 38, won the cup with his son. The striker of Norvik has scored 12 goals.'],
    ['it is an office', 'Ole Lind, 38, was jailed with his son. The judge called it a shame.'],
    [
      'another is named by a part of his name',
      'David Berg, 40, said he was tired. Ole Lind, 38, took Berg’s place with his son. The star has scored 12 goals.',
    ],
  ])('leaves "the striker" alone where %s', (_, text) => {
    expect(lastOf(text).names).toBeNull();
  });
  it('finds whom a pronoun means behind another one', () => {
    expect(lastOf('Mr Ole Lind runs the harbour. He came in May. He has sold a ferry.')).toMatchObject({ names: 0 });
  });
  it.each([
    ['two could be meant', 'Mr Ole Lind met Mr Tom Adeyemi. He has sold the ferry.'],
    ['the sex does not fit', 'Mrs Ada Berg chairs the council. He has sold the ferry.'],
    ['the words are somebody else’s', 'Mr Ole Lind spoke. "He has sold the ferry," said a fisher.'],
    ['it means nothing', 'Tarn Airways lost money. It is likely that two routes will close.'],
    ['things may be meant', 'Tarn Airways bought boats. They can be used at once.'],
    [
      'another body of the kind was introduced',
      'The island council has a plan. Tideline Energy put the cost at $86 million. The council expects to borrow.',
    ],
    ['the name is of another kind', 'Tideline Energy put the cost at $86 million. The council expects to borrow.'],
    ['nobody is named', 'The chair of the council came. She has sold the ferry.'],
  ])('is left alone when %s', (_, text) => {
    expect(lastOf(text).names).toBeNull();
  });
  it('is left alone in a language that is not repaired', () => {
    expect(lastOf('Herr Ole Lind kam. Er hat die Fähre verkauft.', 'de')).toMatchObject({
      text: 'Er hat die Fähre verkauft.',
      names: null,
    });
  });
});

describe('a brief', () => {
  const text =
    'Tarn Airways, which flies to nine islands, lost $40 million in the year to March. But it will keep all of its routes open until the autumn.';

  it('cites both sentences, and the lock lets the bracket pass', () => {
    const { gist, points, verified } = briefArticle(textArticle(text), BriefOptions.parse({}));
    const told = [gist, ...points].find((point) => point?.text.startsWith('[Tarn Airways]'));
    expect(told).toEqual({
      text: '[Tarn Airways] will keep all of its routes open until the autumn.',
      citations: [{ sentenceIds: [1, 0] }],
    });
    expect(verified.dropped).toBe(0);
  });
  it('word for word keeps its sentences as they are', () => {
    const { points } = briefArticle(textArticle(text), BriefOptions.parse({ verbatim: true }));
    expect(points.map((point) => point.text)).toContain('But it will keep all of its routes open until the autumn.');
  });
});
