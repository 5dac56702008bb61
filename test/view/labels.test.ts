import { describe, expect, it } from 'vitest';
import { figureValue } from '../../src/view/figure-row.ts';
import { en } from '../../src/view/labels/en.ts';
import { labelsFor } from '../../src/view/labels/tables.ts';

const LANGUAGES = ['de', 'fr', 'es', 'it', 'pt', 'nl'];

/** Every sentence of a table by its path. */
function sentencesOf(table: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(table) as [string, unknown][]) {
    if (typeof value === 'string') found.set(path + name, value);
    else for (const [inner, sentence] of sentencesOf(value as object, `${path}${name}.`)) found.set(inner, sentence);
  }
  return found;
}

const placesIn = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/gu))].toSorted();
const english = sentencesOf(en);

describe.each(LANGUAGES)('the words of briefs in %s', (language) => {
  const told = sentencesOf(labelsFor(language));

  it('are all there', () => {
    expect([...told.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });
  it('keep every place that is filled in', () => {
    for (const [path, sentence] of told)
      expect(`${path} ${placesIn(sentence).join()}`).toBe(`${path} ${placesIn(english.get(path) ?? '').join()}`);
  });
  it('are not English', () => {
    const same = [...told].filter(
      ([path, sentence]) => /\p{L}{4}/u.test(sentence.replaceAll(/\{\w+\}/gu, '')) && english.get(path) === sentence,
    );
    expect(same.map(([path]) => path).filter((path) => path !== 'tokens')).toEqual([]);
  });
});

describe('a value on a card', () => {
  const figure = {
    label: '',
    value: 1.25e9,
    unit: 'EUR',
    kind: 'money',
    qualifier: 'more-than',
    status: 'stated',
    attributedTo: null,
    citations: [],
    raw: '',
    id: 'f1',
    rank: 1,
  } as const;

  it.each([
    ['en', '> €1.25 billion'],
    ['de', '> €1,25 Milliarden'],
    ['fr', '> €1,25 milliard'],
    ['pt', '> €1,25 bilhão'],
  ])('is written as %s writes numbers', (language, value) => {
    expect(figureValue({ ...figure, citations: [] }, labelsFor(language)).replaceAll(/\s/gu, ' ')).toBe(value);
  });
  it('keeps digits that words would round', () => {
    expect(figureValue({ ...figure, citations: [], value: 1_234_567 }, labelsFor('de'))).toBe('> €1.234.567');
  });
  it('is English in a language that nobody wrote words for', () => {
    expect(labelsFor('fi')).toBe(en);
  });
});
