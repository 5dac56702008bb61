import { describe, expect, it } from 'vitest';
import { isShortFor } from '../../src/brief/full-names.ts';
import { introduced } from '../../src/brief/introduced.ts';
import { faultsOf } from '../../src/brief/lock.ts';
import { introducedBy } from '../../src/brief/office.ts';
import { shortNamed } from '../../src/brief/lock/named.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { readArticle } from '../../src/extract/article.ts';
import type { Article } from '../../src/model/article.ts';
import '../../src/work/grammars.ts';

function articleOf(sentences: readonly string[]): Article {
  return readArticle({ kind: 'text', content: sentences.join('\n\n'), url: null, fetchedAt: null });
}

/** The last of some sentences as a point, where nothing else is shown, as far as the lock lets it through. */
function pointOf(...sentences: string[]): string {
  const article = articleOf(sentences);
  const passages = passagesOf(article);
  const last = passages.slice(-1);
  const point = { text: last[0]?.text ?? '', citations: [{ sentenceIds: [last[0]?.id ?? 0] }] };
  return introduced(point, last, '', passages, 'en', ({ text, citations }) => faultsOf(text, citations, article).length === 0).text;
}

describe('short names that nobody above explains', () => {
  it('are told in full, each of them, whatever the sentence with the name denies', () => {
    const first = 'Ole Lind, 43, a crane driver, would not say why he left the quay.';
    const other = 'Ines Okafor, 51, a pilot, did not sail on Monday.';
    expect(pointOf(first, other, 'Lind said Okafor had sold 31 cranes to a shipyard.')).toBe(
      '[Ole Lind] said [Ines Okafor] had sold 31 cranes to a shipyard.',
    );
  });
  it('may be the first name', () => {
    expect(pointOf('Ole Lind, 43, a crane driver, left the quay.', 'Ole said 31 cranes would be sold.')).toBe(
      '[Ole Lind] said 31 cranes would be sold.',
    );
  });
  it('come with the office', () => {
    expect(pointOf('On Monday Prime Minister Ole Lind left the quay.', 'Lind said 31 cranes would be sold.')).toBe(
      '[Prime Minister Ole Lind] said 31 cranes would be sold.',
    );
  });
  it.each([
    ['before the name', "On Monday the island's harbour master Ole Lind told reporters of the plan.", 'harbour master Ole Lind'],
    ['behind it', 'On Monday Ole Lind, head of the harbour board, told reporters of the plan.', 'Ole Lind, head of the harbour board'],
    ['as the body that somebody is of', 'Ole Lind of the Norvik Post told reporters of the plan.', 'Ole Lind of the Norvik Post'],
    ['that is a phrase of its own', 'On Monday Norvik Post Editor in Chief Ole Lind told reporters of it.', 'Editor in Chief Ole Lind'],
    ['of a whole phrase only', 'Ole Lind, who was 43, told reporters of the plan.', 'Ole Lind'],
    ['of whom the sentence knows', 'His wife Ole Lind told reporters of the plan.', 'Ole Lind'],
  ])('come with the office %s', (_, first, full) => {
    expect(pointOf(first, 'Lind said 31 cranes would be sold.')).toBe(`[${full}] said 31 cranes would be sold.`);
  });
  it.each([
    [
      'a partner of a house',
      '“It is a good story,” said Ole Lind, a partner at Northwind and author of the report.',
      'Coal prices fell because of it, Lind said.',
      'Coal prices fell because of it, [Ole Lind, a partner at Northwind and author of the report] said.',
    ],
    [
      'somebody with a name that is a word',
      'The deal is a big one, said Ole Scissors, a China scholar with the Northwind Institute in Elmhaven.',
      'Scissors, who speaks to officials, said the quay would be sold.',
      '[Ole Scissors, a China scholar with the Northwind Institute in Elmhaven], who speaks to officials, said the quay would be sold.',
    ],
    [
      'two who are told together',
      'Prosecutors said that Tova Noel and Michael Thomas, guards of the quay, had been asleep on Monday.',
      'Noel and Thomas signed false papers, said the court.',
      '[Tova Noel] and [Michael Thomas] signed false papers, said the court.',
    ],
    [
      'an officer by his rank',
      'Lt. Col. Ole Vindman told the board that he had seen the boat.',
      'Vindman had written down the name of the boat.',
      '[Lt. Col. Ole Vindman] had written down the name of the boat.',
    ],
    [
      'a house',
      'The equity firm Alden Capital, which owns the post, has drawn much ire.',
      'Alden bought the stake for $13 a share.',
      '[Alden Capital] bought the stake for $13 a share.',
    ],
    [
      'who is called by his letters',
      'The board spoke of the words of Richard M. Stallman (RMS) on Monday.',
      'RMS sold 31 ferries on Monday.',
      '[Richard M. Stallman] sold 31 ferries on Monday.',
    ],
  ])('name %s', (_, first, second, told) => {
    expect(pointOf(first, second)).toBe(told);
  });
  it('are told with an office also where the whole name stands there', () => {
    const first = 'On Monday the boat was shown by James Lee, head of the harbour board, who was 43.';
    expect(pointOf(first, 'James Lee was arrested in Norvik.')).toBe('[James Lee, head of the harbour board] was arrested in Norvik.');
    expect(pointOf(first, 'James Lee, 43, was arrested in Norvik.')).toBe('James Lee, 43, was arrested in Norvik.');
    expect(pointOf(first, 'The sailor James Lee was arrested in Norvik.')).toBe('The sailor James Lee was arrested in Norvik.');
  });
  it('stay as they are inside a word, in the name of a body, and where the ending would be wrong', () => {
    const officer = 'On Monday Industry Secretary Patricia Hewitt told reporters of the plan.';
    expect(pointOf(officer, 'The plan of the Department of Trade and Industry was sold.')).toBe(
      'The plan of the Department of Trade and Industry was sold.',
    );
    const house = 'The ferries stopped at the Bardo Museum, which is on the quay.';
    expect(pointOf(house, 'Thousands wrote #JeSuisBardo in Norvik.')).toBe('Thousands wrote #JeSuisBardo in Norvik.');
    const letters = 'The board spoke of the words of Richard M. Stallman (RMS) on Monday.';
    expect(pointOf(letters, 'RMS’ views of ferries were sold.')).toBe('RMS’ views of ferries were sold.');
  });
  it('come with the office, and without the town that stands before it', () => {
    expect(pointOf("The boat was unveiled by Elmhaven's Mayor Ole Lind on Monday.", 'Lind said 31 cranes would be sold.')).toBe(
      '[Mayor Ole Lind] said 31 cranes would be sold.',
    );
  });
  it('are told in full also where the sentence begins with what somebody did', () => {
    expect(pointOf('On Monday Officer Ole Lind left the quay.', 'Lind shot and killed a seal.')).toBe(
      '[Officer Ole Lind] shot and killed a seal.',
    );
  });
  it('come without an office whose bracket would be cut open', () => {
    const sentence = 'The singer was seen with Ole Lind, manager for Berg (and Okafor, the pilot), on Monday.';
    expect(introducedBy('Ole Lind', sentence, 'en')).toBe('Ole Lind');
    expect(introducedBy('Ole Lind', sentence.replace(' (and Okafor, the pilot)', ''), 'en')).toBe('Ole Lind, manager for Berg');
  });
  it('lose the title that stands for the name', () => {
    expect(pointOf('Harbour master Ole Lind told reporters of the plan.', 'Mr Lind said 31 cranes would be sold.')).toBe(
      '[Harbour master Ole Lind] said 31 cranes would be sold.',
    );
  });
  it('may be letters that are spelled out', () => {
    expect(pointOf('The Elmhaven Harbour Board (EHB) met on Monday.', 'The EHB said 31 cranes would be sold.')).toBe(
      'The [Elmhaven Harbour Board] said 31 cranes would be sold.',
    );
  });
  it.each([
    ['two people have the name', 'Ole Lind, 43, and Mia Lind, 51, left the quay.', 'Lind said 31 cranes would be sold.'],
    ['it is a place as well', 'Paris Lind, 43, a pilot, flew to a meeting in Paris.', 'Paris said 31 cranes would be sold.'],
  ])('stay short where %s', (_, before, last) => {
    expect(pointOf(before, last)).toBe(last);
  });
});

