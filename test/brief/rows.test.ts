import { describe, expect, it } from 'vitest';
import { rankedFigures } from '../../src/brief/figures/figures.ts';
import { rowsOf } from '../../src/brief/rows/rows.ts';
import { textArticle } from '../articles.ts';

const rows = (text: string) => {
  const article = textArticle(text);
  return rowsOf(article, rankedFigures(article), null);
};
const told = (text: string, raw: string) => rows(text).find((figure) => figure.raw === raw)?.told;

describe('what a row tells of a figure', () => {
  it('is its sentence, where that is short', () => {
    expect(told('The plant in Kiruna would employ more than 1,200 people.', '1,200')).toBe(
      'The plant in Kiruna would employ more than 1,200 people',
    );
  });

  it('is left to the full card where it tells of a "we" that nobody knows', () => {
    const text = 'Last year we spent at least £6 million on 150,000 sacks of litter. The harbour of Norvik sold 40 ferries in May.';
    expect(rows(text).find(({ raw }) => raw.includes('6 million'))?.minor).toBe(true);
    expect(rows('Ole Lind said "we sold 40 ferries in May" to the Bay Ledger.').find(({ raw }) => raw === '40')?.told).toContain('we sold');
  });

  it('is left to the full card where it is a table set as a line', () => {
    const text = 'Tested by: Ole Lind RRP: 49.95 Euro More info: the harbour of Norvik';
    expect(rows(text).every(({ minor }) => minor === true)).toBe(true);
  });

  it('is all of a short sentence, whatever else it tells', () => {
    const text = 'The ferry carried 340 passengers, while the bridge was crossed by 5,600 cars.';
    expect(told(text, '340')).toBe('The ferry carried 340 passengers, while the bridge was crossed by 5,600 cars');
  });

  it('keeps the clause that limits it', () => {
    const text =
      'In total, the harbour police spoke to 70 people as part of their investigation, and just 2 of them believed that the ferry had been stolen.';
    expect(told(text, '70') ?? text).toContain('just 2');
  });

  it('is its own clause, told as a sentence, where another one tells another figure', () => {
    const text =
      'The ferry of the old harbour company carried 340 passengers on Monday, while the new bridge to the mainland was crossed by 5,600 cars.';
    expect(told(text, '340')).toBe('The ferry of the old harbour company carried 340 passengers on Monday');
    expect(told(text, '5,600')).toBe('The new bridge to the mainland was crossed by 5,600 cars');
  });

  it('keeps what says which ones are meant', () => {
    const text = 'Only 36% of the teachers in the county have flats that cost less than $900 a month.';
    expect(told(text, '36%')).toContain('that cost less than $900');
  });

  it('keeps the condition that a figure depends on', () => {
    const text = 'The council would save $4 million a year if it closed 12 schools.';
    expect(told(text, '$4 million a year')).toContain('if it closed 12 schools');
  });

  it('goes on in an ellipsis where the sentence is long, and begins and ends with whole phrases', () => {
    const text =
      'On Monday, after a night of talks in which neither the union nor the port moved, the mediator from the north said that some 2,400 dockers had gone back to work in the old harbour, which has been shut since the storm in May, and that the ferries to the islands, which carry the post, the milk and the children of the lighthouse keepers, would sail again as soon as the pilots had been heard by the board of the port and by the harbour master of the county.';
    const row = told(text, '2,400') ?? '';
    expect(row).toContain('2,400 dockers had gone back to work');
    // What begins in the middle of a sentence is left to the full card.
    expect(row.startsWith('…') && rows(text).find(({ raw }) => raw === '2,400')?.minor !== true).toBe(false);
    expect(row.length).toBeLessThanOrEqual(142);
    expect(text).toContain(row.replaceAll('…', ''));
  });

  it('is a long sentence without its asides', () => {
    const text =
      'The council of Norvik, which has met behind closed doors since the storm took the roof of the old town hall in the spring, said on Monday that it wants to spend $2.4 million on a new ferry to the islands in the north.';
    expect(told(text, '$2.4 million')).toBe(
      'The council of Norvik said on Monday that it wants to spend $2.4 million on a new ferry to the islands in the north',
    );
  });

  it('goes on in an ellipsis where the clause says of which place it is so', () => {
    const text =
      'The storm has cut off the outer islands to the north of the harbour of Norvik, where some 2,400 people live in wooden houses that were built before the war by fishermen from the mainland who came for the herring.';
    expect(told(text, '2,400')).not.toMatch(/^Some 2,400/u);
  });

  it('is told as far as another row that goes on from it', () => {
    const text =
      'The battery would store more than 240 megawatt-hours, enough to carry the 31,000 residents of the island through about nine hours without wind.';
    expect(told(text, '240 megawatt-hours')).toContain('through about nine hours without wind');
  });

  it('introduces whom nothing above names', () => {
    const text = 'Harbour master Ole Lind spoke on Monday. The quay is empty. Lind said that 4,200 boats had left the county.';
    expect(told(text, '4,200')).toBe('[Harbour master Ole Lind] said that 4,200 boats had left the county');
  });

  it.each([
    ['-5% was the fall of the first quarter in Norvik.', '-5%'],
    ['.5% was the rise of the first quarter in Norvik.', '.5%'],
  ])('takes no sign from a number: %s', (text, start) => {
    expect(rows(text)[0]?.told?.startsWith(start)).toBe(true);
  });

  it('names whom a pronoun means, and cites the sentence that does', () => {
    const [figure] = rows('Anna Berg leads the yard. She has sold 4,200 boats to islands all over the north.');
    expect(figure?.told).toBe('[Anna Berg] has sold 4,200 boats to islands all over the north');
    expect(figure?.citations[0]?.sentenceIds).toEqual([1, 0]);
  });

  it('has no half of a quotation or a bracket', () => {
    const text =
      'Berg said the new rules (which she has fought for since she came to the council in the spring) were “a gift to the 3,100 fishermen of the county”, and that the rest of the country would follow before the end of the year.';
    const row = told(text, '3,100') ?? '';
    expect(row.split('“')).toHaveLength(row.split('”').length);
    expect(row.split('(')).toHaveLength(row.split(')').length);
  });
});

