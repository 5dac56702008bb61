import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../src/brief/passages.ts';
import { isUnfit } from '../../src/brief/unfit.ts';
import { textArticle } from '../articles.ts';

function unfit(sentence: string): boolean {
  return passagesOf(textArticle(sentence)).some((passage) => isUnfit(passage, false, 'en'));
}

describe('what no colleague would forward', () => {
  it.each([
    'So will Ole Lind, the former mayor.',
    'Nor did the council.',
    '"Oh yeah, we do," Lind, known as the captain, said.',
    'Lind wrote in her 24 March reply.',
    'Another one for the "captains behaving badly" file.',
    'The council did not share any other details of the sale.',
  ])('%s', (sentence) => {
    expect(unfit(sentence)).toBe(true);
  });
  it.each([
    'So far the council has paid nothing.',
    '"The quay is full of crates," Lind said.',
    '"We need 40 more," Lind said.',
    'Lind said that the quay would close.',
    'The council did not share the profit with its ferry company.',
  ])('but %s', (sentence) => {
    expect(unfit(sentence)).toBe(false);
  });
});
