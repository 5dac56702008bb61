import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../src/brief/passages.ts';
import { isUnfit } from '../../src/brief/unfit.ts';
import { textArticle } from '../articles.ts';

function unfit(sentence: string): boolean {
  return passagesOf(textArticle(sentence)).some((passage) => isUnfit(passage, false, 'en'));
}

describe('what no colleague would forward', () => {
  it.each(['So will Ole Lind, the former mayor.', 'Nor did the council.', '"Oh yeah, we do," Lind, known as the captain, said.'])(
    '%s',
    (sentence) => {
      expect(unfit(sentence)).toBe(true);
    },
  );
  it.each(['So far the council has paid nothing.', '"The quay is full of crates," Lind said.', '"We need 40 more," Lind said.'])(
    'but %s',
    (sentence) => {
      expect(unfit(sentence)).toBe(false);
    },
  );
});
