import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../src/brief/lock.ts';
import { readArticle } from '../../src/extract/article.ts';

const article = readArticle({
  kind: 'text',
  url: 'https://example.org/a',
  fetchedAt: null,
  content: [
    'Northwind said on Monday that more than 1,200 people would be employed at its plant in Kiruna.',
    'The plant is expected to cost $86 million, and the road another $12 million, by 5 May 2027.',
    '“We never promised a second plant,” said Anna Berg, who runs the site for Northwind.',
    'Rival firm Voltaic did not take part in the tender, although Erik Lund had asked it to.',
    'Revenue rose to 4.5 billion euros in 2025, according to the Bank of Sweden, while 300 trucks and 40 ships were sold.',
  ].join('\n\n'),
});
const kinds = (claim: string, ...ids: number[]) => [...new Set(faultsOf(claim, [{ sentenceIds: ids }], article).map(({ kind }) => kind))];

describe('the lock lets pass', () => {
  it.each([
    ['Northwind said more than 1,200 people would be employed at its plant in Kiruna.', 0],
    ['The plant is expected to cost $86 million.', 1],
    ['The plant is expected to cost 86 million dollars by 5 May 2027.', 1],
    ['“We never promised a second plant,” Anna Berg said.', 2],
    ['Voltaic did not take part in the tender.', 3],
    ["Voltaic didn't take part in the tender.", 3],
    ['According to the Bank of Sweden, revenue rose to €4.5bn in 2025.', 4],
    ['The plant is expected to cost about $90 million.', 1],
    ['According to the Bank of Sweden, 300 trucks were sold.', 4],
  ])('%s', (claim, id) => {
    expect(faultsOf(claim, [{ sentenceIds: [id] }], article)).toEqual([]);
  });
});

describe('the lock catches', () => {
  it.each([
    ['Northwind said more than 1,300 people would be employed at its plant in Kiruna.', 0, 'number'],
    ['Northwind said 1,200 people would be employed at its plant in Kiruna.', 0, 'qualifier'],
    ['Northwind said more than 1,200 people will be employed at its plant in Kiruna.', 0, 'hedge'],
    ['Northwind said more than 1,200 people could be employed at its plant in Kiruna.', 0, 'hedge'],
    ['Northwind said on Tuesday that more than 1,200 people would be employed at its plant in Kiruna.', 0, 'date'],
    ['Voltaic said on Monday that more than 1,200 people would be employed at its plant in Kiruna.', 0, 'speaker'],
    ['More than 1,200 people would be employed at the plant.', 0, 'speaker'],
    ['The plant is expected to cost 86 million euros.', 1, 'unit'],
    ['The plant is expected to cost $12 million, and the road another $86 million.', 1, 'number'],
    ['The plant is expected to cost $86 million by 6 May 2027.', 1, 'date'],
    ['The plant is expected to cost $86 million by 5 June 2027.', 1, 'date'],
    ['“We always promised a second plant,” said Anna Berg.', 2, 'quote'],
    ['“We never promised a second plant,” said Erik Lund.', 2, 'name'],
    ['Voltaic took part in the tender.', 3, 'negation'],
    ['Erik Lund did not take part in the tender, although Voltaic had asked it to.', 3, 'relation'],
    ['The plant is expected to cost about $80 million.', 1, 'number'],
    ['According to the Bank of Sweden, revenue fell to 4.5 billion euros in 2025.', 4, 'negation'],
    ['According to the Bank of Sweden, revenue rose to 4.5 million euros in 2025.', 4, 'number'],
    ['According to the Bank of Sweden, 40 trucks were sold.', 4, 'number'],
    ['According to the Bank of Sweden, about €5 billion was earned in 2025.', 4, 'number'],
    ['The plant is expected to cost $86 million, see https://evil.example/x.', 1, 'link'],
    ['The plant is expected to cost $86 million, see evil.com.', 1, 'link'],
    ['The plant is expected to cost $86 million <!channel>.', 1, 'link'],
    ['The plant is expected to cost $86 million ![x](https://evil.example/p.png).', 1, 'link'],
    ['The pl\u0430nt is expected to cost $86 million.', 1, 'letters'],
    ['The plant is expected to cost $8\u200B6 million.', 1, 'letters'],
  ])('%s', (claim, id, kind) => {
    expect(kinds(claim, id)).toContain(kind);
  });

  it('a claim that names no sentence, or one that is not there', () => {
    expect(kinds('The plant is expected to cost $86 million.')).toEqual(['citation']);
    expect(kinds('The plant is expected to cost $86 million.', 99)).toEqual(['citation']);
  });
});