describe('the lock', () => {
  const told = ['Ole Lind, 43, stayed.', 'Lind said 31 cranes would not be sold.'];
  it('lets a name in brackets through, and no other word with it', () => {
    const article = articleOf(told);
    expect(faultsOf('[Ole Lind] said 31 cranes would not be sold.', [{ sentenceIds: [1, 0] }], article)).toEqual([]);
    expect(faultsOf('[Ole Lind] said 31 cranes would be sold.', [{ sentenceIds: [1, 0] }], article)).not.toEqual([]);
  });
  it('takes no short name for one of two people who have it', () => {
    const sentences = ['Mia Lind, 51, left the quay.', ...told];
    const short = shortNamed('[Mia Lind] said 31 cranes would not be sold.', sentences, passagesOf(articleOf(sentences)), 'en');
    expect(short.map(({ claim }) => claim)).not.toContain('Lind said 31 cranes would not be sold.');
  });
});

describe('goods of a house', () => {
  it('are no longer name of it', () => {
    const passages = passagesOf(
      readArticle({
        kind: 'text',
        content: 'Northwind has announced a service with Dahl. It joins its software with Dahl Infinity monitoring systems in every ward.',
        url: null,
        fetchedAt: null,
      }),
    );
    expect(isShortFor('Dahl', 'Dahl Infinity', passages, 'en')).toBe(false);
    expect(
      isShortFor(
        'Ole',
        'Ole Lind',
        passagesOf(readArticle({ kind: 'text', content: 'Ole Lind said on Monday that the ferry had sunk.', url: null, fetchedAt: null })),
        'en',
      ),
    ).toBe(true);
  });
});