describe('a row of another language', () => {
  it('never tells a part of a sentence as a sentence of its own', () => {
    const text =
      'Im ersten Jahr nach dem Umbau der alten Halle am Hafen kamen 28.784 Menschen auf den Markt, und der Verkauf von Fisch stieg auf 1.437.800 Euro, wie die Stadt mitteilte.';
    for (const { told: row = '' } of rows(text)) {
      expect(text.startsWith(row.replace(/…$/u, '')) || row.startsWith('…')).toBe(true);
    }
  });
  it('is judged like an English one: what says nothing is left to the full card', () => {
    const shown = rows(
      'Die Stadt Norvik baut für 12 Millionen Euro einen neuen Markt. Dort sollen 48 Stände Platz finden, sagte die Bürgermeisterin. Das ist es, was die zwei wollten.',
    );
    expect(shown.find(({ raw }) => raw === '12 Millionen Euro')?.minor).toBeUndefined();
    expect(shown.find(({ raw }) => raw === 'zwei')?.minor ?? true).toBe(true);
  });
});

describe('a row that cannot be read alone', () => {
  it.each([
    ['That deal brought the old owners of the yard $900 million.', '$900 million'],
    ['What has that to do with the 4,000 boats that the yard has built since it opened?', '4,000'],
  ])('is left to the full card: %s', (sentence, raw) => {
    const text = `The harbour board bought the old yard on Monday, as everybody had expected. ${sentence}`;
    expect(rows(text).find((figure) => figure.raw.includes(raw))?.minor).toBe(true);
  });

  it.each([
    ['de', 'Die Fähre fährt seit Montag.', 'Dies entspricht 340 Plätzen auf dem alten Deck der Fähre.', '340'],
    ['fr', 'La mairie a vendu le vieux quai.', 'Elle a reçu 20 millions d’euros de la banque du port.', '20 millions'],
  ])('is left to the full card in %s as well', (language, before, sentence, raw) => {
    const article = { ...textArticle(`${before} ${sentence}`), language };
    expect(rowsOf(article, rankedFigures(article), null).find((figure) => figure.raw.includes(raw))?.minor).toBe(true);
  });
});
