import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/brief/figures/figures.ts';
import { textArticle } from '../../articles.ts';
import { standsInOrder } from './in-order.ts';

function labelsIn(text: string, language = 'en'): Map<string, string> {
  return new Map(findFigures({ ...textArticle(text), language }).map(({ raw, label }) => [raw, label]));
}

describe('a label', () => {
  it.each([
    ['Norden plans to raise 25bn euros from lotteries.', '25bn euros', 'lotteries'],
    ['The jobless rate stayed at 5.4%.', '5.4%', 'jobless rate'],
    ['Late on Monday the firm warned earnings would be cut by 7.6%.', '7.6%', 'earnings'],
    ['Globally, the number sold will reach 159 million.', '159 million', 'number sold'],
    ['The surge was led by Lantern Street, which took $20m in June.', '$20m', 'Lantern Street'],
    ['Exports make up two-thirds of Norden’s economy.', 'two-thirds', 'Norden’s economy'],
    ['Two more aid workers came.', 'Two', 'aid workers'],
    ['Three police officers were hurt.', 'Three', 'police officers'],
    ['Some 40 internally displaced people were found.', '40', 'internally displaced people'],
    ['Lund & Lund agreed to buy Norvik Ferries for $25.4bn.', '$25.4bn', 'Lund & Lund'],
  ])('names the thing, and no piece of a verb: %s', (text, raw, label) => {
    expect(labelsIn(text).get(raw)).toContain(label);
  });
  it.each([
    ['(CNN)Norvik Rovers fell to a 3-1 defeat on Saturday.', '3-1', 'Norvik Rovers fell to defeat on Saturday'],
    ['The London index fell 0.8% while the Tokyo index dropped 2.11%.', '0.8%', 'London index'],
    ['The London index fell 0.8% while the Tokyo index dropped 2.11%.', '2.11%', 'Tokyo index'],
    ['Oil stood at 20 dollars and 100,000 jobs were lost.', '100,000', 'jobs were lost'],
    ['Oil stood at 20 dollars and 100,000 jobs were lost.', '20 dollars', 'Oil stood'],
    ["2004's total of 2.2 million was the best.", '2.2 million', 'total was the best'],
  ])('has no word of what else the sentence tells: %s %s', (text, raw, label) => {
    expect(labelsIn(text).get(raw)).toBe(label);
  });
  it.each([
    ['Growth was 1.1% in 2004, up from just 0.3% in 2003 and 0.4% in 2002.', '0.4%'],
    ['Growth was 1.1% in 2004 and 4.2% in 2005.', '4.2%'],
  ])('is shared by figures of one thing: %s', (text, raw) => {
    expect(labelsIn(text).get(raw)).toBe('Growth');
  });
  it('of a cell is the head of its row', () => {
    expect(labelsIn('Gesamtkosten der Raten | 22.027 | 34.903', 'de').get('34.903')).toBe('Gesamtkosten der Raten');
  });
  it.each([
    'Italy plans to raise 25bn euros from lotteries.',
    'The surge was led by Lantern Street, which took $20m in June.',
    'Sales fell 14% - or $1.83 - to $10.48 on Monday.',
  ])('is made of words of its sentence, in order: %s', (text) => {
    const labels = [...labelsIn(text).values()];
    expect(labels.filter((label) => label === '' || !standsInOrder(label, text))).toEqual([]);
  });
});

describe('who is shown beside the label', () => {
  it('does not stand in it with his statement', () => {
    const text = 'Im vergangenen Jahr fielen nach Angaben des Marktvereins 17 von 52 Markttagen ganz oder teilweise aus.';
    expect(labelsIn(text, 'de').get('17 von 52')).toBe('Markttagen');
  });
});

describe('a name that the sentence has twice', () => {
  it('stands once in the label', () => {
    const text = "Lantern's programming was louder than before, and Lantern's shows are aimed at children as young as 12 years.";
    expect([...labelsIn(text).values()].filter((label) => label.split('Lantern').length > 2)).toEqual([]);
  });
});
